"""The format version of a file: what is refused, and how older plans become current ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from journeymapper.model.finding import Finding
from journeymapper.model.plan import FORMAT_VERSION as CURRENT
from journeymapper.storage.outline import Outline
from journeymapper.storage.problems import FORMAT_VERSION, NOT_A_PLAN

Data = dict[str, Any]

UPGRADES: Mapping[int, Callable[[Data], Data]] = {}
"""For each older version, what makes its plain data that of the next version."""


def current(data: Data, outline: Outline) -> tuple[Data, list[Finding]]:
    """The data in the current format; empty where nothing of it can be read, with the reason."""
    if "journeymapper" not in data:
        if "title" not in data and "journeys" not in data:
            message = "this is YAML, but not a plan; a plan begins with 'journeymapper: 1' and has a title"
            return {}, [NOT_A_PLAN.at(message, 1, 1)]
        message = f"the format version is missing; the first line of a plan is 'journeymapper: {CURRENT}'"
        return data, [FORMAT_VERSION.at(message, 1, 1)]
    said, place = data["journeymapper"], outline.position(("journeymapper",), of_value=True)
    if not isinstance(said, str) or not (said.isascii() and said.isdigit()) or len(said) > 6 or int(said) < 1:
        message = f"the format version must be a number; write 'journeymapper: {CURRENT}'"
        return data | {"journeymapper": str(CURRENT)}, [FORMAT_VERSION.at(message, *place)]
    version = int(said)
    if version > CURRENT:
        message = (
            f"the plan was made by a newer version of journeymapper: its format is {version}, and this program reads "
            f"formats up to {CURRENT}; update journeymapper to open it"
        )
        return {}, [FORMAT_VERSION.at(message, *place)]
    for older in range(version, CURRENT):
        data = UPGRADES[older](data)
    return data | {"journeymapper": str(CURRENT)}, []
