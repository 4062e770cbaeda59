"""The command `journeymapper`: finds the sub-command and runs it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

from journeymapper.errors import JourneymapperError


class Command(NamedTuple):
    """A sub-command: its module has `add_arguments(parser)` and `run(args) -> int`."""

    name: str
    module: str
    help: str


COMMANDS = (
    Command("open", "journeymapper.cli.open", "open plans in the window (also: journeymapper FILE)"),
    Command("check", "journeymapper.cli.check", "check plans and report what is wrong or missing"),
    Command("fmt", "journeymapper.cli.fmt", "bring plans into the canonical form, with their comments"),
    Command("export", "journeymapper.cli.export", "write journeys as PDF, PNG or SVG"),
    Command("schema", "journeymapper.cli.schema", "print the JSON Schema of the plan format"),
    Command("doctor", "journeymapper.cli.doctor", "say what this machine lacks for the window"),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; gives the exit code (0 fine, 1 findings, 2 the call or a file is wrong)."""
    args = list(sys.argv[1:] if argv is None else argv)
    if not args or (not args[0].startswith("-") and args[0] not in {command.name for command in COMMANDS}):
        args.insert(0, "open")
    try:
        return _run(args)
    except JourneymapperError as error:
        print(f"journeymapper: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 2


def _run(args: list[str]) -> int:
    parser = _parser(chosen=args[0])
    parsed = parser.parse_args(args)
    code: int = parsed.module.run(parsed)
    return code


def _parser(chosen: str) -> argparse.ArgumentParser:
    """The parser; only the chosen command's module is imported, so that `--help` stays fast."""
    from journeymapper import __version__

    parser = argparse.ArgumentParser(prog="journeymapper", description="Design, check and hand out customer journeys.")
    parser.add_argument("--version", action="version", version=f"journeymapper {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        sub = commands.add_parser(command.name, help=command.help, description=command.help.capitalize())
        if command.name == chosen:
            module = import_module(command.module)
            module.add_arguments(sub)
            sub.set_defaults(module=module)
    return parser
