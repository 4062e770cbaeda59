import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.analysis import linear
from journeymapper.analysis.linear import System, solve, transposed


@st.composite
def _systems(draw: st.DrawFn) -> tuple[list[dict[int, float]], list[list[float]]]:
    """Matrices whose rows leave at least a hundredth, with two right sides."""
    size = draw(st.integers(1, 12))
    rows = []
    for _ in range(size):
        weights = draw(st.dictionaries(st.integers(0, size - 1), st.floats(0.01, 1), max_size=4))
        whole = sum(weights.values()) / 0.99
        rows.append({column: weight / whole for column, weight in weights.items()})
    side = st.lists(st.floats(0, 10), min_size=size, max_size=size)
    return rows, [draw(side), draw(side)]


@given(_systems())
def test_the_solution_solves_the_system(system: tuple[list[dict[int, float]], list[list[float]]]) -> None:
    rows, sides = system
    for side, solved in zip(sides, solve(rows, sides), strict=True):
        for row, right, value in zip(rows, side, solved, strict=True):
            assert value == pytest.approx(right + sum(share * solved[column] for column, share in row.items()))


@given(_systems())
def test_all_ways_of_solving_agree(system: tuple[list[dict[int, float]], list[list[float]]]) -> None:
    rows, sides = system
    by_hand = linear._by_hand(rows, sides)
    for other in (linear._dense(rows, sides), linear._sparse(rows, sides)):
        assert [pytest.approx(solved) for solved in by_hand] == other


@given(_systems())
def test_following_customers_agrees_where_many_leave(system: tuple[list[dict[int, float]], list[list[float]]]) -> None:
    rows, sides = system
    leaving = [{column: share * 0.9 for column, share in row.items()} for row in rows]
    for solved, side in zip(linear._by_hand(leaving, sides), sides, strict=True):
        assert linear._followed(leaving, side) == pytest.approx(solved)


@pytest.mark.parametrize("size", [1, linear.BY_HAND + 1, linear.DENSE + 1])
def test_a_long_line_is_passed_once_at_every_size(size: int) -> None:
    rows = [{number + 1: 1.0} for number in range(size - 1)] + [{}]
    (steps,) = solve(rows, [[1.0] * size])
    assert steps == pytest.approx(list(range(size, 0, -1)))


def test_customers_who_hardly_come_out_are_not_followed_for_ever() -> None:
    size = linear.DENSE + 1
    rows = [{(number + 1) % size: 1 - 1e-6} for number in range(size)]
    assert linear._followed(rows, [1.0] * size) is None
    (steps,) = solve(rows, [[1.0] * size])
    assert steps == pytest.approx([1e6] * size)


def test_nothing_is_solved_at_once() -> None:
    assert solve([], []) == []
    assert solve([], [[]]) == [[]]


def test_transposing_twice_changes_nothing() -> None:
    rows = [{0: 0.1, 2: 0.4}, {}, {1: 1.0}]
    assert transposed(rows) == [{0: 0.1}, {2: 1.0}, {0: 0.4}]
    assert transposed(transposed(rows)) == rows


@pytest.mark.parametrize("size", [2, linear.BY_HAND + 2, linear.DENSE + 2])
def test_a_way_out_too_small_for_floating_point_counts_as_hardly_any(size: int) -> None:
    rows = [{number + 1: 1.0} for number in range(size - 1)] + [{0: 1.0}]
    (visits,) = solve(transposed(rows), [[1.0] + [0.0] * (size - 1)])
    assert all(often > 1e6 for often in visits)


@given(_systems())
def test_a_system_is_solved_both_ways_at_every_size(system: tuple[list[dict[int, float]], list[list[float]]]) -> None:
    rows, sides = system
    small = System(rows)
    with pytest.MonkeyPatch.context() as lowered:
        lowered.setattr(linear, "DENSE", 0)
        large = System(rows)
        found = [*large.onward(sides), *large.arriving(sides)]
    for one, same in zip([*solve(rows, sides), *solve(transposed(rows), sides)], found, strict=True):
        assert one == pytest.approx(same)
    assert small.onward(sides) == solve(rows, sides)
    assert small.arriving(sides) == solve(transposed(rows), sides)


def test_a_large_system_with_a_way_out_too_small_counts_it_as_hardly_any() -> None:
    size = linear.DENSE + 2
    rows = [{number + 1: 1.0} for number in range(size - 1)] + [{0: 1.0}]
    (visits,) = System(rows).arriving([[1.0] + [0.0] * (size - 1)])
    assert all(often > 1e6 for often in visits)
