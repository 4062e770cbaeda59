from typing import Any

import pytest

from tests.rules.found import places
from tests.rules.sound import faults, said

BUY = "journeys/visit/interactions/buy"
LIFE = "journeys/life/interactions"


def test_a_team_below_its_target() -> None:
    assert said("JM408") == []
    found = faults("JM408", {f"{BUY}/satisfaction": 6})
    assert [finding.message for finding in found] == ["Customers rate 'Baristas' 7.7 of 10, below its target of 8"]
    assert places(found) == ["teams/baristas"]


def test_a_team_that_lags_behind_the_others() -> None:
    teams: dict[str, Any] = {f"teams/t{n}": {"title": f"Team {n}"} for n in range(4)}
    scores = (4.6, 4.5, 4.4, 3.1)
    teams |= {
        f"journeys/visit/interactions/s{n}": {"team": f"t{n}", "satisfaction": score, "next": {"happy": "100%"}}
        for n, score in enumerate(scores)
    }
    for step in ("see", "recall"):
        teams[f"{LIFE}/{step}/satisfaction"] = None
    assert said("JM408", {**teams, f"{BUY}/satisfaction": None}) == [
        "Customers rate 'Team 3' 3.1 of 10, more than a deviation below the mean of all teams, 4.2"
    ]


def test_a_team_whose_customers_nobody_asked_is_not_known_to_lag() -> None:
    unknown = {f"{LIFE}/{step}/satisfaction": None for step in ("see", "recall")} | {f"{BUY}/satisfaction": None}
    assert said("JM408", unknown) == []
    assert said("JM409", unknown) == []
    assert said("JM408", {f"{BUY}/satisfaction": 2, "teams/baristas/target": None}) == []


def test_a_team_that_rates_itself_much_better() -> None:
    assert said("JM409") == []
    found = faults("JM409", {"teams/baristas/self_rating": 10, f"{BUY}/satisfaction": 7})
    assert [finding.message for finding in found] == ["'Baristas' rates itself 10 of 10, and its customers rate it 8.0"]
    assert said("JM409", {"teams/baristas/self_rating": 9.9, f"{BUY}/satisfaction": 7}) == []
    assert said("JM409", {"teams/baristas/self_rating": None, f"{BUY}/satisfaction": 1}) == []


def _trained(value: bool | None) -> dict[str, Any]:
    return {f"{place}/people": {"trained": value} for place in (BUY, f"{LIFE}/see", f"{LIFE}/recall")}


def test_a_personal_channel_where_nobody_is_trained() -> None:
    assert said("JM410") == []
    found = faults("JM410", _trained(False))
    assert [finding.message for finding in found] == ["Nobody is known to be trained for the channel 'Shop'"]
    assert places(found) == ["channels/shop"]
    assert found[0].items[1] == ("journeys", "life", "interactions", "see")


def test_unknown_training_and_other_channels_are_passed_over() -> None:
    assert said("JM410", _trained(None)) == []
    assert said("JM410", {**_trained(False), f"{BUY}/people": {"trained": True}}) == []
    assert said("JM410", {**_trained(False), "channels/shop/kind": "digital"}) == []


@pytest.mark.parametrize("reward", [None, " "])
def test_a_moment_of_truth_whose_reward_is_unknown(reward: str | None) -> None:
    assert said("JM508") == []
    found = faults("JM508", {"teams/baristas/rewarded_on": reward})
    assert [finding.message for finding in found] == [
        "'Buys a cup' is a moment of truth, and nothing is known of what 'Baristas' is rewarded for"
    ]
    assert places(found) == [BUY]


def test_a_moment_of_truth_that_is_rewarded_for_something_else() -> None:
    assert said("JM508", {"teams/baristas/rewarded_on": "short queues"}) == [
        "'Buys a cup' is a moment of truth, and 'Baristas' is rewarded for something else: short queues"
    ]


@pytest.mark.parametrize("reward", ["cups sold to buyers", "NPS", "what customers say", "low churn"])
def test_a_reward_for_what_customers_say_or_what_it_is_about(reward: str) -> None:
    assert said("JM508", {"teams/baristas/rewarded_on": reward, "goals/sell/title": "Buyers"}) == []


def test_without_a_team_or_a_moment_of_truth_nothing_is_rewarded() -> None:
    bare = {"teams/baristas/rewarded_on": None}
    assert said("JM508", {**bare, f"{BUY}/team": None}) == []
    assert said("JM508", {**bare, f"{BUY}/moment_of_truth": None}) == []
    assert said("JM508", {**bare, f"{BUY}/detail": "open"}) == []
