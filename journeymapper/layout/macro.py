"""The geometry of a macro journey: events along the cycle, joined by bands as wide as the customers are many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce

from journeymapper.layout.amounts import amounts
from journeymapper.layout.bands import Band, bands_of, drawn
from journeymapper.layout.cycle import Cycle, cycle_of
from journeymapper.layout.event_places import event_rects
from journeymapper.layout.events import event_card, event_face
from journeymapper.layout.figures import people_text
from journeymapper.layout.geometry import Card, JourneyGeometry, Pill, Rect, Route, Stub
from journeymapper.layout.macro_heads import heads_of, page_of, phases_of
from journeymapper.layout.metrics import (
    BAND,
    EVENT_WIDTH,
    LEAST_BAND,
    PAGE,
    TAB,
)
from journeymapper.layout.mini import preview_lanes
from journeymapper.layout.network import network_of
from journeymapper.layout.outflow import Figures, figures_of, pills_of, stubs_of
from journeymapper.layout.ranks import order_of
from journeymapper.layout.sheet import Sheet
from journeymapper.model.frozen import FrozenMap

_PILLS_BESIDE_BANDS, _PILLS_ALONE = 0.5, 0.72
"""The part of a card's width that its pills take."""
_PORTS_FROM = 0.54
"""Bands leave the lower side of a card right of its pills, as a part of the card's width."""


def lay_out_macro(sheet: Sheet) -> JourneyGeometry:
    """The geometry of a macro journey; see `journey.lay_out`."""
    journey, figures, cycle = sheet.journey, figures_of(sheet), cycle_of(sheet)
    network = network_of(journey)
    bands = _bands(figures, cycle)
    faces = {ident: event_face(sheet, ident) for ident in journey.interactions}
    page = page_of(sheet, cycle)
    rects, depth = event_rects(figures, cycle, bands, faces, page.first_row)
    lanes = preview_lanes(sheet)
    cards = {ident: event_card(sheet, ident, rects[ident], face, lanes) for ident, face in faces.items()}
    stubs = [stub for ident in cards for stub in stubs_of(figures, ident, rects[ident])]
    pills = [pill for ident in cards for pill in pills_of(figures, ident, rects[ident], _reach(bands, ident))]
    routes = _routes(figures, cycle, bands, cards, [*_taken(cards, stubs, pills)])
    stages, phases = heads_of(figures, cycle, rects, page, depth), phases_of(sheet, cycle, rects, page, depth)
    drawn_rects = [page.heading, *(head.rect for head in (*stages, *phases)), *_taken(cards, stubs, pills)]
    return JourneyGeometry(
        journey=sheet.ident,
        level="macro",
        title=journey.name(sheet.ident),
        subtitle=_subtitle(sheet),
        bounds=_bounds([*drawn_rects, *(route.label.rect for route in routes if route.label)], depth),
        stages=stages,
        phases=phases,
        lanes=(),
        cards=FrozenMap(cards),
        routes=routes,
        stubs=tuple(stubs),
        pills=tuple(pills),
        columns=FrozenMap({ident: round(column) for ident, column in zip(cycle.idents, cycle.columns, strict=True)}),
        ranks=FrozenMap(zip(network.idents, order_of(network).ranks, strict=True)),
        heading=page.heading,
    )


def _bands(figures: Figures, cycle: Cycle) -> list[Band]:
    network = network_of(figures.sheet.journey)
    links = [(network.idents[source], network.idents[target]) for source, target in network.links]
    widths = [max(LEAST_BAND, BAND * figures.part(*link)) for link in links]
    return bands_of(cycle, links, widths)


def _reach(bands: Sequence[Band], ident: str) -> float:
    """How wide the pills below an event may be: half of it where a band may leave or enter there."""
    met = any(ident in (band.source, band.target) and not band.path.startswith("level") for band in bands)
    return EVENT_WIDTH * (_PILLS_BESIDE_BANDS if met else _PILLS_ALONE)


def _taken(cards: Mapping[str, Card], stubs: Sequence[Stub], pills: Sequence[Pill]) -> list[Rect]:
    """The places where no number may stand."""
    tabs = [Rect(card.rect.right - TAB[0], card.rect.y - TAB[1] / 2, *TAB) for card in cards.values() if card.milestone]
    outflows = [rect for stub in stubs for rect in (stub.rect, stub.label.rect)]
    return [*(card.rect for card in cards.values()), *tabs, *outflows, *(pill.rect for pill in pills)]


def _routes(
    figures: Figures, cycle: Cycle, bands: Sequence[Band], cards: Mapping[str, Card], taken: Sequence[Rect]
) -> tuple[Route, ...]:
    rects = {ident: card.rect for ident, card in cards.items()}
    ended = any(figures.sheet.ends(ident, "success", "neutral", None) for ident in cards)
    points = drawn(bands, rects, dict(zip(cycle.idents, cycle.rows, strict=True)), _PORTS_FROM if ended else 0.0)
    texts = [figures.text(band.source, band.target) for band in bands]
    labels = amounts(texts, points, [band.width for band in bands], taken, figures.sheet.measure)
    place = {ident: number for number, ident in enumerate(cycle.idents)}
    return tuple(
        Route(
            band.source,
            band.target,
            tuple(curve),
            "forward" if place[band.target] > place[band.source] else "back",
            label,
            width=band.width,
            curved=len(curve) == 4,
            assumed=figures.sheet.is_assumed(band.source, band.target),
        )
        for band, curve, label in zip(bands, points, labels, strict=True)
    )


def _subtitle(sheet: Sheet) -> str:
    plan, events = sheet.plan, sheet.journey.interactions.values()
    parts = ["Macro journey"]
    if plan.volume is not None:
        parts.append(f"{people_text(1.0, plan.volume)} customers start in a year")
    if sheet.flow is not None:
        parts.append("width shows how many")
    if events and all(event.opens in plan.journeys for event in events):
        parts.append("every event opens its micro journey")
    return " · ".join(parts)


def _bounds(rects: Sequence[Rect], bottom: float) -> Rect:
    whole = reduce(Rect.united, rects)
    return Rect(0.0, 0.0, whole.right + PAGE, max(whole.bottom, bottom) + PAGE)
