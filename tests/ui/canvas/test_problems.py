from journeymapper.model.finding import Finding, ItemPath
from journeymapper.model.words import Severity
from journeymapper.ui.canvas.problems import marks


def finding(severity: Severity, message: str, *items: ItemPath) -> Finding:
    return Finding("JM101", "name", severity, message, items)


def test_an_item_bears_its_worst_finding_and_says_all() -> None:
    path = ("journeys", "box", "interactions", "offer")
    link = (*path, "next", "pay")
    found = marks(
        [finding("info", "one", path), finding("error", "two", link), finding("warning", "three", path)], "box"
    )
    assert found["offer"].severity == "error"
    assert found["offer"].messages == ("one", "two", "three")


def test_ends_and_starts_bear_marks_too() -> None:
    items = [("journeys", "box", "ends", "lost"), ("journeys", "box", "starts", "ad")]
    assert set(marks([finding("error", "", path) for path in items], "box")) == {"lost", "ad"}


def test_other_journeys_the_plan_and_what_is_nowhere_bear_none_here() -> None:
    elsewhere = ("journeys", "life", "interactions", "offer")
    found = [finding("error", "", elsewhere), finding("error", "", ("goals", "keep")), finding("error", "")]
    found.append(finding("error", "", ("journeys", "box")))
    assert marks(found, "box") == {}
