import pytest

from journeymapper.storage import tree
from tests.storage.texts import HEAD, document, findings, only


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        (HEAD + "about: &x text\n", 3, 8, "an anchor ('&x')"),
        (HEAD + "stages: &x {}\n", 3, 9, "an anchor ('&x')"),
        (HEAD + "about: *x\n", 3, 8, "an alias ('*x')"),
        (HEAD + "&x about: text\n", 3, 1, "an anchor ('&x')"),
        (HEAD + "about: !!str text\n", 3, 8, "a tag ('tag:yaml.org,2002:str')"),
        (HEAD + "about: ! text\n", 3, 8, "a tag ('!')"),
        (HEAD + "x-a: !!python/object/apply:os.system [ls]\n", 3, 6, "a tag ('tag:yaml.org,2002:python/object"),
        (HEAD + "stages:\n  <<: {a: {}}\n", 4, 3, "a merge key ('<<')"),
        ("%YAML 1.1\n---\n" + HEAD, 1, 1, "a directive ('%…')"),
        (HEAD + "---\ntitle: b\n", 3, 1, "a second document begins here"),
        (HEAD + "? [a]\n: b\n", 3, 3, "a key must be a word"),
    ],
)
def test_what_only_yaml_knows_is_refused(text: str, line: int, column: int, message: str) -> None:
    found = only(text)
    assert found[:3] == ("JM006", line, column)
    assert found[3].startswith(message)


def test_what_is_refused_does_not_hide_the_places_of_other_problems() -> None:
    text = HEAD + "stages:\n  a: {title: &x b, about: &x c}\n  b:\n    [a, b]: c\n    titel: d\n"
    assert [(rule, line) for rule, line, *_ in findings(text)] == [
        ("JM006", 4), ("JM006", 4), ("JM006", 6), ("JM010", 7),
    ]  # fmt: skip


def test_a_document_mark_before_the_plan_is_fine() -> None:
    assert document("---\n" + HEAD).plan.title == "Café"


@pytest.mark.parametrize("text", ["", "- a\n", "word\n", "# only a comment\n", "[[[[" * 20])
def test_a_text_without_keys_is_no_plan(text: str) -> None:
    assert only(text)[0] == "JM003"


@pytest.mark.parametrize("text", ["{" * 50000, "x: " + "[" * 50000, "- " * 50000, "? " * 50000, "a: {" * 9000])
def test_endless_nesting_is_given_up_at_once(text: str) -> None:
    assert {found[0] for found in findings(text)} <= {"JM003", "JM005", "JM006", "JM008"}


def test_a_key_that_is_there_twice_is_told_with_both_lines_wherever_it_is() -> None:
    text = HEAD + "stages:\n  a: {title: x, title: y}\n  b: {}\n  a: {}\n"
    assert findings(text) == [
        ("JM007", 4, 17, "'title' is here a second time; the first is in line 4"),
        ("JM007", 6, 3, "'a' is here a second time; the first is in line 4"),
    ]


def test_problems_before_a_syntax_error_are_told_with_it() -> None:
    assert [found[0] for found in findings(HEAD + "title: again\nabout: @x\n")] == ["JM007", "JM005"]


def test_depth_is_limited() -> None:
    assert not findings(HEAD + f"x-a: {'[' * 31}{']' * 31}\n")
    assert only(HEAD + f"x-a: {'[' * 90}\n")[:2] == ("JM008", 3)
    assert only(HEAD + "x-a:\n" + "".join(f"{' ' * depth}a:\n" for depth in range(1, 90)))[0] == "JM008"


def test_the_number_of_values_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MOST_ENTRIES", 100)
    monkeypatch.setattr(tree, "MOST_IN_ONE", 60)
    assert only(HEAD + f"x-a: [{'1, ' * 61}]\n")[3] == "here are more than 60 entries in one place"
    assert (
        only(HEAD + f"x-a: {{{', '.join(map(str, range(61)))}}}\n")[3] == "here are more than 60 entries in one place"
    )
    assert only(HEAD + f"x-a: [{'1, ' * 51}]\nx-b: [{'1, ' * 51}]\n")[3] == "the file has more than 100 entries"


def test_scalars_stay_the_text_that_was_written() -> None:
    plain = HEAD.replace("Café", "no") + "owner: 2024\nabout: 010\npromise: 12:30\n"
    plan = document(plain).plan
    assert (plan.title, plan.owner, plan.about, plan.promise) == ("no", "2024", "010", "12:30")


@pytest.mark.parametrize("nothing", ["", " ~", " null", " Null", " NULL"])
def test_nothing_is_unknown_and_an_empty_group_is_empty(nothing: str) -> None:
    plan = document(HEAD + f"owner:{nothing}\nstages:{nothing}\nteams:\n  a:{nothing}\n").plan
    assert plan.owner is None
    assert not plan.stages
    assert plan.teams["a"].title is None


def test_quoted_words_are_texts() -> None:
    assert document(HEAD + "owner: 'null'\nabout: \"~\"\n").plan.owner == "null"


def test_keys_of_ones_own_are_read_by_the_core_rules_of_yaml_1_2() -> None:
    text = "x-a: {i: 12, o: 0o17, h: 0xff, f: 1.5, e: 1e3, t: true, n: ~, w: yes, s: '1', l: [1, no], d: 2024-01-01}\n"
    assert document(HEAD + text).plan.extras["x-a"] == {
        "i": 12, "o": 15, "h": 255, "f": 1.5, "e": 1000.0, "t": True, "n": None, "w": "yes", "s": "1", "l": [1, "no"],
        "d": "2024-01-01",
    }  # fmt: skip


def test_a_thousand_problems_end_the_list() -> None:
    found = findings(HEAD + "".join(f"k{number}: 1\n" for number in range(5000)))
    assert len(found) == 101
    assert found[-1][0] == "JM016"
    assert found[-1][3] == "400 and perhaps more problems are not listed; solve these first"
