"""The pictures of docs/images: the real window on the examples, macro and micro, light and dark."""

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from journeymapper.ui.appearance import Choice
    from journeymapper.ui.program import Program

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
SIZE = (1680, 1050)


class Shot(NamedTuple):
    """A picture: its name, the example, and the interaction to select, if any."""

    name: str
    example: str
    selected: str | None = None


SHOTS = (Shot("macro", "coffee-subscription"), Shot("micro", "sample-box", "offer-sample"))
THEMES: "tuple[Choice, ...]" = ("light", "dark")


def main() -> int:
    """Write all pictures."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_CONFIG_HOME"] = home  # a fresh person: nothing remembered, nothing changed
        from journeymapper.ui.app import make_program

        program = make_program()
        IMAGES.mkdir(parents=True, exist_ok=True)
        for theme in THEMES:
            program.appearance.choose(theme)
            for shot in SHOTS:
                _take(program, shot, IMAGES / f"{shot.name}-{theme}.png")
    return 0


def _take(program: "Program", shot: Shot, target: Path) -> None:
    window = program.open_window(ROOT / "examples" / f"{shot.example}.journey.yaml")
    window.resize(*SIZE)
    _settle(program)
    window.opened.canvas.fit_all()
    if shot.selected:
        window.opened.focus.select([shot.selected])
    _settle(program)
    window.grab().save(str(target))
    window.close_without_asking()
    print(target.relative_to(ROOT))


def _settle(program: "Program") -> None:
    """Let everything happen that was put off until later."""
    from PySide6.QtTest import QTest

    QTest.qWait(800)
    program.application.processEvents()


if __name__ == "__main__":
    sys.exit(main())
