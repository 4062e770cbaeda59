"""The command `fmt`: plans in the canonical form of the format."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Literal, TextIO

from journeymapper.cli.patch import patch
from journeymapper.cli.report import Checked, counted, finding_lines, printable, show, wants_colour
from journeymapper.cli.sources import STANDARD_INPUT, called, plan_files, read_source
from journeymapper.errors import SaveFailed
from journeymapper.storage.document import Document, digest_of
from journeymapper.storage.saving import replace_file, tidied
from journeymapper.storage.source import decode

Outcome = Literal["changed", "unchanged", "failed"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Files, and whether they are to be written."""
    what = "plans, folders, globs, or - for standard input, which is then written to standard output"
    parser.add_argument("files", nargs="+", metavar="FILE", help=what)
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--check", action="store_true", help="write nothing, name the files that would change")
    only.add_argument("--diff", action="store_true", help="write nothing, print what would change")


def run(args: argparse.Namespace) -> int:
    """Format; 0 if it is done, 1 if a file would change with --check or --diff, 2 if a file can't be formatted."""
    dry = args.check or args.diff
    names = plan_files(args.files)
    is_piped = not dry and STANDARD_INPUT in names
    stream = sys.stderr if args.diff or is_piped else sys.stdout  # the other is for texts alone
    outcomes = Counter(_format(name, args, stream) for name in names)
    if names != [STANDARD_INPUT] or dry:
        show(f"{_summary(outcomes, dry=dry)}\n", stream)
    return 2 if outcomes["failed"] else int(dry and outcomes["changed"] > 0)


def _format(name: str, args: argparse.Namespace, stream: TextIO) -> Outcome:
    """Format one file as far as it is asked for; whatever is wrong with it is told."""
    reading = read_source(name)
    document = reading.document
    if document is None:
        colour = wants_colour(sys.stderr)
        show(finding_lines(Checked(called(name), reading.findings), colour=colour) + "\n", sys.stderr)
        return "failed"
    try:
        data = tidied(document, Path.cwd() if name == STANDARD_INPUT else Path(name).parent)
        changes = digest_of(data) != document.digest
        if changes and not args.check and not args.diff and name != STANDARD_INPUT:
            replace_file(document, data)
    except SaveFailed as failure:
        show(f"journeymapper: {printable(str(failure))}\n", sys.stderr)
        return "failed"
    if args.diff:
        show(_difference(called(name), document, data), sys.stdout)
    elif name == STANDARD_INPUT and not args.check:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    elif changes:
        show(f"{'would format' if args.check else 'formatted'} {printable(called(name))}\n", stream)
    return "changed" if changes else "unchanged"


def _difference(name: str, document: Document, data: bytes) -> str:
    """What changes in the text, whatever the ends of its lines are."""
    source, _ = decode(data)
    written = document.text.removesuffix("\n") if document.open_ended else document.text
    return patch(name, written, source.text if source else "")


def _summary(outcomes: Counter[Outcome], *, dry: bool) -> str:
    """How many files came to what, in a line."""
    ends: dict[Outcome, str] = {
        "changed": "would be formatted" if dry else "formatted",
        "unchanged": "would be left unchanged" if dry else "left unchanged",
        "failed": "could not be formatted",
    }
    said = [f"{counted(outcomes[outcome], 'file')} {end}" for outcome, end in ends.items() if outcomes[outcome]]
    return ", ".join(said)
