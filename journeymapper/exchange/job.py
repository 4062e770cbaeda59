"""What is to be exported, and in which form."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from journeymapper.errors import ExportFailed
from journeymapper.model.plan import Plan

PAGES: tuple[str, ...] = ("fit", "a5", "a4", "a3", "a2", "a1", "a0", "letter", "tabloid")
"""Sizes of a document's page; "fit" is as large as the journey."""


@dataclass(frozen=True, slots=True)
class ExportJob:
    """One export; what a format does not need is left aside."""

    journeys: tuple[str, ...] = ()
    """Ids of journeys, in the order of the pages; empty: the plan's first macro journey, else its first."""
    format: str = "pdf"
    theme: str = "light"
    scale: float = 2.0
    """Pixels of a picture to a point of the drawing."""
    page: str = "fit"
    landscape: bool | None = None
    """None: whichever shows the journey larger."""
    margin: float = 10.0
    """Around the drawing on a page of a given size, in millimetres."""
    transparent: bool = False
    """Whether a picture is without background."""
    folder: Path | None = None
    """The plan's folder, where its brand's picture lies."""


def main_journey(plan: Plan) -> str:
    """The first macro journey, else the first. Raises ExportFailed where there is none."""
    if not plan.journeys:
        raise ExportFailed("The plan has no journeys yet, so there is nothing to export")
    macros = (ident for ident, journey in plan.journeys.items() if journey.level == "macro")
    return next(macros, next(iter(plan.journeys)))


def journeys_of(plan: Plan, job: ExportJob) -> tuple[str, ...]:
    """The journeys that the job asks for. Raises ExportFailed for one that the plan does not have."""
    for ident in job.journeys:
        if ident not in plan.journeys:
            close = get_close_matches(ident, plan.journeys, n=1)
            hint = f"did you mean '{close[0]}'?" if close else f"it has {_listed(tuple(plan.journeys))}"
            raise ExportFailed(f"The plan has no journey '{ident}'; {hint}")
    return job.journeys or (main_journey(plan),)


def _listed(idents: tuple[str, ...]) -> str:
    shown = ", ".join(f"'{ident}'" for ident in idents[:8])
    return shown + (f" and {len(idents) - 8} more" if len(idents) > 8 else "") if idents else "none"
