"""Which editor goes with which kind of field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from journeymapper.ui.inspector.editors.chips import ChipsEditor
from journeymapper.ui.inspector.editors.choice import SegmentsEditor, SwitchEditor, feeling_editor, flag_editor
from journeymapper.ui.inspector.editors.editor import Editor
from journeymapper.ui.inspector.editors.ends import EndsEditor
from journeymapper.ui.inspector.editors.reference import ReferenceEditor, WordEditor
from journeymapper.ui.inspector.editors.rows import RowsEditor
from journeymapper.ui.inspector.editors.text import LineEditor, LongEditor, TextsEditor, ValueEditor
from journeymapper.ui.inspector.kinds import Kind, Shape

SIDE_BY_SIDE = 3
"""Up to so many fixed words stand side by side."""

LINES = ("next", "starts", "ends", "severity")
"""Maps of records that are shown as lines, not as forms."""

ROWS = {"next": "share", "starts": "share", "severity": "as_"}
"""Maps of records of which one field says what matters; each is a line."""


def editor_for(name: str, kind: Kind) -> Editor:
    """A new editor for a field."""
    if name == "moment_of_truth":
        return SwitchEditor()
    if name == "ends":
        return EndsEditor()
    if name in ROWS:
        return RowsEditor(kind.to, main=ROWS[name], fresh={})
    if kind.shape == "references":
        return ChipsEditor(kind.to or "data", everything=name == "carries")
    return _MAKERS[kind.shape](kind)


def _text(kind: Kind) -> Editor:
    return LongEditor() if kind.long else LineEditor()


def _value(kind: Kind) -> Editor:
    return ValueEditor(kind.example, pair=kind.pair)


def _word(kind: Kind) -> Editor:
    words = [(word, spoken(word)) for word in kind.words]
    return SegmentsEditor(words) if len(words) <= SIDE_BY_SIDE else WordEditor(words)


def _reference(kind: Kind) -> Editor:
    return ReferenceEditor(kind.to or "goals")


def _by(kind: Kind) -> Editor:
    return RowsEditor(kind.to, example=kind.example, fresh=kind.fresh)


def _feeling(_kind: Kind) -> Editor:
    return feeling_editor()


def _flag(_kind: Kind) -> Editor:
    return flag_editor()


def _texts(_kind: Kind) -> Editor:
    return TextsEditor()


_MAKERS: dict[Shape, Callable[[Kind], Editor]] = {
    "text": _text,
    "value": _value,
    "word": _word,
    "reference": _reference,
    "by": _by,
    "feeling": _feeling,
    "flag": _flag,
    "texts": _texts,
}


def spoken(word: str) -> str:
    """A fixed word as people read it: "first-contact" is "First contact"."""
    text = QCoreApplication.translate("Word", word).replace("-", " ")
    return text[:1].upper() + text[1:]
