"""Plans for tests, small and random."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from journeymapper.model.plan import Plan

CAFE: dict[str, Any] = {
    "title": "Café",
    "stages": {"engagement": {"title": "Engagement"}, "transaction": {"title": "Transaction"}},
    "processes": {"sales": {"title": "Sales"}, "marketing": {"title": "Marketing"}},
    "teams": {"web": {"title": "Web team", "process": "marketing"}, "shop": {"title": "Shop", "process": "sales"}},
    "channels": {"site": {"title": "Website"}, "barista": {"title": "Barista"}},
    "points": {"page": {"title": "Page", "medium": "web"}, "counter": {"title": "Counter", "medium": "store"}},
    "goals": {"notice": {"title": "Be noticed"}, "sell": {"title": "Sell a cup"}},
    "data": {"e-mail": {"title": "E-mail"}},
    "segments": {"regular": {"title": "Regulars", "share": "100%"}},
    "journeys": {
        "visit": {
            "title": "A visit",
            "level": "micro",
            "starts": {"see": "100%"},
            "interactions": {
                "see": {
                    "title": "Sees us",
                    "stage": "engagement",
                    "process": "marketing",
                    "team": "web",
                    "channel": "site",
                    "point": "page",
                    "goal": "notice",
                    "asks": ["e-mail"],
                    "next": {"buy": {"share": "40%", "carries": ["e-mail"]}, "gone": "60%"},
                },
                "buy": {
                    "title": "Buys a cup",
                    "stage": "transaction",
                    "process": "sales",
                    "team": "shop",
                    "feeling": 1,
                    "next": {"happy": "90%", "see": "4%", "gone": "6%"},
                },
            },
            "ends": {
                "happy": {"title": "Comes back", "outcome": "success"},
                "gone": {"title": "Leaves", "outcome": "failure"},
            },
        }
    },
    "opportunities": {"smell": {"title": "Smell of coffee", "at": ["visit/see", "visit/buy"]}},
    "layout": {"visit": {"see": [1, 0]}},
}


def cafe(**changes: Any) -> Plan:
    """A small plan with one micro journey; keyword arguments replace its top-level keys."""
    return Plan.model_validate({**CAFE, **changes})


def random_plans(max_steps: int = 6) -> st.SearchStrategy[Plan]:
    """Plans with one journey of random links; every reference is good."""

    words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=12)

    @st.composite
    def build(draw: st.DrawFn) -> Plan:
        count = draw(st.integers(1, max_steps))
        names = [f"s{number}" for number in range(count)]
        targets = st.sampled_from([*names, "won", "lost"])
        steps = {
            name: {
                "title": draw(words) or name,
                "feeling": draw(st.sampled_from([None, -2, 0, 1.5])),
                "next": {
                    target: draw(st.sampled_from([None, "10%", "33.3%", "50%"]))
                    for target in draw(st.lists(targets, max_size=3, unique=True))
                    if target != name
                },
            }
            for name in names
        }
        ends = {"won": {"outcome": "success"}, "lost": {"outcome": "failure"}}
        journey = {"title": "J", "starts": {names[0]: "100%"}, "interactions": steps, "ends": ends}
        return cafe(journeys={"visit": journey}, opportunities={}, layout={})

    return build()
