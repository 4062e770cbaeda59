"""What a customer is worth over the whole relationship."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from journeymapper.analysis.linear import Matrix, System
from journeymapper.model.library import Segment


def margin_multiple(retention: float, discount: float) -> float | None:
    """How many margins of one period a customer is worth, the first after one period: r / (1 + i - r).

    Retention and discount are fractions for a period. Gupta and Lehmann, Customers as Assets, Journal of Interactive
    Marketing 17(1) (2003) 9-24. None where it has no limit, which is where nobody leaves and nothing is discounted.
    """
    left = 1 + discount - retention
    return retention / left if left > 0 else None


class SegmentValue(NamedTuple):
    """The lifetime value of a customer of a segment; `gross` before and `net` after what it costs to win one.

    Both are None where they can't be known, and `missing` names the facts that the plan does not say.
    """

    gross: float | None
    net: float | None
    missing: tuple[str, ...]


def segment_value(segment: Segment) -> SegmentValue:
    """What a customer of the segment is worth, from its margin, retention and discount for a period."""
    facts = {name: getattr(segment, name) for name in ("margin", "retention", "discount", "acquisition_cost")}
    missing = tuple(name for name, fact in facts.items() if fact is None)
    margin, retention, discount, cost = (None if fact is None else float(fact.likely) for fact in facts.values())
    if margin is None or retention is None or discount is None:
        return SegmentValue(None, None, missing)
    multiple = margin_multiple(retention, discount)
    gross = None if multiple is None else margin * multiple
    return SegmentValue(gross, None if gross is None or cost is None else gross - cost, missing)


def relationship_value(
    moves: Matrix, rewards: Sequence[float], discount: float, periods: int | None = None
) -> list[float]:
    """What a customer in each state is worth: V = sum over t of ((1 + d)^-1 P)^t R, for ever or for t = 0 .. periods.

    `moves` are the rows of P, `rewards` what a period in each state brings. Pfeifer and Carraway, Modeling customer
    relationships as Markov chains, Journal of Interactive Marketing 14(2) (2000) 43-55. For ever the discount must be
    positive, or some way must lead out of every state.
    """
    factor = 1 / (1 + discount)
    rows: list[Mapping[int, float]] = [{to: share * factor for to, share in row.items()} for row in moves]
    if periods is None:
        return System(rows).onward([rewards])[0]
    worth = list(rewards)
    for _ in range(periods):
        worth = [
            reward + sum(share * worth[to] for to, share in row.items())
            for reward, row in zip(rewards, rows, strict=True)
        ]
    return worth
