"""What stands at each link: its share, a change of owner, a change of medium, and how many customers take it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from journeymapper.layout.figures import share_text
from journeymapper.layout.metrics import LABEL_GAP, LABEL_PADDING, MARKER, MARKER_GAP, THICK_LINE, THIN_LINE
from journeymapper.layout.network import Network
from journeymapper.layout.sheet import Sheet
from journeymapper.model.handover import changes_hands, medium_of
from journeymapper.model.interaction import Interaction
from journeymapper.model.plan import Plan

Sign = tuple[Literal["handover", "medium"], Literal["good", "bad", "unknown"]]


class Mark(NamedTuple):
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


def marks_of(sheet: Sheet, network: Network) -> list[Mark]:
    """The mark of every link of the network, in its order."""
    flows = sheet.flow.links if sheet.flow else {}
    steps = tuple(sheet.journey.interactions.values())
    keys = [(network.idents[source], network.idents[target]) for source, target in network.links]
    most = max((flows.get(key, 0.0) for key in keys), default=0.0)
    widths: dict[str, float] = {}
    marks = []
    for key, (source, target) in zip(keys, network.links, strict=True):
        text = share_label(sheet, *key)
        if text is not None and text not in widths:
            widths[text] = sheet.measure.width(text, "label") + 2 * LABEL_PADDING
        part = min(1.0, flows.get(key, 0.0) / most) if most > 0 else 0.0
        line = THIN_LINE + (THICK_LINE - THIN_LINE) * part
        signs = signs_of(sheet.plan, steps[source], steps[target], key[1])
        marks.append(Mark(text, widths[text] if text else 0.0, signs, line, sheet.is_assumed(*key)))
    return marks


def share_label(sheet: Sheet, source: str, target: str) -> str | None:
    """The share of a link in words, with ``~`` before an assumed one."""
    share = sheet.share(source, target)
    if share is None:
        return None
    return ("~" if sheet.is_assumed(source, target) else "") + share_text(share)


def signs_of(plan: Plan, source: Interaction, target: Interaction, target_id: str) -> tuple[Sign, ...]:
    """The signs of a hand-over and of a change of medium, where there is one."""
    link = source.next[target_id]
    signs: list[Sign] = []
    if changes_hands(plan, source, target):
        signs.append(("handover", "good" if link.handover and link.handover.criteria else "bad"))
    before, after = medium_of(plan, source), medium_of(plan, target)
    if before and after and before != after:
        signs.append(("medium", "unknown" if link.carries is None else "good" if link.carries else "bad"))
    return tuple(signs)
