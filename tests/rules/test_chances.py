import pytest

from tests.rules.found import places
from tests.rules.sound import faults, said

BUN = "opportunities/bun"
TEA = {"opportunities/tea": {"title": "Tea", "gates": {"promise": True}, "scores": {"value": 7}, "cost": 200}}


def test_accepted_opportunities_that_cost_too_much_or_are_too_many() -> None:
    assert said("JM604") == []
    accepted = {"opportunities/tea": {**TEA["opportunities/tea"], "decided": {"verdict": "Accepted"}}}
    found = faults("JM604", accepted)
    assert [finding.message for finding in found] == [
        "The accepted opportunities cost 1100, more than the budget of 1000",
        "2 opportunities are accepted, and 1 can be done at a time",
    ]
    assert found[0].items == (("formula",), ("opportunities", "bun"), ("opportunities", "tea"))
    assert said("JM604", {**accepted, "formula/budget": None, "formula/capacity": None}) == []


def test_an_unknown_cost_is_not_counted() -> None:
    assert said("JM604", {f"{BUN}/cost": None, "formula/budget": 1}) == []
    assert said("JM604", {f"{BUN}/decided": None, "formula/budget": 1}) == []


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        ("scores/value", 5, "parks it today, with a score of 0.50"),
        ("scores/value", 1, "refuses it today, with a score of 0.10"),
        ("gates/promise", False, "refuses it today, since it does not pass 'Keeps the promise'"),
        ("cost", 2000, "parks it today, since no budget is left"),
    ],
)
def test_a_verdict_that_the_formula_would_not_give(path: str, value: object, says: str) -> None:
    assert said("JM605") == []
    found = faults("JM605", {f"{BUN}/{path}": value})
    assert [finding.message for finding in found] == [
        f"On record is 'accept' for 'A bun with each cup', and the formula {says}"
    ]
    assert places(found) == [BUN]


def test_without_what_the_formula_needs_no_verdict_is_wrong() -> None:
    assert said("JM605", {f"{BUN}/scores": None, f"{BUN}/decided/verdict": "refuse"}) == []
    assert said("JM605", {f"{BUN}/cost": None, f"{BUN}/decided/verdict": "refuse"}) == []
    assert said("JM605", {f"{BUN}/decided/verdict": "think it over"}) == []
    assert said("JM605", {"formula": None, f"{BUN}/gates": None, f"{BUN}/scores": None}) == []


def test_an_opportunity_without_its_scores() -> None:
    assert said("JM704") == []
    found = faults("JM704", {f"{BUN}/scores": None, f"{BUN}/gates": None})
    assert [finding.message for finding in found] == [
        "'A bun with each cup' can't be judged by the formula: nothing is said of 'Keeps the promise' and 'Value'"
    ]
    assert places(found) == [BUN]


def test_what_fails_a_gate_needs_no_scores() -> None:
    assert said("JM704", {f"{BUN}/scores": None, f"{BUN}/gates": {"promise": False}}) == []
    assert said("JM704", {f"{BUN}/scores": None, f"{BUN}/gates": None, "formula": None}) == []


def test_an_initiative_without_priority() -> None:
    assert said("JM705") == []
    found = faults("JM705", {"initiatives/bake/priority": None})
    assert [finding.message for finding in found] == [
        "'Bake buns' does not say which of time, cost and quality may not give way"
    ]
    assert places(found) == ["initiatives/bake"]
