"""What the program remembers of a person between two starts."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

RECENT = 12
"""How many plans are remembered."""


def recall_text(key: str, default: str = "") -> str:
    """A remembered text."""
    return str(_store().value(key, default))


def recall_state(key: str) -> QByteArray:
    """A remembered state of a window or splitter, empty if none."""
    held = _store().value(key)
    return held if isinstance(held, QByteArray) else QByteArray()


def remember(key: str, value: str | QByteArray) -> None:
    """Remember a text or a state."""
    _store().setValue(key, value)


def recent_plans() -> list[Path]:
    """The plans opened lately that are still there, the last one first."""
    return [path for path in map(Path, _recent()) if path.is_file()]


def add_recent(path: Path) -> None:
    """Put a plan first among the recent ones."""
    name = str(path.resolve())
    if _recent()[:1] == [name]:
        return
    remember("recent", "\n".join([name, *(known for known in _recent() if known != name)][:RECENT]))


def clear_recent() -> None:
    """Forget the recent plans."""
    remember("recent", "")


def recall_journey(path: Path) -> str:
    """The journey that was looked at last in a plan."""
    return recall_text(f"journey/{_key(path)}")


def remember_journey(path: Path, journey: str) -> None:
    """Remember which journey of a plan is looked at."""
    remember(f"journey/{_key(path)}", journey)


def _key(path: Path) -> str:
    return sha256(str(path.resolve()).encode()).hexdigest()[:16]


def _recent() -> list[str]:
    return [name for name in recall_text("recent").split("\n") if name]


def _store() -> QSettings:
    return QSettings("journeymapper", "journeymapper")
