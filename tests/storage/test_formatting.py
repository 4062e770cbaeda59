"""How files look once they are formatted; what holds for all of them is in `test_formatting_laws`."""

from pathlib import Path

import pytest

from journeymapper.storage.formatting import formatted
from journeymapper.storage.reading import read_plan
from journeymapper.storage.saving import tidied
from tests.storage.texts import HEAD, document


def form(text: str) -> str:
    """The formatted text, which must stay as it is when it is formatted again."""
    written = formatted(document(text))
    assert formatted(document(written)) == written
    return written


def body(text: str) -> str:
    """What becomes of lines below the head of a plan."""
    written = form(HEAD + text)
    assert written.startswith(HEAD)
    return written.removeprefix(HEAD)


def test_comments_go_with_what_they_are_about_when_keys_change_their_order() -> None:
    text = "# head\n\n# Ann's\nowner: Ann   # who\n# the name\ntitle: 'Café'\n# version\njourneymapper: 1\n"
    assert form(text) == "# head\n\n# version\njourneymapper: 1\n# the name\ntitle: Café\n# Ann's\nowner: Ann   # who\n"


def test_what_stands_first_in_a_file_stays_there() -> None:
    schema = "# yaml-language-server: $schema=./journey.schema.json\n"
    assert form(f"{schema}title: x\njourneymapper: 1\n") == f"{schema}journeymapper: 1\ntitle: x\n"
    assert form(f"\n{schema}\n\n# more\n\njourneymapper: 1\ntitle: x\n") == (
        f"{schema}\n# more\n\njourneymapper: 1\ntitle: x\n"
    )


def test_what_stands_last_in_a_file_stays_there() -> None:
    assert body("stages:\n  s:\n\n\n# the end\n\n   # really\n") == "\nstages:\n  s: {}\n\n# the end\n\n# really\n"


IN_BRACKETS = """\
stages: {   # in order
  # the first
  first: {title: First},   # short
  second: {title: Second, # its name
    # to come: a goal
  }
} # all of them
"""
IN_LINES = """
stages:  # in order
         # all of them
  # the first
  first:  # short
    title: First
  second:
    title: Second  # its name
    # to come: a goal
"""


def test_brackets_open_and_their_comments_find_their_lines() -> None:
    assert body(IN_BRACKETS) == IN_LINES


STEP = "journeys:\n  v:\n    interactions:\n      a:\n"


def step(text: str) -> str:
    """What becomes of lines of an interaction."""
    written = body(STEP + "".join(f"        {line}\n" for line in text.split("\n")))
    assert written.startswith("\n" + STEP)
    return "\n".join(line[8:] for line in written.removeprefix("\n" + STEP).rstrip("\n").split("\n"))


def test_a_list_of_ids_is_one_line_unless_comments_tell_its_items_apart() -> None:
    assert step("asks:   # all\n  - mail\n  - name") == "asks: [mail, name]  # all"
    assert step("asks: [mail, # needed\n  name]") == "asks:\n  - mail  # needed\n  - name"
    assert step("asks: [mail,\n  # why?\n  name, ]") == "asks:\n  - mail\n  # why?\n  - name"
    assert step("asks:\n- mail\n  # deeper") == "asks:\n  - mail\n    # deeper"
    assert step("asks: [\n  mail\n  # name\n  ]") == "asks:\n  - mail\n  # name"
    assert step("asks: [ # none\n  # mail\n  ]") == "asks: []  # none\n  # mail"


def test_a_comment_keeps_its_column_where_there_is_room() -> None:
    assert step("title: 'A'      # a\nstage: s        # b\nnext:           # c\n  x: 1%         # d") == (
        "title: A        # a\nstage: s        # b\nnext:           # c\n  x: 1%         # d"
    )
    assert step("title: A # a") == "title: A  # a"
    assert step("title: A\t # a") == "title: A  # a"
    assert step("next: {x: 1%}   # a") == "next:  # a\n  x: 1%"


def test_a_comment_that_goes_on_below_itself_stays_in_one_piece() -> None:
    assert step("title: A   # one\n           # two\nstage: s") == "title: A   # one\n           # two\nstage: s"
    assert step("next: {x: 1%}   # one\n                # two") == "next:  # one\n       # two\n  x: 1%"
    assert step("title: A   # one\n\n           # two\nstage: s") == "title: A   # one\n\n  # two\nstage: s"


def test_between_a_key_and_its_value_may_be_comments() -> None:
    assert step("title:  # one\n  # two\n  A  # three") == "# two\ntitle: A  # one\n          # three"
    assert step("next:\n# left\n  x: 1%") == "next:\n  # left\n  x: 1%"


def test_no_comment_gets_into_a_text_of_several_lines() -> None:
    assert step("does: |   # one\n  Asks\n  and waits\n  # text") == "does: |   # one\n  Asks\n  and waits\n  # text"
    assert step('does: "Asks\\nand waits"  # one\n                        # two\n  # end\nteam: t') == (
        "# two\n# end\ndoes: |-  # one\n  Asks\n  and waits\nteam: t"
    )


def test_of_what_is_not_written_the_comments_stay_near() -> None:
    assert step("title: A\nteam:  # none yet\n# sure?\nprocess:\nexpects: B") == (
        "title: A\n# none yet\n# sure?\nexpects: B"
    )
    assert step("title: A\nfeeling_by: {\n  # nobody\n}") == "title: A\n# nobody"
    assert step("next: {x: {share: 1%  # few\n  # or none\n  }}") == "next:\n  x: 1%  # few\n    # or none"


def test_own_lists_hold_everything_in_one_line() -> None:
    assert step("x-own:\n  - a: 1  # one\n    # two\n    b: [2, # three\n      4]\n  - c") == (
        "x-own:\n  # two\n  - {a: 1, b: [2, 4]}  # one\n                       # three\n  - c"
    )


PARTED = """\
stages:

  # Heading

  # one
  a:


  # two
  b:

  # Heading
  # in two lines


  c:

  d:
"""
KEPT_APART = """

stages:
  # Heading

  # one
  a: {}
  # two
  b: {}

  # Heading
  # in two lines

  c: {}
  d: {}
"""


def test_empty_lines_part_headings_from_what_is_below_and_nothing_else() -> None:
    assert body(PARTED) == KEPT_APART.removeprefix("\n")


def test_a_file_between_brackets_becomes_lines() -> None:
    text = '# head\n{"journeymapper": 1, # one\n # two\n "title": "x", "stages": {"a": {}} # three\n} # four\n# five\n'
    lines = "# head\njourneymapper: 1  # one\n# two\ntitle: x\n\nstages:  # three\n  a: {}\n# four\n# five\n"
    assert form(text) == lines


def test_indented_and_marked_documents_become_plain_ones() -> None:
    text = "%s--- # one\n  # two\n  journeymapper: 1\n  title: x\n... # three\n# four\n"
    assert form(text % "# zero\n") == "# zero\n# one\n# two\njourneymapper: 1\ntitle: x\n# three\n# four\n"


BASE = "stages: {first: {title: First}, second: {}}\nowner: Ann\nabout: Coffee\n" + STEP + "        next: {b: 38%}\n"
VARIANT = """\
# head
extends: base.journey.yaml
journeymapper: 1
journeys: {v: {interactions: {a: {next: {b: {after: 1d}, c: {share: 5%}, d: {}}, # links
  stage: ~delete}}}}
about:      # nothing
owner: "~delete"   # nobody
stages: {second: ~delete, first: , third: {title: Third}}
checks: {}
x-own: {b: 1, a: ~delete}
"""
TIDY_VARIANT = """\
# head
journeymapper: 1
extends: base.journey.yaml
about:      # nothing
owner: ~delete     # nobody

stages:
  second: ~delete
  first:
  third:
    title: Third

journeys:
  v:
    interactions:
      a:
        stage: ~delete
        next:  # links
          b:
            after: 1d
          c: 5%
          d: {}

checks: {}

x-own:
  b: 1
  a: ~delete
"""


def test_a_variant_says_only_what_it_said(tmp_path: Path) -> None:
    (tmp_path / "base.journey.yaml").write_text(HEAD + BASE, encoding="utf-8")
    path = tmp_path / "variant.journey.yaml"
    path.write_text(VARIANT, encoding="utf-8")
    read = read_plan(path).document
    assert read is not None
    assert tidied(read, tmp_path).decode() == TIDY_VARIANT


@pytest.mark.parametrize("name", ["hand-written"])
def test_a_formatted_file_has_no_line_that_ends_in_spaces(name: str, root: Path) -> None:
    read = read_plan(root / f"tests/data/{name}.journey.yaml").document
    assert read is not None
    assert not [line for line in form(read.text).split("\n") if line != line.rstrip()]
