"""The command `check`: what is wrong or missing in plans."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from journeymapper.cli.report import SEVERITIES, Checked, json_report, text_report
from journeymapper.cli.sources import STANDARD_INPUT, plan_files
from journeymapper.errors import JourneymapperError
from journeymapper.rules.checking import check
from journeymapper.rules.registry import RULES
from journeymapper.storage.reading import Reading, parse_plan, read_plan


class UnknownRule(JourneymapperError):
    """The call names a rule that there is not."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Files, what to report and when to fail."""
    what = "plans, folders, globs, or - for standard input (default: this folder)"
    parser.add_argument("files", nargs="*", default=["."], metavar="FILE", help=what)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text for people, json for programs")
    parser.add_argument(
        "--fail-on",
        choices=(*SEVERITIES, "never"),
        default="error",
        help="exit with 1 from this severity on (default: error)",
    )
    parser.add_argument("--only", action="append", metavar="RULE,…", help="only these rules, by number or name")


def run(args: argparse.Namespace) -> int:
    """Check and print; 0 if nothing is as grave as --fail-on, 1 if something is, 2 if a file can't be read."""
    only = _chosen(args.only)
    files = [_checked(name, only) for name in plan_files(args.files)]
    _print(json_report(files) if args.format == "json" else text_report(files, colour=_wants_colour()))
    if not all(checked.readable for checked in files):
        return 2
    grave = SEVERITIES[: SEVERITIES.index(args.fail_on) + 1] if args.fail_on != "never" else ()
    return int(any(finding.severity in grave for checked in files for finding in checked.findings))


def _checked(name: str, only: frozenset[str]) -> Checked:
    """What is wrong with one file, in its order; problems of the file itself are always told."""
    reading = _read(name)
    findings = list(reading.findings)
    if reading.document is not None:
        rules = [rule for rule in RULES if not only or rule.number in only]
        findings += (reading.document.locate(finding) for finding in check(reading.document.plan, rules))
    findings.sort(key=lambda finding: (finding.line, finding.column, finding.rule))
    return Checked("<stdin>" if name == STANDARD_INPUT else name, tuple(findings), not reading.unreadable)


def _read(name: str) -> Reading:
    if name == STANDARD_INPUT:
        return parse_plan(sys.stdin.buffer.read(), "<stdin>", Path.cwd())
    return read_plan(Path(name))


def _chosen(only: Iterable[str] | None) -> frozenset[str]:
    """The numbers of the chosen rules; raises UnknownRule for what no rule is called."""
    known = {called.lower(): rule.number for rule in RULES for called in (rule.number, rule.name)}
    wanted = [part.strip() for listed in only or () for part in listed.split(",") if part.strip()]
    for part in wanted:
        if part.lower() not in known:
            raise UnknownRule(f"--only: no rule is called '{part}'{_near(part, known)}")
    return frozenset(known[part.lower()] for part in wanted)


def _near(part: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(part.lower(), list(known), n=1)
    return f"; did you mean '{near[0].upper() if near[0].startswith('jm') else near[0]}'?" if near else ""


def _wants_colour() -> bool:
    """Whether the report is for a terminal that shows colours (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _print(report: str) -> None:
    """Print in whatever encoding the terminal has; what it can't show is escaped."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.stdout.write(report)
    sys.stdout.flush()
