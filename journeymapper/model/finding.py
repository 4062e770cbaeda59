"""A finding: something wrong or missing, said in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.model.words import Severity

ItemPath = tuple[str | int, ...]
"""Where an item stands in a plan: keys from the root, such as ``("journeys", "life", "interactions", "see-ad")``."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule or the reader complains about.

    `rule` and `name` are the number and name of `rules.md` (``JM301``, ``handover-without-criteria``); `items` are the
    paths of the items concerned, the first one the culprit; `line` and `column` count from 1, 0 where unknown.
    """

    rule: str
    name: str
    severity: Severity
    message: str
    items: tuple[ItemPath, ...] = ()
    why: str = ""
    file: str = ""
    line: int = 0
    column: int = 0
