from typing import Any

import pytest

from journeymapper.model.flatten import flatten
from journeymapper.model.handover import changes_hands, handovers, medium_of, owning_process
from journeymapper.model.interaction import Interaction
from tests.sketches import journey, plan

TEAMS = {"web": {"process": "sales"}, "desk": {"process": "sales"}, "lab": {}}


def _step(**facts: Any) -> Interaction:
    return Interaction.model_validate(facts)


@pytest.mark.parametrize(
    ("before", "after", "handed"),
    [
        ({"team": "web"}, {"team": "desk"}, True),
        ({"team": "web", "process": "sales"}, {"team": "web", "process": "support"}, False),
        ({"team": "web"}, {"process": "support"}, True),
        ({"team": "web"}, {"process": "sales"}, False),
        ({"process": "sales"}, {"process": "support"}, True),
        ({"team": "web"}, {}, None),
        ({"team": "lab"}, {"process": "sales"}, None),
    ],
)
def test_a_handover_is_a_change_of_team_or_else_of_process(
    before: dict[str, Any], after: dict[str, Any], handed: bool | None
) -> None:
    assert changes_hands(plan(teams=TEAMS), _step(**before), _step(**after)) is handed


def test_a_team_lends_its_process() -> None:
    assert owning_process(plan(teams=TEAMS), _step(team="web")) == "sales"
    assert owning_process(plan(teams=TEAMS), _step(team="web", process="support")) == "support"
    assert owning_process(plan(teams=TEAMS), _step(team="lab")) is None


def test_the_medium_is_that_of_the_point() -> None:
    assert medium_of(plan(), _step(point="page")) == "web"
    assert medium_of(plan(), _step()) is None


def test_handovers_are_found_across_levels() -> None:
    agreed = {"share": "100%", "handover": {"criteria": "ready"}}
    steps: dict[str, dict[str, Any]] = {"a": {"team": "web", "b": "100%"}, "b": {"team": "desk", "out": agreed}}
    detail = journey(steps, {"out": {"leads_to": "last"}})
    life = journey({"event": {"opens": "detail", "last": None}, "last": {"team": "lab", "won": "100%"}})
    found = plan({"life": life, "detail": detail}, teams=TEAMS, criteria={"ready": {}})
    assert handovers(found, flatten(found)) == {("detail/a", "detail/b"): False, ("detail/b", "life/last"): True}
