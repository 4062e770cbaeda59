"""The geometry of a macro journey: events along the cycle, joined by bands as wide as the customers are many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeymapper.layout.amounts import amounts
from journeymapper.layout.bands import Band, bands_of, drawn
from journeymapper.layout.cycle import Cycle, cycle_of
from journeymapper.layout.events import event_card, event_heading, event_height
from journeymapper.layout.figures import people_text
from journeymapper.layout.flow import Flow
from journeymapper.layout.geometry import Card, JourneyGeometry, Pill, Point, Rect, Route, Stub
from journeymapper.layout.macro_heads import Page, heads_of, phases_of
from journeymapper.layout.metrics import (
    BAND,
    BETWEEN_ROWS,
    EVENT_GAP,
    EVENT_HEAD_HEIGHT,
    EVENT_HEAD_OVERHANG,
    EVENT_WIDTH,
    HEAD_TO_EVENT,
    LABEL_HEIGHT,
    LEAST_BAND,
    PAGE,
    PAGE_HEADING,
    PHASE_GAP,
    PHASE_HEIGHT,
)
from journeymapper.layout.network import network_of
from journeymapper.layout.outflow import Figures, pills_of, stubs_of
from journeymapper.layout.ranks import order_of
from journeymapper.layout.text import TextMeasure
from journeymapper.model.journey import Journey
from journeymapper.model.plan import Plan
from journeymapper.model.values import FrozenMap

_PITCH = EVENT_WIDTH + EVENT_GAP
_BELOW_LABEL = 12.0


def lay_out_macro(plan: Plan, journey_id: str, measure: TextMeasure, flow: Flow | None = None) -> JourneyGeometry:
    """The geometry of a macro journey; see `journey.lay_out`."""
    journey = plan.journeys[journey_id]
    network = network_of(journey)
    cycle = cycle_of(plan, journey)
    figures = Figures(plan, journey, flow, max(flow.links.values(), default=0.0) if flow else 1.0)
    links = [(network.idents[source], network.idents[target]) for source, target in network.links]
    widths = [_width(figures, source, target) for source, target in links]
    bands = bands_of(cycle, links, widths, _PITCH)
    rows = dict(zip(cycle.idents, cycle.rows, strict=True))
    page = _page(plan, journey, cycle)
    rects, depth = _rects(plan, journey, cycle, figures, bands, page, measure)
    cards = {
        ident: event_card(plan, journey, ident, rects[ident],
                          event_heading(plan, ident, journey.interactions[ident], flow, measure))
        for ident in journey.interactions
    }  # fmt: skip
    stubs = tuple(stub for ident in cards for stub in stubs_of(figures, ident, rects[ident], measure))
    pills = tuple(pill for ident in cards for pill in pills_of(figures, ident, rects[ident], measure))
    routes = _routes(figures, bands, rects, rows, stubs, pills, cards, measure)
    stages = heads_of(plan, journey, cycle, rects, page, depth, figures, measure)
    phases = phases_of(plan, journey, cycle, rects, page, depth, measure)
    everything = [page.heading, *(head.rect for head in (*stages, *phases)), *rects.values()]
    everything += [rect for stub in stubs for rect in (stub.rect, stub.label.rect)]
    everything += [pill.rect for pill in pills]
    everything += [route.label.rect for route in routes if route.label]
    return JourneyGeometry(
        journey_id, "macro", journey.name(journey_id), _subtitle(plan, journey),
        _around(everything, depth), stages, phases, (), FrozenMap(cards), routes, stubs, pills,
        columns=FrozenMap({ident: round(column) for ident, column in zip(cycle.idents, cycle.columns, strict=True)}),
        ranks=FrozenMap(zip(network.idents, order_of(network).ranks, strict=True)),
        heading=page.heading,
    )  # fmt: skip


def _width(figures: Figures, source: str, target: str) -> float:
    passing = figures.passing(source, target)
    if figures.flow is None or passing is None or figures.most <= 0:
        return LEAST_BAND
    return max(LEAST_BAND, BAND * min(1.0, passing / figures.most))


def _page(plan: Plan, journey: Journey, cycle: Cycle) -> Page:
    """Where the title, the heads and the first row are."""
    staged = any(each.stage in plan.stages for each in journey.interactions.values())
    phased = any(each.phase in plan.phases for each in journey.interactions.values())
    heads = (EVENT_HEAD_HEIGHT + PHASE_GAP + 2 if staged else 0.0) + (PHASE_HEIGHT if phased else 0.0)
    width = max(2, cycle.width) * _PITCH - EVENT_GAP
    top = PAGE + PAGE_HEADING
    return Page(Rect(PAGE, PAGE, width + 2 * EVENT_HEAD_OVERHANG, PAGE_HEADING - 12), staged, phased, top,
                top + heads + (HEAD_TO_EVENT if heads else 8.0))  # fmt: skip


def _rects(
    plan: Plan, journey: Journey, cycle: Cycle, figures: Figures, bands: Sequence[Band], page: Page,
    measure: TextMeasure,
) -> tuple[dict[str, Rect], float]:  # fmt: skip
    """The rectangle of every event, and where all that stands below the last row ends."""
    rects: dict[str, Rect] = {}
    y = page.first_row
    left = PAGE + EVENT_HEAD_OVERHANG
    places = list(zip(cycle.idents, cycle.columns, cycle.rows, strict=True))
    for row in sorted(set(cycle.rows)):
        members = [ident for ident, _, place in places if place == row]
        height = max(
            event_height(
                event_heading(plan, ident, journey.interactions[ident], figures.flow, measure)[0],
                any(each.opens in plan.journeys for each in journey.interactions.values()),
            )
            for ident in members
        )
        for ident, column, place in places:
            if place == row:
                rects[ident] = Rect(left + column * _PITCH, y, EVENT_WIDTH, height)
        below = _below(figures, members, rects, bands, measure)
        last = row == max(cycle.rows)
        y += height + (max(below, 40.0) if last else max(below + 24.0, BETWEEN_ROWS))
    return rects, y


def _below(
    figures: Figures, members: Sequence[str], rects: Mapping[str, Rect], bands: Sequence[Band], measure: TextMeasure
) -> float:
    """The room that stubs, pills and jumps take below the events of a row."""
    found = [0.0]
    for ident in members:
        bottom = rects[ident].bottom
        found += [stub.label.rect.bottom - bottom for stub in stubs_of(figures, ident, rects[ident], measure)]
        found += [pill.rect.bottom - bottom for pill in pills_of(figures, ident, rects[ident], measure)]
    found += [
        band.depth + band.width / 2 + LABEL_HEIGHT + _BELOW_LABEL
        for band in bands
        if band.path == "jump" and band.source in members
    ]
    return max(found)


def _routes(
    figures: Figures, bands: Sequence[Band], rects: Mapping[str, Rect], rows: Mapping[str, int],
    stubs: Sequence[Stub], pills: Sequence[Pill], cards: Mapping[str, Card], measure: TextMeasure,
) -> tuple[Route, ...]:  # fmt: skip
    points = drawn(bands, rects, rows, 0.5 if any(pill.kind != "start" for pill in pills) else 0.12)
    taken = [*rects.values(), *(pill.rect for pill in pills), *(stub.label.rect for stub in stubs)]
    taken += [stub.rect for stub in stubs]
    taken += [
        Rect(card.rect.right - 120, card.rect.y - 12, 120, 24) for card in cards.values() if card.milestone
    ]
    texts = [figures.text(band.source, band.target) for band in bands]
    labels = amounts(texts, points, [band.width for band in bands], taken, measure)
    place = {ident: number for number, ident in enumerate(rects)}
    assumed = figures.flow.assumed if figures.flow else frozenset()
    return tuple(
        Route(band.source, band.target, tuple(curve), "forward" if place[band.target] > place[band.source] else "back",
              label, (), band.width, len(curve) == 4, (band.source, band.target) in assumed)
        for band, curve, label in zip(bands, points, labels, strict=True)
    )  # fmt: skip


def _subtitle(plan: Plan, journey: Journey) -> str:
    parts = ["Macro journey"]
    if plan.volume is not None:
        parts.append(f"{people_text(1.0, plan.volume)} customers start in a year")
    if journey.interactions:
        parts.append("width shows how many")
    if journey.interactions and all(event.opens in plan.journeys for event in journey.interactions.values()):
        parts.append("every event opens its micro journey")
    return " · ".join(parts)


def _around(rects: Sequence[Rect], bottom: float) -> Rect:
    whole = rects[0]
    for rect in rects[1:]:
        whole = whole.united(rect)
    return Rect(0.0, 0.0, whole.right + PAGE, max(whole.bottom, bottom) + PAGE)
