from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeymapper.ui.labels import label, short_label


def test_labels_are_plain_text(qtbot: QtBot) -> None:
    made = label("<b>bold</b>", "quiet")
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText
    assert made.property("role") == "quiet"


def test_a_short_label_gives_way_and_tells_the_whole(qtbot: QtBot) -> None:
    made = short_label()
    qtbot.addWidget(made)
    made.setText("A <b>long</b> name of a file that has no room")
    made.resize(80, 20)
    made.show()
    qtbot.waitUntil(lambda: bool(made.toolTip()))
    assert made.shown.endswith("…")
    assert made.toolTip().startswith("A &lt;b&gt;long")
    made.resize(900, 20)
    qtbot.waitUntil(lambda: not made.toolTip())
    assert made.shown == made.text()
    assert made.minimumSizeHint().width() < 40
