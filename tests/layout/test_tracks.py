from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from journeymapper.layout.tracks import Run, assign_tracks

_RUNS = st.builds(
    lambda low, length, low_after, high_after: Run(low, low + length, low_after, high_after),
    st.integers(0, 200), st.integers(0, 100), st.booleans(), st.booleans(),
)  # fmt: skip


@given(st.lists(_RUNS, min_size=1, max_size=20))
def test_runs_on_one_track_keep_clear_of_each_other(runs: list[Run]) -> None:
    tracks = assign_tracks(runs, 8.0)
    assert set(tracks) == set(range(max(tracks) + 1))
    for (one, first), (other, second) in combinations(zip(runs, tracks, strict=True), 2):
        assert first != second or one.high + 8 <= other.low or other.high + 8 <= one.low


@given(st.lists(_RUNS, min_size=1, max_size=20), st.sampled_from([0.5, 8.0]))
def test_each_run_is_right_after_the_last_track_that_it_would_meet(runs: list[Run], clearance: float) -> None:
    tracks = assign_tracks(runs, clearance)
    for run, track in zip(runs, tracks, strict=True):
        met = {
            there for other, there in zip(runs, tracks, strict=True)
            if other.low < run.high + clearance and run.low - clearance < other.high
        }  # fmt: skip
        assert track == 0 or track - 1 in met


def test_runs_far_apart_share_a_track() -> None:
    assert assign_tracks([Run(0, 10, False, True), Run(30, 40, False, True)]) == [0, 0]


def test_loops_that_lie_in_each_other_are_nested() -> None:
    inner, outer = Run(20, 30, False, False), Run(0, 50, False, False)
    assert assign_tracks([outer, inner]) == [1, 0]
    inner, outer = Run(20, 30, True, True), Run(0, 50, True, True)
    assert assign_tracks([inner, outer]) == [1, 0]


def test_slopes_side_by_side_do_not_cross() -> None:
    upper, lower = Run(0, 50, False, True), Run(20, 80, False, True)
    assert assign_tracks([upper, lower]) == [1, 0]
    upper, lower = Run(0, 50, True, False), Run(20, 80, True, False)
    assert assign_tracks([upper, lower]) == [0, 1]
