"""Which entries of a file's outline are damaged, and which have damage inside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeymapper.storage.damage import Damage
from journeymapper.storage.outline import COLLECTIONS, Entry, Outline


class DamagedEntries:
    """The entries that damage concerns; asked by entry, since paths change with names."""

    def __init__(self, outline: Outline, damage: Iterable[Damage]) -> None:
        self._wrong: set[int] = set()
        self._around: set[int] = set()
        self._short: dict[int, str] = {}
        for each in damage:
            way = [entry for _, entry in outline.way(each.path)]
            found = way[-1]
            if len(way) > len(each.path):
                self._wrong.add(id(found))
                self._around.update(map(id, way[:-1]))
            elif len(way) == len(each.path) and found.style not in COLLECTIONS:
                self._short[id(found)] = str(each.path[-1])
                self._around.update(map(id, way[:-1]))
        self._concerned = self._wrong | self._around | self._short.keys()

    def is_wrong(self, entry: Entry) -> bool:
        """Whether the entry itself is damaged."""
        return id(entry) in self._wrong

    def is_around(self, entry: Entry) -> bool:
        """Whether something inside the entry is damaged."""
        return id(entry) in self._around

    def short(self, entry: Entry) -> str:
        """The fact for which the entry's damaged short form stands; empty where it is none."""
        return self._short.get(id(entry), "")

    def among(self, parts: Mapping[str | int, Entry]) -> list[str | int]:
        """The keys of those entries that are damaged or have damage inside."""
        return [key for key, part in parts.items() if id(part) in self._concerned] if self._concerned else []
