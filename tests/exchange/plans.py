"""Plans to export: one of the examples, and one with every odd text in it."""

from pathlib import Path

from journeymapper.exchange.booklet import Booklet
from journeymapper.exchange.job import ExportJob
from journeymapper.exchange.sheets import booklet_of
from journeymapper.model.plan import Plan
from journeymapper.storage.reading import read_plan

ODD_TEXTS = (
    "finance office",
    "漢字仮名交じり文",
    "مرحبا بالعالم",
    "😀 delighted",
    "<b>x</b> & \"y\" 'z'",
    "]]> <!-- not a comment -->",
    "bell \x07 and null \x00",
    "a very long title that certainly takes more than the two lines that a card has room for on its face",
)


def example(folder: Path, name: str) -> Plan:
    """A plan of the examples."""
    document = read_plan(folder / f"{name}.journey.yaml").document
    assert document is not None
    return document.plan


def odd_plan() -> Plan:
    """A journey whose interactions have odd titles."""
    idents = [f"step-{place}" for place in range(len(ODD_TEXTS))]
    interactions = {
        ident: {"title": title, "stage": "all", "process": "sales", "next": {following: "100%"} if following else {}}
        for ident, title, following in zip(idents, ODD_TEXTS, [*idents[1:], None], strict=True)
    }
    journey = {"title": "Odd & <strange> texts", "level": "micro", "starts": {"step-0": "100%"}}
    return Plan.model_validate({
        "title": "Odd", "owner": "Zoë & Co. <team>",
        "stages": {"all": {"title": "Everything"}}, "processes": {"sales": {"title": "Sales"}},
        "journeys": {"odd": journey | {"interactions": interactions}},
    })  # fmt: skip


def booklet(plan: Plan, *journeys: str, job: ExportJob | None = None) -> Booklet:
    """The drawings of some journeys of the plan, of the first where none is named."""
    job = job or ExportJob()
    return booklet_of(plan, journeys or tuple(plan.journeys)[:1], job.theme, job.folder)
