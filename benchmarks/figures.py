"""The figures of large plans, against reading them once."""

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.measure import Row, in_turn
from benchmarks.synthetic import plan_text
from journeymapper.analysis.asking import asking
from journeymapper.analysis.outage import outage_of
from journeymapper.analysis.passage import Passages, loss_account
from journeymapper.analysis.plan_chain import plan_chain
from journeymapper.analysis.sensitivity import lifts
from journeymapper.analysis.structure import blocking_set, hands_changed
from journeymapper.analysis.worth import worth
from journeymapper.model.plan import Plan
from journeymapper.storage.reading import read_plan


def rows() -> Iterator[Row]:
    """The chain of a large plan, what customers have told where, and all figures there are."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.journey.yaml"
        path.write_text(plan_text(10_000), encoding="utf-8")
        document = read_plan(path).document
        if document is None:
            raise RuntimeError("the synthetic plan can't be read")
        plan, reading = document.plan, partial(read_plan, path)
        _all_figures(plan)  # imports numpy, scipy and networkx
        works: dict[str, tuple[Callable[[], object], float]] = {
            "flattened plan and conversion, N = 10,000": (partial(_conversion, plan), 0.5),
            "questions asked twice, N = 10,000": (partial(asking, plan_chain(plan)), 0.5),
            "all figures, N = 10,000": (partial(_all_figures, plan), 0.75),
        }
        for name, (work, target) in works.items():
            ours, once = in_turn(work, reading, rounds=3)
            yield Row(name, ours, "reading the plan once", once, target)


def _conversion(plan: Plan) -> float:
    planned = plan_chain(plan)
    return planned.first.probability(planned.goals)


def _all_figures(plan: Plan) -> None:
    planned = plan_chain(plan)
    passages = Passages(planned)
    _ = passages.whole, passages.first, passages.won, passages.lost
    _ = loss_account(planned), lifts(planned), worth(planned), asking(planned)
    _ = blocking_set(planned.net), hands_changed(planned), outage_of(planned, "channel", "channel-1")
