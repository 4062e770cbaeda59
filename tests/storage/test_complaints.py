import pytest

from tests.storage.texts import HEAD, STEP, findings, only

ID = "is not an id; use small letters, digits and hyphens, beginning with a letter, such as"
MILESTONES = "is not first-contact, last-contact, renewal or other"
TIME = "is not a length of time; write it like 36h (units: s, min, h, d, w, mo, y)"
ON_STEP = [
    ("asks: mail", "JM012", 15, "'asks' must be a list like [a, b], not 'mail'"),
    ("asks: [ma il]", "JM013", 16, f"'ma il' {ID} 'ma-il'"),
    ("feeling: 5", "JM012", 18, "'feeling' is '5', but must be at most 2"),
    ("feeling: -2.5", "JM012", 18, "'feeling' is '-2.5', but must be at least -2"),
    ("feeling: good", "JM012", 18, "'feeling' must be a number, not 'good'"),
    ("feeling: [1]", "JM012", 18, "'feeling' must be a number, not a list"),
    ("moment_of_truth: maybe", "JM012", 26, "'moment_of_truth' must be true or false, not 'maybe'"),
    ("title: [a]", "JM012", 16, "'title' must be a text, not a list"),
    ("title: {a: b}", "JM012", 16, "'title' must be a text, not a group of keys"),
    ("people: Ann", "JM012", 17, "'people' must be a group of indented 'key: value' lines, not 'Ann'"),
    ("measures: 5", "JM012", 19, "'measures' must be a group of indented 'key: value' lines, not '5'"),
    ("milestone: first", "JM012", 20, f"'first' {MILESTONES}"),
    ("milestone: renewl", "JM012", 20, f"'renewl' {MILESTONES}; did you mean 'renewal'?"),
    ("takes: 5 days", "JM012", 16, f"'5 days' {TIME}"),
    ("takes: 3d..1d", "JM012", 16, "'3d..1d' runs backwards; a range is low..high or low..likely..high"),
    ("cost: cheap", "JM012", 15, "'cheap' is not an amount of money; write it like 4.20"),
    ("next: {pay: abc}", "JM012", 21, "'abc' is not a share; write it like 54%"),
    ("next: {pay: 120%}", "JM012", 21, "120% is not between 0% and 100%"),
    ("next: {pay: [x]}", "JM012", 21, "'pay' must be a group of indented 'key: value' lines, not a list"),
    ("next: {pay: {carries: some}}", "JM012", 31, "'carries' must be a list of ids, or the word 'all'"),
    ("next: {pay: {carries: [a b]}}", "JM013", 32, f"'a b' {ID} 'a-b'"),
    ("next: {pay: {shar: 5%}}", "JM010", 22, "'shar' is not a key of 'pay'; did you mean 'share'?"),
    ("next: {Pay it: 5%}", "JM013", 16, f"'Pay it' {ID} 'pay-it'"),
    ("satisfaction: 11", "JM012", 23, "'satisfaction' is '11', but must be at most 10"),
    ("satisfaction: {n: 5}", "JM011", 9, "'satisfaction' lacks 'value'"),
    ("measures: {m: {scale: [1]}}", "JM012", 31, "'scale' needs two numbers, such as [0, 1]"),
    ("measures: {m: {unit: share, now: 5}}", "JM012", 23, "'now: 5' does not fit 'unit: share'"),
    ("tested: {on: 2026-02-30}", "JM012", 22, "'2026-02-30' is not a date; write it like 2026-10-01"),
    ("chanel: web", "JM010", 9, "'chanel' is not a key of 'pay'; did you mean 'channel'?"),
    ("moment-of-truth: true", "JM010", 9, "'moment-of-truth' is not a key of 'pay'; did you mean 'moment_of_truth'?"),
    ("qqq: 1", "JM010", 9, "'qqq' is not a key of 'pay'"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "rule", "column", "message"), ON_STEP, ids=[case[0] for case in ON_STEP])
def test_a_wrong_fact_is_told_in_the_planners_words(line: str, rule: str, column: int, message: str) -> None:
    assert only(f"{HEAD}{STEP}        {line}\n") == (rule, 7, column, message)


def test_all_problems_are_told_at_once_in_the_order_of_the_file() -> None:
    text = (
        "journeymapper: 1\nvolume: 1.5\nreview_by: soon\ncurrency: euro\nbrand: {accent: red}\nStages: {}\n"
        "journeys:\n  visit:\n    interactions: {a: {}}\n    ends: {a: {}}\nopportunities: {o: {at: [pay]}}\n"
        "layout: {visit: {pay: [1, 2, 3]}}\n"
    )
    assert [(line, rule) for rule, line, *_ in findings(text)] == [
        (1, "JM011"), (2, "JM012"), (3, "JM012"), (4, "JM012"), (5, "JM012"), (6, "JM010"), (8, "JM012"), (11, "JM012"),
        (12, "JM012"),
    ]  # fmt: skip


def test_a_bad_key_and_a_bad_value_are_two_problems() -> None:
    assert [(rule, column) for rule, _, column, _ in findings(HEAD + "stages: {Bad Id: text}\n")] == [
        ("JM013", 10), ("JM012", 18),
    ]  # fmt: skip


def test_long_values_are_quoted_in_part() -> None:
    assert only(HEAD + f"volume: {'x' * 500}\n")[3] == f"'volume' must be a whole number, not '{'x' * 60}…'"


def test_a_card_that_was_moved_beyond_any_map_is_told() -> None:
    text = f"{HEAD}{STEP}layout: {{visit: {{pay: [0, -1e9]}}}}\n"
    assert only(text) == ("JM012", 7, 27, "'pay' is '-1e9', but must be at least -10000")


def test_what_a_message_quotes_can_do_nothing_to_a_terminal() -> None:
    said = only(HEAD + 'volume: "\\e[31mred\\u202etxt"\n')[3]
    assert said == "'volume' must be a whole number, not '\ufffd[31mred\ufffdtxt'"
