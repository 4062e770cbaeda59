"""The forms as data: which fields an item shows, in which groups, under which labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel

from journeymapper.model.facts import (
    Aim,
    Checks,
    Evidence,
    Measure,
    People,
    Remark,
    RuleSeverity,
    Satisfaction,
    Walkthrough,
)
from journeymapper.model.interaction import End, Handover, Interaction, LeadsTo, Link, Start
from journeymapper.model.journey import Journey

if TYPE_CHECKING:

    def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802  Qt's stub gives an object
        """Mark a text for translation."""
else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP


class Section(NamedTuple):
    """A group of fields; a tuple of two fields shares one line."""

    title: str
    rows: tuple[str | tuple[str, str], ...]
    folded: bool = True
    """Whether the group is closed until somebody opens it."""


FORMS: dict[type[BaseModel], tuple[Section, ...]] = {
    Interaction: (
        Section(
            "",
            (
                "does",
                "goal",
                ("channel", "point"),
                "process",
                "team",
                ("stage", "phase"),
                "expects",
                "feeling",
                "moment_of_truth",
                "asks",
                "uses",
                "tells",
            ),
            folded=False,
        ),
        Section(QT_TRANSLATE_NOOP("Form", "Measures"), ("measures",), folded=False),
        Section(QT_TRANSLATE_NOOP("Form", "Goes on to"), ("next",), folded=False),
        Section(
            QT_TRANSLATE_NOOP("Form", "Experience"),
            (
                "expected_feeling",
                "delivers",
                "beyond_basics",
                "aims_at",
                "feeling_by",
                "thinks",
                "pains",
                "gains",
                "importance",
                "satisfaction",
            ),
        ),
        Section(
            QT_TRANSLATE_NOOP("Form", "Time and money"),
            ("takes", ("cost", "earns"), "takes_by", "cost_by", "earns_by"),
        ),
        Section(
            QT_TRANSLATE_NOOP("Form", "Delivery"),
            ("control", "frontstage", "backstage", "support", "physical", "technology", "people"),
        ),
        Section(QT_TRANSLATE_NOOP("Form", "Evidence"), ("evidence", "tested", "links")),
        Section(QT_TRANSLATE_NOOP("Form", "In the journey"), ("milestone", "opens", "detail")),
        Section(QT_TRANSLATE_NOOP("Form", "Remarks and checks"), ("remarks", "checks")),
    ),
    Link: (
        Section(
            "",
            ("share", "after", "carries", "handover", "enters", "share_by"),
            folded=False,
        ),
        Section(QT_TRANSLATE_NOOP("Form", "Evidence"), ("evidence",)),
        Section(QT_TRANSLATE_NOOP("Form", "Remarks and checks"), ("remarks", "checks")),
    ),
    End: (
        Section("", ("outcome", "value", "leads_to", "why", "lost_to", "advocate", "refers"), folded=False),
        Section(QT_TRANSLATE_NOOP("Form", "Remarks and checks"), ("remarks", "checks")),
    ),
    Journey: (
        Section("", ("level", "about", "owner", "review_by", "starts", "ends", "conversion"), folded=False),
        Section(QT_TRANSLATE_NOOP("Form", "Measures"), ("measures",)),
        Section(QT_TRANSLATE_NOOP("Form", "Evidence"), ("evidence",)),
        Section(QT_TRANSLATE_NOOP("Form", "In the plan"), ("starts_by", "detail")),
        Section(QT_TRANSLATE_NOOP("Form", "Remarks and checks"), ("remarks", "checks")),
    ),
    Measure: (
        Section(
            "",
            ("title", ("now", "target"), ("unit", "method"), ("n", "on"), ("every", "scale")),
            folded=False,
        ),
    ),
    Remark: (Section("", ("text", ("by", "on"), "resolved"), folded=False),),
    Evidence: (Section("", ("basis", "source", ("on", "n"), "voices"), folded=False),),
    People: (Section("", ("role", "trained", "feeling", "may_decide"), folded=False),),
    Walkthrough: (Section("", (("on", "result"),), folded=False),),
    Aim: (Section("", ("emotion", "feeling"), folded=False),),
    Satisfaction: (Section("", (("value", "n"), ("on", "by")), folded=False),),
    Handover: (Section("", ("criteria", "within"), folded=False),),
    LeadsTo: (Section("", ("to", "enters"), folded=False),),
    Start: (Section("", ("share", "enters"), folded=False),),
    Checks: (Section("", ("off", "severity"), folded=False),),
    RuleSeverity: (Section("", ("as_", "because"), folded=False),),
}

LABELS = {
    "about": QT_TRANSLATE_NOOP("Form", "About"),
    "advocate": QT_TRANSLATE_NOOP("Form", "Speaks for us"),
    "after": QT_TRANSLATE_NOOP("Form", "After"),
    "aims_at": QT_TRANSLATE_NOOP("Form", "Aims at"),
    "asks": QT_TRANSLATE_NOOP("Form", "We learn"),
    "backstage": QT_TRANSLATE_NOOP("Form", "Backstage"),
    "basis": QT_TRANSLATE_NOOP("Form", "Basis"),
    "beyond_basics": QT_TRANSLATE_NOOP("Form", "Goes beyond the basics"),
    "by": QT_TRANSLATE_NOOP("Form", "By"),
    "carries": QT_TRANSLATE_NOOP("Form", "Carries along"),
    "channel": QT_TRANSLATE_NOOP("Form", "Channel"),
    "checks": QT_TRANSLATE_NOOP("Form", "Checks"),
    "control": QT_TRANSLATE_NOOP("Form", "Control"),
    "conversion": QT_TRANSLATE_NOOP("Form", "Counts as conversion"),
    "cost": QT_TRANSLATE_NOOP("Form", "Cost"),
    "cost_by": QT_TRANSLATE_NOOP("Form", "Cost for"),
    "criteria": QT_TRANSLATE_NOOP("Form", "Criteria"),
    "delivers": QT_TRANSLATE_NOOP("Form", "Expectation"),
    "detail": QT_TRANSLATE_NOOP("Form", "Worked out later on purpose"),
    "does": QT_TRANSLATE_NOOP("Form", "What we do"),
    "earns": QT_TRANSLATE_NOOP("Form", "Earns"),
    "earns_by": QT_TRANSLATE_NOOP("Form", "Earns from"),
    "emotion": QT_TRANSLATE_NOOP("Form", "Emotion"),
    "enters": QT_TRANSLATE_NOOP("Form", "Comes in at"),
    "ends": QT_TRANSLATE_NOOP("Form", "Ends in"),
    "every": QT_TRANSLATE_NOOP("Form", "Checked every"),
    "evidence": QT_TRANSLATE_NOOP("Form", "Rests on"),
    "expected_feeling": QT_TRANSLATE_NOOP("Form", "Feeling they come with"),
    "expects": QT_TRANSLATE_NOOP("Form", "Customer expects"),
    "feeling": QT_TRANSLATE_NOOP("Form", "Feeling"),
    "feeling_by": QT_TRANSLATE_NOOP("Form", "Feeling of"),
    "frontstage": QT_TRANSLATE_NOOP("Form", "Frontstage"),
    "gains": QT_TRANSLATE_NOOP("Form", "Gains"),
    "goal": QT_TRANSLATE_NOOP("Form", "Goal"),
    "handover": QT_TRANSLATE_NOOP("Form", "Hand-over"),
    "importance": QT_TRANSLATE_NOOP("Form", "Importance"),
    "leads_to": QT_TRANSLATE_NOOP("Form", "Comes out at"),
    "level": QT_TRANSLATE_NOOP("Form", "Level"),
    "links": QT_TRANSLATE_NOOP("Form", "Documents"),
    "lost_to": QT_TRANSLATE_NOOP("Form", "Lost to"),
    "may_decide": QT_TRANSLATE_NOOP("Form", "May decide"),
    "measures": QT_TRANSLATE_NOOP("Form", "Measures"),
    "method": QT_TRANSLATE_NOOP("Form", "Method"),
    "milestone": QT_TRANSLATE_NOOP("Form", "Milestone"),
    "moment_of_truth": QT_TRANSLATE_NOOP("Form", "Moment of truth"),
    "n": QT_TRANSLATE_NOOP("Form", "Cases"),
    "next": QT_TRANSLATE_NOOP("Form", "Goes on to"),
    "now": QT_TRANSLATE_NOOP("Form", "Now"),
    "off": QT_TRANSLATE_NOOP("Form", "Rules switched off, and why"),
    "on": QT_TRANSLATE_NOOP("Form", "On"),
    "opens": QT_TRANSLATE_NOOP("Form", "Opens"),
    "outcome": QT_TRANSLATE_NOOP("Form", "Outcome"),
    "owner": QT_TRANSLATE_NOOP("Form", "Owner"),
    "pains": QT_TRANSLATE_NOOP("Form", "Pains"),
    "people": QT_TRANSLATE_NOOP("Form", "People"),
    "phase": QT_TRANSLATE_NOOP("Form", "Lifecycle phase"),
    "physical": QT_TRANSLATE_NOOP("Form", "Physical evidence"),
    "point": QT_TRANSLATE_NOOP("Form", "Interaction point"),
    "process": QT_TRANSLATE_NOOP("Form", "Owning process"),
    "refers": QT_TRANSLATE_NOOP("Form", "Brings new customers"),
    "remarks": QT_TRANSLATE_NOOP("Form", "Remarks"),
    "resolved": QT_TRANSLATE_NOOP("Form", "Resolved"),
    "result": QT_TRANSLATE_NOOP("Form", "Result"),
    "review_by": QT_TRANSLATE_NOOP("Form", "Review by"),
    "role": QT_TRANSLATE_NOOP("Form", "Role"),
    "satisfaction": QT_TRANSLATE_NOOP("Form", "Satisfaction"),
    "as_": QT_TRANSLATE_NOOP("Form", "Report as"),
    "because": QT_TRANSLATE_NOOP("Form", "Because"),
    "severity": QT_TRANSLATE_NOOP("Form", "Rules that weigh differently"),
    "scale": QT_TRANSLATE_NOOP("Form", "Scale"),
    "share": QT_TRANSLATE_NOOP("Form", "Share"),
    "share_by": QT_TRANSLATE_NOOP("Form", "Share of"),
    "source": QT_TRANSLATE_NOOP("Form", "Source"),
    "stage": QT_TRANSLATE_NOOP("Form", "Customer stage"),
    "starts": QT_TRANSLATE_NOOP("Form", "Starts at"),
    "starts_by": QT_TRANSLATE_NOOP("Form", "Starts of"),
    "support": QT_TRANSLATE_NOOP("Form", "Support"),
    "takes": QT_TRANSLATE_NOOP("Form", "Takes"),
    "takes_by": QT_TRANSLATE_NOOP("Form", "Takes for"),
    "target": QT_TRANSLATE_NOOP("Form", "Target"),
    "team": QT_TRANSLATE_NOOP("Form", "Team"),
    "technology": QT_TRANSLATE_NOOP("Form", "Systems"),
    "tells": QT_TRANSLATE_NOOP("Form", "Customer learns"),
    "tested": QT_TRANSLATE_NOOP("Form", "Walked through"),
    "text": QT_TRANSLATE_NOOP("Form", "Remark"),
    "thinks": QT_TRANSLATE_NOOP("Form", "Customer thinks"),
    "title": QT_TRANSLATE_NOOP("Form", "Title"),
    "to": QT_TRANSLATE_NOOP("Form", "Goes to"),
    "trained": QT_TRANSLATE_NOOP("Form", "Trained"),
    "unit": QT_TRANSLATE_NOOP("Form", "Unit"),
    "uses": QT_TRANSLATE_NOOP("Form", "We use"),
    "value": QT_TRANSLATE_NOOP("Form", "Value"),
    "voices": QT_TRANSLATE_NOOP("Form", "Voices heard"),
    "why": QT_TRANSLATE_NOOP("Form", "Why"),
    "within": QT_TRANSLATE_NOOP("Form", "Within"),
}
