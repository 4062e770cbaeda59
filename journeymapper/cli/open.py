"""The command `open`: plans in the window."""

from __future__ import annotations

import argparse
from importlib import import_module

from journeymapper import environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The plans to open."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="plans to open; without any the window offers some")


def run(args: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; raises EnvironmentLacks where there can be none."""
    try:
        environment.prepare_qt(window=True)
    except environment.EnvironmentLacks as lack:
        raise environment.EnvironmentLacks(f"{lack}\n(checking and exporting plans need no window)") from None
    # the window is imported by name: `ui` stands beside `cli`, and no other command may load it
    code: int = import_module("journeymapper.ui.app").main(args.files)
    return code
