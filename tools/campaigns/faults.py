"""Every call that a save makes of the system fails in turn, in every way: the file holds the old or the new plan."""

from __future__ import annotations

import errno
import fcntl
import os
import tempfile
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from journeymapper.errors import SaveFailed, SaveUnsettled
from journeymapper.storage.saving import save
from tools.campaigns.order import Order
from tools.campaigns.stage import MEMORY, STAGES, Stage
from tools.campaigns.tally import Tally
from tools.campaigns.trap import CODES, Behaviour, Trap, answer, cut_write, late_refusal, refusal, short_write

CALLS = (
    "open", "read", "write", "fsync", "fchmod", "fchown", "fstat", "close", "replace", "stat", "lstat", "readlink",
    "scandir", "unlink", "kill",
)  # fmt: skip
_DRIVE = dict.fromkeys((errno.ESTALE, errno.ETIMEDOUT, errno.ENOTCONN, errno.EHOSTDOWN), "drive does not answer")
_UNABLE = dict.fromkeys((errno.EINVAL, errno.ENOTSUP, errno.ENOSYS), "this disk can't do that")
_BUSY = dict.fromkeys((errno.EBUSY, errno.ETXTBSY), "another program is using the file")
WORDS = _DRIVE | _UNABLE | _BUSY | {
    errno.ENOSPC: "the disk is full", errno.EDQUOT: "your share of the disk is used up",
    errno.EROFS: "the disk can only be read", errno.EACCES: "you may not", errno.EPERM: "you may not",
    errno.EIO: "the disk reports a fault", errno.EINTR: "interrupted", errno.EMFILE: "too many files are open",
    errno.ENOMEM: "the memory is used up", errno.EFBIG: "larger than allowed", errno.ELOOP: "links lead in a circle",
}  # fmt: skip
"""What the sentence for each kind of fault must say."""
MAY_BE_UNABLE = {"fsync", "fchmod", "fchown", "flock"}
"""The calls that a network drive need not know: a save goes on without them."""


class Fault(NamedTuple):
    """A way in which one call goes wrong; `words` are what the sentence must say where the save fails of it."""

    call: str
    behaviour: Behaviour
    name: str
    words: str = ""
    must_pass: bool = False


def faults(codes: Sequence[int]) -> Iterator[Fault]:
    """All that is tried, each at every one of its calls."""
    for call in (*CALLS, "flock"):
        for code in codes:
            unable = call in MAY_BE_UNABLE and (WORDS[code] == "this disk can't do that" or code in _FORBIDDEN[call])
            behaviour = late_refusal(code) if call == "close" else refusal(code)
            yield Fault(call, behaviour, errno.errorcode[code], WORDS[code], unable)
    yield Fault("replace", late_refusal(errno.ETIMEDOUT), "done, but refused", "drive does not answer")
    yield Fault("access", answer(value=False), "False", "read-only")
    yield Fault("write", short_write(7), "seven bytes taken", must_pass=True)
    yield Fault("write", short_write(0), "no bytes taken", "the disk reports a fault")
    yield Fault("write", cut_write, "half of the bytes lost", "the disk reports a fault")


_FORBIDDEN = {
    "fsync": set(), "fchmod": {errno.EPERM, errno.EACCES}, "fchown": set(WORDS), "flock": set(WORDS),
}  # fmt: skip


def run(order: Order) -> Tally:
    """All faults with the first `count` error codes on all stages; nothing is left to chance."""
    tally = Tally("faults")
    for make in STAGES:
        with tempfile.TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as folder:
            stage = make(Path(folder))
            for fault in faults(CODES[: order.count]):
                _at_every_call(stage, fault, tally)
    return tally


def _at_every_call(stage: Stage, fault: Fault, tally: Tally) -> None:
    module = fcntl if fault.call == "flock" else os
    for number in count(1):
        stage.set_up()
        trap = Trap(fault.call, number, fault.behaviour, module)
        failure = _saved(stage, trap)
        if not trap.sprung:
            return
        tally.add("faults")
        tally.add("saved all the same" if failure is None else "refused in words")
        where = f"{stage.name}: {fault.call} no. {number}: {fault.name}"
        for promise in (*_judged(stage, fault, failure), *(_second_try(stage) if failure else ())):
            tally.breaks(f"{where}: {promise}")


def _saved(stage: Stage, trap: Trap) -> Exception | None:
    try:
        with trap:
            save(stage.document, stage.plan, stage.path)
    except Exception as error:  # noqa: BLE001  # whatever comes out is judged
        return error
    return None


def _judged(stage: Stage, fault: Fault, failure: Exception | None) -> Iterator[str]:
    """The promises that one save broke."""
    held = stage.content()
    late = fault.name == "done, but refused"
    if held not in (stage.old, stage.new):
        yield "the file holds neither the old nor the new plan"
    if failure is None and held != stage.new:
        yield "saved, but the new plan is not there"
    if isinstance(failure, SaveFailed):
        if isinstance(failure, SaveUnsettled) != (held == stage.new) and not late:
            yield f"what it says of the file is not true: {failure}"
        if fault.words not in str(failure):
            yield f"the cause is not told: {failure}"
        if fault.must_pass:
            yield f"the save could have gone on: {failure}"
    elif failure is not None:
        yield f"not a sentence but {failure!r}"
    if stage.is_torn_apart():
        yield "the link was replaced"
    if stage.own_temporaries() and fault.call != "unlink":
        yield "a temporary file is left"


def _second_try(stage: Stage) -> Iterator[str]:
    """What goes wrong when the person tries again and the fault is gone."""
    try:
        save(stage.document, stage.plan, stage.path)
    except SaveFailed as failure:
        yield f"could not be saved again: {failure}"
        return
    if stage.content() != stage.new:
        yield "saved again, but the new plan is not there"
    if stage.own_temporaries() or stage.stale_temporaries():
        yield "a temporary file is left after the second save"
