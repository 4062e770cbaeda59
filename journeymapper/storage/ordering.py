"""Order: which entries of a text can stay where they are, and between which the new ones come."""

from __future__ import annotations

from bisect import bisect_left


def in_file_order(known: list[str], wanted: list[str]) -> list[str]:
    """The known keys in their order, each new one behind the nearest that comes before it in `wanted`."""
    order = list(known)
    for number, key in enumerate(wanted):
        if key not in order:
            before = next((order.index(earlier) + 1 for earlier in reversed(wanted[:number]) if earlier in order), 0)
            order.insert(before, key)
    return order


def longest_rising(numbers: list[int]) -> set[int]:
    """The members of a longest rising subsequence: the entries that need not move."""
    tails: list[int] = []
    chosen: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        place = bisect_left(tails, number)
        before[number] = tails[place - 1] if place else None
        tails[place : place + 1] = [number]
    last: int | None = tails[-1] if tails else None
    while last is not None:
        chosen.append(last)
        last = before[last]
    return set(chosen)
