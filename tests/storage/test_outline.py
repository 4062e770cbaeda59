from collections.abc import Iterator
from pathlib import Path

import pytest
from yaml import MappingNode, Node, SequenceNode

from journeymapper.model.finding import Finding, ItemPath
from journeymapper.storage.outline import TextParser
from journeymapper.storage.reading import read_plan
from tests.storage.texts import HEAD, document


def places(node: Node, path: ItemPath = ()) -> Iterator[tuple[ItemPath, int, int]]:
    """Path, line and column of every entry, from one parse of the whole text."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            yield (*path, key.value), key.start_mark.line + 1, key.start_mark.column + 1
            yield from places(value, (*path, key.value))
    elif isinstance(node, SequenceNode):
        for number, value in enumerate(node.value):
            yield (*path, number), value.start_mark.line + 1, value.start_mark.column + 1
            yield from places(value, (*path, number))


@pytest.mark.parametrize("name", ["sample-box", "complete", "minimal", "hand-written"])
def test_every_entry_of_a_file_is_found_where_it_stands(name: str, root: Path) -> None:
    folder = root / ("tests/data" if name == "hand-written" else "examples")
    read = read_plan(folder / f"{name}.journey.yaml").document
    assert read is not None
    whole = TextParser(read.text).get_single_node()
    assert whole is not None
    for path, line, column in places(whole):
        assert read.position(path) == (line, column), path


def test_a_plan_between_brackets_has_places_too() -> None:
    read = document('{"journeymapper": 1, "title": "x",\n "stages": {"a": {"title": "y"}}}\n')
    assert read.position(("stages", "a", "title")) == (2, 19)


def test_a_word_of_the_planners_own_ends_where_it_ends() -> None:
    read = document(HEAD + "stages: {a: {}}\nx-a: text\nowner: Ann\n")
    entry = read.outline.entry(("x-a",))
    assert entry is not None
    assert read.text[entry.value : entry.value_end] == "text"


def test_what_is_not_in_the_file_is_found_at_the_nearest_thing_that_is() -> None:
    read = document(HEAD + "stages:\n  a:\n    title: x\n")
    assert read.position(("stages", "a", "goal")) == (4, 3)
    assert read.position(("stages", "b", "title")) == (3, 1)
    assert read.position(("journeys", "x")) == (1, 1)
    assert read.position(()) == (1, 1)


def test_a_finding_gets_the_place_of_its_first_item(tmp_path: Path) -> None:
    path = tmp_path / "a.journey.yaml"
    path.write_text(HEAD + "stages:\n  a: {title: x}\n")
    read = read_plan(path).document
    assert read is not None
    found = read.locate(Finding("JM1", "x", "info", "y", (("stages", "a"), ("title",))))
    assert (found.file, found.line, found.column) == (str(path), 4, 3)
    assert read.locate(Finding("JM1", "x", "info", "y", line=7, column=2)).line == 7
