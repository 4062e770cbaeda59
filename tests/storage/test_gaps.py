"""Entries between brackets that come, go and change places, with the comments around them."""

from __future__ import annotations

from itertools import permutations

import pytest

from journeymapper.model.frozen import FrozenMap
from journeymapper.model.library import Goal
from journeymapper.storage.writing import canonical, render
from tests.storage.texts import HEAD, document

TRAILING = """\
goals: {
  a: {title: A}, # behind, a
  # above b
  b: {title: B},
  # above c
  c: {title: C}
}
"""
LEADING = """\
goals:
  { a: {title: A} # behind, a
  , b: {title: B}
  # above c
  , c: {title: C} }
"""


def goals(text: str, wanted: str) -> str:
    """The text of the goals with these ids, new ones among them."""
    before = document(HEAD + text)
    held = before.plan.goals
    kept = FrozenMap({ident: held.get(ident, Goal(title=ident.upper())) for ident in wanted})
    after = before.plan.model_copy(update={"goals": kept})
    written = render(before, after).decode()
    assert canonical(document(written).plan) == canonical(after)
    return written.removeprefix(HEAD)


@pytest.mark.parametrize(
    ("wanted", "lines"),
    [
        ("bc", "  # above b\n  b: {title: B},\n  # above c\n  c: {title: C}\n"),
        ("ac", "  a: {title: A}, # behind, a\n  # above c\n  c: {title: C}\n"),
        ("ab", "  a: {title: A}, # behind, a\n  # above b\n  b: {title: B}\n"),
        ("a", "  a: {title: A} # behind, a\n"),
        ("c", "  # above c\n  c: {title: C}\n"),
        ("bcd", "  # above b\n  b: {title: B},\n  # above c\n  c: {title: C},\n  d: {title: D}\n"),
        ("adbz", "  a: {title: A}, # behind, a\n  d: {title: D},\n  # above b\n  b: {title: B},\n  z: {title: Z}\n"),
    ],
)
def test_comments_stay_with_their_entries(wanted: str, lines: str) -> None:
    assert goals(TRAILING, wanted) == f"goals: {{\n{lines}}}\n"


@pytest.mark.parametrize(
    ("wanted", "after"),
    [
        ("bc", "goals:\n  { b: {title: B}\n  # above c\n  , c: {title: C} }\n"),
        ("ac", "goals:\n  { a: {title: A} # behind, a\n  # above c\n  , c: {title: C} }\n"),
        ("ad", "goals:\n  { a: {title: A} # behind, a\n  , d: {title: D} }\n"),
    ],
)
def test_commas_stay_where_a_person_puts_them(wanted: str, after: str) -> None:
    assert goals(LEADING, wanted) == after


@pytest.mark.parametrize(("wanted", "after"), [("b", "{b: }"), ("ab", "{a: , b: }"), ("bac", "{b: , a: , c: }")])
def test_one_line_stays_one_line(wanted: str, after: str) -> None:
    assert goals("goals: {a: , b: , c: }\n", wanted) == f"goals: {after}\n"


@pytest.mark.parametrize("text", [TRAILING, LEADING, "goals: {a: , # x\n b: , c: {title: C},\n}\n"])
def test_any_choice_in_any_order_reads_as_it_should(text: str) -> None:
    for size in (1, 2, 3, 4):
        for wanted in permutations("abcd", size):
            goals(text, "".join(wanted))
