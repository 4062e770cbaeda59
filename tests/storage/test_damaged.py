"""What is written around damage: every byte of it stays, in every style."""

from __future__ import annotations

import difflib
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from journeymapper.edits.deleting import delete_items
from journeymapper.edits.fields import set_field
from journeymapper.edits.placing import move_card, reset_cards
from journeymapper.edits.renaming import rename_step
from journeymapper.model.finding import ItemPath
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.plan import Plan
from journeymapper.storage.saving import save
from tests.storage.texts import HEAD, STEP, opened

VISIT: ItemPath = ("journeys", "visit")
PAY = (*VISIT, "interactions", "pay")
NEXT = (*PAY, "next")


def written(text: str, plan: Plan, folder: Path) -> list[str]:
    """The lines that go and come when the plan is saved in place of what could be read of the text."""
    path = folder / "plan.journey.yaml"
    save(opened(text), plan, path)
    after = path.read_text(encoding="utf-8").splitlines()
    changes = [*difflib.unified_diff(text.splitlines(), after, n=0, lineterm="")][2:]
    return [f"{line[0]} {line[1:]}" for line in changes if line[0] in "+-"]


def on_step(lines: str) -> str:
    return f"{HEAD}{STEP}" + "".join(f"        {line}\n" for line in lines.split("\n"))


@pytest.mark.parametrize(
    ("lines", "path", "field", "raw", "changes"),
    [
        # beside damage
        ("cost: cheap  # c\ntitle: A", PAY, "title", "B", ["-         title: A", "+         title: B"]),
        ("titel: A", PAY, "title", "B", ["+         title: B"]),
        ("cost: cheap", PAY, "does", "Pays", ["+         does: Pays"]),
        ("evidence:\n  basis: guess\n  source: A", PAY, "evidence", None, ["-           source: A"]),
        ("evidence: {basis: guess, source: A}", PAY, "evidence", None,
         ["-         evidence: {basis: guess, source: A}", "+         evidence: {basis: guess}"]),
        ("evidence: {basis: guess}", PAY, "evidence", {"source": "A"},
         ["-         evidence: {basis: guess}", "+         evidence: {basis: guess, source: A}"]),
        ("evidence:\n  basis: guess", PAY, "evidence", {"source": "A"}, ["+           source: A"]),
        # lists
        ("pains:\n  - A\n  - x: y\n  - B", PAY, "pains", ["B", "C"], ["-           - A", "+           - C"]),
        ("pains:\n  - A\n  - x: y\n  - B", PAY, "pains", ["New", "A"], ["+           - New", "-           - B"]),
        ("asks: [a, Bad One, b]", PAY, "asks", ["b"],
         ["-         asks: [a, Bad One, b]", "+         asks: [Bad One, b]"]),
        ("asks: [a, Bad One, b]", PAY, "asks", ["a", "b", "c"],
         ["-         asks: [a, Bad One, b]", "+         asks: [a, Bad One, b, c]"]),
        ("asks: [a, Bad One]", PAY, "asks", [], ["-         asks: [a, Bad One]", "+         asks: []"]),
        # short forms
        ("next:\n  lost: most  # m", (*NEXT, "lost"), "after", "1d",
         ["-           lost: most  # m", "+           lost:  # m", "+             share: most",
          "+             after: 1d"]),
        ("next: {lost: most, see: 5%}", (*NEXT, "lost"), "after", "1d",
         ["-         next: {lost: most, see: 5%}", "+         next: {lost: {share: most, after: 1d}, see: 5%}"]),
        ("next:\n  lost: 'most\n    of them'", (*NEXT, "lost"), "after", "1d",
         ["-           lost: 'most", "-             of them'", "+           lost:", "+             share: 'most",
          "+               of them'", "+             after: 1d"]),
        ("next:\n  lost: {share: most}", (*NEXT, "lost"), "after", "1d",
         ["-           lost: {share: most}", "+           lost: {share: most, after: 1d}"]),
        # mended
        ("cost: cheap  # c", PAY, "cost", "3", ["-         cost: cheap  # c", "+         cost: 3  # c"]),
        ("pains: Slow", PAY, "pains", ["A"], ["-         pains: Slow", "+         pains:", "+           - A"]),
        ("asks:\n  - Bad One   # no\n  - {}", PAY, "asks", ["a"],
         ["-         asks:", "-           - Bad One   # no", "-           - {}", "+         asks: [a]"]),
        ("next: {lost: most}", (*NEXT, "lost"), "share", "5%",
         ["-         next: {lost: most}", "+         next: {lost: 5%}"]),
        ("satisfaction: {n: 3}", PAY, "satisfaction", {"value": "8"},
         ["-         satisfaction: {n: 3}", "+         satisfaction: 8"]),
    ],
)  # fmt: skip
def test_an_edit_of_a_damaged_step(
    lines: str, path: ItemPath, field: str, raw: Any, changes: list[str], tmp_path: Path
) -> None:
    text = on_step(lines)
    assert written(text, set_field(opened(text).plan, path, field, raw), tmp_path) == changes


ITEMS = """\
journeymapper: 1
title: Café
stages:
  # the first one
  use: {title: Use}
  Odd One: {title: Odd}   # odd
phases: {one: {title: One}, Odd One: {}, two: x}
journeys:
  visit:
    interactions:
      see: {title: Sees, next: {pay: 5%}}
      # the till

      pay:    # pays
        - Pays
        - lost
      give: {title: Gives, cost: x}
layout:
  visit: {see: [1, 0], pay: [1, x]}
  life: [x]
"""


@pytest.mark.parametrize(
    ("edit", "changes"),
    [
        (partial(delete_items, paths=[("stages", "use")]), ["-   # the first one", "-   use: {title: Use}"]),
        (partial(delete_items, paths=[("phases", "one")]),
         ["- phases: {one: {title: One}, Odd One: {}, two: x}", "+ phases: {Odd One: {}, two: x}"]),
        (partial(delete_items, paths=[("phases", "one"), ("phases", "two")]),
         ["- phases: {one: {title: One}, Odd One: {}, two: x}", "+ phases: {Odd One: {}}"]),
        (partial(set_field, path=("phases", "two"), field="title", raw="Two"),
         ["- phases: {one: {title: One}, Odd One: {}, two: x}",
          "+ phases: {one: {title: One}, Odd One: {}, two: {title: Two}}"]),
        (partial(delete_items, paths=[PAY]),
         ["-       see: {title: Sees, next: {pay: 5%}}", "+       see: {title: Sees}", "-       pay:    # pays",
          "-         - Pays", "-         - lost"]),
        (partial(set_field, path=PAY, field="title", raw="Pays"),
         ["-         - Pays", "-         - lost", "+         title: Pays"]),
        (partial(rename_step, journey="visit", old="pay", new="till"),
         ["-       see: {title: Sees, next: {pay: 5%}}", "+       see: {title: Sees, next: {till: 5%}}",
          "-       pay:    # pays", "+       till:    # pays"]),
        (partial(reset_cards, journey="visit", idents=["see"]),
         ["-   visit: {see: [1, 0], pay: [1, x]}", "+   visit: {pay: [1, x]}"]),
        (partial(move_card, journey="visit", ident="give", offset=(2, 0)),
         ["-   visit: {see: [1, 0], pay: [1, x]}", "+   visit: {see: [1, 0], pay: [1, x], give: [2, 0]}"]),
    ],
)  # fmt: skip
def test_an_edit_of_items_beside_damaged_ones(edit: Any, changes: list[str], tmp_path: Path) -> None:
    assert written(ITEMS, edit(opened(ITEMS).plan), tmp_path) == changes


def test_damaged_items_keep_their_place_when_the_others_change_theirs(tmp_path: Path) -> None:
    plan = opened(ITEMS).plan
    visit = plan.journeys["visit"]
    turned = FrozenMap(reversed(visit.interactions.items()))
    after = plan.model_copy(
        update={"journeys": plan.journeys.put("visit", visit.model_copy(update={"interactions": turned}))}
    )
    path = tmp_path / "turned.journey.yaml"
    saved = save(opened(ITEMS), after, path)
    assert list(saved.plan.journeys["visit"].interactions) == ["give", "pay", "see"]
    assert "pay:    # pays\n        - Pays\n        - lost\n" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("lines", [["title: T"], ["title: [x]"], []])
def test_what_stands_in_for_version_and_title_is_never_written(lines: list[str], tmp_path: Path) -> None:
    text = "\n".join([*lines, "owner: Ann", "journeys: {}", ""])
    after = set_field(opened(text).plan, (), "owner", "Bob")
    assert written(text, after, tmp_path) == ["- owner: Ann", "+ owner: Bob"]


def test_a_title_that_was_missing_is_written_once_somebody_gives_one(tmp_path: Path) -> None:
    text = "journeymapper: 1\nowner: Ann\n"
    assert written(text + "journeys: {}\n", set_field(opened(text).plan, (), "title", "T"), tmp_path) == ["+ title: T"]
