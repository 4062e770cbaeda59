"""The command `export`: journeys as PDF, PNG or SVG."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from journeymapper.cli.report import Checked, text_report
from journeymapper.drawing.theme import THEMES
from journeymapper.errors import ExportFailed
from journeymapper.exchange.delivery import deliver
from journeymapper.exchange.job import PAGES, ExportJob
from journeymapper.exchange.registry import FORMATS, Format, format_named, format_of
from journeymapper.model.plan import Plan
from journeymapper.storage.reading import read_plan


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The plan, where to write, and what."""
    parser.add_argument("plan", type=Path, metavar="PLAN", help="the plan file")
    suffixes = ", ".join(known.suffix for known in FORMATS)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=f"where to write; {suffixes} says the format")
    parser.add_argument(
        "--format", choices=[known.id for known in FORMATS], help="the format, where the file says none"
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--journey", action="append", metavar="ID", help="which journey (default: the macro journey)")
    which.add_argument("--all", action="store_true", help="every journey: pages of a PDF, else one file each")
    parser.add_argument("--theme", choices=list(THEMES), default="light", help="light (default) or dark")
    parser.add_argument(
        "--scale", type=_positive, default=2.0, metavar="N", help="pixels to a point in a PNG (default: 2)"
    )
    parser.add_argument("--page", choices=PAGES, default="fit", help="size of a PDF's pages (default: as the journey)")
    turned = parser.add_mutually_exclusive_group()
    turned.add_argument("--landscape", action="store_true", default=None, help="pages of a PDF lie on their side")
    turned.add_argument("--portrait", action="store_false", dest="landscape", help="pages of a PDF stand upright")
    parser.add_argument("--transparent", action="store_true", help="no background in a PNG or SVG")


def run(args: argparse.Namespace) -> int:
    """Export and say what was written; 0 if it is done, 2 if it can't be."""
    form = _format(args)
    reading = read_plan(args.plan)
    if reading.document is None:
        sys.stderr.write(text_report([Checked(str(args.plan), reading.findings)], colour=False))
        return 2
    # nothing is shown: whatever display the environment names need not be there
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    plan = reading.document.plan
    target = args.output or Path(_stem(args.plan) + form.suffix)
    if target.exists() and target.samefile(args.plan):
        raise ExportFailed(f"'{target}' is the plan itself; choose another name for the export")
    for path in deliver(plan, _job(args, form, plan), target):
        print(f"wrote {path}")
    return 0


def _format(args: argparse.Namespace) -> Format:
    if args.format:
        return format_named(args.format)
    return format_of(args.output) if args.output else FORMATS[0]


def _job(args: argparse.Namespace, form: Format, plan: Plan) -> ExportJob:
    return ExportJob(
        journeys=tuple(plan.journeys) if args.all else tuple(args.journey or ()),
        format=form.id,
        theme=args.theme,
        scale=args.scale,
        page=args.page,
        landscape=args.landscape,
        transparent=args.transparent,
        folder=args.plan.parent,
    )


def _stem(plan: Path) -> str:
    """The plan's name without `.journey.yaml`."""
    return plan.name.removesuffix(plan.suffix).removesuffix(".journey")


def _positive(text: str) -> float:
    number = float(text)
    if not 0 < number < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is not a size; write a number above 0, such as 2")
    return number
