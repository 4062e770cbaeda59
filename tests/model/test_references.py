"""What ids refer to, and which of them name nothing."""

from typing import Any

import pytest

from journeymapper.model.frozen import FrozenMap
from journeymapper.model.references import Reference, Scope, dangling, references
from tests.plans import CAFE, cafe


def changed(path: tuple[str, ...], value: Any) -> dict[str, Any]:
    """The plain café with `value` at `path`, as keyword arguments."""
    import copy

    plain = copy.deepcopy(CAFE)
    holder: Any = plain
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = value
    return plain


SEE = ("journeys", "visit", "interactions", "see")


def test_a_good_plan_has_no_loose_end() -> None:
    assert list(dangling(cafe())) == []
    assert sum(1 for _ in references(cafe())) > 20


@pytest.mark.parametrize(
    ("path", "value", "to"),
    [
        ((*SEE, "stage"), "nowhere", "stages"),
        ((*SEE, "goal"), "nowhere", "goals"),
        ((*SEE, "asks"), ["nowhere"], "data"),
        ((*SEE, "next"), {"nowhere": "100%"}, "step"),
        ((*SEE, "opens"), "nowhere", "journeys"),
        ((*SEE, "feeling_by"), {"nowhere": 1}, "audience"),
        (("journeys", "visit", "starts"), {"nowhere": "100%"}, "interaction"),
        (("journeys", "visit", "starts"), {"happy": "100%"}, "interaction"),
        (("journeys", "visit", "conversion"), "nowhere", "step"),
        (("teams", "web", "process"), "nowhere", "processes"),
        (("opportunities", "smell", "at"), ["visit/nowhere"], "anywhere"),
        (("opportunities", "smell", "scores"), {"nowhere": 1}, "criterion"),
        (("opportunities", "smell", "lifts"), {"visit/see": {"nowhere": "1%"}}, "step"),
        (("layout",), {"visit": {"nowhere": [0, 1]}}, "step"),
        (("segments", "regular", "channels"), {"nowhere": "100%"}, "channels"),
    ],
)
def test_a_reference_to_nothing_is_found(path: tuple[str, ...], value: Any, to: str) -> None:
    loose = list(dangling(cafe(**changed(path, value))))
    assert [(found.to, found.ident.rpartition("/")[2]) for found in loose] in (
        [(to, "nowhere")],
        [(to, "happy")],
    )
    assert loose[0].path[: len(path)] == path


@pytest.mark.parametrize("gone", [*(name for name in CAFE if isinstance(CAFE[name], dict)), "interactions", "ends"])
def test_loose_are_all_that_their_scope_does_not_know(gone: str) -> None:
    whole = cafe()
    visit = whole.journeys["visit"].model_copy(update={gone: FrozenMap()})
    inside = FrozenMap({"visit": visit}) if gone in ("interactions", "ends") else whole.journeys
    plan = whole.model_copy(update={"journeys": inside} if inside is not whole.journeys else {gone: FrozenMap()})
    scope = Scope(plan)
    assert list(dangling(plan)) == [found for found in references(plan) if not scope.knows(found)]


TWO_LEVELS: dict[str, Any] = {
    "life": {
        "starts": {"event": {"share": "100%", "enters": "first"}},
        "interactions": {"event": {"opens": "detail", "next": {"event": {"enters": "second"}, "out": None}}},
        "ends": {"out": None},
    },
    "detail": {
        "starts": {"first": "50%", "second": "50%"},
        "interactions": {"first": {"next": {"done": "100%"}}, "second": {"next": {"again": "100%"}}},
        "ends": {"done": {"leads_to": "out"}, "again": {"leads_to": {"to": "event", "enters": "second"}}},
    },
}


def test_ways_between_levels_are_looked_up_where_they_lead() -> None:
    assert list(dangling(cafe(journeys=TWO_LEVELS, opportunities={}, layout={}))) == []


@pytest.mark.parametrize(
    ("path", "to"),
    [
        (("detail", "ends", "again", "leads_to", "enters"), "entry"),
        (("detail", "ends", "again", "leads_to", "to"), "above"),
        (("life", "starts", "event", "enters"), "entry"),
        (("life", "interactions", "event", "next", "event", "enters"), "entry"),
    ],
)
def test_a_way_to_nowhere_between_levels_is_found(path: tuple[str, ...], to: str) -> None:
    import copy

    journeys: Any = copy.deepcopy(TWO_LEVELS)
    holder = journeys
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = "nowhere"
    loose = list(dangling(cafe(journeys=journeys, opportunities={}, layout={})))
    assert Reference(("journeys", *path), to, "nowhere") in loose  # type: ignore[arg-type]  # a Target each


def test_candidates_are_what_completion_offers() -> None:
    scope = Scope(cafe())
    assert list(scope.candidates(Reference((*SEE, "goal"), "goals", ""))) == ["notice", "sell"]
    assert list(scope.candidates(Reference((*SEE, "next"), "step", ""))) == ["see", "buy", "happy", "gone"]
    assert "visit/buy" in scope.candidates(Reference(("opportunities", "smell", "at"), "anywhere", ""))
