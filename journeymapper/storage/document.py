"""A plan together with the file it was read from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from journeymapper.model.finding import Finding, ItemPath
from journeymapper.model.plan import Plan
from journeymapper.storage.damage import Damage
from journeymapper.storage.outline import Outline


@dataclass(frozen=True, slots=True)
class Document:
    """A plan and its file: `text` has the line ends that `Source` describes; `digest` is that of the file's bytes.

    `path` is None for a plan that was never saved, `read_only_reason` says why a file can't be saved in place, and
    `upgraded` is the older version of the format in which the file is written, None where it is the current one.
    `opened` is what the plan was when it was read: who undoes everything and saves again finds the file as it was.
    Where there is `damage`, the plan is what could be read, and references to what is `gone` with it are not loose.
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
    damage: tuple[Damage, ...] = ()
    gone: frozenset[str] = frozenset()

    @classmethod
    def new(cls, plan: Plan) -> Document:
        """A plan that has no file yet."""
        return cls(None, "", plan, "")

    def surviving(self, plan: Plan) -> tuple[Damage, ...]:
        """The damage that stays when the file is to hold `plan`, at its places there."""
        if not self.damage or plan is self.plan:
            return self.damage
        from journeymapper.storage.surviving import surviving

        return tuple(surviving(self.damage, self.plan, plan))

    def overrun(self, plan: Plan) -> tuple[Damage, ...]:
        """The lists and groups that can't be read and would be lost to what `plan` has in their place."""
        if not any(each.is_group for each in self.damage):
            return ()
        from journeymapper.storage.surviving import overrun

        return tuple(overrun(self.damage, self.plan, plan))

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
