from hypothesis import given
from hypothesis import strategies as st

from journeymapper.layout.geometry import Card, Header, JourneyGeometry, Rect
from journeymapper.model.frozen import FrozenMap
from journeymapper.ui.canvas.reach import GRID, GROWTH, Reach, reach_of

units = st.integers(-500, 500)
reaches = st.builds(Reach, st.integers(-50, 0), st.integers(0, 50), st.integers(-50, 0), st.integers(0, 50))


def geometry(**cards: Rect) -> JourneyGeometry:
    whole = Rect(0, 0, 1000, 800)
    return JourneyGeometry(
        journey="j",
        level="micro",
        title="",
        subtitle="",
        bounds=whole,
        stages=(
            Header("one", "One", whole, Rect(100, 0, 400, 800)),
            Header("two", "Two", whole, Rect(500, 0, 500, 800)),
        ),
        phases=(),
        lanes=(
            Header("up", "Up", whole, Rect(0, 50, 1000, 300)),
            Header("down", "Down", whole, Rect(0, 350, 1000, 450)),
        ),
        cards=FrozenMap(
            {ident: Card(ident, rect, (), "", "", -1, None, False, False) for ident, rect in cards.items()}
        ),
        routes=(),
        stubs=(),
        pills=(),
    )


def test_a_card_stays_in_its_stage_and_lane_which_may_grow() -> None:
    reach = reach_of(geometry(a=Rect(140, 110, 212, 66)), ["a"])
    assert reach == Reach(-2, 7 + GROWTH, -3, 8 + GROWTH)


def test_cards_go_together_as_far_as_the_first_of_them_can() -> None:
    both = reach_of(geometry(a=Rect(140, 110, 212, 66), b=Rect(520, 400, 212, 66)), ["a", "b"])
    assert (both.left, both.up) == (-1, -2)


def test_a_card_that_is_not_there_holds_nobody_back() -> None:
    assert reach_of(geometry(a=Rect(140, 110, 212, 66)), ["a", "gone"]).left == -2


@given(reaches, reaches, st.tuples(units, units))
def test_what_both_allow_each_allows(one: Reach, other: Reach, wanted: tuple[int, int]) -> None:
    held = one.shared(other).held(wanted)
    assert one.held(held) == other.held(held) == held
    assert GRID == 20
