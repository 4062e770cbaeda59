"""Memory: a large plan open in the window, against ruamel.yaml's tree of the same file."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Row
from benchmarks.synthetic import plan_text

SIZE = 10_000

RESIDENT = """
import sys
from pathlib import Path

def resident():
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20
"""

IN_THE_WINDOW = f"""
{RESIDENT}
from PySide6.QtCore import QEventLoop
from journeymapper.ui.app import make_program

def show(path):  # painted, its inspector filled, checked, and painted with its marks
    window.files.load(path)
    loop = QEventLoop()
    window.opened.session.checked.connect(loop.quit)
    loop.exec()
    program.application.processEvents()

program = make_program()
window = program.open_window()
window.resize(1600, 1000)
empty, large = map(Path, sys.argv[1:])
show(empty)
before = resident()
show(large)
print(resident() - before)
window.close_without_asking()
"""

AS_A_TREE = f"""
{RESIDENT}
from ruamel.yaml import YAML

reader = YAML(typ="rt")
text = Path(sys.argv[2]).read_text(encoding="utf-8")
before = resident()
tree = reader.load(text)
print(resident() - before)
"""


def rows() -> Iterator[Row]:
    """What a plan takes above a window with an empty plan; on systems that tell, once."""
    if not Path("/proc/self/statm").exists():
        return
    with tempfile.TemporaryDirectory() as folder:
        empty, large = Path(folder) / "empty.journey.yaml", Path(folder) / "large.journey.yaml"
        empty.write_text("journeymapper: 1\ntitle: Empty\n", encoding="utf-8")
        large.write_text(plan_text(SIZE), encoding="utf-8")
        ours, tree = (_megabytes(script, empty, large) for script in (IN_THE_WINDOW, AS_A_TREE))
    work = f"memory of a plan open in the window, N = {SIZE:,}, above a window with an empty plan"
    yield Row(work, ours, "ruamel.yaml's tree of the file, above its imports", tree, 0.5, "MB")


def _megabytes(script: str, *paths: Path) -> float:
    done = subprocess.run([sys.executable, "-c", script, *paths], capture_output=True, text=True, check=True)
    return float(done.stdout)
