import pytest

from tests.storage.texts import HEAD, findings, only

PLAN = (
    HEAD
    + """\
stages: {engagement: {}}
channels: {website: {}}
data: {e-mail: {}}
segments: {home: {}}
journeys:
  life:
    starts: {see: 100%}
    interactions:
      see: {opens: box, next: {try: 100%}}
      try: {}
    ends: {lost: {}}
  box:
    interactions:
      ask: {}
    ends: {out: {leads_to: try}}
"""
)


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "message"),
    [
        ("try: 100%", "tyr: 100%", 11, 32, "'tyr' is not an interaction or end of this journey; did you mean 'try'?"),
        ("{see: 100%}", "{sea: 100%}", 9, 14, "'sea' is not an interaction of this journey; did you mean 'see'?"),
        ("ask: {}", "ask: {channel: web}", 16, 22, "'web' is not a channel; did you mean 'website'?"),
        ("ask: {}", "ask: {goal: sell}", 16, 19, "'sell' is not a goal; there are none yet"),
        ("ask: {}", "ask: {asks: [e-mail, mail]}", 16, 28, "'mail' is not a data item; did you mean 'e-mail'?"),
        ("ask: {}", "ask: {feeling_by: {hom: 1}}", 16, 26, "'hom' is not a segment or persona; did you mean 'home'?"),
        ("leads_to: try", "leads_to: buy", 17, 28, "'buy' is not an interaction or end of the journey above"),
    ],
)
def test_an_id_that_names_nothing_is_told_with_what_was_meant(
    old: str, new: str, line: int, column: int, message: str
) -> None:
    assert not findings(PLAN)
    assert only(PLAN.replace(old, new)) == ("JM014", line, column, message)


def test_a_journey_that_is_not_there_is_left_to_the_rule_about_opening() -> None:
    assert not findings(PLAN.replace("opens: box", "opens: bax"))


def test_a_journey_that_nobody_opens_yet_may_lead_to_any_step_of_the_plan() -> None:
    unopened = PLAN.replace("opens: box, ", "")
    assert not findings(unopened)
    assert only(unopened.replace("leads_to: try", "leads_to: nowhere"))[0] == "JM014"
