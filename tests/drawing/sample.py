"""The geometry of a sample journey, placed by hand, so that drawing is tested without the layout."""

from journeymapper.layout.geometry import (
    Card,
    Curve,
    CurvePoint,
    Header,
    JourneyGeometry,
    Label,
    Marker,
    Pill,
    Point,
    Rect,
    Route,
    Stub,
)
from journeymapper.model.frozen import FrozenMap

STAGES = ("Engagement", "Transaction", "Fulfilment", "Service")
CARDS: tuple[tuple[str, str, str, str, int, float, bool, float, float], ...] = (
    ("ad", "Sees roast story ad", "Awareness", "Social · Post", 1, 1, False, 116, 142),
    ("form", "Request sample form", "Capture interest", "Website · Form", 1, 0, False, 116, 238),
    ("mail", "Follow-up e-mail", "Bring back", "E-mail · Message", 1, 0, False, 376, 142),
    ("offer", "Offer a sample box", "Learn taste preferences", "Sales rep · Phone call", 0, 1, True, 376, 346),
    ("qualify", "Qualify on the phone", "Confirm fit", "Sales rep · Phone call", 0, -1, False, 376, 442),
    ("tasting", "Tasting card", "Surprise and delight", "Parcel · Insert", 1, 2, True, 636, 186),
    ("pack", "Pack sample box", "Right box, first time", "Warehouse · Parcel", 2, 1, False, 636, 550),
    ("track", "Tracking message", "Set expectations", "SMS · Message", 2, 1, False, 636, 646),
    ("invite", "Invites to subscribe", "Sales conversion", "E-mail · Offer page", 0, 1, False, 896, 390),
    ("ask", "Asks how it tasted", "Learn, and repair", "Chat · Conversation", 2, 1, True, 896, 550),
    ("claim", "Late parcel claim", "Repair trust", "Phone · Hot line", 2, -2, True, 896, 646),
)


ROUTES = (
    Route("ad", "form", ((222, 208), (222, 238)), "within", Label("38%", Rect(234, 212, 32, 17)), width=8),
    Route("form", "offer", ((328, 271), (352, 271), (352, 379), (376, 379)), "forward",
          Label("62%", Rect(336, 286, 32, 17)), (Marker("handover", (384, 294), "good"),), width=5),
    Route("offer", "qualify", ((482, 412), (482, 442)), "within", Label("54%", Rect(490, 416, 32, 17)), width=4),
    Route("offer", "mail", ((522, 346), (522, 208)), "back", Label("31%", Rect(530, 322, 32, 17)),
          (Marker("handover", (576, 330), "unknown"), Marker("medium", (598, 330), "unknown")), width=2),
    Route("qualify", "tasting", ((588, 465), (604, 465), (604, 219), (636, 219)), "forward",
          Label("12%", Rect(590, 428, 32, 17)), (Marker("handover", (636, 436), "good"),), assumed=True),
    Route("qualify", "pack", ((588, 485), (620, 485), (620, 583), (636, 583)), "forward",
          Label("71%", Rect(604, 500, 32, 17)),
          (Marker("handover", (650, 508), "bad"), Marker("medium", (672, 508), "bad")), width=3),
    Route("tasting", "invite", ((848, 219), (872, 219), (872, 423), (896, 423)), "forward",
          Label("41%", Rect(856, 236, 32, 17)), (Marker("medium", (900, 244), "good"),)),
    Route("pack", "track", ((742, 616), (742, 646)), "within", Label("100%", Rect(748, 620, 38, 17)), width=3),
    Route("track", "ask", ((848, 668), (866, 668), (866, 583), (896, 583)), "forward",
          Label("80%", Rect(850, 632, 32, 17)), width=3),
    Route("track", "claim", ((848, 689), (896, 689)), "forward", Label("6%", Rect(852, 696, 28, 17))),
)  # fmt: skip
PHASES = (
    Header("attraction", "Attraction", Rect(96, 96, 252, 16), Rect(96, 96, 252, 600)),
    Header("acquisition", "Acquisition", Rect(356, 96, 512, 16), Rect(356, 96, 512, 600)),
    Header("retention", "Retention", Rect(876, 96, 252, 16), Rect(876, 96, 252, 600)),
)
LANES = (
    Header("marketing", "Marketing", Rect(0, 126, 94, 20), Rect(0, 116, 1140, 204), 1),
    Header("sales", "Sales", Rect(0, 330, 94, 20), Rect(0, 320, 1140, 204), 0),
    Header("support", "Support", Rect(0, 534, 94, 20), Rect(0, 524, 1140, 204), 2),
)
PILLS = (
    Pill("start", "ad", "START", Rect(116, 121, 46, 16)),
    Pill("success", "invite", "SUBSCRIBES", Rect(1022, 369, 86, 16)),
    Pill("neutral", "track", "WAITS", Rect(636, 740, 50, 16)),
)
LEAVING = {"ad": 62, "form": 38, "offer": 15, "ask": 52, "claim": 9}


def micro() -> JourneyGeometry:
    """A micro journey with one of everything."""
    cards = {
        ident: Card(ident, Rect(x, y, 212, 66), (title,), goal, where, process, feeling, truth, opens=ident == "claim")
        for ident, title, goal, where, process, feeling, truth, x, y in CARDS
    }
    return JourneyGeometry(
        journey="sample-box",
        level="micro",
        title="Try a sample box",
        subtitle="Micro journey · 11 interactions",
        bounds=Rect(0, 40, 1140, 850),
        stages=tuple(_stage(place, title) for place, title in enumerate(STAGES)),
        phases=PHASES,
        lanes=LANES,
        cards=FrozenMap(cards),
        routes=ROUTES,
        stubs=tuple(_stub(ident, cards[ident].rect, share) for ident, share in LEAVING.items()),
        pills=PILLS,
        curve=_curve(),
    )


def _stage(place: int, title: str) -> Header:
    head = Rect(96 + 260 * place, 52, 252, 40)
    return Header(title.lower(), title, head, Rect(head.x, head.y, head.w, 676))


def _stub(ident: str, card: Rect, share: int) -> Stub:
    width = max(2.0, share / 8)
    return Stub(
        ident,
        "lost",
        Rect(card.x + 26, card.bottom, width, 9),
        Label(f"{share}% leave", Rect(card.x + 40, card.bottom + 2, 60, 15)),
    )


def _curve() -> Curve:
    levels = tuple((float(f), 800 - 20.0 * f) for f in (2, 1, 0, -1, -2))
    y = dict(levels)
    way = [
        ("ad", 180, 1),
        ("form", 265, 0),
        ("offer", 440, 1),
        ("qualify", 525, -1),
        ("mail", 600, 0),
        ("tasting", 690, 2),
        ("pack", 740, 1),
        ("track", 800, 1),
        ("ask", 960, 1),
        ("claim", 1010, -2),
        ("invite", 1060, 1),
    ]
    off = {"mail", "tasting", "claim"}
    notes = {"qualify": "valley: Qualify on the phone", "tasting": "peak: Tasting card"}
    points = tuple(CurvePoint(i, (x, y[f]), f, i not in off, notes.get(i, "")) for i, x, f in way)
    band = tuple((point.at[0], max(y[2], point.at[1] - 15), min(y[-2], point.at[1] + 22)) for point in points)
    second: tuple[Point, ...] = ((180, 800), (440, 790), (740, 805), (1060, 780))
    return Curve(Rect(0, 728, 1140, 150), levels, points, band, second, "Sales rep")
