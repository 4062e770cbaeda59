"""The plan to begin with: the method's stages, phases and processes, and one journey still to be drawn."""

from __future__ import annotations

from journeymapper.model.plan import Plan

_STAGES = {"engagement": "Engagement", "transaction": "Transaction", "fulfilment": "Fulfilment", "service": "Service"}
_PHASES = {
    "attraction": "Attraction",
    "acquisition": "Acquisition",
    "development": "Development",
    "retention": "Retention",
    "growth": "Growth",
}
_PROCESSES = {"sales": "Sales", "marketing": "Marketing", "support": "Support"}


def blank_plan() -> Plan:
    """A new plan in which the first interaction can be drawn at once."""
    return Plan.model_validate(
        {
            "title": "New plan",
            "stages": _titled(_STAGES),
            "phases": _titled(_PHASES),
            "processes": _titled(_PROCESSES),
            "journeys": {
                "journey": {
                    "title": "New journey",
                    "level": "micro",
                    "ends": {
                        "won": {"title": "Succeeds", "outcome": "success"},
                        "lost": {"title": "Leaves", "outcome": "failure"},
                    },
                }
            },
        }
    )


def _titled(names: dict[str, str]) -> dict[str, dict[str, str]]:
    return {ident: {"title": title} for ident, title in names.items()}
