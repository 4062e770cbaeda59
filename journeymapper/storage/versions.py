"""The format version of a file: what is refused, and how older plans become current ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from journeymapper.model.finding import Finding
from journeymapper.model.plan import FORMAT_VERSION as CURRENT
from journeymapper.storage.outline import Outline
from journeymapper.storage.problems import FORMAT_VERSION, NOT_A_PLAN

Data = dict[str, Any]

UPGRADES: Mapping[int, Callable[[Data], Data]] = {}
"""For each older version, what makes its plain data that of the next version.

It gets whatever a person wrote, looked at by nobody: what has another shape than it knows stays as it is.
"""


class Current(NamedTuple):
    """Data in the current format, empty where nothing of it can be read, with what is wrong.

    `upgraded` is the older version in which it is written, None where it is the current one.
    """

    data: Data
    findings: list[Finding]
    upgraded: int | None = None


def current(data: Data, outline: Outline) -> Current:
    """The data of a file in the current format."""
    if "journeymapper" not in data:
        if "title" not in data and "journeys" not in data:
            message = "this is YAML, but not a plan; a plan begins with 'journeymapper: 1' and has a title"
            return Current({}, [NOT_A_PLAN.at(message, 1, 1)])
        message = f"the format version is missing; the first line of a plan is 'journeymapper: {CURRENT}'"
        return Current(data, [FORMAT_VERSION.at(message, 1, 1)])
    said, place = data["journeymapper"], outline.position(("journeymapper",), of_value=True)
    is_number = isinstance(said, str) and said.isascii() and said.isdigit() and len(said) <= 6
    if not is_number or int(said) < min(UPGRADES, default=CURRENT):
        message = f"the format version must be a number; write 'journeymapper: {CURRENT}'"
        return Current(data | {"journeymapper": str(CURRENT)}, [FORMAT_VERSION.at(message, *place)])
    version = int(said)
    if version > CURRENT:
        message = (
            f"the plan was made by a newer version of journeymapper: its format is {version}, and this program reads "
            f"formats up to {CURRENT}; update journeymapper to open it"
        )
        return Current({}, [FORMAT_VERSION.at(message, *place)])
    for older in range(version, CURRENT):
        data = UPGRADES[older](data)
    return Current(data | {"journeymapper": str(CURRENT)}, [], version if version < CURRENT else None)
