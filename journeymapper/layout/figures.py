"""Numbers as they are written on a drawing."""

from __future__ import annotations

THIN_SPACE = "\u2009"


def share_text(share: float) -> str:
    """A share from 0 to 1 in per cent, with one decimal where it has one: ``62%``, ``3.3%``, ``<0.1%``."""
    percent = share * 100
    if 0 < percent < 0.05:
        return "<0.1%"
    text = f"{percent:.1f}"
    return text.removesuffix(".0") + "%"


def count_text(count: float) -> str:
    """A number of customers, thousands apart by a thin space; ``<1`` where it is less than half a customer."""
    if 0 < count < 0.5:
        return "<1"
    return f"{round(count):,}".replace(",", THIN_SPACE)


def people_text(share: float, volume: int | None) -> str:
    """How many of `volume` customers a share of them is, or the share where the volume is unknown."""
    return share_text(share) if volume is None else count_text(share * volume)
