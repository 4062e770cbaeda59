"""The one entry: a journey of a plan to its geometry."""

from __future__ import annotations

from journeymapper.layout.flow import Flow
from journeymapper.layout.geometry import JourneyGeometry
from journeymapper.layout.sheet import Sheet
from journeymapper.layout.text import TextMeasure
from journeymapper.model.plan import Plan


def lay_out(
    plan: Plan, journey_id: str, measure: TextMeasure, flow: Flow | None = None, persona: str | None = None
) -> JourneyGeometry:
    """The geometry of a journey, macro or micro by its level, in points at 100 %.

    `flow` gives the figures that widths and customers are shown with; without it only planned shares are shown.
    `persona`, the id of a persona or segment, asks for its own curve of feeling beside the journey's. Links whose
    target does not exist are left out. Raises KeyError for an unknown journey.
    """
    sheet = Sheet(plan, journey_id, plan.journeys[journey_id], measure, flow)
    if sheet.journey.level == "macro":  # each is half of this room: the first picture waits for its own only
        from journeymapper.layout.macro import lay_out_macro

        return lay_out_macro(sheet)
    from journeymapper.layout.micro import lay_out_micro

    return lay_out_micro(sheet, persona)
