from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journeymapper.layout.network import Network
from journeymapper.layout.ranks import order_of


def _network(size: int, links: list[tuple[int, int]], starts: tuple[int, ...] = (0,)) -> Network:
    return Network(tuple(f"i{number}" for number in range(size)), tuple(links), starts)


def test_ranks_are_the_longest_way_from_a_start() -> None:
    assert order_of(_network(4, [(0, 1), (0, 2), (2, 1), (1, 3)])).ranks == [0, 2, 1, 3]


def test_the_link_that_closes_a_loop_runs_back() -> None:
    order = order_of(_network(3, [(0, 1), (1, 2), (2, 0), (1, 1)]))
    assert order.ranks == [0, 1, 2]
    assert sorted(order.forward) == [(0, 1), (1, 2)]


def test_the_search_begins_at_the_starts() -> None:
    assert order_of(_network(3, [(0, 1), (1, 2), (2, 0)], starts=(2,))).ranks == [1, 2, 0]


@given(st.integers(1, 9).flatmap(lambda size: st.tuples(
    st.just(size), st.lists(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)), max_size=20, unique=True),
)))  # fmt: skip
def test_links_that_do_not_run_back_go_to_higher_ranks(case: tuple[int, list[tuple[int, int]]]) -> None:
    size, links = case
    order = order_of(_network(size, links))
    assert all(order.ranks[source] < order.ranks[target] for source, target in order.forward)
    assert sorted(order.sequence) == list(range(size))
