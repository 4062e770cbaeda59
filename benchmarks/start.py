"""Starting: the command line, a check, the window."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Row, in_turn, program

ROOT = Path(__file__).resolve().parent.parent
COFFEE = str(ROOT / "examples" / "coffee-subscription.journey.yaml")

BARE_ARGPARSE = """
import argparse, sys
parser = argparse.ArgumentParser()
parser.add_argument("file")
parser.parse_args()
"""

UNTIL_PAINTED = """
import os
from PySide6.QtCore import QEvent, QObject, QTimer

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:  # the parts of the window are painted before the next event
            QTimer.singleShot(0, self, self.leave)
        return False

    def leave(self):
        os._exit(0)

painted = Painted()
window.installEventFilter(painted)
application.exec()
os._exit(1)
"""

EMPTY_WINDOW = f"""
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
{UNTIL_PAINTED}
"""

OUR_WINDOW = f"""
import sys
from pathlib import Path
from journeymapper.ui.app import make_program
program = make_program()
application = program.application
window = program.open_window(*map(Path, sys.argv[1:]))
{UNTIL_PAINTED}
"""


def rows() -> Iterator[Row]:
    """Help, a check, and the window, empty and with a plan."""
    ours, bare = in_turn(program("-m", "journeymapper", "--help"), program("-c", BARE_ARGPARSE, "--help"))
    yield Row("`journeymapper --help`", ours, "a bare argparse script", bare, 2.5)
    ours, imports = in_turn(
        program("-m", "journeymapper", "check", COFFEE), program("-c", "import networkx, pydantic, yaml")
    )
    yield Row("`journeymapper check` on the coffee plan", ours, "importing networkx, pydantic, yaml", imports, 1.5)
    ours, empty = in_turn(program("-c", OUR_WINDOW), program("-c", EMPTY_WINDOW))
    yield Row("start to first paint of the window", ours, "an empty QMainWindow painted", empty, 1.4)
    ours, empty = in_turn(program("-c", OUR_WINDOW, COFFEE), program("-c", EMPTY_WINDOW))
    yield Row("start to the coffee plan painted", ours, "an empty QMainWindow painted", empty, 2.0)
