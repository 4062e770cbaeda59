import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from journeymapper.drawing.display import LAYERS, Box, DisplayList, Group, Path, Primitive, Sign, Text
from journeymapper.drawing.journey import draw_journey
from journeymapper.drawing.measure import QtMeasure
from journeymapper.drawing.signs import face, marker
from journeymapper.drawing.theme import DARK, LIGHT
from journeymapper.layout.geometry import JourneyGeometry, Marker, Rect
from tests.drawing.sample import micro
from tests.drawing.sample_macro import macro

pytestmark = pytest.mark.usefixtures("qapp")
BOTH = pytest.mark.parametrize("geometry", [micro(), macro()], ids=["micro", "macro"])


def drawn(geometry: JourneyGeometry) -> DisplayList:
    return draw_journey(geometry, QtMeasure())


def group_of(display: DisplayList, kind: str, owner: str) -> Group:
    return next(group for group in display.groups if (group.kind, group.owner) == (kind, owner))


def texts(group: Group) -> list[str]:
    return [item.text for item in group.items if isinstance(item, Text)]


def colours(items: Sequence[Primitive]) -> set[str]:
    found: set[str | None] = set()
    for item in items:
        if isinstance(item, Text):
            found.add(item.colour)
        elif isinstance(item, Sign):
            found |= colours(item.paths)
        elif isinstance(item, Box | Path):
            found |= {item.fill, item.stroke}
    return {colour for colour in found if colour}


@BOTH
def test_groups_are_in_painting_order(geometry: JourneyGeometry) -> None:
    places = [LAYERS.index(group.layer) for group in drawn(geometry).groups]
    assert places == sorted(places)


@BOTH
def test_every_item_has_its_group(geometry: JourneyGeometry) -> None:
    found = {(group.kind, group.owner) for group in drawn(geometry).groups}
    assert {("card", ident) for ident in geometry.cards} <= found
    assert {("link", f"{route.source}>{route.target}") for route in geometry.routes} <= found
    assert {("stub", f"{stub.source}>{stub.target}") for stub in geometry.stubs} <= found
    assert {("pill", pill.ident) for pill in geometry.pills} <= found


@BOTH
@pytest.mark.parametrize("detail", ["full", "title", "colour"])
def test_every_colour_is_one_of_the_themes(geometry: JourneyGeometry, detail: str) -> None:
    used = set[str]()
    for group in drawn(geometry).groups:
        used |= colours(group.at(detail))  # type: ignore[arg-type]  # parametrized
    for theme in (LIGHT, DARK):
        assert all(re.fullmatch("#[0-9A-F]{6}", theme.hex(colour)) for colour in used)


@BOTH
def test_boxes_and_outlines_stay_in_the_bounds_of_their_group(geometry: JourneyGeometry) -> None:
    for group in drawn(geometry).groups:
        if group.kind == "curve":
            continue
        room = group.bounds.grown(2)
        for item in group.items:
            for x, y in corners(item):
                assert room.contains(x, y), (group.kind, group.owner, item)


def corners(item: Primitive) -> list[tuple[float, float]]:
    if isinstance(item, Box):
        return [(item.rect.x, item.rect.y), (item.rect.right, item.rect.bottom)]
    if isinstance(item, Path):
        return [(numbers[-2], numbers[-1]) for _, numbers in item.commands if numbers]
    return []


def test_a_card_says_what_it_is() -> None:
    display = drawn(micro())
    assert texts(group_of(display, "card", "offer")) == [
        "Offer a sample box",
        "Learn taste preferences",
        "Sales rep · Phone call",
    ]
    assert "star" in colours(group_of(display, "card", "offer").items)
    assert "star" not in colours(group_of(display, "card", "pack").items)
    assert "process:0" in colours(group_of(display, "card", "offer").items)


def test_a_cut_title_is_whole_in_the_tip() -> None:
    geometry = micro()
    card = geometry.cards["offer"]._replace(title=("Offers two free bags", "in exchange for …"), cut=True)
    display = drawn(replace(geometry, cards=geometry.cards.put("offer", card)))
    assert group_of(display, "card", "offer").tip == "Offers two free bags in exchange for …"
    assert not group_of(display, "card", "pack").tip


def test_titles_are_larger_from_afar_and_gone_further_out() -> None:
    card = group_of(drawn(micro()), "card", "offer")
    far = [item for item in card.at("title") if isinstance(item, Text)]
    assert " ".join(text.text for text in far) == "Offer a sample box"
    assert {text.role for text in far} == {"far"}
    assert [type(item) for item in card.at("colour")] == [Box]


def test_an_assumed_share_is_a_dashed_line() -> None:
    display = drawn(micro())
    dashes = {
        route.assumed: [
            item.dash for item in group_of(display, "link", f"{route.source}>{route.target}").items
            if isinstance(item, Path) and item.stroke
        ]
        for route in micro().routes
    }  # fmt: skip
    assert all(dashes[True])
    assert not any(dashes[False])


def test_every_feeling_has_a_face_of_its_own() -> None:
    faces = {feeling: face((0, 0), feeling) for feeling in range(-2, 3)}
    shapes = {feeling: tuple(path.commands for path in sign.paths) for feeling, sign in faces.items()}
    assert len(set(shapes.values())) == 5
    assert {feeling: colours((sign,)) - {"error/14", "good/14"} for feeling, sign in faces.items()} == {
        -2: {"error"}, -1: {"error"}, 0: {"ink3"}, 1: {"good"}, 2: {"good"},
    }  # fmt: skip
    assert face((0, 0), 7.0) == faces[2]


def test_markers_differ_by_shape_not_by_colour_alone() -> None:
    kinds = [
        Marker(kind, (0, 0), state)
        for kind in ("handover", "medium")
        for state in ("good", "bad", "unknown")
        if (kind, state) != ("handover", "unknown")
    ]
    shapes = [tuple(path.commands for path in marker(kind).paths) for kind in kinds]
    assert len(set(shapes)) == len(kinds)


def test_a_lane_is_named_in_the_colour_of_its_process() -> None:
    lane = group_of(drawn(micro()), "lane", "support")
    assert texts(lane) == ["Support"]
    assert colours(lane.items) == {"process:2"}


def test_processes_take_the_colours_that_they_are_given() -> None:
    display = draw_journey(micro(), QtMeasure(), ("process:5", "process:6", "process:7"))
    assert "process:5" in colours(group_of(display, "card", "offer").items)


def test_the_curve_names_its_peaks_and_valleys() -> None:
    said = [text for group in drawn(micro()).groups if group.layer == "curve" for text in texts(group)]
    assert "valley: Qualify on the phone" in said
    assert "peak: Tasting card" in said
    assert {"+2", "+1", "0", "−1", "−2"} <= set(said)


def test_steps_off_the_way_are_dashed() -> None:
    display = drawn(micro())
    curve = group_of(display, "curve", "")
    dashed = [item for item in curve.items if isinstance(item, Path) and item.dash and item.stroke == "ink3"]
    assert len(dashed) == 2  # from qualify over mail and tasting to pack; from ask over claim to invite


def test_a_macro_journey_has_tabs_amounts_and_flows() -> None:
    display = drawn(macro())
    assert texts(group_of(display, "label", "sample")) == ["conversion"]
    assert texts(group_of(display, "label", "discover>sample")) == ["3 800"]
    band, head = group_of(display, "link", "discover>sample").items
    assert isinstance(band, Path)
    assert (band.stroke, band.width) == ("flow", 34)
    assert isinstance(head, Path)
    assert head.fill == "accent"


def test_an_empty_journey_can_be_drawn() -> None:
    nothing = JourneyGeometry(
        "new", "micro", "New", "", Rect(0, 0, 100, 50), (), (), (), micro().cards.__class__(), (), (), ()
    )
    assert drawn(nothing).groups == ()
