"""Which plans a command is about: files, folders, globs, standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from journeymapper.errors import PlanUnreadable
from journeymapper.storage.reading import Reading, parse_plan, read_plan

SUFFIXES = (".journey.yaml", ".journey.yml")
STANDARD_INPUT = "-"


def plan_files(named: Iterable[str]) -> list[str]:
    """The files that are meant, each once, in the order given; `-` stays as it is.

    A folder stands for the plans in it and below, hidden folders left out. A file that is not there stays in the list,
    for the reader to say so; raises PlanUnreadable for a folder or a glob without any plan.
    """
    return list(dict.fromkeys(path for name in named for path in _meant(name)))


def read_source(name: str) -> Reading:
    """Read one of the files that are meant."""
    if name == STANDARD_INPUT:
        return parse_plan(sys.stdin.buffer.read(), called(name), Path.cwd())
    return read_plan(Path(name))


def called(name: str) -> str:
    """How a file is called in what is printed."""
    return "<stdin>" if name == STANDARD_INPUT else name


def _meant(name: str) -> list[str]:
    if name == STANDARD_INPUT:
        return [name]
    if Path(name).is_dir():
        found = sorted(_plans_in(name))
        if not found:
            raise PlanUnreadable(f"{name}: there is no plan (*{SUFFIXES[0]}) in this folder")
        return found
    if has_magic(name) and not os.path.lexists(name):
        fitting = glob(name, recursive=True)  # noqa: PTH207  # Path.glob takes no absolute patterns
        found = sorted(path for path in fitting if Path(path).is_file())
        if not found:
            raise PlanUnreadable(f"{name}: no file is called like that")
        return found
    return [name]


def _plans_in(folder: str) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".")]
        yield from (os.path.normpath(f"{here}/{each}") for each in files if each.endswith(SUFFIXES))
