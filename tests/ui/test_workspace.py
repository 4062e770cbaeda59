"""The workspace shares its room among the panels that are shown."""

from PySide6.QtWidgets import QApplication

from journeymapper.ui.main_window import MainWindow


def test_folding_the_problems_gives_their_room_to_the_canvas(opened: MainWindow) -> None:
    work = opened.opened
    before = work.canvas.height() + work.problems.height()
    work.show_panel("problems", shown=False)
    QApplication.processEvents()
    assert work.canvas.height() + work.problems.height() == before
    work.show_panel("problems", shown=True)
    QApplication.processEvents()
    assert work.problems.list.height() > 0
    assert work.canvas.height() + work.problems.height() == before
