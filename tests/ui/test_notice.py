from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journeymapper.ui.notice import Notice


def test_it_says_a_sentence_over_its_place_and_goes(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    place.resize(500, 300)
    place.show()
    notice = Notice(place)
    assert notice.text == ""
    notice.say("That <b>can't</b> be done")
    assert notice.text == "That <b>can't</b> be done"
    assert place.rect().contains(notice.geometry())
    place.resize(300, 200)
    qtbot.waitUntil(lambda: place.rect().contains(notice.geometry()))
    notice._timer.setInterval(10)
    notice.say("Long sentences wrap: " + "word " * 60)
    assert notice.height() > 60
    assert notice.width() <= place.width()
    qtbot.waitUntil(notice.isHidden)
    assert notice.text == ""
