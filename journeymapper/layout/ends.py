"""What stands above and below a card: starts, successes and neutral ends as pills, losses as stubs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from journeymapper.layout.figures import share_text
from journeymapper.layout.flow import Flow
from journeymapper.layout.geometry import Label, Pill, Rect, Stub
from journeymapper.layout.marks import Mark, share_label, share_of
from journeymapper.layout.metrics import (
    BELOW_CARD,
    CARD_WIDTH,
    FLAG,
    LABEL_GAP,
    PILL_HEIGHT,
    PILL_PADDING,
    PILL_ROW,
    STUB_HEIGHT,
    STUB_LEFT,
    STUB_ROW,
    STUB_STEP,
    STUB_WIDEST,
)
from journeymapper.layout.network import Network
from journeymapper.layout.text import TextMeasure
from journeymapper.layout.ways import Way
from journeymapper.model.journey import Journey

_MIDDLE = CARD_WIDTH / 2
_BESIDE_LINE = 10.0
_OVERHANG = 56.0
"""How far a pill may reach past its card, over the labels of the links that leave there."""


@dataclass(frozen=True, slots=True)
class Attached:
    """The pills and stubs of one card, placed from the card's left top corner; `above` and `below` is their room."""

    pills: tuple[Pill, ...] = ()
    stubs: tuple[Stub, ...] = ()
    above: float = 0.0
    below: float = BELOW_CARD
    right: float = 0.0
    """How far they reach past the card's right side."""


@dataclass(slots=True)
class _Sides:
    """Which of a card's sides a link runs through in the middle, and whether it has its label above."""

    top: bool = False
    bottom: bool = False
    label_above: bool = False


def attached_to(
    journey: Journey, network: Network, ways: Sequence[Way], marks: Sequence[Mark], flow: Flow | None,
    measure: TextMeasure, heights: Sequence[float],
) -> list[Attached]:  # fmt: skip
    """What is attached to every interaction of the network, in its order."""
    sides = [_Sides() for _ in network.idents]
    for way, mark in zip(ways, marks, strict=True):
        if way.course == "down":
            sides[way.source].bottom = sides[way.target].top = True
        elif way.course == "up":
            sides[way.source].top = sides[way.target].bottom = True
            sides[way.source].label_above |= mark.length > 0
    losses = [ident for ident, end in journey.ends.items() if end.outcome == "failure"]
    start = {ident: share_text(entry.share.likely) if entry.share else "" for ident, entry in journey.starts.items()}
    attached = []
    for number, ident in enumerate(network.idents):
        interaction = journey.interactions[ident]
        if ident not in start and not any(target in journey.ends for target in interaction.next):
            attached.append(_NOTHING_LABELLED if sides[number].label_above else _NOTHING)
            continue
        stubs = _stubs(journey, ident, flow, measure, sides[number], len(losses) > 1, heights[number])
        alone = len(journey.starts) == 1
        pills, rows = _pills(journey, ident, flow, measure, sides[number], None if alone else start.get(ident))
        right = max((pill.rect.right for pill in pills), default=0.0) - CARD_WIDTH
        below = max(BELOW_CARD, STUB_HEIGHT + STUB_ROW * len(stubs) + 4)
        attached.append(Attached(pills, stubs, rows * PILL_ROW, below, max(0.0, right)))
    return attached


_NOTHING = Attached()
_NOTHING_LABELLED = Attached(above=PILL_ROW + 4)


def _ends(journey: Journey, ident: str, outcomes: tuple[str | None, ...]) -> list[str]:
    """The ends of some outcome that an interaction leads to."""
    ends = journey.ends
    return [target for target in journey.interactions[ident].next if target in ends and ends[target].outcome in outcomes]


def _stubs(
    journey: Journey, ident: str, flow: Flow | None, measure: TextMeasure, sides: _Sides, named: bool, height: float
) -> tuple[Stub, ...]:
    losses = _ends(journey, ident, ("failure",))
    stubs = []
    for place, target in enumerate(losses):
        link = journey.interactions[ident].next[target]
        share = share_of(link, (ident, target), flow)
        text = share_label(link, (ident, target), flow) or "?"
        title = journey.ends[target].name(target)
        row = len(losses) - 1 - place
        x = STUB_LEFT + place * STUB_STEP
        width = max(1.0, STUB_WIDEST * (share or 0.0))
        left = x + width + LABEL_GAP
        room = (_MIDDLE - _BESIDE_LINE if sides.bottom else CARD_WIDTH) - left
        words = f"{text} {title[:1].lower() + title[1:]}" if named else f"{text} leave"
        lines, _ = measure.wrap(words, "label", room, 1)
        rect = Rect(left, height + 2 + row * STUB_ROW, measure.width(lines[0], "label"), STUB_ROW)
        stubs.append(Stub(ident, target, Rect(x, height, width, STUB_HEIGHT + row * STUB_ROW), Label(lines[0], rect)))
    return tuple(stubs)


def _pills(
    journey: Journey, ident: str, flow: Flow | None, measure: TextMeasure, sides: _Sides, start: str | None
) -> tuple[tuple[Pill, ...], int]:
    """The pills above a card, and how many rows they take together with the label of a link that runs up."""
    pills: list[Pill] = []
    used = [-LABEL_GAP]
    if ident in journey.starts:
        pills.append(_pill("start", ident, f"START {start}" if start else "START", 0.0, 0, measure))
        used[0] = pills[0].rect.right
    row = 1 if sides.label_above else 0
    kinds: tuple[tuple[Literal["success", "neutral"], tuple[str | None, ...]], ...] = (
        ("success", ("success",)), ("neutral", ("neutral", None)),
    )  # fmt: skip
    for kind, outcomes in kinds:
        for target in _ends(journey, ident, outcomes):
            words = _end_words(journey, ident, target, flow)
            least = _MIDDLE + _BESIDE_LINE if sides.top else (used[0] + LABEL_GAP if row == 0 else 0.0)
            pill = _flag(kind, target, words, least, row, measure)
            if row == 0 and pill.rect.x < used[0] + LABEL_GAP:
                row += 1
                pill = _flag(kind, target, words, _MIDDLE + _BESIDE_LINE if sides.top else 0.0, row, measure)
            pills.append(pill)
            row += 1
    return tuple(pills), max(row, 1 if pills else 0)


def _end_words(journey: Journey, ident: str, target: str, flow: Flow | None) -> str:
    link = journey.interactions[ident].next[target]
    share = share_label(link, (ident, target), flow)
    title = journey.ends[target].name(target).upper()
    return title if share in (None, "100%") else f"{title} {share}"


def _pill(
    kind: Literal["start", "success", "neutral"], ident: str, text: str, x: float, row: int, measure: TextMeasure
) -> Pill:
    width = measure.width(text, "pill") + 2 * PILL_PADDING + (FLAG if kind == "success" else 0)
    return Pill(kind, ident, text, Rect(x, -(row + 1) * PILL_ROW + 1, width, PILL_HEIGHT))


def _flag(
    kind: Literal["success", "neutral"], ident: str, words: str, least: float, row: int, measure: TextMeasure
) -> Pill:
    """A pill that ends at the card's right side, reaching past it where a line or a start leaves too little room."""
    room = CARD_WIDTH + _OVERHANG - least - 2 * PILL_PADDING - (FLAG if kind == "success" else 0)
    lines, _ = measure.wrap(words, "pill", room, 1)
    pill = _pill(kind, ident, lines[0], 0.0, row, measure)
    x = max(least, CARD_WIDTH - pill.rect.w)
    return Pill(kind, ident, lines[0], Rect(x, pill.rect.y, pill.rect.w, PILL_HEIGHT))
