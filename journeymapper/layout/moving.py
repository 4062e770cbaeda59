"""Cards that a person moved: the cell they come to stand in, and how far they stand off its corner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from journeymapper.layout.draft import Draft, Shift
from journeymapper.layout.grid import Grid, Span
from journeymapper.layout.metrics import BELOW_CARD, CARD_WIDTH, GRID, SIGNED_GUTTER
from journeymapper.layout.settled import Settled
from journeymapper.model.plan import Offset

_ROW = 66.0 + BELOW_CARD
_COLUMN = CARD_WIDTH + SIGNED_GUTTER


def moved_cards(draft: Draft, settled: Settled) -> tuple[Grid, list[Shift]] | None:
    """The grid with the moved cards in their cells, and every card's shift; None where no card was moved.

    A moved card stays in its stage and lane, which grow for it, and leaves its old place empty, so that no other card
    moves up; where it comes to stand on another card it goes on to the next free place below.
    """
    offsets: Mapping[str, Offset] = draft.sheet.plan.layout.get(draft.sheet.ident, {})
    moved = {number: offsets[ident] for number, ident in enumerate(draft.network.idents) if any(offsets.get(ident, ()))}
    if not moved:
        return None
    columns = _Axis(draft.grid.stages, draft.grid.columns, settled.widths.columns, _COLUMN)
    rows = _Axis(draft.grid.lanes, draft.grid.rows, settled.heights.rows, _ROW)
    taken = {cell for number, cell in enumerate(zip(columns.places, rows.places, strict=True)) if number not in moved}
    shifts: list[Shift] = [(0.0, 0.0)] * draft.network.size
    for number, (across, down) in moved.items():
        column, right = columns.nearest(number, across * GRID)
        row, below = rows.nearest(number, down * GRID)
        while (column, row) in taken:
            row, below = (row[0], row[1] + 1), 0.0
        taken.add((column, row))
        columns.put(number, column)
        rows.put(number, row)
        shifts[number] = (right, below)
    stages, lanes = columns.spans(), rows.spans()
    grid = Grid(
        columns.numbers(stages), rows.numbers(lanes), stages, lanes, stages[-1].last + 1, lanes[-1].last + 1
    )  # fmt: skip
    return grid, shifts


Cell = tuple[int, int]
"""The span, and the place in it."""


@dataclass(slots=True)
class _Axis:
    """Columns by stage or rows by lane: where each card stands, and how many places each span has."""

    old: Sequence[Span]
    cards: Sequence[int]
    starts: Sequence[float]
    """Where each column or row begins."""
    pitch: float
    places: list[Cell] = field(init=False)
    counts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.counts = [span.last - span.first + 1 for span in self.old]
        of: Mapping[int, Cell] = {
            place: (number, place - span.first)
            for number, span in enumerate(self.old)
            for place in range(span.first, span.last + 1)
        }
        self.places = [of[place] for place in self.cards]

    def nearest(self, card: int, offset: float) -> tuple[Cell, float]:
        """The place of the card's span that is nearest to where it was moved, and how far off that it stands."""
        span = self.places[card][0]
        first, last = self.old[span].first, self.old[span].last
        wanted = self.starts[self.cards[card]] + offset
        beyond = wanted - self.starts[last]
        if beyond > self.pitch / 2:
            steps = round(beyond / self.pitch)
            return (span, last - first + steps), beyond - steps * self.pitch
        best = min(range(first, last + 1), key=lambda place: abs(self.starts[place] - wanted))
        return (span, best - first), wanted - self.starts[best]

    def put(self, card: int, cell: Cell) -> None:
        """Put a card in a place, making its span longer for it."""
        self.places[card] = cell
        self.counts[cell[0]] = max(self.counts[cell[0]], cell[1] + 1)

    def spans(self) -> tuple[Span, ...]:
        """The spans with their new lengths."""
        spans: list[Span] = []
        for span, count in zip(self.old, self.counts, strict=True):
            first = spans[-1].last + 1 if spans else 0
            spans.append(Span(span.ident, first, first + count - 1))
        return tuple(spans)

    def numbers(self, spans: Sequence[Span]) -> list[int]:
        """Every card's column or row, counted over all spans."""
        return [spans[span].first + place for span, place in self.places]
