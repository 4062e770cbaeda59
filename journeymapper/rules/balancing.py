"""The fixes that make shares a whole: scale them, give the rest to who leaves, spread it evenly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from journeymapper.edits.sharing import give_rest, parts_of, set_shares
from journeymapper.model.finding import ItemPath
from journeymapper.model.journey import Journey
from journeymapper.model.shares import TOLERANCE, total
from journeymapper.model.units import Share
from journeymapper.rules.fix import Fix
from journeymapper.rules.wording import listed, percent, step_name


def scale(shares: Mapping[ItemPath, Share | None]) -> Iterator[Fix]:
    """Bring the known shares to 100 %, in the same proportions; not those that are ranges, which would be lost."""
    known = {path: share for path, share in shares.items() if share is not None}
    likely = [share.likely for share in known.values()]
    if total(likely) > TOLERANCE and not any(share.is_range for share in known.values()):
        scaled = dict(zip(known, parts_of(1, likely), strict=True))
        said = listed([str(share) for share in scaled.values()])
        yield Fix(f"Scale the shares to 100%: {said}", partial(set_shares, shares=scaled))


def leave_with_rest(key: str, journey: Journey, source: str, found: float) -> Iterator[Fix]:
    """Give the customers that are missing to the ends where customers leave, first those that they go to already."""
    if found > 1:
        return
    step = journey.interactions[source]
    leaving = [ident for ident, end in journey.ends.items() if end.outcome == "failure"]
    linked = [ident for ident in leaving if ident in step.next]
    for target in (*linked, *(ident for ident in leaving if ident not in linked and step.opens is None)):
        edit = partial(give_rest, journey=key, source=source, target=target)
        yield Fix(f"Give the missing {percent(round(1 - found, 6))} to {step_name(journey, target)}", edit)


def spread_rest(shares: Mapping[ItemPath, Share | None]) -> Iterator[Fix]:
    """Spread what the known shares leave over the unknown ones; where there is one, nothing is made up."""
    unknown = [path for path, share in shares.items() if share is None]
    rest = 1 - total(share.likely for share in shares.values() if share is not None)
    if unknown and rest > TOLERANCE:
        found = dict(zip(unknown, parts_of(rest, [1.0] * len(unknown)), strict=True))
        one, uncertain = len(unknown) == 1, any(share is not None and share.is_range for share in shares.values())
        label = (
            f"Put in the {percent(round(rest, 6))} that are left"
            if one
            else f"Spread the {percent(round(rest, 6))} that are left evenly"
        )
        yield Fix(label, partial(set_shares, shares=found), safe=one and not uncertain)
