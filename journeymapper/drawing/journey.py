"""A journey's geometry as a display list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeymapper.drawing.card import draw_card
from journeymapper.drawing.curve import draw_curve
from journeymapper.drawing.display import LAYERS, Colour, DisplayList, Group
from journeymapper.drawing.heading import draw_heading
from journeymapper.drawing.heads import draw_heads
from journeymapper.drawing.link import draw_link, draw_share, draw_stub
from journeymapper.drawing.macro import draw_amount, draw_event, draw_flow, draw_tab
from journeymapper.drawing.pills import draw_pill
from journeymapper.drawing.theme import NAMED_PROCESSES, process_tokens
from journeymapper.layout.geometry import JourneyGeometry
from journeymapper.layout.text import TextMeasure

METHOD_COLOURS = process_tokens(NAMED_PROCESSES)


def draw_journey(
    geometry: JourneyGeometry, measure: TextMeasure, colours: Sequence[Colour] = METHOD_COLOURS
) -> DisplayList:
    """All that is drawn of a journey, sorted by layer; `colours` has a token for each of the plan's processes."""
    groups = [*draw_heads(geometry, colours), *_steps(geometry, measure, colours)]
    if geometry.heading:
        groups.append(draw_heading(geometry.title, geometry.subtitle, geometry.heading, measure))
    groups += [draw_stub(stub) for stub in geometry.stubs]
    groups += [draw_pill(pill) for pill in geometry.pills]
    if geometry.curve:
        groups += draw_curve(geometry.curve)
    order = {layer: place for place, layer in enumerate(LAYERS)}
    return DisplayList(geometry.bounds, tuple(sorted(groups, key=lambda group: order[group.layer])), geometry.title)


def _steps(geometry: JourneyGeometry, measure: TextMeasure, colours: Sequence[Colour]) -> Iterator[Group]:
    if geometry.level == "macro":
        yield from map(draw_flow, geometry.routes)
        yield from filter(None, map(draw_amount, geometry.routes))
        for card in geometry.cards.values():
            yield draw_event(card, colours, measure)
            if card.milestone:
                yield draw_tab(card, measure)
        return
    yield from map(draw_link, geometry.routes)
    yield from filter(None, map(draw_share, geometry.routes))
    for card in geometry.cards.values():
        yield draw_card(card, colours, measure)
