"""The way from a plan to a picture of one journey: figures, then geometry, then display list."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from journeymapper.analysis.flow import journey_flow
from journeymapper.drawing.display import DisplayList
from journeymapper.drawing.journey import draw_journey
from journeymapper.drawing.theme import process_tokens
from journeymapper.layout.flow import Flow
from journeymapper.layout.geometry import JourneyGeometry
from journeymapper.layout.journey import lay_out
from journeymapper.layout.text import TextMeasure
from journeymapper.model.plan import Plan


class Composition(NamedTuple):
    """A journey as it is drawn."""

    geometry: JourneyGeometry
    display: DisplayList


def compose(plan: Plan, journey_id: str, measure: TextMeasure) -> Composition:
    """Draw a journey of the plan. Raises KeyError if the plan has no such journey."""
    geometry = lay_out(plan, journey_id, measure, flow_of(plan, journey_id))
    display = draw_journey(geometry, measure, process_tokens(plan.processes))
    return Composition(geometry, replace(display, author=_author(plan, journey_id)))


def flow_of(plan: Plan, journey_id: str) -> Flow:
    """The figures that a picture of the journey shows."""
    flow = journey_flow(plan, journey_id)
    return Flow(flow.arrivals, flow.links, flow.shares, flow.assumed, _steps(plan, journey_id))


def _steps(plan: Plan, journey_id: str) -> dict[str, int]:
    """How many interactions the detail of each event has."""
    interactions = plan.journeys[journey_id].interactions
    opened = {ident: plan.journeys.get(event.opens) for ident, event in interactions.items() if event.opens}
    return {ident: len(detail.interactions) for ident, detail in opened.items() if detail}


def _author(plan: Plan, journey_id: str) -> str:
    return plan.journeys[journey_id].owner or plan.owner or ""
