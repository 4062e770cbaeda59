from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.drawing.contrast import READABLE, channels, contrast, luminance, mixed
from journeymapper.drawing.theme import DARK, LIGHT, THEMES, Theme, opacity, process_tokens, theme_named, with_accent

GROUNDS = ("card", "panel", "canvas", "background")
COLOURS = st.from_regex(r"#[0-9A-F]{6}", fullmatch=True)
BOTH = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)


def text_pairs(theme: Theme) -> Iterator[tuple[str, str]]:
    """Every colour that texts are written in, with what they stand on."""
    inks = ["ink", "ink2", "accent", "error", "warning", "good"]
    inks += [f"process:{place}" for place in range(len(theme.processes))]
    yield from ((ink, ground) for ink in inks for ground in GROUNDS)
    yield from (("ink2", "band"), ("ink", "flow"), ("canvas", "ink"), ("on-good", "good"), ("on-accent", "accent"))


@BOTH
def test_every_text_can_be_read_on_its_ground(theme: Theme) -> None:
    faint = [(pair, contrast(*map(theme.hex, pair))) for pair in text_pairs(theme)]
    assert not [each for each in faint if each[1] < READABLE]


@BOTH
def test_signs_and_quiet_marks_can_be_seen_on_a_card(theme: Theme) -> None:
    assert all(contrast(theme.hex(token), theme.hex("card")) >= 3 for token in ("ink3", "star", "arrow"))


@BOTH
@pytest.mark.parametrize("vision", ["full", "protanopia", "deuteranopia"])
def test_processes_are_told_apart_with_any_colour_vision(theme: Theme, vision: str) -> None:
    seen = [_lab(colour, vision) for colour in theme.processes]
    assert min(float(np.linalg.norm(a - b)) for a, b in combinations(seen, 2)) > 12


def test_both_themes_name_the_same_colours() -> None:
    assert LIGHT.colours.keys() == DARK.colours.keys()
    assert len(LIGHT.processes) == len(DARK.processes)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert luminance("#FF0000") == pytest.approx(0.2126)


def test_tokens_resolve_to_colours_with_their_opacity() -> None:
    assert LIGHT.hex("accent/12") == LIGHT.hex("accent") == "#2F5BEA"
    assert opacity("accent/12") == 0.12
    assert opacity("accent") == 1
    assert LIGHT.hex("#ABCDEF/50") == "#ABCDEF"
    assert LIGHT.hex("process:1") == "#B4530A"
    assert LIGHT.hex("process:8") == LIGHT.hex("process:0")
    with pytest.raises(KeyError):
        LIGHT.hex("no-such-colour")


def test_processes_of_the_method_keep_their_colours_in_any_order() -> None:
    assert process_tokens(["support", "sales", "marketing"]) == ("process:2", "process:0", "process:1")
    assert process_tokens(["logistics", "sales", "care"]) == ("process:1", "process:0", "process:2")
    assert process_tokens(["sales", "marketing", "support", "a", "b"])[3:] == ("process:3", "process:4")


@given(st.lists(st.sampled_from(["sales", "marketing", "support", *"abcde"]), unique=True))
def test_no_two_processes_share_a_colour(processes: list[str]) -> None:
    tokens = process_tokens(processes)
    assert len(set(tokens)) == len(tokens) == len(processes)


@given(COLOURS, st.sampled_from([LIGHT, DARK]))
def test_any_brand_colour_becomes_a_readable_accent(colour: str, theme: Theme) -> None:
    branded = with_accent(theme, colour)
    for ground in GROUNDS:
        assert contrast(branded.hex("accent"), branded.hex(ground)) >= READABLE
    assert contrast(branded.hex("on-accent"), branded.hex("accent")) >= READABLE
    assert contrast(branded.hex("ink"), branded.hex("flow")) >= READABLE


def test_a_readable_brand_colour_is_taken_as_it_is() -> None:
    assert with_accent(LIGHT, "#0a5c36").hex("accent") == "#0A5C36"
    assert with_accent(LIGHT, None) is LIGHT


def test_themes_have_names() -> None:
    assert theme_named("dark") is DARK
    with pytest.raises(KeyError):
        theme_named("sepia")


def test_mixing_goes_from_ground_to_colour() -> None:
    assert mixed("#FFFFFF", "#000000", 0.0) == "#000000"
    assert mixed("#FFFFFF", "#000000", 1.0) == "#FFFFFF"
    assert mixed("#FFFFFF", "#000000", 0.5) == "#808080"


# Machado, Oliveira and Fernandes (2009), severity 1
VISIONS = {
    "full": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
}
XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def _lab(colour: str, vision: str) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """The colour in CIE L*a*b*, as it looks with that vision."""
    values = np.array(channels(colour)) / 255
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    white = np.array([0.9505, 1, 1.089])
    x, y, z = np.cbrt(XYZ @ np.clip(VISIONS[vision] @ linear, 0, 1) / white)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])
