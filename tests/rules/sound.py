"""A plan that says all there is to say, in which no rule finds anything."""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from journeymapper.model.finding import Finding
from journeymapper.model.plan import Plan
from journeymapper.rules.checking import check
from journeymapper.rules.fixing import fixes_for
from journeymapper.rules.registry import RULES
from tests.rules.found import TODAY
from tests.rules.law import broken_laws

CHECKED = {"unit": "share", "now": "54%", "target": "60%", "on": "2026-10-20", "every": "1mo"}
EVIDENCE = {"basis": "measured", "on": "2026-10-01", "voices": ["loyal", "churned"]}
FACTS: dict[str, Any] = {
    "phase": "buying",
    "does": "Pours a cup",
    "goal": "sell",
    "channel": "shop",
    "point": "counter",
    "process": "sales",
    "team": "baristas",
    "expects": "A good cup",
    "feeling": 1,
    "feeling_by": {"ann": 1},
    "beyond_basics": True,
    "satisfaction": 8.5,
    "people": {"trained": True},
    "evidence": EVIDENCE,
}
SOUND: dict[str, Any] = {
    "title": "Café",
    "owner": "Head of coffee",
    "review_by": "2027-01-01",
    "stages": {
        "use": {"title": "Drinking", "goal": "sell", "measures": {"comes-back": CHECKED}},
        "after": {"title": "Afterwards", "goal": "sell"},
    },
    "phases": {"buying": {}},
    "processes": {"sales": {"title": "Sales"}},
    "teams": {"baristas": {"title": "Baristas", "self_rating": 8, "target": 8, "rewarded_on": "customer satisfaction"}},
    "channels": {"shop": {"title": "Shop", "kind": "person"}, "cart": {"title": "Cart", "kind": "person"}},
    "points": {"counter": {"title": "Counter", "medium": "store", "channels": ["shop", "cart"]}},
    "goals": {"sell": {"title": "Sell a cup"}},
    "data": {"e-mail": {"title": "E-mail"}},
    "segments": {"regular": {"title": "Regulars", "share": "100%", "channels": {"shop": "100%"}}},
    "personas": {"ann": {"title": "Ann", "segment": "regular"}},
    "journeys": {
        "life": {
            "title": "A guest's life",
            "level": "macro",
            "owner": "Head of coffee",
            "starts": {"see": "100%"},
            "conversion": "visit",
            "interactions": {
                "see": {
                    "title": "Sees us",
                    "stage": "use",
                    **FACTS,
                    "milestone": "first-contact",
                    "next": {"visit": "100%"},
                },
                "visit": {"title": "Visits us", "opens": "visit", "next": {"recall": None, "lost": None}},
                "recall": {
                    "title": "Remembers us",
                    "stage": "after",
                    **FACTS,
                    "milestone": "last-contact",
                    "measures": {"recalls": CHECKED},
                    "next": {"won": "100%"},
                },
            },
            "ends": {
                "won": {"title": "Stays", "outcome": "success"},
                "lost": {"title": "Leaves", "outcome": "failure"},
            },
        },
        "visit": {
            "title": "A visit",
            "level": "micro",
            "owner": "Head of coffee",
            "starts": {"buy": "100%"},
            "conversion": "buy",
            "interactions": {
                "buy": {
                    "title": "Buys a cup",
                    "stage": "use",
                    **FACTS,
                    "moment_of_truth": True,
                    "measures": {"buys": CHECKED},
                    "tested": {"on": "2026-09-12", "result": "passed"},
                    "asks": ["e-mail"],
                    "next": {"happy": "90%", "gone": "10%"},
                },
            },
            "ends": {
                "happy": {"title": "Likes it", "outcome": "success", "leads_to": "recall"},
                "gone": {"title": "Does not", "outcome": "failure", "leads_to": "lost"},
            },
        },
    },
    "formula": {
        "gates": {"promise": "Keeps the promise"},
        "criteria": {"value": {"title": "Value", "weight": 1, "low": 0, "high": 10}},
        "accept": 0.6,
        "refuse": 0.4,
        "budget": 1000,
        "capacity": 1,
    },
    "opportunities": {
        "bun": {
            "title": "A bun with each cup",
            "gates": {"promise": True},
            "scores": {"value": 8},
            "cost": 900,
            "decided": {"verdict": "accept"},
        }
    },
    "initiatives": {"bake": {"title": "Bake buns", "realises": ["bun"], "priority": "quality"}},
    "remarks": {"done": {"text": "Buns?", "resolved": True}},
}


def sound(changes: Mapping[str, Any] | None = None) -> Plan:
    """The plan with other facts where `changes` name them, as in `teams/baristas/target`; None takes a fact away."""
    raw = json.loads(json.dumps(SOUND))  # nothing is shared with it
    for path, value in (changes or {}).items():
        *way, last = path.split("/")
        holder = raw
        for key in way:
            holder = holder.setdefault(key, {})
        holder.pop(last, None)
        if value is not None:
            holder[last] = deepcopy(value)
    return Plan.model_validate(raw)


def said(rule: str, changes: Mapping[str, Any] | None = None) -> list[str]:
    """What one rule says of the changed plan; what it offers to mend it keeps the law."""
    return [finding.message for finding in faults(rule, changes)]


def faults(rule: str, changes: Mapping[str, Any] | None = None) -> list[Finding]:
    """What one rule finds in the changed plan; what it offers to mend it keeps the law."""
    whole = sound(changes)
    found = check(whole, [each for each in RULES if each.number == rule], TODAY)
    assert not list(broken_laws(whole, found))
    return found


def offers(rule: str, changes: Mapping[str, Any] | None = None) -> list[str]:
    """What is offered for the first finding of the rule."""
    return [fix.label for fix in fixes_for(sound(changes), faults(rule, changes)[0])]
