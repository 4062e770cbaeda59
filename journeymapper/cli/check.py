"""The command `check`: what is wrong or missing in plans."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from journeymapper.cli.report import SEVERITIES, Checked, json_report, show, text_report, wants_colour
from journeymapper.cli.sources import called, plan_files, read_source
from journeymapper.errors import JourneymapperError
from journeymapper.rules.checking import check
from journeymapper.rules.registry import RULES


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
    colour = wants_colour(sys.stdout)
    show(json_report(files) if args.format == "json" else text_report(files, colour=colour), sys.stdout)
    if not all(checked.readable for checked in files):
        return 2
    grave = SEVERITIES[: SEVERITIES.index(args.fail_on) + 1] if args.fail_on != "never" else ()
    return int(any(finding.severity in grave for checked in files for finding in checked.findings))


def _checked(name: str, only: frozenset[str]) -> Checked:
    """What is wrong with one file, in its order; problems of the file itself are always told."""
    reading = read_source(name)
    findings = list(reading.findings)
    if reading.document is not None:
        rules = [rule for rule in RULES if not only or rule.number in only]
        findings += (reading.document.locate(finding) for finding in check(reading.document.plan, rules))
    findings.sort(key=lambda finding: (finding.line, finding.column, finding.rule))
    return Checked(called(name), tuple(findings), not reading.unreadable)


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
