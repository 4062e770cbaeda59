from typing import Any

import pytest
from hypothesis import given

from journeymapper.model.plan import Plan
from journeymapper.rules.checking import check
from journeymapper.rules.registry import RULES
from tests.plans import cafe, random_plans
from tests.rules.found import TODAY
from tests.rules.sound import sound
from tests.sketches import any_plans, journey, plan

LINKS = {"won": "60%", "lost": "30%"}
SHAPE = [rule for rule in RULES if rule.number in {"JM106", "JM107", "JM109", "JM201"}]
"""Few rules, so that each finding can be told."""


def _found(checks: Any = None, journey_checks: Any = None, step_checks: Any = None) -> list[tuple[str, str]]:
    own = {} if step_checks is None else {"checks": step_checks}
    whole = plan({"j": journey({"a": {**LINKS, **own, "goal": None}}, checks=journey_checks)}, checks=checks)
    return [(finding.rule, finding.severity) for finding in check(whole, SHAPE)]


def test_all_rules_that_are_wanted_are_asked() -> None:
    assert _found() == [("JM106", "error"), ("JM201", "warning")]


@pytest.mark.parametrize("called", ["JM201", "no-goal"])
@pytest.mark.parametrize("level", ["checks", "journey_checks", "step_checks"])
def test_a_rule_can_be_switched_off_at_every_level(level: str, called: str) -> None:
    assert _found(**{level: {"off": {called: "after the workshop"}}}) == [("JM106", "error")]


@pytest.mark.parametrize("level", ["checks", "journey_checks", "step_checks"])
def test_a_rule_can_weigh_differently_at_every_level(level: str) -> None:
    wish = {"severity": {"JM201": {"as": "info", "because": "still drafting"}}}
    assert _found(**{level: wish}) == [("JM106", "error"), ("JM201", "info")]


def test_what_stands_nearest_counts() -> None:
    grave, light = ({"severity": {"JM201": {"as": severity}}} for severity in ("error", "info"))
    assert _found(checks=grave, step_checks=light)[1] == ("JM201", "info")
    assert _found(checks={"off": {"JM201": "never"}}, step_checks=grave) == [("JM106", "error")]


def test_a_severity_that_is_not_said_stays() -> None:
    assert _found(checks={"severity": {"JM201": {"because": "unsure"}}})[1] == ("JM201", "warning")


def test_an_item_switches_off_only_for_itself() -> None:
    known = {"checks": {"off": {"JM201": "known"}}}
    steps: dict[str, dict[str, Any]] = {"a": {"goal": None, "b": "100%", **known}, "b": {"goal": None, "won": "100%"}}
    assert [finding.message for finding in check(plan({"j": journey(steps)}), SHAPE)] == ["'B' has no goal"]


def test_a_link_and_an_end_can_switch_off_too() -> None:
    life = journey({"event": {"opens": "d", "won": None, "lost": {"checks": {"off": {"JM109": "later"}}}}})
    odd = {"leads_to": "event", "checks": {"off": {"JM109": "so"}}}
    ends = {"yes": {"outcome": "success", "leads_to": "won"}, "odd": odd}
    detail = journey({"x": {"yes": "50%", "odd": "50%"}}, ends)
    assert check(plan({"life": life, "d": detail}), SHAPE) == []


def test_what_is_said_of_several_links_is_off_where_it_is_for_all_of_them() -> None:
    off = {"checks": {"off": {"JM107": "measured in spring"}}}
    half = plan({"j": journey({"a": {"won": off, "lost": None}})})
    assert [finding.rule for finding in check(half, SHAPE)] == ["JM107"]
    assert check(plan({"j": journey({"a": {"won": off, "lost": off}})}), SHAPE) == []


def test_findings_say_all_that_is_known() -> None:
    finding = check(plan({"j": journey({"a": LINKS})}), SHAPE)[0]
    assert (finding.rule, finding.name, finding.severity) == ("JM106", "shares-not-100", "error")
    assert finding.items == (("journeys", "j", "interactions", "a"),)
    assert finding.why.startswith("Every customer")
    assert (finding.file, finding.line) == ("", 0)


def test_a_sound_plan_has_no_findings() -> None:
    assert check(sound(), today=TODAY) == []


def test_rules_never_stumble_over_references_to_nothing() -> None:
    steps: dict[str, dict[str, Any]] = {
        "a": {"stage": "gone", "goal": "gone", "team": "gone", "opens": "gone", "nowhere": "50%", "won": "50%"},
        "b": {"opens": "d", "gone": {"enters": "gone"}},
    }
    broken = {
        "j": journey(steps, starts={"gone": "100%"}, conversion="gone"),
        "d": journey({"x": {"out": "100%"}}, {"out": {"leads_to": {"to": "gone", "enters": "gone"}}}),
    }
    assert {finding.rule for finding in check(plan(broken))} >= {"JM104", "JM111"}


@given(random_plans())
def test_checking_is_a_function_of_the_plan(whole: Plan) -> None:
    found = check(whole)
    assert found == check(whole)
    assert all(finding.items and finding.message for finding in found)


def test_the_cafe_is_sound() -> None:
    assert {finding.severity for finding in check(cafe())} <= {"warning", "info"}


@given(any_plans())
def test_every_plan_can_be_checked_however_wrong_it_is(whole: Plan) -> None:
    for finding in check(whole):
        path = finding.items[0]
        assert path[0] != "journeys" or path[1] in whole.journeys
        assert path[0] in Plan.model_fields
