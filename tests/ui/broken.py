"""A plan file of which parts can't be read."""

BROKEN = """\
journeymapper: 1
title: Café
stages:
  use: {title: Use}
channels:
  shop: {title: Shop, kind: robot}
journeys:
  visit:
    title: A visit
    starts: {see: 100%}
    interactions:
      see:
        title: Sees us
        stage: use
        cost: cheap
        next: {buy: most, gone: 60%}
      buy:
        - Buys a cup   # <img src=canary.png>
        - next: happy
      Odd One: {title: Odd}
      sip:
        title: Sips
        stage: use
        next: {happy: 100%}
    ends:
      happy: Comes back
      gone: {title: Leaves, outcome: failure}
"""
JOURNEY = ("journeys", "visit")
SEE = (*JOURNEY, "interactions", "see")
BUY = (*JOURNEY, "interactions", "buy")
HAPPY = (*JOURNEY, "ends", "happy")
CHANNEL = ("channels", "shop", "kind")
