"""What a drawing gets when it is handed out: its title above, the legend and the brand's line below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from journeymapper.drawing.card import process_colour
from journeymapper.drawing.composing import Composition
from journeymapper.drawing.display import Colour, DisplayList, Group, Image, Text, runs_of, still
from journeymapper.drawing.heading import HEIGHT, draw_heading
from journeymapper.drawing.legend import draw_legend
from journeymapper.drawing.lettering import printable
from journeymapper.drawing.theme import process_tokens
from journeymapper.layout.geometry import JourneyGeometry, Rect
from journeymapper.layout.text import TextMeasure
from journeymapper.model.plan import Plan

MARGIN = 28.0
"""Around the drawing."""
_LEAST_WIDTH = 420.0
_LOGO = 36.0
"""Height of the brand's picture."""


def on_page(composition: Composition, plan: Plan, measure: TextMeasure, logo: Image | None = None) -> DisplayList:
    """The drawing with everything that makes it a page; `logo` at its own size, to be fitted at the top right."""
    geometry, display = composition.geometry, composition.display
    inner = _inner(geometry)
    groups: list[Group] = []
    placed = _fitted(logo, inner.right, inner.y) if logo else None
    if placed:
        groups.append(Group("page", "logo", "page", placed.rect, still(placed)))
    if not geometry.heading:
        room = inner.w - (placed.rect.w + 20 if placed else 0)
        place = Rect(inner.x, inner.y, room, HEIGHT)
        groups.append(draw_heading(geometry.title, _subtitle(geometry, plan), place, measure))
    foot = Rect(inner.x, inner.bottom + 14, inner.w, 0)
    groups += _foot(geometry, plan, foot, measure)
    below = [group.bounds.bottom for group in groups if group.layer == "page"]
    bottom = max([foot.y, *below])
    bounds = Rect(inner.x, inner.y, inner.w, bottom - inner.y).grown(MARGIN)
    return replace(display, bounds=bounds, runs=(*display.runs, *runs_of(groups)))


def _inner(geometry: JourneyGeometry) -> Rect:
    """The page without its margins: the drawing, and room for the title where the drawing has none itself."""
    bounds = geometry.bounds
    if geometry.heading:
        left, top = geometry.heading.x, geometry.heading.y
        margin = left - bounds.x
        return Rect(left, top, bounds.w - 2 * margin, bounds.bottom - margin - top)
    top = bounds.y - HEIGHT - 16
    return Rect(bounds.x, top, max(bounds.w, _LEAST_WIDTH), bounds.bottom - top)


def _subtitle(geometry: JourneyGeometry, plan: Plan) -> str:
    """With the plan's title, where nothing else says it."""
    said = plan.title in geometry.title + geometry.subtitle
    return " · ".join(filter(None, [geometry.subtitle, "" if said else plan.title]))


def _foot(geometry: JourneyGeometry, plan: Plan, place: Rect, measure: TextMeasure) -> Iterator[Group]:
    """The legend, and below it the brand's line."""
    legend = draw_legend(geometry, _processes_of(geometry, plan), place, measure)
    if legend.items:
        yield legend
    line = plan.brand.footer if plan.brand else None
    if line:
        top = legend.bounds.bottom if legend.items else place.y
        rows, _ = measure.wrap(line, "small", place.w, 1)
        text = Text(printable(rows[0]), (place.right, top + 15), "small", "ink2", "right")
        yield Group("page", "footer", "page", Rect(place.x, top, place.w, 20), still(text))


def _processes_of(geometry: JourneyGeometry, plan: Plan) -> list[tuple[str, Colour]]:
    """Title and colour of the processes that own something of the drawing."""
    tokens = process_tokens(plan.processes)
    used = {card.process for card in geometry.cards.values()}
    used |= {place for card in geometry.cards.values() if card.mini for _, place in card.mini.boxes}
    titles = [process.name(ident) for ident, process in plan.processes.items()]
    return [(title, process_colour(place, tokens)) for place, title in enumerate(titles) if place in used]


def _fitted(logo: Image, right: float, top: float) -> Image:
    """The picture in the page's upper right corner."""
    scale = min(_LOGO / logo.rect.h, 4 * _LOGO / logo.rect.w)
    width, height = logo.rect.w * scale, logo.rect.h * scale
    return Image(Rect(right - width, top, width, height), logo.data)
