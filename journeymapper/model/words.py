"""The fixed words of the plan format."""

from typing import Literal

Milestone = Literal["first-contact", "last-contact", "renewal", "other"]
Level = Literal["macro", "micro"]
ChannelKind = Literal["person", "digital", "physical", "partner"]
Medium = Literal[
    "phone", "e-mail", "web", "app", "chat", "video", "sms", "social", "post", "print", "store", "event",
    "parcel", "product", "word-of-mouth", "partner", "back-office", "other",
]  # fmt: skip
Outcome = Literal["success", "failure", "neutral"]
Control = Literal["owned", "partner", "earned"]
Delivers = Literal["below", "met", "exceeded"]
MeasureUnit = Literal["share", "score", "count", "money", "duration"]
ScoreMethod = Literal["nps", "csat", "ces", "other"]
Basis = Literal["assumed", "observed", "measured"]
HighLow = Literal["high", "low"]
Stance = Literal["focus", "serve", "curtail"]
Priority = Literal["time", "cost", "quality"]
PersonaKind = Literal["customer", "partner", "employee", "supplier"]
Detail = Literal["open"]
Severity = Literal["error", "warning", "info"]
