from typing import Any

from tests.rules.found import places
from tests.rules.sound import faults, offers, said

LIFE = "journeys/life/interactions"
LINK = f"{LIFE}/see/next/recall"
WEB: dict[str, Any] = {
    "teams/web": {"title": "Web team"},
    f"{LIFE}/see/team": "web",
    f"{LIFE}/see/next": {"recall": {}},
}
CRITERIA = {"criteria": {"ready": {"title": "Ready"}, "lead": {"title": "Lead", "lead": True}}}
AGREED = {f"{LINK}/handover": {"criteria": "ready", "within": "4h"}}
PASSING = "From 'Sees us' to 'Remembers us' the customer passes from 'Web team' to 'Baristas'"


def test_a_change_of_team_without_criteria() -> None:
    found = faults("JM301", WEB)
    assert [finding.message for finding in found] == [f"{PASSING}, and nothing says when the customer is ready"]
    assert places(found) == [LINK]
    assert found[0].items[1] == ("journeys", "life", "interactions", "recall")


def test_a_change_of_process_where_a_team_is_unknown() -> None:
    other = {**WEB, f"{LIFE}/see/team": None, f"{LIFE}/see/process": "marketing", "processes/marketing": {}}
    (message,) = said("JM301", other)
    assert "the customer passes from 'marketing' to 'Sales'" in message


def test_no_change_an_unknown_one_and_agreed_criteria_are_fine() -> None:
    assert said("JM301") == []
    assert said("JM301", {**WEB, f"{LIFE}/see/team": None, f"{LIFE}/see/process": None}) == []
    assert said("JM301", {**WEB, **CRITERIA, **AGREED}) == []
    assert said("JM301", {**WEB, f"{LIFE}/see/detail": "open"}) == []


def test_a_hand_over_into_a_detail_is_agreed_on_the_link_to_its_event() -> None:
    into = {"teams/web": {"title": "Web team"}, f"{LIFE}/see/team": "web"}
    assert places(faults("JM301", into)) == [f"{LIFE}/see/next/visit"]
    assert said("JM301", {**into, **CRITERIA, f"{LIFE}/see/next/visit": {"handover": {"criteria": "ready"}}}) == []


def test_a_hand_over_out_of_a_detail_is_agreed_on_the_link_to_its_end() -> None:
    out = {"teams/web": {"title": "Web team"}, f"{LIFE}/recall/team": "web"}
    assert places(faults("JM301", out)) == ["journeys/visit/interactions/buy/next/happy"]


def test_criteria_of_like_hand_overs_are_offered_first() -> None:
    again = {f"{LIFE}/see/next/more": {"handover": {"criteria": "lead"}}, f"{LIFE}/more": {"team": "baristas"}}
    assert offers("JM301", {**WEB, **CRITERIA}) == ["Hand over by 'Ready'", "Hand over by 'Lead'"]
    assert offers("JM301", {**WEB, **CRITERIA, **again}) == ["Hand over by 'Lead'", "Hand over by 'Ready'"]
    assert offers("JM301", WEB) == []


def test_a_hand_over_without_limit() -> None:
    assert said("JM303") == []
    assert said("JM303", {**WEB, **CRITERIA, **AGREED}) == []
    found = faults("JM303", {**WEB, **CRITERIA, f"{LINK}/handover": {"criteria": "ready"}})
    assert [finding.message for finding in found] == [f"{PASSING} without a time limit"]
    assert said("JM303", {**WEB, f"{LIFE}/see/team": None, f"{LIFE}/see/process": None}) == []


TWO = {
    "criteria": {"cold": {"title": "Cold lead", "lead": True}, "lead": {"title": "Lead", "lead": True}},
    f"{LIFE}/see/next": {"recall": {"share": "50%", "handover": {"criteria": "lead"}}, "visit": "50%"},
    f"{LIFE}/recall/next": {"won": {"share": "100%", "handover": {"criteria": "cold"}}},
    "journeys/visit/interactions/buy/next/happy": {"share": "90%", "handover": {"criteria": "lead"}},
}


def test_more_than_one_set_of_criteria_for_leads() -> None:
    found = faults("JM302", TWO)
    assert [finding.message for finding in found] == [
        "Leads are qualified by more than one set of criteria: 'Lead' and 'Cold lead'"
    ]
    assert places(found) == ["criteria/cold"]
    assert offers("JM302", TWO) == ["Qualify every lead by 'Lead'", "Qualify every lead by 'Cold lead'"]


def test_one_set_for_leads_and_others_for_others() -> None:
    assert said("JM302") == []
    assert said("JM302", {**TWO, "criteria/cold/lead": False}) == []
    assert said("JM302", {**TWO, "criteria/cold/lead": None}) == []
