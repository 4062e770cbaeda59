"""What is laid out: a journey of a plan, with its figures and with what its texts are measured with."""

from __future__ import annotations

from typing import NamedTuple

from journeymapper.layout.flow import Flow
from journeymapper.layout.text import TextMeasure, TextRole
from journeymapper.model.interaction import Link
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan


class Sheet(NamedTuple):
    """The journey called `ident`; `flow` is None where nobody computed it."""

    plan: Plan
    ident: str
    journey: Journey
    measure: TextMeasure
    flow: Flow | None

    @property
    def is_detail(self) -> bool:
        """Whether the journey details an event of another one; only a journey on its own is a whole cycle."""
        journeys = self.plan.journeys.values()
        return any(event.opens == self.ident for journey in journeys for event in journey.interactions.values())

    def share(self, source: str, target: str) -> float | None:
        """The share of a link from 0 to 1: as planned, else as computed; None where nothing is known."""
        link: Link = self.journey.interactions[source].next[target]
        if link.share is not None:
            return link.share.likely
        return self.flow.shares.get((source, target)) if self.flow else None

    def is_assumed(self, source: str, target: str) -> bool:
        """Whether the share of a link is not known but assumed."""
        return self.flow is not None and (source, target) in self.flow.assumed

    def cut(self, text: str, role: TextRole, room: float) -> str:
        """The text in one line, with an ellipsis where it is longer than `room`."""
        return text if self.measure.width(text, role) <= room else self.measure.wrap(text, role, room, 1)[0][0]

    def ends(self, source: str, *outcomes: str | None) -> list[str]:
        """The ends of some outcome that an interaction leads to."""
        ends = self.journey.ends
        following = self.journey.interactions[source].next
        return [target for target in following if target in ends and ends[target].outcome in outcomes]
