"""The JM0xx table: what can be wrong with a plan file itself."""

from __future__ import annotations

import re
from typing import NamedTuple

from journeymapper.model.finding import Finding, ItemPath

MOST_SHOWN = 100
MOST_LOOKED_AT = 500
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class Problem(NamedTuple):
    """A kind of problem with a file; `why` is what a person may want to know about it."""

    rule: str
    name: str
    why: str

    def at(self, message: str, line: int = 0, column: int = 0, items: tuple[ItemPath, ...] = ()) -> Finding:
        """A finding of this kind; line and column count from 1, 0 where the whole file is meant.

        The message may quote a file; signs in it that would do something to a terminal or turn the text round go.
        """
        said = _UNSEEN.sub("\ufffd", message)
        return Finding(self.rule, self.name, "error", said, items, self.why, line=line, column=column)


UNREADABLE = Problem("JM001", "unreadable", "A plan is an ordinary file that you may read, up to 32 MiB.")
NOT_TEXT = Problem("JM002", "not-text", "A plan is plain text in UTF-8.")
NOT_A_PLAN = Problem("JM003", "not-a-plan", "A plan begins with 'journeymapper: 1' and has a title.")
CONFLICT = Problem("JM004", "merge-conflict", "Both sides of a merge are in the file; choose one of them.")
SYNTAX = Problem("JM005", "syntax", "The lines don't form YAML, so nothing below them can be understood.")
REFUSED_YAML = Problem(
    "JM006", "yaml-extra", "Anchors, aliases, tags, directives and further documents would make a plan hard to review."
)
DUPLICATE_KEY = Problem("JM007", "duplicate-key", "Of two values for one key, only one can be meant.")
TOO_COMPLEX = Problem("JM008", "too-complex", "A plan of this size or depth could not be handled.")
FORMAT_VERSION = Problem("JM009", "format-version", "The first key says which format the file is written in.")
UNKNOWN_KEY = Problem(
    "JM010", "unknown-key", "A misspelt key would be ignored silently; keys of your own begin with 'x-'."
)
MISSING_KEY = Problem("JM011", "missing-key", "The item can't be understood without it.")
WRONG_VALUE = Problem("JM012", "wrong-value", "Each field expects a certain kind of value.")
BAD_ID = Problem(
    "JM013", "bad-id", "Ids are small letters, digits and hyphens, begin with a letter, and stay when titles change."
)
DANGLING = Problem("JM014", "dangling-reference", "An id must name something that is in the plan.")
BAD_VARIANT = Problem("JM015", "bad-variant", "A variant names the plan that it changes, in the same folder or below.")
MORE = Problem("JM016", "more-problems", "Only the first problems of a file are listed.")

PROBLEMS = (
    UNREADABLE, NOT_TEXT, NOT_A_PLAN, CONFLICT, SYNTAX, REFUSED_YAML, DUPLICATE_KEY, TOO_COMPLEX, FORMAT_VERSION,
    UNKNOWN_KEY, MISSING_KEY, WRONG_VALUE, BAD_ID, DANGLING, BAD_VARIANT, MORE,
)  # fmt: skip


def first_of(findings: list[Finding]) -> tuple[Finding, ...]:
    """The findings in the order of the file, at most a hundred, and one more that counts the rest."""
    ordered = sorted(dict.fromkeys(findings), key=lambda finding: (finding.line, finding.column))
    rest = len(ordered) - MOST_SHOWN
    if rest <= 0:
        return tuple(ordered)
    last = ordered[MOST_SHOWN - 1]
    more = MORE.at(f"{rest} and perhaps more problems are not listed; solve these first", last.line, last.column)
    return (*ordered[:MOST_SHOWN], more)
