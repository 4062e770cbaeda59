"""What stands below a macro journey's event: customers who leave as stubs, those who reach an end as pills."""

from __future__ import annotations

from typing import NamedTuple

from journeymapper.layout.ends import end_words, loss_words, start_words
from journeymapper.layout.figures import people_text, share_text
from journeymapper.layout.geometry import Label, Pill, Rect, Stub
from journeymapper.layout.metrics import (
    EVENT_GAP,
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
from journeymapper.layout.sheet import Sheet


class Figures(NamedTuple):
    """What the numbers of a macro journey are made from."""

    sheet: Sheet
    most: float
    """The greatest flow between two events."""
    most_lost: float
    """The greatest flow out of the journey."""

    def passing(self, source: str, target: str) -> float | None:
        """Customers who take a link, of one who starts; without a flow, of one who is there; None where unknown."""
        flow = self.sheet.flow
        return flow.links.get((source, target), 0.0) if flow else self.sheet.share(source, target)

    def text(self, source: str, target: str) -> str:
        """The same in words; empty where unknown."""
        passing = self.passing(source, target)
        if passing is None:
            return ""
        return people_text(passing, self.sheet.plan.volume) if self.sheet.flow else share_text(passing)

    def part(self, source: str, target: str) -> float:
        """The same as a part of the greatest flow of its kind; 0 without a flow."""
        most = self.most if target in self.sheet.journey.interactions else self.most_lost
        return (self.passing(source, target) or 0.0) / most if self.sheet.flow and most else 0.0


def figures_of(sheet: Sheet) -> Figures:
    """The figures of a macro journey."""
    events, flows = sheet.journey.interactions, sheet.flow.links if sheet.flow else {}
    onward = {key: flow for key, flow in flows.items() if key[1] in events}
    lost = (flow for key, flow in flows.items() if key not in onward)
    return Figures(sheet, max(onward.values(), default=0.0), max(lost, default=0.0))


def stubs_of(figures: Figures, ident: str, rect: Rect) -> tuple[Stub, ...]:
    """The stubs through which customers leave at an event."""
    sheet = figures.sheet
    losses = sheet.ends(ident, "failure")
    several = sum(end.outcome == "failure" for end in sheet.journey.ends.values()) > 1
    stubs = []
    for place, target in enumerate(losses):
        row = len(losses) - 1 - place
        width = max(1.2, OUTFLOW * figures.part(ident, target))
        x = rect.x + rect.w * OUTFLOW_AT - width - STUB_STEP * 2 * row
        left = x + width + LABEL_GAP
        words = f"{figures.text(ident, target) or '?'} {loss_words(sheet, target, several)}"
        words = sheet.cut(words, "label", rect.right + EVENT_GAP - 8 - left)
        box = Rect(x, rect.bottom, width, OUTFLOW_HEIGHT + row * STUB_ROW)
        label = Rect(left, rect.bottom + 5 + row * STUB_ROW, sheet.measure.width(words, "label"), STUB_ROW)
        stubs.append(Stub(ident, target, box, Label(words, label)))
    return tuple(stubs)


def pills_of(figures: Figures, ident: str, rect: Rect, reach: float) -> tuple[Pill, ...]:
    """The pills of an event: a start above it where it is one of several, its ends below it, `reach` wide at most."""
    sheet, pills = figures.sheet, []
    journey, measure = sheet.journey, sheet.measure
    if ident in journey.starts and (len(journey.starts) > 1 or not journey.interactions[ident].milestone):
        text = start_words(sheet, ident)
        width = measure.width(text, "pill") + 2 * PILL_PADDING
        pills.append(Pill("start", ident, text, Rect(rect.x + 2, rect.y - PILL_HEIGHT / 2, width, PILL_HEIGHT)))
    y = rect.bottom + 6
    for target in sheet.ends(ident, "success", "neutral", None):
        success = journey.ends[target].outcome == "success"
        extra = 2 * PILL_PADDING + (FLAG if success else 0.0)
        words = end_words(sheet, target, figures.text(ident, target), reach - extra)
        box = Rect(rect.x, y, measure.width(words, "pill") + extra, PILL_HEIGHT)
        pills.append(Pill("success" if success else "neutral", target, words, box))
        y += PILL_HEIGHT + 4
    return tuple(pills)
