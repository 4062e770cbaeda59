"""What stands between two entries in brackets: a comma, the comment behind the one and those above the other."""

from __future__ import annotations

import re

_COMMENT = re.compile("#[^\n]*")


def usual_gap(gaps: list[str]) -> str:
    """What to put between new entries, by the gaps that there are: a line for each if each has one."""
    if gaps and all("\n" in gap for gap in gaps):
        return _with_one_comma("", _last_line(gaps[-1]))
    return ", "


def gap_between(behind: str | None, above: str | None, usual: str) -> str:
    """The gap between two entries, from the one behind the first and the one above the second; None for new entries."""
    if "\n" not in f"{behind}{above}":
        return behind or above or usual
    first, _, below = (behind or "").partition("\n")
    second = above.partition("\n")[2] if above and "\n" in above else _last_line(below)
    return _with_one_comma(first, second)


def comments_above(gap: str) -> str:
    """The comments that belong to the entry below a gap, with its indentation; nothing where there are none."""
    lines, feed, indentation = gap.partition("\n")[2].rpartition("\n")
    return f"{lines.lstrip(' ')}{feed}{indentation.replace(',', ' ')}" if "#" in lines else ""


def comment_behind(gap: str) -> str:
    """The comment behind the entry above a gap, for an entry that is the last now; nothing where there is none."""
    space, sign, comment = gap.partition("\n")[0].partition("#")
    return f"{space.replace(',', '')}{sign}{comment}" if sign else ""


def _with_one_comma(first: str, second: str) -> str:
    """Two lines of a gap, whichever style the commas had: at the end of a line or at the beginning."""
    commas = _COMMENT.sub("", f"{first}\n{second}").count(",")
    if commas > 1:
        lines, feed, indentation = second.rpartition("\n")
        second = f"{lines}{feed}{indentation.replace(',', ' ')}"
    return f"{first}\n{second}" if commas else f",{first}\n{second}"


def _last_line(text: str) -> str:
    return text.rpartition("\n")[2]
