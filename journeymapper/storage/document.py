"""A plan together with the file it was read from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from journeymapper.model.finding import Finding, ItemPath
from journeymapper.model.plan import Plan
from journeymapper.storage.outline import Outline


@dataclass(frozen=True, slots=True)
class Document:
    """A plan and its file: `text` has the line ends that `Source` describes; `digest` is that of the file's bytes.

    `path` is None for a plan that was never saved, `read_only_reason` says why a file can't be saved in place, and
    `upgraded` is the older version of the format in which the file is written, None where it is the current one.
    `opened` is what the plan was when it was read: who undoes everything and saves again finds the file as it was.
    """

    path: Path | None
    text: str
    plan: Plan
    digest: str
    bom: bool = False
    newline: str = "\n"
    read_only_reason: str = ""
    upgraded: int | None = None
    outline: Outline = field(default_factory=Outline, repr=False, compare=False)
    open_ended: bool = False
    opened: Document | None = field(default=None, repr=False, compare=False)

    @classmethod
    def new(cls, plan: Plan) -> Document:
        """A plan that has no file yet."""
        return cls(None, "", plan, "")

    def position(self, path: ItemPath) -> tuple[int, int]:
        """Line and column, from 1, of an item or of its nearest known ancestor."""
        return self.outline.position(path)

    def locate(self, finding: Finding) -> Finding:
        """The finding with file, line and column of its first item."""
        name = str(self.path) if self.path else ""
        if finding.line or not self.text:
            return replace(finding, file=name)
        line, column = self.position(finding.items[0] if finding.items else ())
        return replace(finding, file=name, line=line, column=column)


def digest_of(data: bytes) -> str:
    """What tells one content of a file from another."""
    return sha256(data).hexdigest()
