"""Whatever people type or paste, the plan can be saved and is the same when it is read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.edits.fields import set_field, set_part
from journeymapper.edits.typed import fit
from journeymapper.errors import EditRefused
from journeymapper.storage.reading import parse_plan
from journeymapper.storage.writing import canonical
from tests.plans import cafe

BUY = ("journeys", "visit", "interactions", "buy")
NASTY = st.text(
    st.characters(categories=None) | st.sampled_from("\r\n\t\v\f\x00\x1b\x85\u2028\u2029\ud800\ufeff\uffff")
)


@given(title=NASTY, about=NASTY, source=NASTY)
def test_what_was_typed_can_be_saved(title: str, about: str, source: str) -> None:
    plan = set_field(cafe(), BUY, "title", title)
    plan = set_field(plan, BUY, "does", about)
    plan = set_part(plan, BUY, "evidence", "source", source)
    document = parse_plan(canonical(plan).encode(), "plan", None).document
    assert document is not None
    assert document.plan == plan


@pytest.mark.parametrize(
    ("field", "raw", "held"),
    [
        ("title", "Buys\r\n a\tcup\u2028now\x07", "Buys  a cup now"),
        ("about", "One\r\ntwo\rthree\u2029four\x85five\tsix\x1b[1m", "One\ntwo\nthree\nfour\nfive\tsix[1m"),
        ("title", "Half \ud800 a letter \ufeff", "Half  a letter "),
        ("asks", ["na\x00me", "e-\nmail"], ["name", "e- mail"]),
        ("evidence", {"source": "a\nb", "quote": "a\rb"}, {"source": "a b", "quote": "a\nb"}),
        ("feeling", 2, 2),
    ],
)
def test_texts_are_made_fit_for_their_field(field: str, raw: object, held: object) -> None:
    assert fit(raw, field) == held


def test_a_title_of_nothing_but_control_characters_is_none() -> None:
    assert set_field(cafe(), BUY, "title", "\x00\u2028").journeys["visit"].interactions["buy"].title is None
    with pytest.raises(EditRefused, match="can't be empty"):
        set_field(cafe(), (), "title", "\x00")
