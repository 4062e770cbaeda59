"""Which lines of a file belong to an item: its own, the comments directly above it, the deeper ones at its end."""

from __future__ import annotations

import re

from journeymapper.storage.outline import Entry, Outline

_COMMENT = re.compile(r"[ ]*#")
_BEHIND_BRACKET = re.compile(r"[{\[]([ \t]+#.*)")


class Chunks:
    """The lines of the entries of one text, as indices of line beginnings."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._text = outline.text

    def start(self, entry: Entry, before: Entry | None) -> int:
        """Where the lines of an entry begin; `before` is the one above it in the same mapping or list."""
        start = self._text.rfind("\n", 0, entry.start) + 1
        limit = self.line_end(self.content_end(before)) if before else 0
        while start > limit:
            above = self._text.rfind("\n", 0, start - 1) + 1
            comment = _COMMENT.match(self._text, above, start)
            if above < limit or comment is None or comment.end() - 1 - above != self.column(entry):
                break
            start = above
        return start

    def end(self, entry: Entry) -> int:
        """Where the lines of an entry end, comments that are indented deeper than it included."""
        end = self.line_end(self.content_end(entry))
        probe = end
        while probe < len(self._text):
            following = self.line_end(probe)
            line = self._text[probe:following]
            if line.strip():
                depth = len(line) - len(line.lstrip(" "))
                if line.lstrip(" ")[:1] != "#" or depth <= self.column(entry):
                    break
                end = following
            probe = following
        return end

    def inner_end(self, entry: Entry) -> int:
        """Where the value of an entry ends that has lines of its own, with all comments that belong to its parts."""
        parts = self._outline.parts(entry)
        return self.end(next(reversed(parts.values()))) - 1 if parts else self.content_end(entry)

    def content_end(self, entry: Entry) -> int:
        """Where the last sign of an entry's value is written, comments behind it left out."""
        if entry.style in ("|", ">"):
            written = self._text[entry.value : entry.value_end]
            kept = "+" in written.split("\n", 1)[0].split("#", 1)[0]
            return entry.value_end - 1 if kept else entry.value + len(written.rstrip())
        if entry.style in (":", "-"):
            parts = self._outline.parts(entry)
            if parts:  # none are known where something in the file is refused, such as an alias
                return self.content_end(next(reversed(parts.values())))
        return max(entry.value_end, self.colon_end(entry)) if entry.value == entry.value_end else entry.value_end

    def bracket_comment(self, entry: Entry) -> str:
        """The comment behind the bracket with which an entry's value begins, with the space before it."""
        found = _BEHIND_BRACKET.match(self._text, entry.value)
        return found[1] if found and entry.style in ("{", "[") else ""

    def colon_end(self, entry: Entry) -> int:
        """Where the colon behind an entry's key ends; the key's end where there is none, as in `{a, b}`."""
        found = re.compile(r"\s*:").match(self._text, entry.key_end)
        return found.end() if found else entry.key_end

    def column(self, entry: Entry) -> int:
        """The indentation of the line in which an entry begins."""
        start = self._text.rfind("\n", 0, entry.start) + 1
        line = self._text[start : entry.start + 1]
        return len(line) - len(line.lstrip(" "))

    def line_end(self, index: int) -> int:
        """Where the line of an index ends, its line feed included."""
        found = self._text.find("\n", index)
        return len(self._text) if found < 0 else found + 1
