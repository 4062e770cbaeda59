"""The arithmetic of shares: what is said, what is left, what has to be assumed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from journeymapper.model.units import Share

TOLERANCE = 1e-9
"""How far shares may be from 100 % because of the arithmetic of floating point."""


class HasShare(Protocol):
    """A link or a start: something that a share of the customers takes."""

    @property
    def share(self) -> Share | None: ...


def likely_share(way: HasShare) -> float | None:
    """The likely share as a fraction from 0 to 1; None where it is unknown."""
    return None if way.share is None else way.share.likely


def total(shares: Iterable[float | None]) -> float:
    """What the known shares add up to, as a fraction."""
    return sum(share for share in shares if share is not None)


def assumed_shares(shares: Mapping[str, float | None]) -> dict[str, float]:
    """Every share as a fraction: the known ones as they are, the others an even part of what these leave."""
    unknown = sum(share is None for share in shares.values())
    part = max(0.0, 1 - total(shares.values())) / unknown if unknown else 0.0
    return {key: part if share is None else share for key, share in shares.items()}
