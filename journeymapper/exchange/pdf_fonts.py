"""What Qt leaves wrong about a document's fonts, above all the characters that their glyphs stand for.

WORKAROUND: Qt names for each glyph the first character of Unicode that its font draws with it: a tab for the space of
Inter, a Kangxi radical for a Chinese character. Who searches for two words then finds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from typing import cast

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject
from PySide6.QtGui import QRawFont, QTextLayout

from journeymapper.drawing.display import LAYERS, DisplayList
from journeymapper.drawing.fonts import font
from journeymapper.drawing.painter_prepared import prepared
from journeymapper.drawing.roles import TYPE

_LIST = re.compile(rb"\[[^\]]*\]")
_CODE = re.compile(rb"<([0-9A-Fa-f]{4})>")


def correct_fonts(document: PdfWriter, sheets: Iterable[DisplayList]) -> None:
    """Let the fonts of a document name the characters that the sheets are written in, and bear steady names."""
    meaning = _meanings("".join(sorted(_characters(sheets))))
    for entry in _fonts(document):
        table = entry["/ToUnicode"].get_object()
        if isinstance(table, StreamObject):
            table.set_data(_LIST.sub(lambda codes: _corrected(codes.group(), meaning), table.get_data()))
        _rename(entry)


def _fonts(document: PdfWriter) -> Iterator[DictionaryObject]:
    """Every font, once."""
    found: dict[int, DictionaryObject] = {}
    for page in document.pages:
        resources = cast(DictionaryObject, page["/Resources"])
        for entry in cast(DictionaryObject, resources.get("/Font", DictionaryObject())).values():
            font_object = cast(DictionaryObject, entry.get_object())
            found[id(font_object)] = font_object
    yield from found.values()


def _rename(entry: DictionaryObject) -> None:
    """Mark the font as a part of itself by six letters before its name, as PDF wants it (ISO 32000-1, 9.6.4).

    WORKAROUND: Qt marks only one of the three places, with letters that differ from run to run.
    """
    inner = cast(DictionaryObject, cast(ArrayObject, entry["/DescendantFonts"])[0].get_object())
    descriptor = cast(DictionaryObject, inner["/FontDescriptor"].get_object())
    name = str(entry["/BaseFont"]).lstrip("/")
    letters = "".join(chr(ord("A") + byte % 26) for byte in sha256(name.encode()).digest()[:6])
    marked = NameObject(f"/{letters}+{name}")
    entry[NameObject("/BaseFont")] = inner[NameObject("/BaseFont")] = marked
    descriptor[NameObject("/FontName")] = marked


def _corrected(codes: bytes, meaning: Callable[[str], str]) -> bytes:
    """A list of characters in hexadecimal, each replaced by its meaning."""
    return _CODE.sub(lambda code: b"<%04X>" % ord(meaning(chr(int(code.group(1), 16)))), codes)


def _characters(sheets: Iterable[DisplayList]) -> set[str]:
    """Every character that is written and has a place in a font's table."""
    levels = (prepared(sheet).level(layer, "full") for sheet in sheets for layer in LAYERS)
    return {letter for level in levels for text in level.texts() for letter in text.text if ord(letter) <= 0xFFFF}


def _meanings(written: str) -> Callable[[str], str]:
    """Gives for a character the one that was written with the same glyph."""
    faces = [(face, _by_glyph(face, written)) for face in _faces(written)]

    def meaning(found: str) -> str:
        if found in written:
            return found
        glyphs = ((face.glyphIndexesForString(found), letters) for face, letters in faces)
        return next((letters[glyph[0]] for glyph, letters in glyphs if glyph and glyph[0] in letters), found)

    return meaning


def _faces(written: str) -> list[QRawFont]:
    """The fonts that the characters are written with: Inter in its weights, the system's for what it lacks."""
    found = []
    for role in TYPE:
        layout = QTextLayout(written, font(role))
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        found += [run.rawFont() for run in line.glyphRuns()]
    return found


def _by_glyph(face: QRawFont, written: str) -> dict[int, str]:
    """The character that each of a font's glyphs was written for."""
    pairs = ((face.glyphIndexesForString(letter), letter) for letter in reversed(written))
    return {glyphs[0]: letter for glyphs, letter in pairs if glyphs and glyphs[0]}
