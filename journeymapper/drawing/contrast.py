"""The arithmetic of colours: contrast as WCAG 2 defines it, mixing, making a colour readable."""

from __future__ import annotations

from collections.abc import Iterable

READABLE = 4.5
"""The contrast that text needs on its ground."""


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of "#RRGGBB", from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Relative luminance of "#RRGGBB" from 0 to 1, after https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in channels(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """Contrast of two colours from 1 to 21, whichever way round."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def mixed(colour: str, ground: str, share: float) -> str:
    """The colour that `share` (0 to 1) of `colour` makes on `ground`."""
    pairs = zip(channels(colour), channels(ground), strict=True)
    return "#{:02X}{:02X}{:02X}".format(*(round(share * a + (1 - share) * b) for a, b in pairs))


def readable_on(colour: str, grounds: Iterable[str], *, towards: str) -> str:
    """The colour, moved towards another in steps until text in it can be read on every ground."""
    grounds = tuple(grounds)
    for step in range(21):
        candidate = mixed(towards, colour, step / 20)
        if all(contrast(candidate, ground) >= READABLE for ground in grounds):
            return candidate
    return towards
