"""The geometry of a micro journey: stages across, processes down, every link on its own way between the cards."""

from __future__ import annotations

from journeymapper.layout.cards import card_of
from journeymapper.layout.curve import curve_of
from journeymapper.layout.draft import Draft, draft_of, redrafted
from journeymapper.layout.geometry import Card, JourneyGeometry, Label, Pill, Rect, Stub
from journeymapper.layout.heads import lane_label_width, lanes_of, phases_of, stages_of, top_of_lanes
from journeymapper.layout.moving import moved_cards
from journeymapper.layout.settled import Settled, settle
from journeymapper.layout.sheet import Sheet
from journeymapper.layout.tracing import Tracer
from journeymapper.model.frozen import FrozenMap
from journeymapper.model.plan import Plan

_RIGHT_MARGIN = 8.0


def lay_out_micro(sheet: Sheet, persona: str | None = None) -> JourneyGeometry:
    """The geometry of a micro journey; see `journey.lay_out`."""
    draft, settled = _settled(draft_of(sheet))
    plan, journey = sheet.plan, sheet.journey
    top, grid, network = top_of_lanes(sheet), draft.grid, draft.network
    bottom = settled.heights.lanes[-1][1] if grid.lanes else top
    curve = curve_of(draft, settled.widths, bottom, _audience(plan, persona))
    tracer = Tracer(network, settled.rects, settled.levels, settled.turns, settled.gutters, settled.widths)
    links = enumerate(zip(draft.ways, draft.marks, strict=True))
    placed = list(zip(draft.attached, settled.rects, strict=True))
    return JourneyGeometry(
        journey=sheet.ident,
        level="micro",
        title=journey.name(sheet.ident),
        subtitle=f"Micro journey of “{plan.title}”",
        bounds=Rect(0, 0, settled.widths.borders[-1] + _RIGHT_MARGIN, curve.frame.bottom if curve else bottom),
        stages=stages_of(sheet, grid, settled.widths, bottom),
        phases=phases_of(draft, settled.widths, bottom),
        lanes=lanes_of(sheet, grid, settled.heights, settled.widths),
        cards=_cards(draft, settled),
        routes=tuple(tracer.route(number, way, mark) for number, (way, mark) in links),
        stubs=tuple(_moved_stub(stub, rect) for attached, rect in placed for stub in attached.stubs),
        pills=tuple(_moved_pill(pill, rect) for attached, rect in placed for pill in attached.pills),
        curve=curve,
        columns=FrozenMap(zip(network.idents, grid.columns, strict=True)),
        ranks=FrozenMap(zip(network.idents, draft.order.ranks, strict=True)),
    )


def _settled(draft: Draft) -> tuple[Draft, Settled]:
    """The draft with its measures; where cards were moved, drafted again with them in their new places."""
    left, top = lane_label_width(draft.sheet, draft.grid), top_of_lanes(draft.sheet)
    settled = settle(draft, left, top)
    moved = moved_cards(draft, settled)
    if moved is None:
        return draft, settled
    draft = redrafted(draft, *moved)
    return draft, settle(draft, left, top)


def _cards(draft: Draft, settled: Settled) -> FrozenMap[str, Card]:
    plan = draft.sheet.plan
    colours = {ident: number for number, ident in enumerate(plan.processes)}
    steps = draft.sheet.journey.interactions.items()
    return FrozenMap({
        ident: card_of(plan, ident, step, face, rect, colours)
        for (ident, step), face, rect in zip(steps, draft.faces, settled.rects, strict=True)
    })  # fmt: skip


def _audience(plan: Plan, ident: str | None) -> tuple[str, str] | None:
    """A persona or segment with its title."""
    found = plan.personas.get(ident or "") or plan.segments.get(ident or "")
    return (ident, found.name(ident)) if ident and found else None


def _moved(rect: Rect, by: Rect) -> Rect:
    return Rect(rect.x + by.x, rect.y + by.y, rect.w, rect.h)


def _moved_stub(stub: Stub, by: Rect) -> Stub:
    return Stub(stub.source, stub.target, _moved(stub.rect, by), Label(stub.label.text, _moved(stub.label.rect, by)))


def _moved_pill(pill: Pill, by: Rect) -> Pill:
    return Pill(pill.kind, pill.ident, pill.text, _moved(pill.rect, by))
