"""Two processes read, change and save the same plan as fast as they can: no save that was acknowledged is lost."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import NoReturn

from journeymapper.model.library import Stage
from journeymapper.storage.atomic import PREFIX
from journeymapper.storage.reading import read_plan
from journeymapper.storage.saving import ChangedOnDisk, save
from tools.campaigns.order import Order
from tools.campaigns.tally import Tally

WRITERS = ("ann", "bob")
START = "journeymapper: 1\ntitle: Shared\n# what both add to\nstages:\n  first:   # is there from the beginning\n"


def run(order: Order) -> Tally:
    """Have two processes save until `count` saves were acknowledged."""
    tally = Tally("races")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "shared.journey.yaml"
        path.write_text(START, encoding="utf-8")
        pipes = {}
        for name in WRITERS:
            ours, theirs = os.pipe()
            if not os.fork():
                _write_on(path, name, order.count // len(WRITERS), theirs)
            os.close(theirs)
            pipes[name] = ours
        said = [line for pipe in pipes.values() for line in _all_said(pipe)]
        for _ in WRITERS:
            os.wait()
        _judge(path, said, tally)
    return tally


def _all_said(pipe: int) -> list[str]:
    with os.fdopen(pipe, encoding="utf-8") as stream:
        return stream.read().splitlines()


def _write_on(path: Path, name: str, times: int, pipe: int) -> NoReturn:
    """Add one stage after the other, reading anew where somebody else was faster; say what was saved."""
    try:
        number = 0
        while number < times:
            document = read_plan(path).document
            assert document is not None  # noqa: S101  # else it was torn, and that is told
            stages = document.plan.stages.put(f"{name}-{number}", Stage(title=f"The {number}th of {name}"))
            try:
                save(document, document.plan.model_copy(update={"stages": stages}))
            except ChangedOnDisk:
                os.write(pipe, b"conflict\n")
            else:
                os.write(pipe, f"{name}-{number}\n".encode())
                number += 1
    except BaseException as error:  # noqa: BLE001  # nothing of the parent may run on here
        os.write(pipe, f"! {error!r}\n".encode())
    finally:
        os._exit(0)


def _judge(path: Path, said: list[str], tally: Tally) -> None:
    failed = [line for line in said if line.startswith("!")]
    saved = [line for line in said if line != "conflict" and line not in failed]
    tally.add("saves acknowledged", len(saved))
    tally.add("conflicts noticed", said.count("conflict"))
    for line in failed:
        tally.breaks(f"a writer failed: {line}")
    document = read_plan(path).document
    held = document.plan.stages if document else {}
    for ident in saved:
        if ident not in held:
            tally.breaks(f"{ident} was saved and is lost")
    if len(held) != len(saved) + 1:
        tally.breaks(f"there are {len(held)} stages of {len(saved) + 1}")
    if "# is there from the beginning" not in path.read_text(encoding="utf-8"):
        tally.breaks("the comment is lost")
    if list(path.parent.glob(f"{PREFIX}*")):
        tally.breaks("temporary files are left")
