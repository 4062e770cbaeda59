"""Whatever is damaged and whatever is edited elsewhere: all of the damage is in the file afterwards, as is the rest."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.edits.paths import item_at
from journeymapper.errors import EditRefused
from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan
from journeymapper.storage.canonical import canonical
from journeymapper.storage.document import Document
from journeymapper.storage.forms import same
from journeymapper.storage.reading import parse_plan, read_plan
from journeymapper.storage.saving import save
from journeymapper.storage.writing import render
from tests.storage.damaging import damaged
from tests.storage.made_up import edited, plans

ROOT = Path(__file__).parent.parent.parent
FILES = [
    *(ROOT / "examples" / f"{name}.journey.yaml" for name in ("complete", "minimal", "sample-box")),
    ROOT / "tests" / "data" / "hand-written.journey.yaml",
]


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("laws") / "plan.journey.yaml"


@given(data=st.data())
@settings(max_examples=40)
def test_edits_of_a_damaged_file_leave_the_damage_in_it(data: st.DataObject, target: Path) -> None:
    sound = read_plan(data.draw(st.sampled_from(FILES))).document
    assert sound is not None
    _law(data, data.draw(damaged(sound)), target)


@given(plan=plans(), data=st.data())
@settings(max_examples=40)
def test_edits_of_a_damaged_plan_that_is_made_up_leave_the_damage_in_it(
    plan: Plan, data: st.DataObject, target: Path
) -> None:
    text = canonical(plan) + "owner: Ann\n" * (plan.owner is None)
    sound = parse_plan(text.encode(), "made up", None).document
    assert sound is not None
    _law(data, data.draw(damaged(sound)), target)


def _law(data: st.DataObject, content: bytes, target: Path) -> None:
    target.write_bytes(content)
    opened = document = read_plan(target).opened
    assert document is not None
    assert render(document, document.plan) == content
    for _ in range(data.draw(st.integers(1, 3))):
        near = [each.path for each in document.damage] if data.draw(st.booleans()) else []
        after = data.draw(edited(document.plan, near))
        saved = save(document, after, target)
        assert same(saved.plan, after)
        _lost_nothing(document, after, saved)
        document = saved
    assert opened is not None
    assert render(opened, opened.plan) == content


def _lost_nothing(before: Document, after: Plan, saved: Document) -> None:
    """What is damaged in an item that is as before is still there, with every line of its text."""
    there = {each.place for each in saved.damage}
    for each in before.damage:
        known = max(end for end in range(len(each.path)) if _at(before.plan, each.path[:end]) is not None)
        if same(_at(before.plan, each.path[:known]), _at(after, each.path[:known])):
            assert each.place in there
            assert all(line.strip() in saved.text for line in each.text.split("\n"))


def _at(plan: Plan, path: ItemPath) -> object:
    try:
        return item_at(plan, path) if path else plan
    except EditRefused:
        return None
