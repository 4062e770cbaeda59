import pytest

from journeymapper.edits.changes import changes_between
from journeymapper.edits.fields import set_field
from journeymapper.model.finding import ItemPath
from journeymapper.model.plan import Plan
from journeymapper.ui.canvas.compositions import Compositions


def forgotten(plan: Plan, path: ItemPath, field: str, raw: object) -> list[bool]:
    """Whether an edit makes macro and micro journey be drawn anew."""
    known = Compositions()
    before = [known.of(plan, ident) for ident in ("life", "box")]
    edited = set_field(plan, path, field, raw)
    known.forget(edited, changes_between(plan, edited))
    return [known.of(edited, ident) is not old for ident, old in zip(("life", "box"), before, strict=True)]


@pytest.mark.usefixtures("qapp")
def test_journeys_that_open_each_other_are_drawn_anew_together(plan: Plan) -> None:
    assert forgotten(plan, ("journeys", "box", "interactions", "pay"), "title", "Pays at once") == [True, True]


@pytest.mark.usefixtures("qapp")
def test_what_all_journeys_share_concerns_all(plan: Plan) -> None:
    assert forgotten(plan, ("stages", "engagement"), "title", "Meeting") == [True, True]


@pytest.mark.usefixtures("qapp")
def test_what_is_not_drawn_concerns_none(plan: Plan) -> None:
    with_message = plan.model_validate({**plan.model_dump(by_alias=True, exclude_unset=True), "messages": {"m": {}}})
    assert forgotten(with_message, ("messages", "m"), "title", "We roast on Mondays") == [False, False]
