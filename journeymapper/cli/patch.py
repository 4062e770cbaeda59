"""What tells two texts apart, as a patch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher
from itertools import pairwise

from journeymapper.storage.ordering import longest_rising


def patch(name: str, before: str, after: str) -> str:
    """The unified diff of two contents of a file; empty where they are the same."""
    matcher = _Matcher(before.splitlines(keepends=True), after.splitlines(keepends=True))
    hunks = [line for group in matcher.get_grouped_opcodes() for line in _hunk(matcher, group)]
    return "".join([f"--- {name}\n+++ {name}\n", *map(_ended, hunks)]) if hunks else ""


class _Matcher(SequenceMatcher[str]):
    """Compares from one fixed point to the next: for the whole of a long plan difflib takes minutes."""

    def __init__(self, before: Sequence[str], after: Sequence[str]) -> None:
        super().__init__(None, before, after)
        self.before = before
        self.after = after

    def get_matching_blocks(self) -> list[Match]:
        """Where the texts are the same, from the first line to the last."""
        ends = [(-1, -1), *_fixed_points(self.before, self.after), (len(self.before), len(self.after))]
        found: list[Match] = []
        for (one, other), (next_one, next_other) in pairwise(ends):
            part = SequenceMatcher(None, self.before[one + 1 : next_one], self.after[other + 1 : next_other])
            found += [Match(one + 1 + a, other + 1 + b, size) for a, b, size in part.get_matching_blocks()[:-1]]
            found.append(Match(next_one, next_other, 1))
        found[-1] = found[-1]._replace(size=0)
        return _joined(found)


def _fixed_points(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """The places of lines that are there once on either side, as far as they keep their order."""
    counts, counts_after = Counter(before), Counter(after)
    places = {line: number for number, line in enumerate(before) if counts[line] == 1 == counts_after[line]}
    pairs = [(places[line], number) for number, line in enumerate(after) if line in places]
    staying = longest_rising([place for place, _ in pairs])
    return [pair for pair in pairs if pair[0] in staying]


def _joined(blocks: list[Match]) -> list[Match]:
    """Blocks that follow each other without a gap as one; the last stays as it is."""
    found: list[Match] = []
    for block in blocks:
        last = found[-1] if found else None
        if last and block.size and (last.a + last.size, last.b + last.size) == (block.a, block.b):
            found[-1] = last._replace(size=last.size + block.size)
        else:
            found.append(block)
    return found


def _hunk(matcher: _Matcher, group: Sequence[tuple[str, int, int, int, int]]) -> Iterator[str]:
    """The lines of one place that changes, with what is around it."""
    (_, start, _, start_after, _), (_, _, end, _, end_after) = group[0], group[-1]
    yield f"@@ -{_range(start, end)} +{_range(start_after, end_after)} @@\n"
    for kind, one, one_end, other, other_end in group:
        if kind != "insert":
            yield from ((" " if kind == "equal" else "-") + line for line in matcher.before[one:one_end])
        if kind in ("insert", "replace"):
            yield from ("+" + line for line in matcher.after[other:other_end])


def _range(start: int, end: int) -> str:
    """Lines as a patch names them: the first and how many; of none, the line before."""
    size = end - start
    return str(start + 1) if size == 1 else f"{start + 1 if size else start},{size}"


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
