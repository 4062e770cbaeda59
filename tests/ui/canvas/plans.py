"""Plans to put on a canvas."""

from typing import Any

from journeymapper.model.plan import Plan


def small_plan() -> Plan:
    """A micro journey of four cards in two stages and lanes, and a macro journey with an event that opens it."""
    return Plan.model_validate(
        {
            "journeymapper": 1,
            "title": "Coffee",
            "stages": {"engagement": {"title": "Engagement"}, "transaction": {"title": "Transaction"}},
            "processes": {"sales": {"title": "Sales"}, "marketing": {"title": "Marketing"}},
            "journeys": {
                "life": {
                    "title": "Life with us",
                    "level": "macro",
                    "starts": {"try": "100%"},
                    "interactions": {
                        "try": {"title": "Tries a box", "stage": "engagement", "opens": "box", "next": {"stay": None}},
                        "stay": {"title": "Stays", "stage": "transaction", "next": {"loyal": "100%"}},
                    },
                    "ends": {"loyal": {"title": "Loyal", "outcome": "success"}},
                },
                "box": {
                    "title": "Try a box",
                    "level": "micro",
                    "starts": {"ad": "100%"},
                    "interactions": {
                        "ad": _step("Sees an ad", "engagement", "marketing", 1, form="40%", lost="60%"),
                        "form": _step("Asks for a box", "engagement", "marketing", 0, offer="100%"),
                        "offer": _step("Offer a box", "transaction", "sales", 2, pay="70%", lost="30%"),
                        "pay": _step("Pays", "transaction", "sales", -1, done="100%"),
                    },
                    "ends": {
                        "done": {"title": "Subscribes", "outcome": "success", "leads_to": "stay"},
                        "lost": {"title": "Leaves", "outcome": "failure"},
                    },
                },
            },
        }
    )


def long_plan(cards: int = 60) -> Plan:
    """A micro journey that is wider and higher than any view."""
    steps: dict[str, Any] = {}
    for number in range(cards):
        stage = ("engagement", "transaction")[number * 2 // cards]
        lane = ("sales", "marketing", "support")[number % 3]
        following = {f"c{number + 1}": "100%"} if number < cards - 1 else {"done": "100%"}
        steps[f"c{number}"] = _step(f"Card {number}", stage, lane, number % 5 - 2, **following)
    return Plan.model_validate(
        {
            "journeymapper": 1,
            "title": "Long",
            "stages": {"engagement": {"title": "Engagement"}, "transaction": {"title": "Transaction"}},
            "processes": {name: {"title": name.title()} for name in ("sales", "marketing", "support")},
            "journeys": {
                "long": {
                    "title": "Long",
                    "level": "micro",
                    "starts": {"c0": "100%"},
                    "interactions": steps,
                    "ends": {"done": {"title": "Done", "outcome": "success"}},
                }
            },
        }
    )


def _step(title: str, stage: str, process: str, feeling: int, **following: str) -> dict[str, Any]:
    return {"title": title, "stage": stage, "process": process, "feeling": feeling, "next": following}
