"""A journey's geometry as a display list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeymapper.drawing.card import draw_cards
from journeymapper.drawing.curve import draw_curve
from journeymapper.drawing.display import LAYERS, Colour, DisplayList, Run, runs_of
from journeymapper.drawing.heading import draw_heading
from journeymapper.drawing.heads import draw_heads
from journeymapper.drawing.link import draw_links, draw_shares, draw_stubs
from journeymapper.drawing.macro import draw_amount, draw_event, draw_flow, draw_tab
from journeymapper.drawing.pills import draw_pills
from journeymapper.drawing.theme import NAMED_PROCESSES, process_tokens
from journeymapper.layout.geometry import JourneyGeometry
from journeymapper.layout.text import TextMeasure

METHOD_COLOURS = process_tokens(NAMED_PROCESSES)


def draw_journey(
    geometry: JourneyGeometry, measure: TextMeasure, colours: Sequence[Colour] = METHOD_COLOURS
) -> DisplayList:
    """All that is drawn of a journey, sorted by layer; `colours` has a token for each of the plan's processes."""
    runs = [*runs_of(draw_heads(geometry, colours)), *_steps(geometry, measure, colours)]
    if geometry.heading:
        runs += runs_of([draw_heading(geometry.title, geometry.subtitle, geometry.heading, measure)])
    runs += [draw_stubs(geometry.stubs), draw_pills(geometry.pills)]
    if geometry.curve:
        runs += draw_curve(geometry.curve)
    order = {layer: place for place, layer in enumerate(LAYERS)}
    shown = filter(len, sorted(runs, key=lambda run: order[run.layer]))
    return DisplayList(geometry.bounds, tuple(shown), geometry.title)


def _steps(geometry: JourneyGeometry, measure: TextMeasure, colours: Sequence[Colour]) -> Iterator[Run]:
    cards = tuple(geometry.cards.values())
    if geometry.level == "macro":
        yield from runs_of(map(draw_flow, geometry.routes))
        yield from runs_of(filter(None, map(draw_amount, geometry.routes)))
        yield from runs_of(draw_event(card, colours, measure) for card in cards)
        yield from runs_of(draw_tab(card, measure) for card in cards if card.milestone)
        return
    yield draw_links(geometry.routes)
    yield draw_shares(geometry.routes)
    yield draw_cards(cards, colours, measure)
