"""Files that somebody damaged: sound texts with wrong values, kinds, keys and ids in a few places."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from journeymapper.model.finding import ItemPath
from journeymapper.storage.chunks import Chunks
from journeymapper.storage.document import Document
from journeymapper.storage.outline import COLLECTIONS, Entry, Outline

VALUES = [
    "abc",
    "[a, b]",
    "{x: y}",
    "Not An Id",
    '"quoted: one"',
    "[a, {b: c}, Bad Id]",
    "-99",
    "[]",
    "{title: [1]}",
    "'x'",
]
KEYS = ["Bad Id", "x y", "unknown_key", "UPPER", "9"]


@st.composite
def damaged(draw: st.DrawFn, document: Document, most: int = 4) -> bytes:
    """The bytes of a document's file after one to `most` accidents in places of their own."""
    places = list(_places(document.outline, document.outline.root, ()))
    chosen = draw(st.lists(st.sampled_from(places), min_size=1, max_size=most, unique_by=lambda place: place[0]))
    text = document.text
    done: list[ItemPath] = []
    for path, entry in sorted(chosen, key=lambda place: place[1].start, reverse=True):
        if any(path == other[: len(path)] for other in done):
            continue  # what was damaged inside of it moved its end
        done.append(path)
        kind = draw(st.sampled_from(["value", "value", "key", "more"]))
        holder = document.outline.entry(path[:-1])
        in_flow = holder is not None and holder.style in ("{", "[")
        kind = kind if isinstance(path[-1], str) else "value"
        text = _hurt(draw, text, Chunks(document.outline), entry, kind, in_flow=in_flow)
    return (b"\xef\xbb\xbf" if document.bom else b"") + text.replace("\n", document.newline).encode()


def _hurt(draw: st.DrawFn, text: str, chunks: Chunks, entry: Entry, kind: str, *, in_flow: bool) -> str:
    if kind == "key":
        key = draw(st.sampled_from(KEYS))
        return f"{text[: entry.start]}{key}{entry.start}{text[entry.key_end :]}"
    if kind == "more":
        more = f"{draw(st.sampled_from(KEYS))}{entry.start}: {draw(st.sampled_from(VALUES))}"
        apart = ", " if in_flow else f"\n{' ' * entry.column}"
        return f"{text[: entry.start]}{more}{apart}{text[entry.start :]}"
    value = draw(st.sampled_from(VALUES))
    if entry.style in (":", "-", "|", ">") or entry.value == entry.value_end:
        colon = chunks.colon_end(entry)
        return f"{text[:colon]}{'' if colon > entry.key_end else ':'} {value}{text[chunks.content_end(entry) :]}"
    return f"{text[: entry.value]}{value}{text[entry.value_end :]}"


def _places(outline: Outline, holder: Entry, path: ItemPath) -> Iterator[tuple[ItemPath, Entry]]:
    """Every entry of a file but those that make it a plan at all, and a planner's own."""
    for key, entry in outline.parts(holder).items():
        at = (*path, key)
        if str(key).startswith("x-") or at in (("journeymapper",), ("extends",)):
            continue
        yield at, entry
        if entry.style in COLLECTIONS:
            yield from _places(outline, entry, at)
