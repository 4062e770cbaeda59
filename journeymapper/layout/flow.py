"""How many customers take which way, as plain numbers handed in by whoever computed them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

LinkId = tuple[str, str]
"""Source and target of a link."""


@dataclass(frozen=True, slots=True)
class Flow:
    """The flow of customers through a journey, starts adding up to 1."""

    arrivals: Mapping[str, float] = field(default_factory=dict)
    """Expected visits of an interaction or end by a customer who starts."""
    links: Mapping[LinkId, float] = field(default_factory=dict)
    """Expected passages of a link by a customer who starts."""
    shares: Mapping[LinkId, float] = field(default_factory=dict)
    """The share of each link at its source, computed and assumed ones included."""
    assumed: frozenset[LinkId] = frozenset()
    """The links whose share is not known but assumed."""
    steps: Mapping[str, int] = field(default_factory=dict)
    """How many interactions the detail of a macro event has."""
