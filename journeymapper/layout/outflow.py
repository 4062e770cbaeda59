"""What stands below a macro journey's event: customers who leave as stubs, those who reach an end as pills."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.layout.figures import people_text, share_text
from journeymapper.layout.flow import Flow
from journeymapper.layout.geometry import Label, Pill, Rect, Stub
from journeymapper.layout.metrics import (
    EVENT_GAP,
    EVENT_WIDTH,
    FLAG,
    LABEL_GAP,
    OUTFLOW,
    OUTFLOW_AT,
    OUTFLOW_HEIGHT,
    PILL_HEIGHT,
    PILL_PADDING,
    STUB_ROW,
    STUB_STEP,
)
from journeymapper.layout.text import TextMeasure
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan

_PILLS_REACH = 0.5
"""Part of the card's width that its pills may take."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What the numbers of a macro journey are made from."""

    plan: Plan
    journey: Journey
    flow: Flow | None
    most: float
    """The greatest flow."""

    def passing(self, source: str, target: str) -> float | None:
        """Customers who take a link, of one who starts; without a flow, of one who is there; None where unknown."""
        if self.flow is not None:
            return self.flow.links.get((source, target), 0.0)
        share = self.journey.interactions[source].next[target].share
        return share.likely if share else None

    def text(self, source: str, target: str) -> str:
        """The same in words; empty where unknown."""
        passing = self.passing(source, target)
        if passing is None:
            return ""
        return share_text(passing) if self.flow is None else people_text(passing, self.plan.volume)


def stubs_of(figures: Figures, ident: str, rect: Rect, measure: TextMeasure) -> tuple[Stub, ...]:
    """The stubs through which customers leave at an event."""
    ends = figures.journey.ends
    losses = [target for target in figures.journey.interactions[ident].next
              if target in ends and ends[target].outcome == "failure"]
    several = sum(end.outcome == "failure" for end in ends.values()) > 1
    stubs = []
    for place, target in enumerate(losses):
        row = len(losses) - 1 - place
        part = (figures.passing(ident, target) or 0.0) / figures.most if figures.most else 0.0
        width = max(1.2, OUTFLOW * min(1.0, part))
        x = rect.x + rect.w * OUTFLOW_AT - width - STUB_STEP * 2 * row
        left = x + width + LABEL_GAP
        title = ends[target].name(target)
        words = f"{figures.text(ident, target) or '?'} {title[:1].lower() + title[1:] if several else 'leave'}"
        lines, _ = measure.wrap(words, "label", rect.right + EVENT_GAP - 8 - left, 1)
        box = Rect(x, rect.bottom, width, OUTFLOW_HEIGHT + row * STUB_ROW)
        label = Rect(left, rect.bottom + 5 + row * STUB_ROW, measure.width(lines[0], "label"), STUB_ROW)
        stubs.append(Stub(ident, target, box, Label(lines[0], label)))
    return tuple(stubs)


def pills_of(figures: Figures, ident: str, rect: Rect, measure: TextMeasure) -> tuple[Pill, ...]:
    """The pills of an event: a start above it where it is one of several, its ends below it."""
    journey = figures.journey
    pills = []
    if ident in journey.starts and (len(journey.starts) > 1 or not journey.interactions[ident].milestone):
        share = journey.starts[ident].share
        text = f"START {share_text(share.likely)}" if share and len(journey.starts) > 1 else "START"
        width = measure.width(text, "pill") + 2 * PILL_PADDING
        pills.append(Pill("start", ident, text, Rect(rect.x + 2, rect.y - PILL_HEIGHT / 2, width, PILL_HEIGHT)))
    y = rect.bottom + 6
    for target in journey.interactions[ident].next:
        end = journey.ends.get(target)
        if end is None or end.outcome == "failure":
            continue
        success = end.outcome == "success"
        extra = 2 * PILL_PADDING + (FLAG if success else 0.0)
        words = f"{end.name(target).upper()} {figures.text(ident, target)}".strip()
        lines, _ = measure.wrap(words, "pill", EVENT_WIDTH * _PILLS_REACH - extra, 1)
        box = Rect(rect.x, y, measure.width(lines[0], "pill") + extra, PILL_HEIGHT)
        pills.append(Pill("success" if success else "neutral", target, lines[0], box))
        y += PILL_HEIGHT + 4
    return tuple(pills)
