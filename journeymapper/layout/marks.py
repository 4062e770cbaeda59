"""What stands at each link: its share, a change of owner, a change of medium, and how many customers take it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from journeymapper.layout.figures import share_text
from journeymapper.layout.flow import Flow
from journeymapper.layout.metrics import (
    LABEL_GAP,
    LABEL_PADDING,
    MARKER,
    MARKER_GAP,
    THICK_LINE,
    THIN_LINE,
)
from journeymapper.layout.network import Network
from journeymapper.layout.text import TextMeasure
from journeymapper.model.handover import changes_hands, medium_of
from journeymapper.model.interaction import Interaction, Link
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan

Sign = tuple[Literal["handover", "medium"], Literal["good", "bad", "unknown"]]


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands at one link."""

    text: str | None
    """The share, None where nothing is known of it."""
    text_width: float
    """Width of the share's label; 0 without one."""
    signs: tuple[Sign, ...]
    line: float
    assumed: bool = False

    @property
    def length(self) -> float:
        """From the card to the end of the label and its signs, side by side."""
        label = LABEL_GAP + self.text_width if self.text else 0.0
        return label + len(self.signs) * (MARKER_GAP + MARKER)


def marks_of(plan: Plan, journey: Journey, network: Network, flow: Flow | None, measure: TextMeasure) -> list[Mark]:
    """The mark of every link of the network, in its order."""
    idents = network.idents
    most = max(flow.links.values(), default=0.0) if flow else 0.0
    widths: dict[str, float] = {}
    marks = []
    for number, target in network.links:
        source = journey.interactions[idents[number]]
        key = (idents[number], idents[target])
        link = source.next[key[1]]
        text = share_label(link, key, flow)
        if text is not None and text not in widths:
            widths[text] = measure.width(text, "label") + 2 * LABEL_PADDING
        line = THIN_LINE
        if flow is not None and most > 0:
            line += (THICK_LINE - THIN_LINE) * min(1.0, flow.links.get(key, 0.0) / most)
        signs = signs_of(plan, source, journey.interactions[key[1]], link)
        marks.append(Mark(text, widths[text] if text else 0.0, signs, line, bool(flow and key in flow.assumed)))
    return marks


def share_of(link: Link, key: tuple[str, str], flow: Flow | None) -> float | None:
    """The share of a link from 0 to 1: as planned, else as computed; None where nothing is known."""
    if link.share is not None:
        return link.share.likely
    return flow.shares.get(key) if flow else None


def share_label(link: Link, key: tuple[str, str], flow: Flow | None) -> str | None:
    """The share of a link in words, with ``~`` before an assumed one."""
    share = share_of(link, key, flow)
    if share is None:
        return None
    return ("~" if flow and key in flow.assumed else "") + share_text(share)


def signs_of(plan: Plan, source: Interaction, target: Interaction, link: Link) -> tuple[Sign, ...]:
    """A hand-over's and a change of medium's sign, where there is one."""
    signs: list[Sign] = []
    if changes_hands(plan, source, target):
        signs.append(("handover", "good" if link.handover and link.handover.criteria else "bad"))
    before, after = medium_of(plan, source), medium_of(plan, target)
    if before and after and before != after:
        signs.append(("medium", "unknown" if link.carries is None else "good" if link.carries else "bad"))
    return tuple(signs)
