"""The formats that journeys can be exported to."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol

from journeymapper.errors import ExportFailed
from journeymapper.exchange.booklet import Booklet
from journeymapper.exchange.job import ExportJob


class Writer(Protocol):
    """What a format's module has as `write`."""

    def __call__(self, booklet: Booklet, job: ExportJob) -> bytes:
        """The whole file; the booklet has one sheet where the format has no pages. Raises ExportFailed."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format; its module is imported when something is written."""

    id: str
    title: str
    suffix: str
    module: str
    pages: bool
    """Whether one file holds several journeys."""
    needs: tuple[str, ...]
    """The fields of an ExportJob that matter to it, beside journeys and theme."""

    @property
    def write(self) -> Writer:
        """The function that writes it."""
        writer: Writer = import_module(self.module).write
        return writer


FORMATS = (
    Format("pdf", "PDF document", ".pdf", "journeymapper.exchange.pdf", True, ("page", "landscape", "margin")),
    Format("png", "PNG picture", ".png", "journeymapper.exchange.png", False, ("scale", "transparent")),
    Format("svg", "SVG drawing", ".svg", "journeymapper.exchange.svg", False, ("transparent",)),
)


def format_named(name: str) -> Format:
    """The format of that id. Raises ExportFailed for an unknown one."""
    for known in FORMATS:
        if known.id == name:
            return known
    raise ExportFailed(f"'{name}' is no format to export to; there are {_all()}")


def format_of(path: Path) -> Format:
    """The format of a file with that name. Raises ExportFailed where its suffix says none."""
    for known in FORMATS:
        if known.suffix == path.suffix.lower():
            return known
    raise ExportFailed(f"'{path.name}' does not say a format; let it end in {_all('.')}")


def _all(before: str = "") -> str:
    names = [before + known.id for known in FORMATS]
    return ", ".join(names[:-1]) + " or " + names[-1]
