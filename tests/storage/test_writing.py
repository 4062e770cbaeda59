import difflib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journeymapper.edits.placing import move_card
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.interaction import Interaction, Link
from journeymapper.model.library import Stage
from journeymapper.model.plan import Plan
from journeymapper.model.units import Duration, Share
from journeymapper.storage.document import Document
from journeymapper.storage.reading import parse_plan, read_plan
from journeymapper.storage.writing import canonical, render
from tests.storage.made_up import at, put
from tests.storage.texts import HEAD, document

PAY = ("journeys", "visit", "interactions", "pay")
TEXT = """\
# Our café

journeymapper: 1
title: 'Café'      # the name
# who answers
owner: Ann
stages:            # in order
  # the first one
  first: {title: First}   # short
  # the second one
  second:
    title: Second
    # goal: none yet

journeys:
  visit:
    interactions:
      look:
        title: Looks
        next: {pay: 60%, lost: }

      # the till
      pay:
        title: Pays
        # too slow?
        takes: 5min        # measured
        satisfaction: 7.50
        pains:
          # heard daily
          - Slow
          - Dear           # heard rarely
        next:
          done: 90%        # happy
          # sad
          lost: 10%
    ends:
      done: {}
      lost: {}
"""


def changed(place: tuple[str, ...], edit: Callable[[Any], Any], text: str = TEXT) -> list[str]:
    """The lines that an edit takes away and adds; the file must read as the edited plan."""
    before = document(text)
    after = put(before.plan, place, edit(at(before.plan, place)))
    written = render(before, after)
    assert canonical(document(written).plan) == canonical(after)
    new = written.decode().split("\n")
    return [line for line in difflib.ndiff(text.split("\n"), new) if line[0] in "+-"]


def with_fields(**fields: Any) -> Callable[[Any], Any]:
    return lambda record: record.model_copy(update=fields)


def test_a_new_title_keeps_its_quotes_and_its_comment() -> None:
    assert changed(("title",), lambda _: "Bar's") == [
        "- title: 'Café'      # the name",
        "+ title: 'Bar''s'      # the name",
    ]


def test_a_changed_fact_keeps_its_comment() -> None:
    assert changed((*PAY, "takes"), lambda _: Duration.parse("3min")) == [
        "-         takes: 5min        # measured", "+         takes: 3min        # measured",
    ]  # fmt: skip


def test_a_fact_goes_with_the_comment_above_it() -> None:
    assert changed(PAY, with_fields(takes=None)) == ["-         # too slow?", "-         takes: 5min        # measured"]


def test_a_new_fact_comes_where_the_format_has_it() -> None:
    assert changed(PAY, with_fields(channel="web", importance=8.0)) == [
        "+         channel: web", "+         importance: 8",
    ]  # fmt: skip


def test_a_text_of_several_lines_becomes_a_block() -> None:
    assert changed(("owner",), lambda _: "Ann\nand Bob\n") == ["- owner: Ann", "+ owner: |", "+   Ann", "+   and Bob"]


def test_a_share_that_gets_company_becomes_a_group() -> None:
    link = Link(share=Share.parse("90%"), after=Duration.parse("1d"))
    assert changed((*PAY, "next", "done"), lambda _: link) == [
        "-           done: 90%        # happy", "+           done:        # happy", "+             share: 90%",
        "+             after: 1d",
    ]  # fmt: skip


def test_an_unknown_share_gets_known_between_its_brackets() -> None:
    place = ("journeys", "visit", "interactions", "look", "next", "lost")
    assert changed(place, lambda _: Link(share=Share.parse("40%"))) == [
        "-         next: {pay: 60%, lost: }", "+         next: {pay: 60%, lost: 40%}",
    ]  # fmt: skip


def test_links_come_and_go_between_brackets() -> None:
    place = ("journeys", "visit", "interactions", "look", "next")
    assert changed(place, lambda links: links.drop("pay").put("done", Link())) == [
        "-         next: {pay: 60%, lost: }", "+         next: {lost: , done: null}",
    ]  # fmt: skip


def test_one_item_of_a_list_changes_alone() -> None:
    assert changed((*PAY, "pains"), lambda pains: (*pains[:1], "Loud: very", *pains[1:])) == [
        '+           - "Loud: very"'
    ]
    assert changed((*PAY, "pains"), lambda pains: pains[1:]) == ["-           # heard daily", "-           - Slow"]


def test_an_item_goes_with_its_comments_and_leaves_the_others_alone() -> None:
    assert changed(("stages",), lambda stages: stages.drop("second")) == [
        "-   # the second one", "-   second:", "-     title: Second", "-     # goal: none yet",
    ]  # fmt: skip


def test_the_last_item_of_a_group_goes_with_the_group() -> None:
    lines = changed(("stages",), lambda _: FrozenMap())
    assert lines[0] == "- stages:            # in order"
    assert not [line for line in lines if line.startswith("+")]


def test_a_new_item_comes_where_the_planner_wants_it() -> None:
    assert changed(("stages",), lambda stages: stages.put("mid", Stage(title="no"), before="second")) == [
        "+   mid:", '+     title: "no"',
    ]  # fmt: skip


def test_another_order_moves_items_with_their_comments() -> None:
    before = document(TEXT)
    after = put(before.plan, ("stages",), FrozenMap(reversed(before.plan.stages.items())))
    assert """\
stages:            # in order
  # the second one
  second:
    title: Second
    # goal: none yet
  # the first one
  first: {title: First}   # short

journeys:
""" in render(before, after).decode()


def test_another_id_changes_nothing_but_the_id() -> None:
    assert changed(("stages",), lambda stages: stages.renamed("second", "next-one")) == ["-   second:", "+   next-one:"]
    place = ("journeys", "visit", "interactions", "look", "next")
    assert changed(place, lambda links: links.renamed("pay", "done")) == [
        "-         next: {pay: 60%, lost: }", "+         next: {done: 60%, lost: }",
    ]  # fmt: skip


def test_a_new_section_stands_apart() -> None:
    assert changed(("goals",), lambda goals: goals.put("sell", Stage())) == ["+ ", "+ goals:", "+   sell: {}"]


def test_a_bare_satisfaction_gets_its_details_below() -> None:
    place = (*PAY, "satisfaction")
    assert changed(place, with_fields(n=12)) == [
        "-         satisfaction: 7.50", "+         satisfaction:", "+           value: 7.5", "+           n: 12",
    ]  # fmt: skip


def test_ones_own_keys_are_written_as_they_are() -> None:
    lines = changed(PAY, lambda pay: Interaction.model_validate({**pay.__dict__, "x-a": {"b": [1, "1"]}}))
    assert lines == ["+         x-a:", "+           b:", "+             - 1", '+             - "1"']


def test_a_plain_value_under_ones_own_key_changes_alone() -> None:
    before = document(HEAD + "stages: {s: {title: x}}\nx-rank: 2  # mine\nx-b:\n  c: 1\n")
    after = Plan.model_validate({**before.plan.__dict__, "x-rank": 5, "x-b": {"c": 3}})
    assert render(before, after).decode() == HEAD + "stages: {s: {title: x}}\nx-rank: 5  # mine\nx-b:\n  c: 3\n"


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("last", ["", "\n"])
def test_line_ends_byte_order_mark_and_a_missing_last_line_feed_are_kept(ending: str, bom: bytes, last: str) -> None:
    data = bom + (TEXT.removesuffix("\n") + last).replace("\n", ending).encode()
    before = document(data)
    assert render(before, before.plan) == data
    after = put(before.plan, ("journeys", "visit", "ends"), at(before.plan, ("journeys", "visit", "ends")).drop("done"))
    expected = data.replace(f"      done: {{}}{ending}".encode(), b"")
    assert render(before, after) == expected
    added = render(before, before.plan.model_copy(update={"x": 1, "remarks": FrozenMap({"r": Stage(title="new")})}))
    assert added.startswith(data)
    assert added.endswith(ending.encode()) == bool(last)
    assert added.count(b"\n") == added.count(ending.encode())


def test_a_text_at_the_end_of_a_file_without_a_last_line_feed_stays_as_it_is() -> None:
    text = "journeymapper: 1\ntitle: x\nabout: |\n  last"
    before = document(text)
    assert render(before, before.plan) == text.encode()
    after = before.plan.model_copy(update={"owner": "Ann"})
    written = render(before, after)
    assert written == f"{text}\nowner: Ann".encode()
    assert document(written).plan == after


def test_the_last_item_of_a_file_without_a_last_line_feed_can_be_moved() -> None:
    before = document("journeymapper: 1\ntitle: x\nstages:\n  a: {}\n  b: {}   # last")
    after = put(before.plan, ("stages",), FrozenMap(reversed(before.plan.stages.items())))
    assert render(before, after) == b"journeymapper: 1\ntitle: x\nstages:\n  b: {}   # last\n  a: {}"


def test_the_examples_are_written_byte_by_byte_when_nothing_changed(examples: Path) -> None:
    for path in examples.glob("*.journey.yaml"):
        read = read_plan(path).document
        assert read is not None
        assert render(read, read.plan) == path.read_bytes()
        assert render(read, Plan.model_validate(read.plan)) == path.read_bytes()


def test_a_plan_without_a_file_is_written_in_canonical_form() -> None:
    plan = document(HEAD).plan
    assert render(Document.new(plan), plan).decode() == canonical(plan) == HEAD


@pytest.mark.parametrize("name", ["sample-box", "coffee-subscription", "minimal"])
def test_a_section_that_came_and_went_leaves_no_trace(name: str, examples: Path) -> None:
    document = read_plan(examples / f"{name}.journey.yaml").document
    assert document is not None
    journey, ident = next((key, next(iter(held.interactions))) for key, held in document.plan.journeys.items())
    moved = move_card(document.plan, journey, ident, (3, 2))
    with_section = parse_plan(render(document, moved), "moved", examples).document
    assert with_section is not None
    assert with_section.plan == moved
    assert render(with_section, document.plan) == (examples / f"{name}.journey.yaml").read_bytes()


def test_of_two_empty_lines_around_what_goes_one_stays() -> None:
    text = "journeymapper: 1\ntitle: x\n\nphases:\n  p:\n\nstages:\n  s:\n"
    reading = parse_plan(text.encode(), "x", None).document
    assert reading is not None
    without = reading.plan.model_copy(update={"phases": FrozenMap()})
    assert render(reading, without).decode() == "journeymapper: 1\ntitle: x\n\nstages:\n  s:\n"
