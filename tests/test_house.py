import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "journeymapper"
FOLDERS = ("journeymapper", "tests", "tools", "benchmarks")
SOURCES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
QT_FREE_ROOMS = ("model", "storage", "rules", "edits", "analysis", "compare", "layout", "cli")
MAY_IMPORT_QT = ("drawing/painter*.py", "drawing/measure*.py", "drawing/fonts.py", "exchange/*.py", "ui/*")
HEAVY = ("PySide6", "networkx", "numpy", "scipy", "matplotlib")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _blocks(tree: ast.AST) -> Iterator[tuple[str, int, int]]:
    """Name, length in lines and largest allowed length of every function and class."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            assert node.end_lineno is not None
            limit = 200 if isinstance(node, ast.ClassDef) else 50
            yield node.name, node.end_lineno - node.lineno + 1, limit


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_files_functions_and_classes_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    too_long = [f"{name}: {length} lines" for name, length, limit in _blocks(ast.parse(text)) if length > limit]
    assert not too_long


def test_modules_are_named_after_what_they_own() -> None:
    said_nothing = {"utils", "util", "helpers", "helper", "manager", "managers", "base", "common", "misc"}
    assert not [_name(path) for path in SOURCES if path.stem in said_nothing or path.parent.name in said_nothing]


def test_silenced_checks_say_why() -> None:
    silenced = re.compile(r"#\s*(type: ignore|noqa)(\[[\w, -]+\]|: ?[A-Z]+\d+(, ?[A-Z]+\d+)*)?(?P<reason>.*)")
    for path in SOURCES:
        if path == Path(__file__):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            found = silenced.search(line)
            assert not found or len(found["reason"].strip()) > 8, f"{_name(path)}:{number} gives no reason"


def test_only_what_paints_imports_qt() -> None:
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).as_posix()
        if any(fnmatch(room, allowed) for allowed in MAY_IMPORT_QT):
            continue
        qt = [name for name in _imports(ast.parse(path.read_text(encoding="utf-8"))) if name.startswith("PySide6")]
        assert not qt, f"{room} imports {qt}"


def test_rooms_keep_the_import_contract() -> None:
    contract = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert contract.returncode == 0, contract.stdout


@pytest.mark.parametrize("room", QT_FREE_ROOMS)
def test_rooms_without_a_window_run_where_qt_cannot_be_imported(room: str) -> None:
    modules = _modules_of(room)
    program = f"""
import importlib, sys
sys.modules["PySide6"] = None
for name in {modules!r}:
    importlib.import_module(name)
"""
    _run(program)


def test_the_command_line_starts_without_heavy_libraries() -> None:
    loaded = _run(f"import journeymapper.cli.app, sys; print(*(name for name in {HEAVY!r} if name in sys.modules))")
    assert not loaded.split()


def _modules_of(room: str) -> list[str]:
    paths = sorted((PACKAGE / room).rglob("*.py"))
    return [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths]


def _run(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
