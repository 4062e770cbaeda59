"""Linear systems of Markov chains: x = r + Q x, for few states without any library, for many with the fitting one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scipy.sparse.linalg import SuperLU

Matrix = Sequence[Mapping[int, float]]
"""The rows of a square matrix, each with its entries that are not zero by column."""
Vector = Sequence[float]

BY_HAND = 100
"""Up to so many states plain Python takes a few milliseconds; importing numpy alone takes a hundred and more."""
DENSE = 1000
"""Up to so many states a full matrix is no burden."""
FARTHEST = 2000
"""So many steps customers are followed through a large net; who still isn't out by then goes round for long."""
DAMPED = 1 - 1e-12
"""What is left of each probability where a matrix is singular to the last digit."""


def solve(rows: Matrix, sides: Sequence[Vector]) -> list[list[float]]:
    """For every right side r the x with x = r + Q x, that is (I - Q)^-1 r, in the order of the rows.

    The rows of Q must not be negative, must add up to at most 1, and some way must lead out of every state. Where that
    way is too unlikely for floating point it counts as if one in a million million left every state.
    """
    by = _by_hand if len(rows) <= BY_HAND else _dense if len(rows) <= DENSE else _large
    try:
        return by(rows, sides)
    except (ZeroDivisionError, ValueError, RuntimeError):  # each library says in its own way that Q is singular
        return by(_damped(rows), sides)


def _damped(rows: Matrix) -> Matrix:
    return [{column: value * DAMPED for column, value in row.items()} for row in rows]


class System:
    """One matrix Q that is solved for several right sides, one set after another; what it must be says `solve`."""

    def __init__(self, rows: Matrix) -> None:
        self._rows = rows

    def onward(self, sides: Sequence[Vector]) -> list[list[float]]:
        """For every right side r the x = (I - Q)^-1 r: what is still to come from each state on."""
        if len(self._rows) <= DENSE:
            return solve(self._rows, sides)
        return _with_factors(self._factors, sides)

    def arriving(self, sides: Sequence[Vector]) -> list[list[float]]:
        """For every r the x = r (I - Q)^-1: how often each state is come to by those who begin as r says."""
        if len(self._rows) <= DENSE:
            return solve(self._columns, sides)
        return _with_factors(self._factors, sides, across=True)

    @cached_property
    def _columns(self) -> Matrix:
        return transposed(self._rows)

    @cached_property
    def _factors(self) -> SuperLU:
        try:
            return _factored(self._rows)
        except RuntimeError:
            return _factored(_damped(self._rows))


def transposed(rows: Matrix) -> list[dict[int, float]]:
    """The matrix with rows and columns exchanged."""
    columns: list[dict[int, float]] = [{} for _ in rows]
    for number, row in enumerate(rows):
        for column, value in row.items():
            columns[column][number] = value
    return columns


def _by_hand(rows: Matrix, sides: Sequence[Vector]) -> list[list[float]]:
    """Gauss elimination; I - Q is an M-matrix, so that no pivoting is needed."""
    size = len(rows)
    table = [
        [float(number == column) - row.get(column, 0.0) for column in range(size)] + [side[number] for side in sides]
        for number, row in enumerate(rows)
    ]
    for number, pivot in enumerate(table):
        for below in table[number + 1 :]:
            if below[number]:
                _subtract(pivot, below, number)
    for number in reversed(range(size)):
        pivot = table[number]
        pivot[size:] = [value / pivot[number] for value in pivot[size:]]
        for above in table[:number]:
            factor = above[number]
            if factor:
                above[size:] = [value - factor * known for value, known in zip(above[size:], pivot[size:], strict=True)]
    return [[row[size + side] for row in table] for side in range(len(sides))]


def _subtract(pivot: list[float], below: list[float], number: int) -> None:
    factor = below[number] / pivot[number]
    for column in range(number, len(pivot)):
        below[column] -= factor * pivot[column]


def _dense(rows: Matrix, sides: Sequence[Vector]) -> list[list[float]]:
    import numpy as np

    matrix = np.eye(len(rows))
    for number, row in enumerate(rows):
        for column, value in row.items():
            matrix[number, column] -= value
    solved: list[list[float]] = np.linalg.solve(matrix, np.array(sides, dtype=float).T).T.tolist()
    return solved


def _large(rows: Matrix, sides: Sequence[Vector]) -> list[list[float]]:
    """Following customers for one right side, which importing scipy alone takes longer than; else factors for all."""
    followed = _followed(rows, sides[0]) if len(sides) == 1 else None
    return _sparse(rows, sides) if followed is None else [followed]


def _followed(rows: Matrix, side: Vector) -> list[float] | None:
    """r + Q r + Q (Q r) and so on until nothing is added any more; None where that takes too many steps."""
    import numpy as np

    down = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    across = np.array([column for row in rows for column in row], dtype=int)
    values = np.array([value for row in rows for value in row.values()], dtype=float)
    added = np.array(side, dtype=float)
    solved = added.copy()
    limits = np.finfo(float)
    for _ in range(FARTHEST):
        added = np.bincount(down, values * added[across], len(rows))
        solved += added
        if (added <= solved * limits.eps / 2 + limits.tiny).all():
            found: list[float] = solved.tolist()
            return found
    return None


def _sparse(rows: Matrix, sides: Sequence[Vector]) -> list[list[float]]:
    return _with_factors(_factored(rows), sides)


def _factored(rows: Matrix) -> SuperLU:
    import numpy as np
    from scipy import sparse
    from scipy.sparse import linalg

    down = [number for number, row in enumerate(rows) for _ in row]
    across = [column for row in rows for column in row]
    values = np.array([value for row in rows for value in row.values()], dtype=float)
    moves = sparse.csc_array((values, (down, across)), shape=(len(rows), len(rows)))
    return linalg.splu(sparse.csc_array(sparse.eye_array(len(rows)) - moves))


def _with_factors(factors: SuperLU, sides: Sequence[Vector], *, across: bool = False) -> list[list[float]]:
    import numpy as np

    right = np.array(sides, dtype=float).T
    solving: Callable[..., Any] = factors.solve  # the stubs of scipy know no `trans`
    solved: list[list[float]] = solving(right, trans="T" if across else "N").T.tolist()
    return solved
