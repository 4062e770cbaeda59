"""Journeys for tests in few words: only steps, ends and shares; and random ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from journeymapper.model.plan import Plan

Shares = Mapping[str, Any]
FACTS = {
    "stage": "use", "goal": "sell", "channel": "site", "point": "page", "process": "sales", "does": "Something",
}  # fmt: skip
LIBRARY = {
    "stages": {"use": {}},
    "goals": {"sell": {}},
    "channels": {"site": {}},
    "points": {"page": {"medium": "web"}},
    "processes": {"sales": {}, "support": {}},
    "segments": {"office": {"title": "Offices"}},
}


def journey(steps: Mapping[str, Shares], ends: Mapping[str, Any] | None = None, **fields: Any) -> dict[str, Any]:
    """A journey whose interactions have all their facts; it starts at the first and ends in `won` or `lost`.

    `steps` holds the links of each interaction; a key that is an attribute of interactions (`opens`, `detail`, `goal`
    …) is taken as that instead.
    """
    interactions = {}
    for ident, links in steps.items():
        own = {key: value for key, value in links.items() if key in OWN}
        onward = {key: value for key, value in links.items() if key not in OWN}
        interactions[ident] = {"title": ident.upper(), **FACTS, **own, "next": onward}
    outcomes = {"won": {"outcome": "success"}, "lost": {"outcome": "failure"}} if ends is None else ends
    starts = {next(iter(steps)): "100%"} if steps else {}
    return {"starts": starts, "interactions": interactions, "ends": outcomes, **fields}


OWN = {"opens", "detail", "checks", "does", "team", "takes", "cost", "earns", "asks", "uses", *FACTS}


def plan(journeys: Mapping[str, dict[str, Any]] | None = None, **fields: Any) -> Plan:
    """A plan of these journeys."""
    return Plan.model_validate({"title": "Plan", **LIBRARY, "journeys": journeys or {}, **fields})


def nested() -> Plan:
    """A macro journey of two events; the second opens a micro journey with two beginnings."""
    return plan(
        {
            "life": journey(
                {
                    "meet": {"buy": {"share": "50%", "enters": "shop"}, "lost": "50%"},
                    "buy": {"opens": "buying", "won": None, "lost": None},
                },
                level="macro",
                conversion="buy",
            ),
            "buying": journey(
                {"look": {"shop": "50%", "bye": "50%"}, "shop": {"paid": "60%", "look": "20%", "bye": "20%"}},
                {"paid": {"outcome": "success", "leads_to": "won"}, "bye": {"outcome": "failure", "leads_to": "lost"}},
                level="micro",
            ),
        }
    )


@st.composite
def sound_journeys(draw: st.DrawFn, max_steps: int = 8) -> dict[str, Any]:
    """Journeys in which shares add up to 100 % and every step has a way out."""
    names = [f"s{number}" for number in range(draw(st.integers(1, max_steps)))]
    steps: dict[str, Shares] = {}
    for name in names:
        targets = draw(st.lists(st.sampled_from([*names, "won"]), max_size=3, unique=True))
        weights = [draw(st.integers(1, 30)) for _ in targets]
        steps[name] = {target: f"{weight}%" for target, weight in zip(targets, weights, strict=True)}
        steps[name] = {**steps[name], "lost": f"{100 - sum(weights)}%"}
    starts = draw(st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True))
    return journey(steps, starts={start: f"{100 // len(starts)}%" for start in starts})


@st.composite
def any_plans(draw: st.DrawFn) -> Plan:
    """Plans in which anything may be wrong: shares, references, levels that open each other."""
    journeys = ["j0", "j1", "j2", "gone"]
    steps = ["s0", "s1", "s2", "gone"]
    shares = st.sampled_from([None, "0%", "0.000000000000001%", "33.3%", "50%", "99.9999999%", "100%", "20%..60%"])
    links = st.dictionaries(
        st.sampled_from([*steps, "won", "lost"]),
        st.fixed_dictionaries({"share": shares, "enters": st.sampled_from([None, *steps])}),
        max_size=3,
    )
    step = st.builds(lambda to, opens: {**to, "opens": opens}, links, st.sampled_from([None, None, *journeys]))
    leads_to = st.none() | st.fixed_dictionaries(
        {"to": st.sampled_from([*steps, "won", "lost"]), "enters": st.sampled_from([None, *steps])}
    )
    ends = st.dictionaries(
        st.sampled_from(["won", "lost"]),
        st.fixed_dictionaries({"outcome": st.sampled_from([None, "success", "failure"]), "leads_to": leads_to}),
    )
    one = st.builds(
        journey,
        st.dictionaries(st.sampled_from(steps[:3]), step, max_size=3),
        ends,
        starts=st.dictionaries(st.sampled_from(steps), shares, max_size=2),
        conversion=st.sampled_from([None, *steps, "won"]),
    )
    return plan(draw(st.dictionaries(st.sampled_from(journeys[:3]), one, max_size=3)))
