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
        return next((gap for gap in (behind, above) if gap and "," in gap), usual)
    first, _, below = (behind or "").partition("\n")
    second = above.partition("\n")[2] if above and "\n" in above else _last_line(below)
    return _with_one_comma(first, second)


def usual_margin(gaps: list[str], otherwise: str) -> str:
    """The indentation of entries that begin a line."""
    return next((_last_line(gap).replace(",", " ") for gap in reversed(gaps) if "\n" in gap), otherwise)


def opening(lead: str, above: str, margin: str) -> str:
    """What stands between the bracket and an entry that is the first now, instead of `lead`; `above` was its gap."""
    beside, feed, _ = lead.partition("\n")
    comments = _comments_above(above)
    return f"{beside.rstrip()}\n{comments}{margin}" if feed or comments else lead


def closing(tail: str, behind: str, margin: str) -> str:
    """What stands between an entry that is the last now and the bracket, instead of `tail`; `behind` was its gap."""
    old, feed, rest = tail.partition("\n")
    comma = "," if "," in _COMMENT.sub("", old) else ""
    space, sign, comment = behind.partition("\n")[0].partition("#")
    beside = f"{space.replace(',', '')}{sign}{comment}" if sign else ""
    if feed or beside:
        return f"{comma}{beside}\n{rest if feed else margin}"
    return old


def as_gap(tail: str, margin: str) -> str:
    """What stands behind the last entry as if another one came; nothing where that makes no difference."""
    beside = tail.partition("\n")[0]
    return f"{beside}\n{margin}" if "\n" in tail or "#" in beside else ""


def _comments_above(gap: str) -> str:
    """The lines of a gap that belong to the entry below it, each with its line feed."""
    lines, feed, _ = gap.partition("\n")[2].rpartition("\n")
    return lines + feed if "#" in lines else ""


def _with_one_comma(first: str, second: str) -> str:
    """Two lines of a gap, whichever style the commas had: at the end of a line or at the beginning."""
    commas = _COMMENT.sub("", f"{first}\n{second}").count(",")
    if commas > 1:
        lines, feed, indentation = second.rpartition("\n")
        second = f"{lines}{feed}{indentation.replace(',', ' ')}"
    return f"{first}\n{second}" if commas else f",{first}\n{second}"


def _last_line(text: str) -> str:
    return text.rpartition("\n")[2]
