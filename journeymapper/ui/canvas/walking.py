"""Walking from card to card with the keyboard: in the order of the flow, and along links."""

from __future__ import annotations

from typing import Literal

from journeymapper.ui.canvas.scene import Scene

Direction = Literal["left", "right", "up", "down"]

_WAYS: dict[Direction, tuple[int, int]] = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


def next_card(scene: Scene, selection: frozenset[str], step: int) -> str:
    """The card `step` places on in the order of the flow, round at the end; empty where there is none."""
    order = scene.order
    if not order:
        return ""
    places = [place for place, ident in enumerate(order) if ident in selection]
    if not places:
        return order[0 if step > 0 else -1]
    return order[(places[-1 if step > 0 else 0] + step) % len(order)]


def linked_card(scene: Scene, ident: str, direction: Direction) -> str:
    """The card that a link leads to (or comes from) in that direction, the straightest; empty where there is none."""
    cards = scene.geometry.cards
    if ident not in cards:
        return ""
    x, y = cards[ident].rect.center
    ahead_x, ahead_y = _WAYS[direction]
    best, least = "", float("inf")
    for other in scene.neighbours(ident):
        if other not in cards or other == ident:
            continue
        ox, oy = cards[other].rect.center
        ahead = (ox - x) * ahead_x + (oy - y) * ahead_y
        aside = abs((ox - x) * ahead_y) + abs((oy - y) * ahead_x)
        if ahead > 1 and ahead + 2 * aside < least:
            best, least = other, ahead + 2 * aside
    return best
