"""Cards that a person moved: the cell they come to stand in, and how far they stand off its corner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from journeymapper.layout.draft import Draft, Shift
from journeymapper.layout.grid import Grid, Span
from journeymapper.layout.metrics import CARD_WIDTH, GRID, SIGNED_GUTTER
from journeymapper.layout.settled import Settled
from journeymapper.model.plan import Offset

_SNAP = 60.0
"""A card that was moved so near to the next column stands in that one; so far it may stand before the first one."""


def moved_cards(draft: Draft, settled: Settled) -> tuple[Grid, list[Shift]] | None:
    """The grid with the moved cards in their cells, and every card's shift; None where no card was moved.

    A moved card stays in its stage and lane, which grow for it, and leaves its old place empty, so that no other card
    moves up; where it comes to stand on another card it goes on to the next free place below.
    """
    offsets: Mapping[str, Offset] = draft.sheet.plan.layout.get(draft.sheet.ident, {})
    moved = {number: offsets[ident] for number, ident in enumerate(draft.network.idents) if any(offsets.get(ident, ()))}
    if not moved:
        return None
    columns = _Axis(draft.grid.stages, draft.grid.columns, settled.widths.columns, _SNAP, CARD_WIDTH + SIGNED_GUTTER)
    rows = _Axis(draft.grid.lanes, draft.grid.rows, settled.heights.rows)
    taken = {cell for number, cell in enumerate(zip(columns.places, rows.places, strict=True)) if number not in moved}
    shifts: list[Shift] = [(0.0, 0.0)] * draft.network.size
    for number, (across, down) in moved.items():
        column, right = columns.place(number, across * GRID)
        row, below = rows.place(number, down * GRID)
        while (column, row) in taken:
            row, below = (row[0], row[1] + 1), 0.0
        taken.add((column, row))
        columns.put(number, column)
        rows.put(number, row)
        shifts[number] = (right, below)
    return _grid(columns, rows, shifts, taken), shifts


Cell = tuple[int, int]
"""The span, and the place in it."""


@dataclass(slots=True)
class _Axis:
    """Columns by stage or rows by lane: where each card stands, and how many places each span has."""

    old: Sequence[Span]
    cards: Sequence[int]
    starts: Sequence[float]
    """Where each column or row begins."""
    snap: float = 0.0
    pitch: float = inf
    """From one place to the next where a span is made longer."""
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

    def place(self, card: int, offset: float) -> tuple[Cell, float]:
        """The place of its span at or after which a card stands that was moved by `offset`, and how far after it."""
        number = self.places[card][0]
        span = self.old[number]
        wanted = self.starts[self.cards[card]] + offset
        best = max(
            (place for place in range(span.first, span.last + 1) if self.starts[place] <= wanted + self.snap),
            default=span.first,
        )
        further = wanted - self.starts[best]
        further = max(-_SNAP, further)
        steps = int(max(0.0, further + self.snap) // self.pitch) if best == span.last else 0
        return (number, best - span.first + steps), further - (steps * self.pitch if steps else 0.0)

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


def _grid(columns: _Axis, rows: _Axis, shifts: Sequence[Shift], taken: set[tuple[Cell, Cell]]) -> Grid:
    """The grid of the cards' new places; a card that was moved down reaches into the cell below if that is free."""
    stages, lanes = columns.spans(), rows.spans()
    spilled = set()
    for column, row, (_, down) in zip(columns.places, rows.places, shifts, strict=True):
        below = (row[0], row[1] + 1)
        if down > 0 and below[1] < rows.counts[row[0]] and (column, below) not in taken:
            taken.add((column, below))
            spilled.add((stages[column[0]].first + column[1], lanes[below[0]].first + below[1]))
    return Grid(
        columns=[stages[span].first + place for span, place in columns.places],
        rows=[lanes[span].first + place for span, place in rows.places],
        stages=stages,
        lanes=lanes,
        width=stages[-1].last + 1,
        height=lanes[-1].last + 1,
        spilled=frozenset(spilled),
    )
