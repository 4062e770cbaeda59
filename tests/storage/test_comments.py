from collections.abc import Callable
from random import Random

import pytest

from journeymapper.model.frozen import FrozenMap
from journeymapper.model.library import Stage
from journeymapper.model.plan import Plan
from journeymapper.storage.document import Document
from journeymapper.storage.writing import canonical, render
from tests.storage.texts import HEAD, document
from tools.campaigns.comments import edit_one
from tools.campaigns.tally import Tally

Change = Callable[[FrozenMap[str, Stage]], FrozenMap[str, Stage]]
TEXT = (
    HEAD
    + """\
stages: {   # all
  # above a
  a: {title: A},   # beside a
  # above b
  b: {title: B},   # beside b
  # above c
  c: {title: C}   # beside c
 }
"""
)


def written(before: Document, after: Plan) -> str:
    """The text of a file after a save; it must read as the plan."""
    data = render(before, after)
    assert canonical(document(data).plan) == canonical(after)
    return data.decode()


def stages(text: str, change: Change) -> str:
    """What the stages of a text look like after a change."""
    before = document(text)
    after = before.plan.model_copy(update={"stages": change(before.plan.stages)})
    return written(before, after).removeprefix(HEAD)


@pytest.mark.parametrize("seed", range(0, 40, 10))
def test_edits_at_random_keep_comments_with_their_items_and_lines_that_nobody_touched(seed: int) -> None:
    tally = Tally("comments")
    broken = [promise for number in range(seed, seed + 10) for promise in edit_one(Random(number), tally)]
    assert not broken
    assert tally.counts["edits"] > 15
    assert tally.counts["comments"] > 300


def test_the_first_entry_between_brackets_goes_with_its_comments() -> None:
    assert (
        stages(TEXT, lambda held: held.drop("a"))
        == """\
stages: {   # all
  # above b
  b: {title: B},   # beside b
  # above c
  c: {title: C}   # beside c
 }
"""
    )


def test_the_last_entry_between_brackets_goes_with_its_comments() -> None:
    assert (
        stages(TEXT, lambda held: held.drop("c"))
        == """\
stages: {   # all
  # above a
  a: {title: A},   # beside a
  # above b
  b: {title: B}   # beside b
 }
"""
    )


def test_entries_between_brackets_change_places_with_their_comments() -> None:
    assert (
        stages(TEXT, lambda held: FrozenMap(reversed(held.items())))
        == """\
stages: {   # all
  # above c
  c: {title: C},   # beside c
  # above b
  b: {title: B},   # beside b
  # above a
  a: {title: A}   # beside a
 }
"""
    )


def test_a_new_entry_between_brackets_takes_nobodys_comment() -> None:
    assert stages(TEXT, lambda held: held.put("d", Stage(title="D"))).endswith("""\
  c: {title: C},   # beside c
  d: {title: D}
 }
""")
    assert stages(TEXT, lambda held: held.put("d", Stage(title="D"), before="a")).startswith("""\
stages: {   # all
  d: {title: D},
  # above a
  a: {title: A},   # beside a
""")


def test_entries_in_one_line_get_lines_for_their_comments() -> None:
    text = HEAD + "stages: {a: {title: A},\n  # above b\n  b: {title: B}}\n"
    assert (
        stages(text, lambda held: FrozenMap(reversed(held.items())))
        == """\
stages: {
  # above b
  b: {title: B},
  a: {title: A}}
"""
    )


def test_the_comment_behind_a_bracket_stays_when_everything_between_goes() -> None:
    assert stages(TEXT, lambda _: FrozenMap(new=Stage(title="New"))) == "stages:   # all\n  new:\n    title: New\n"
    inner = HEAD + "stages: {a: {   # said\n  title: A}, b: {}}\n"
    assert stages(inner, lambda held: held.put("a", Stage())) == "stages: {a: {   # said\n }, b: {}}\n"


def test_the_comments_of_all_entries_go_with_them_and_the_owners_stay() -> None:
    text = (
        HEAD
        + """\
stages:   # all
  # above a
  a:   # beside a
    # above its title
    title: A   # beside its title
      # below its title
    # below a
  # below all
"""
    )
    assert (
        stages(text, lambda held: held.put("a", Stage()))
        == """\
stages:   # all
  # above a
  a: {}   # beside a
    # below a
  # below all
"""
    )


def test_items_of_a_list_change_places_with_their_comments_and_quotes() -> None:
    text = (
        HEAD
        + """\
journeys:
  j:
    interactions:
      i:
        pains:
          # the first
          - 'one'   # 1
          - two
          # the last
          - three   # 3
"""
    )
    before = document(text)
    pains = before.plan.journeys["j"].interactions["i"].model_copy(update={"pains": ("three", "one", "two")})
    journey = before.plan.journeys["j"].model_copy(update={"interactions": FrozenMap({"i": pains})})
    after = before.plan.model_copy(update={"journeys": FrozenMap({"j": journey})})
    assert (
        written(before, after).split("pains:\n")[1]
        == """\
          # the last
          - three   # 3
          # the first
          - 'one'   # 1
          - two
"""
    )


def test_a_plain_value_under_ones_own_key_is_replaced_and_keeps_its_comment() -> None:
    before = document(HEAD + "x-a: [1]\nx-b: old text   # said\nx-c: last\n")
    after = Plan.model_validate({**before.plan.__dict__, "x-a": [1], "x-b": "new", "x-c": 2})
    assert written(before, after) == HEAD + "x-a: [1]\nx-b: new   # said\nx-c: 2\n"


def test_a_whole_plan_between_brackets_can_be_edited() -> None:
    before = document('{"journeymapper": 1,\n "title": "x",   # said\n "owner": "Ann"}\n')
    after = before.plan.model_copy(update={"owner": None, "about": "text"})
    assert written(before, after) == '{"journeymapper": 1,\n "title": "x",   # said\n about: text}\n'
