"""What stands above and below a card: starts, successes and neutral ends as pills, losses as stubs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from journeymapper.layout.figures import share_text
from journeymapper.layout.geometry import Label, Pill, Rect, Stub
from journeymapper.layout.marks import Mark, share_label
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
from journeymapper.layout.sheet import Sheet
from journeymapper.layout.ways import Way

_BESIDE_LINE = CARD_WIDTH / 2 + 10.0
"""Right of a link that leaves or enters in the middle."""
_OVERHANG = 56.0
"""How far a pill may reach past its card, over the labels of the links that leave there."""

PillKind = Literal["start", "success", "neutral"]


class Attached(NamedTuple):
    """The pills and stubs of one card, placed from the card's left top corner; `above` and `below` is their room."""

    pills: tuple[Pill, ...] = ()
    stubs: tuple[Stub, ...] = ()
    above: float = 0.0
    below: float = BELOW_CARD
    right: float = 0.0
    """How far they reach past the card's right side."""


@dataclass(slots=True)
class Middle:
    """Whether links run through the middle of a card's upper and lower side, and whether one has its label above."""

    top: bool = False
    bottom: bool = False
    label_above: bool = False


def attached_to(
    sheet: Sheet, network: Network, ways: Sequence[Way], marks: Sequence[Mark], heights: Sequence[float]
) -> list[Attached]:
    """What is attached to every interaction of the network, in its order; `heights` are those of the cards."""
    middles = _middles(network, ways, marks)
    attached = []
    for ident, middle, height in zip(network.idents, middles, heights, strict=True):
        ends, following = sheet.journey.ends, sheet.journey.interactions[ident].next
        if ident not in sheet.journey.starts and ends.keys().isdisjoint(following):
            attached.append(_NOTHING_BUT_A_LABEL if middle.label_above else _NOTHING)
            continue
        stubs = _stubs(sheet, ident, middle, height)
        pills, rows = _pills(sheet, ident, middle)
        right = max((pill.rect.right for pill in pills), default=0.0) - CARD_WIDTH
        below = max(BELOW_CARD, STUB_HEIGHT + STUB_ROW * len(stubs) + 4)
        attached.append(Attached(pills, stubs, rows * PILL_ROW + 2 if rows else 0.0, below, max(0.0, right)))
    return attached


_NOTHING = Attached()
_NOTHING_BUT_A_LABEL = Attached(above=PILL_ROW + 2)


def _middles(network: Network, ways: Sequence[Way], marks: Sequence[Mark]) -> list[Middle]:
    middles = [Middle() for _ in network.idents]
    for way, mark in zip(ways, marks, strict=True):
        if way.course == "down":
            middles[way.source].bottom = middles[way.target].top = True
        elif way.course == "up":
            middles[way.source].top = middles[way.target].bottom = True
            middles[way.source].label_above = mark.length > 0
    return middles


def _stubs(sheet: Sheet, ident: str, middle: Middle, height: float) -> tuple[Stub, ...]:
    """The losses of a card; of several, the one at the left reaches lowest."""
    losses = sheet.ends(ident, "failure")
    several = sum(end.outcome == "failure" for end in sheet.journey.ends.values()) > 1
    stubs = []
    for place, target in enumerate(losses):
        row = len(losses) - 1 - place
        x = STUB_LEFT + place * STUB_STEP
        width = max(1.0, STUB_WIDEST * (sheet.share(ident, target) or 0.0))
        left = x + width + LABEL_GAP
        room = (CARD_WIDTH / 2 - 8 if middle.bottom else CARD_WIDTH) - left
        words = f"{share_label(sheet, ident, target) or '?'} {loss_words(sheet, target, several)}"
        words = sheet.cut(words, "label", room)
        rect = Rect(left, height + 2 + row * STUB_ROW, sheet.measure.width(words, "label"), STUB_ROW)
        stubs.append(Stub(ident, target, Rect(x, height, width, STUB_HEIGHT + row * STUB_ROW), Label(words, rect)))
    return tuple(stubs)


def loss_words(sheet: Sheet, end: str, several: bool) -> str:
    """What those who leave do; where they can leave in several ways, the end's title."""
    title = sheet.journey.ends[end].name(end)
    return title[:1].lower() + title[1:] if several else "leave"


def _pills(sheet: Sheet, ident: str, middle: Middle) -> tuple[tuple[Pill, ...], int]:
    """The pills above a card, and how many rows they take together with the label of a link that runs up."""
    pills: list[Pill] = []
    free = 0.0
    if ident in sheet.journey.starts:
        pills.append(_pill(sheet, "start", ident, start_words(sheet, ident), 0))
        free = pills[0].rect.right + LABEL_GAP
    least = _BESIDE_LINE if middle.top else 0.0
    row = 1 if middle.label_above else 0
    kinds: tuple[tuple[PillKind, tuple[str | None, ...]], ...] = (
        ("success", ("success",)), ("neutral", ("neutral", None)),
    )  # fmt: skip
    for kind, outcomes in kinds:
        for target in sheet.ends(ident, *outcomes):
            pill = _at_right(sheet, kind, ident, target, least, row)
            if row == 0 and pill.rect.x < free:
                row = 1
                pill = _at_right(sheet, kind, ident, target, least, row)
            pills.append(pill)
            row += 1
    return tuple(pills), max(row, 1 if pills else 0)


def start_words(sheet: Sheet, ident: str) -> str:
    """START, with its share where it is one of several."""
    share = sheet.journey.starts[ident].share
    return f"START {share_text(share.likely)}" if share and len(sheet.journey.starts) > 1 else "START"


def end_words(sheet: Sheet, end: str, figure: str, room: float) -> str:
    """An end's title in capitals with a figure, the title cut so that both fit `room`."""
    figure = f" {figure}" if figure else ""
    title = sheet.journey.ends[end].name(end).upper()
    return sheet.cut(title, "pill", room - sheet.measure.width(figure, "pill")) + figure


def _pill(sheet: Sheet, kind: PillKind, ident: str, text: str, row: int) -> Pill:
    width = sheet.measure.width(text, "pill") + 2 * PILL_PADDING + (FLAG if kind == "success" else 0)
    return Pill(kind, ident, text, Rect(0.0, -(row + 1) * PILL_ROW + 1, width, PILL_HEIGHT))


def _at_right(sheet: Sheet, kind: PillKind, ident: str, target: str, least: float, row: int) -> Pill:
    """An end's pill that closes with the card's right side, or reaches past it for want of room from `least` on."""
    share = share_label(sheet, ident, target) or ""
    room = CARD_WIDTH + _OVERHANG - least - 2 * PILL_PADDING - (FLAG if kind == "success" else 0)
    words = end_words(sheet, target, "" if share == "100%" else share, room)
    pill = _pill(sheet, kind, target, words, row)
    x = max(least, CARD_WIDTH - pill.rect.w)
    return Pill(kind, target, words, Rect(x, pill.rect.y, pill.rect.w, PILL_HEIGHT))
