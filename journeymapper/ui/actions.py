"""The one table of what can be done in the window: menus, shortcuts and the sheet of keys are made from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from journeymapper.ui.texts import QT_TRANSLATE_NOOP


class Action(NamedTuple):
    """Something that can be done: the method of that name in the command group of its menu."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    """As Qt reads them, the one that the menu shows first."""
    when: str = ""
    """The fact of the situation that it depends on; empty if it can always act."""
    on_canvas: bool = False
    """The keys act only while the canvas has the focus."""
    kind: Literal["act", "on-off", "one-of"] = "act"
    """Whether it is a thing to do, something that is on or off, or one of several of which one is on."""
    names: Literal["", "undo", "redo"] = ""
    """The fact of the situation that is added to the text."""
    also: str = ""
    """A key that does the same and is taken by the canvas itself."""


class Menu(NamedTuple):
    """A menu: actions, and None where a line separates them."""

    id: str
    text: str
    rows: tuple[Action | None, ...]


MENUS: tuple[Menu, ...] = (
    Menu("file", QT_TRANSLATE_NOOP("actions", "&File"), (
        Action("new", QT_TRANSLATE_NOOP("actions", "&New plan"), ("Ctrl+N",)),
        Action("open", QT_TRANSLATE_NOOP("actions", "&Open…"), ("Ctrl+O",)),
        Action("forget_recent", QT_TRANSLATE_NOOP("actions", "&Forget recent plans"), when="recent"),
        None,
        Action("save", QT_TRANSLATE_NOOP("actions", "&Save"), ("Ctrl+S",), "savable"),
        Action("save_as", QT_TRANSLATE_NOOP("actions", "Save &as…"), ("Ctrl+Shift+S",), "plan"),
        None,
        Action("export", QT_TRANSLATE_NOOP("actions", "&Export…"), ("Ctrl+Shift+E",), "journey"),
        Action("export_again", QT_TRANSLATE_NOOP("actions", "Export a&gain"), ("Ctrl+E",), "exported"),
        None,
        Action("close", QT_TRANSLATE_NOOP("actions", "&Close"), ("Ctrl+W",)),
        Action("quit", QT_TRANSLATE_NOOP("actions", "&Quit"), ("Ctrl+Q",)),
    )),
    Menu("edit", QT_TRANSLATE_NOOP("actions", "&Edit"), (
        Action("undo", QT_TRANSLATE_NOOP("actions", "&Undo"), ("Ctrl+Z",), "undo", names="undo"),
        Action("redo", QT_TRANSLATE_NOOP("actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", names="redo"),
        None,
        Action("add", QT_TRANSLATE_NOOP("actions", "&New interaction"), ("N",), "journey", on_canvas=True),
        Action(
            "append", QT_TRANSLATE_NOOP("actions", "&Append interaction"), ("A", "Ctrl+Return", "Ctrl+Enter"), "one",
            on_canvas=True,
        ),
        Action("connect_steps", QT_TRANSLATE_NOOP("actions", "&Connect"), ("C",), "connectable", on_canvas=True),
        Action("lead_to_success", QT_TRANSLATE_NOOP("actions", "Leads to &success"), when="one", on_canvas=True),
        Action("lead_to_loss", QT_TRANSLATE_NOOP("actions", "Customers lea&ve here"), when="one", on_canvas=True),
        Action("detail", QT_TRANSLATE_NOOP("actions", "Detail in a &micro journey"), when="detailable"),
        Action("add_journey", QT_TRANSLATE_NOOP("actions", "New &journey"), when="plan"),
        None,
        Action("edit_title", QT_TRANSLATE_NOOP("actions", "Edit &title"), ("F2",), "one", on_canvas=True),
        Action("delete", QT_TRANSLATE_NOOP("actions", "&Delete"), ("Delete", "Backspace"), "selection", on_canvas=True),
        None,
        Action("select_all", QT_TRANSLATE_NOOP("actions", "Select a&ll"), ("Ctrl+A",), "steps", on_canvas=True),
        Action(
            "select_none", QT_TRANSLATE_NOOP("actions", "Select n&one"), ("Ctrl+Shift+A",), "selection", also="Esc"
        ),
    )),
    Menu("view", QT_TRANSLATE_NOOP("actions", "&View"), (
        Action("zoom_in", QT_TRANSLATE_NOOP("actions", "Zoom &in"), ("Ctrl++", "Ctrl+="), "journey"),
        Action("zoom_out", QT_TRANSLATE_NOOP("actions", "Zoom &out"), ("Ctrl+-",), "journey"),
        Action("zoom_reset", QT_TRANSLATE_NOOP("actions", "&Actual size"), ("Ctrl+0",), "journey"),
        Action("fit_all", QT_TRANSLATE_NOOP("actions", "&Fit all"), ("Ctrl+1", "Shift+1"), "steps"),
        Action("fit_selection", QT_TRANSLATE_NOOP("actions", "Fit &selection"), ("Ctrl+2", "Shift+2"), "selection"),
        None,
        Action("outline", QT_TRANSLATE_NOOP("actions", "&Journeys"), ("Ctrl+Shift+O",), "plan", kind="on-off"),
        Action("inspector", QT_TRANSLATE_NOOP("actions", "I&nspector"), ("Ctrl+Shift+I",), "plan", kind="on-off"),
        Action("problems", QT_TRANSLATE_NOOP("actions", "&Problems"), ("Ctrl+Shift+M",), "plan", kind="on-off"),
        None,
        Action("look_system", QT_TRANSLATE_NOOP("actions", "Colours of the s&ystem"), kind="one-of"),
        Action("look_light", QT_TRANSLATE_NOOP("actions", "&Light"), kind="one-of"),
        Action("look_dark", QT_TRANSLATE_NOOP("actions", "&Dark"), kind="one-of"),
        None,
        Action("full_screen", QT_TRANSLATE_NOOP("actions", "F&ull screen"), ("F11",), kind="on-off"),
    )),
    Menu("go", QT_TRANSLATE_NOOP("actions", "&Go"), (
        Action("go_in", QT_TRANSLATE_NOOP("actions", "&Into the micro journey"), ("Ctrl+Down",), "detail"),
        Action("go_out", QT_TRANSLATE_NOOP("actions", "&Out again"), ("Ctrl+Up",), "opener"),
        None,
        Action("back", QT_TRANSLATE_NOOP("actions", "&Back"), ("Alt+Left",), "back"),
        Action("forward", QT_TRANSLATE_NOOP("actions", "&Forward"), ("Alt+Right",), "forward"),
        None,
        Action("next_problem", QT_TRANSLATE_NOOP("actions", "Next &problem"), ("F8",), "problems"),
        Action("next_area", QT_TRANSLATE_NOOP("actions", "Next &area of the window"), ("F6",), "plan"),
    )),
    Menu("help", QT_TRANSLATE_NOOP("actions", "&Help"), (
        Action("keys", QT_TRANSLATE_NOOP("actions", "&Keyboard shortcuts"), ("F1", "Ctrl+?")),
        None,
        Action("about", QT_TRANSLATE_NOOP("actions", "&About journeymapper")),
    )),
)  # fmt: skip


def all_actions() -> Iterator[Action]:
    """Every action, in the order of the menus."""
    for menu in MENUS:
        yield from (row for row in menu.rows if row)
