"""The colours of the drawing and of the window, by name, light and dark."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import NamedTuple

from journeymapper.drawing.contrast import contrast, mixed, readable_on
from journeymapper.model.frozen import FrozenMap

NAMED_PROCESSES = ("sales", "marketing", "support")
"""The processes of the method; their colours are fixed, others take the next free one."""


class Theme(NamedTuple):
    """Colours by token, each "#RRGGBB"."""

    name: str
    colours: FrozenMap[str, str]
    processes: tuple[str, ...]
    """Colours of owning processes, told apart with any kind of colour vision; more processes begin again."""

    def hex(self, token: str) -> str:
        """The colour of a token or of "#RRGGBB" itself, without its share of opacity; KeyError for an unknown one."""
        name = token.partition("/")[0]
        if name.startswith("#"):
            return name
        if name.startswith("process:"):
            return self.processes[int(name[8:]) % len(self.processes)]
        return self.colours[name]


def opacity(token: str) -> float:
    """How opaque a colour is, from 0 to 1: "ink/12" is 0.12."""
    share = token.partition("/")[2]
    return float(share) / 100 if share else 1.0


def process_tokens(processes: Iterable[str]) -> tuple[str, ...]:
    """The token of each process, in the plan's order, from their ids: those of the method keep their own colours."""
    idents = list(processes)
    own = {name: place for place, name in enumerate(NAMED_PROCESSES) if name in idents}
    free = (place for place in count() if place not in own.values())
    return tuple(f"process:{own[ident] if ident in own else next(free)}" for ident in idents)


LIGHT = Theme(
    "light",
    FrozenMap({
        "background": "#F5F6F8", "panel": "#FFFFFF", "canvas": "#FAFBFC", "dots": "#EEF1F5", "card": "#FFFFFF",
        "line": "#DFE3EA", "band": "#EDF0F5", "shadow": "#E8EAED",
        "ink": "#1C2430", "ink2": "#5A6577", "ink3": "#8B95A5", "link": "#B4BCC9", "arrow": "#8B95A5",
        "accent": "#2F5BEA", "on-accent": "#FFFFFF", "flow": "#C1CDF8",
        "error": "#C4314B", "warning": "#9A5B00", "good": "#1B7F4B", "on-good": "#FFFFFF", "star": "#C28500",
    }),
    ("#0072B2", "#B4530A", "#0B7A5C", "#562266", "#4B3509", "#323E93", "#6A713D", "#61243A"),
)  # fmt: skip

DARK = Theme(
    "dark",
    FrozenMap({
        "background": "#14171C", "panel": "#1B1F26", "canvas": "#171A20", "dots": "#1E2229", "card": "#20252D",
        "line": "#2C323C", "band": "#242A33", "shadow": "#15181D",
        "ink": "#E8ECF2", "ink2": "#A7B0BF", "ink3": "#778193", "link": "#4B5361", "arrow": "#778193",
        "accent": "#7C9CFF", "on-accent": "#14171C", "flow": "#33406B",
        "error": "#FF7A8E", "warning": "#F0B34A", "good": "#57C98A", "on-good": "#14171C", "star": "#E5A823",
    }),
    ("#5BB4E5", "#F0A050", "#4CC79B", "#E6CCFF", "#DFDA94", "#7891EE", "#AF9165", "#8FE8DC"),
)  # fmt: skip

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def theme_named(name: str) -> Theme:
    """The theme "light" or "dark"; KeyError for another name."""
    return THEMES[name]


def with_accent(theme: Theme, accent: str | None) -> Theme:
    """The theme with a brand's accent colour, darkened or lightened as far as text in it needs to be read."""
    if accent is None:
        return theme
    colours = dict(theme.colours)
    grounds = [colours[token] for token in ("card", "canvas", "background", "panel")]
    readable = readable_on(accent.upper(), grounds, towards=colours["ink"])
    dark_text, light_text = LIGHT.colours["ink"], "#FFFFFF"
    on_accent = max((light_text, DARK.colours["canvas"], dark_text), key=lambda text: contrast(text, readable))
    colours |= {"accent": readable, "on-accent": on_accent, "flow": mixed(readable, colours["canvas"], 0.28)}
    return theme._replace(colours=FrozenMap(colours))
