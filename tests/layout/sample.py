"""The sample-box journey in few words, for tests of where things stand, and ways to change it."""

from __future__ import annotations

from typing import Any

from journeymapper.model.plan import Plan

SAMPLE = "try"

_AGREED = {"share": "62%", "handover": {"criteria": "lead"}}
_FORGETFUL: dict[str, Any] = {"share": "31%", "carries": []}
_MINDFUL = {"share": "12%", "carries": "all"}
_STEPS: dict[str, tuple[str, str, str, dict[str, Any]]] = {
    "ad": ("engagement", "marketing", "post", {"form": "38%", "lost": "62%"}),
    "form": ("engagement", "marketing", "page", {"offer": _AGREED, "lost": "38%"}),
    "offer": ("transaction", "sales", "call", {"qualify": "54%", "mail": _FORGETFUL, "lost": "15%"}),
    "qualify": ("transaction", "sales", "call", {"pack": "71%", "card": _MINDFUL, "lost": "17%"}),
    "mail": ("transaction", "marketing", "message", {"qualify": "22%", "lost": "78%"}),
    "pack": ("fulfilment", "support", "parcel", {"track": "100%"}),
    "card": ("fulfilment", "marketing", "parcel", {"invite": "41%", "lost": "59%"}),
    "track": ("fulfilment", "support", "message", {"ask": "80%", "late": "6%", "lost": "14%"}),
    "ask": ("service", "support", "chat", {"invite": "48%", "lost": "52%"}),
    "late": ("service", "support", "call", {"ask": "91%", "lost": "9%"}),
    "invite": ("service", "sales", "message", {"won": "100%"}),
}  # fmt: skip
_FEELINGS = {"ad": 1, "form": 0, "offer": 1, "qualify": -1, "mail": 0, "pack": 1, "card": 2, "track": 1, "ask": 1,
             "late": -2, "invite": 1}  # fmt: skip
_MEDIA = {"post": "social", "page": "web", "call": "phone", "message": "e-mail", "parcel": "parcel", "chat": "chat"}


def steps() -> dict[str, Any]:
    """The interactions, to be changed at will."""
    return {
        ident: {
            "title": ident.title(), "stage": stage, "process": process, "point": point, "feeling": _FEELINGS[ident],
            "phase": "acquisition" if stage in ("transaction", "fulfilment") else "retention", "next": dict(onward),
        }
        for ident, (stage, process, point, onward) in _STEPS.items()
    }  # fmt: skip


def sample(interactions: dict[str, Any] | None = None, **fields: Any) -> Plan:
    """The plan, with other interactions or other top-level keys."""
    return with_changes(interactions or steps(), plan=fields)


def with_changes(interactions: dict[str, Any] | None = None, plan: dict[str, Any] | None = None, **fields: Any) -> Plan:
    """The plan with other interactions, other top-level keys and other fields of its journey."""
    journey = {
        "title": "Try a sample box", "level": "micro", "starts": {"ad": "100%"},
        "interactions": interactions or steps(),
        "ends": {"won": {"title": "Subscribes", "outcome": "success"}, "lost": {"outcome": "failure"}},
        **fields,
    }  # fmt: skip
    return Plan.model_validate({
        "title": "Coffee",
        "stages": {stage: {"title": stage.title()} for stage in ("engagement", "transaction", "fulfilment", "service")},
        "phases": {phase: {"title": phase.title()} for phase in ("acquisition", "retention")},
        "processes": {process: {"title": process.title()} for process in ("sales", "marketing", "support")},
        "points": {point: {"title": point.title(), "medium": medium} for point, medium in _MEDIA.items()},
        "criteria": {"lead": {}},
        "journeys": {SAMPLE: journey},
        **(plan or {}),
    })  # fmt: skip
