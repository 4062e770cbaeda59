"""How findings are printed: for people and for programs."""

from __future__ import annotations

import io
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TextIO, get_args

from journeymapper.model.finding import Finding
from journeymapper.model.words import Severity

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""The gravest first."""
_COLOURS = {"error": "31", "warning": "33", "info": "36"}
_BOLD, _FAINT = "1", "2"
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, turns of the writing direction, and halves of characters."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One file and what was found in it."""

    file: str
    findings: tuple[Finding, ...]
    readable: bool = True


def text_report(files: Sequence[Checked], *, colour: bool) -> str:
    """The findings by file, one a line, with a summary below; ends with a line break."""
    blocks = [finding_lines(checked, colour=colour) for checked in files if checked.findings]
    return "\n\n".join([*blocks, _painted(summary(files), _BOLD, colour=colour)]) + "\n"


def finding_lines(checked: Checked, *, colour: bool) -> str:
    """The findings of one file, one a line."""
    places = [_place(checked.file, finding) for finding in checked.findings]
    width = max(map(len, places))
    return "\n".join(
        f"{place:<{width}}  {_painted(f'{finding.severity:<7}', _COLOURS[finding.severity], colour=colour)}  "
        f"{printable(finding.message)}  {_painted(f'{finding.rule} {finding.name}', _FAINT, colour=colour)}"
        for place, finding in zip(places, checked.findings, strict=True)
    )


def _place(file: str, finding: Finding) -> str:
    return ":".join([printable(file), *(str(number) for number in (finding.line, finding.column) if number)])


def printable(text: str) -> str:
    """The text on one line, with nothing in it that a terminal would obey."""
    return _OBEYED.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))


def _painted(text: str, style: str, *, colour: bool) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if colour else text


def summary(files: Sequence[Checked]) -> str:
    """How many problems of which severity there are, in a sentence."""
    counts = count_by_severity(files)
    plans = counted(len(files), "plan")
    if not any(counts.values()):
        return f"{plans} checked, no problems"
    touched = sum(bool(checked.findings) for checked in files)
    said = ", ".join(counted(counts[severity], severity) for severity in SEVERITIES if counts[severity])
    return f"{said} in {plans if touched == len(files) else f'{touched} of {plans}'}"


def counted(number: int, noun: str) -> str:
    """So many of something."""
    return f"{number} {noun}" if number == 1 or noun == "info" else f"{number} {noun}s"


def wants_colour(stream: TextIO) -> bool:
    """Whether a report is for a terminal that shows colours (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def show(report: str, stream: TextIO) -> None:
    """Print in whatever encoding the terminal has; what it can't show is escaped."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    stream.write(report)
    stream.flush()


def count_by_severity(files: Iterable[Checked]) -> Counter[Severity]:
    """How many findings there are of each severity."""
    return Counter(finding.severity for checked in files for finding in checked.findings)


def json_report(files: Sequence[Checked]) -> str:
    """The findings for programs: a list of files, each with its findings, and the counts by severity."""
    counts = count_by_severity(files)
    report = {
        "files": [
            {
                "file": checked.file,
                "readable": checked.readable,
                "findings": [_as_data(finding) for finding in checked.findings],
            }
            for checked in files
        ],
        "summary": {severity: counts[severity] for severity in SEVERITIES},
    }
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"


def _as_data(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "why": finding.why,
        "line": finding.line,
        "column": finding.column,
        "items": ["/".join(map(str, path)) for path in finding.items],
    }
