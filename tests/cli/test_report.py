import json

from journeymapper.cli.report import Checked, json_report, printable, summary, text_report
from journeymapper.model.finding import Finding

PAY = ("journeys", "j", "interactions", "pay")
DEAD = Finding("JM102", "dead-end", "error", "'Pay' leads nowhere", (PAY,), "Why.", line=12, column=3)
GOAL = Finding("JM201", "no-goal", "warning", "'Pay' has no goal", (PAY,), line=9, column=13)
GONE = Finding("JM001", "unreadable", "error", "there is no such file")
FILES = [Checked("a.yaml", (GOAL, DEAD)), Checked("b.yaml", ()), Checked("c.yaml", (GONE,), readable=False)]


def test_text_is_grouped_by_file_and_aligned() -> None:
    assert text_report(FILES, colour=False).splitlines() == [
        "a.yaml:9:13  warning  'Pay' has no goal  JM201 no-goal",
        "a.yaml:12:3  error    'Pay' leads nowhere  JM102 dead-end",
        "",
        "c.yaml  error    there is no such file  JM001 unreadable",
        "",
        "2 errors, 1 warning in 2 of 3 plans",
    ]


def test_text_has_colours_only_where_they_are_wanted() -> None:
    assert "\x1b[31merror  \x1b[0m" in text_report(FILES, colour=True)
    assert "\x1b" not in text_report(FILES, colour=False)


def test_titles_cannot_command_the_terminal() -> None:
    assert printable("one\ntwo\t\x1b[31mred\u202egnol") == "one two \ufffd[31mred\ufffdgnol"
    assert printable("Café 咖啡 👩‍🍳") == "Café 咖啡 👩‍🍳"


def test_the_summary_counts() -> None:
    assert summary([Checked("a", ())]) == "1 plan checked, no problems"
    assert summary([Checked("a", ()), Checked("b", ())]) == "2 plans checked, no problems"
    assert summary([Checked("a", (GOAL,))]) == "1 warning in 1 plan"


def test_json_has_everything() -> None:
    report = json.loads(json_report(FILES))
    assert report["summary"] == {"error": 2, "warning": 1, "info": 0}
    assert [(file["file"], file["readable"], len(file["findings"])) for file in report["files"]] == [
        ("a.yaml", True, 2),
        ("b.yaml", True, 0),
        ("c.yaml", False, 1),
    ]
    assert report["files"][0]["findings"][1] == {
        "rule": "JM102",
        "name": "dead-end",
        "severity": "error",
        "message": "'Pay' leads nowhere",
        "why": "Why.",
        "line": 12,
        "column": 3,
        "items": ["journeys/j/interactions/pay"],
    }
