"""What libyaml says about a broken text, in the planner's language and at the line that a person has to change."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from yaml import MarkedYAMLError, YAMLError

from journeymapper.model.finding import Finding
from journeymapper.storage.problems import SYNTAX


class _Spot(NamedTuple):
    """Where libyaml stopped: zero-based places of the problem and of what it was reading, in the lines of the text."""

    lines: list[str]
    line: int
    column: int
    opened: tuple[int, int] | None

    @property
    def text(self) -> str:
        """The line of the problem."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def sign(self) -> str:
        """The character at the problem."""
        return self.text[self.column : self.column + 1]

    def above(self) -> int:
        """The nearest line above that says something, or -1."""
        found = self.line - 1
        while found >= 0 and (not self.lines[found].strip() or self.lines[found].lstrip().startswith("#")):
            found -= 1
        return found


Told = tuple[str, int, int]


def explain(error: YAMLError, text: str) -> Finding:
    """The finding for an error of libyaml in `text`."""
    mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
    if not isinstance(error, MarkedYAMLError) or mark is None:
        return SYNTAX.at(f"this is not YAML: {error}", 1, 1)
    opened = error.context_mark
    place = (opened.line, opened.column) if opened else None
    lines = text.split("\n")
    spot = _Spot(lines, mark.line, mark.column, place)
    problem = f"{error.context or ''} {error.problem or ''}"
    teller = next((tell for words, tell in _TELLERS if words in problem), _anything)
    message, line, column = teller(spot)
    if teller is _anything:
        message = f"{message} ({error.problem})"
    return SYNTAX.at(message, min(line, len(lines) - 1) + 1, column + 1)


def _anything(spot: _Spot) -> Told:
    if spot.text[: spot.column + 1].strip(" ") == "\t" or "\t" in _indent(spot.text):
        return _tab(spot)
    return "this line does not fit what stands above it", spot.line, spot.column


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _tab(spot: _Spot) -> Told:
    column = max(_indent(spot.text).find("\t"), 0)
    return "there is a tab in the indentation; YAML takes only spaces, so replace it with spaces", spot.line, column


def _sign(spot: _Spot) -> Told:
    if spot.sign == "\t" or "\t" in _indent(spot.text):
        return _tab(spot)
    return f"a text can't begin with '{spot.sign}'; put it in quotes", spot.line, spot.column


def _second_colon(spot: _Spot) -> Told:
    """A colon where no key can be: a text with a colon, a missing colon above, or a line indented too far."""
    above = spot.above()
    key = spot.text[: spot.column].strip().lstrip("- ")
    if ": " in spot.text[: spot.column] or (spot.text.lstrip().startswith(("'", '"')) and above < 0):
        return "there is a second ': ' in this line; put a text with a colon in quotes", spot.line, spot.column
    if above >= 0:
        before, depth = spot.lines[above], len(_indent(spot.text))
        if "\t" in _indent(spot.text):
            return _tab(spot)
        if _lacks_colon(before) and len(_indent(before)) == depth:
            return _no_colon(before, above)
        if depth > len(_indent(before)):
            said = f"'{key}' is indented further than the line above, which already has a value; align the two lines"
            return said, spot.line, depth
    return f"'{key}' can't be a key here; look at the line above and at the indentation", spot.line, spot.column


def _lacks_colon(line: str) -> bool:
    said = line.split(" #", maxsplit=1)[0].rstrip()
    return bool(said) and ": " not in said and not said.endswith(":") and not said.lstrip().startswith("- ")


def _no_colon(line: str, number: int) -> Told:
    word = line.split(" #", maxsplit=1)[0].strip()
    if ":" in word:
        key, _, value = word.partition(":")
        return f"a space is missing after the colon: write '{key}: {value}'", number, line.index(":")
    return f"a colon is missing after '{word}'", number, len(_indent(line))


def _missing_colon(spot: _Spot) -> Told:
    line = spot.opened[0] if spot.opened else spot.line
    text = spot.lines[line] if line < len(spot.lines) else ""
    if "\t" in _indent(spot.text):
        return _tab(spot)
    return _no_colon(text, line) if _lacks_colon(text) else ("a colon is missing here", line, len(_indent(text)))


def _quote(spot: _Spot) -> Told:
    line, column = spot.opened or (spot.line, spot.column)
    sign = spot.lines[line][column : column + 1]
    return f"the quote ({sign}) that is opened here is never closed", line, column


def _bracket(spot: _Spot) -> Told:
    line, column = spot.opened or (spot.line, spot.column)
    sign = spot.lines[line][column : column + 1] if line < len(spot.lines) else ""
    if not sign:
        last = spot.above()
        return "the file ends here, but a bracket that is opened above is not closed", last, len(spot.lines[last]) - 1
    closing = {"[": "]", "{": "}"}.get(sign, "]")
    if spot.line == line and spot.sign:
        said = f"a comma or '{closing}' is missing before '{spot.text[spot.column :].strip()[:20]}'"
        return said, spot.line, spot.column
    return f"the '{sign}' that is opened here is not closed with '{closing}'", line, column


def _unaligned(spot: _Spot) -> Told:
    before = spot.text[: spot.column].rstrip()
    if spot.sign in "]}":
        return _stray(spot)
    if before.endswith(('"', "'", "]", "}")):
        said = f"there is more text after the closing {before[-1]}; is one missing or too many?"
        return said, spot.line, spot.column
    if "\t" in _indent(spot.text):
        return _tab(spot)
    fitting, depth = _open_depths(spot), len(_indent(spot.text))
    if depth in fitting or not fitting:
        what = "a list item" if spot.sign == "-" else "this line"
        return f"{what} does not fit the lines above; look for a missing key or colon there", spot.line, spot.column
    places = " or ".join(str(depth) for depth in fitting)
    said = f"this line begins after {_spaces(depth)}, but the lines above after {places}; align it"
    return said, spot.line, depth


def _spaces(count: int) -> str:
    return "1 space" if count == 1 else f"{count} spaces"


def _open_depths(spot: _Spot) -> list[int]:
    """The indentations that a line could have here: those of the mappings around it."""
    found: list[int] = []
    lowest = 1 << 30
    for line in reversed(spot.lines[: spot.line]):
        depth = len(_indent(line))
        if line.strip() and not line.lstrip().startswith("#") and depth < lowest:
            found.append(depth)
            lowest = depth
        if lowest == 0:
            break
    near = sorted(found, key=lambda depth: abs(depth - len(_indent(spot.text))))[:2]
    return sorted(near)


def _stray(spot: _Spot) -> Told:
    if not spot.sign or spot.sign.isspace():
        return "a value is missing here", spot.line, spot.column
    return f"'{spot.sign}' is not expected here; put the text in quotes if it belongs to it", spot.line, spot.column


def _escape(spot: _Spot) -> Told:
    sign = spot.text[spot.column : spot.column + 2]
    said = f"'{sign}' means nothing between double quotes; write '\\\\' for a backslash, or use single quotes"
    return said, spot.line, spot.column


def _half(spot: _Spot) -> Told:
    return "this escape is not a whole character; write the character itself", spot.line, spot.column


def _list(spot: _Spot) -> Told:
    return "a list ('- …') begins on a line of its own, below its key", spot.line, spot.column


def _star(spot: _Spot) -> Told:
    line, column = spot.opened or (spot.line, spot.column)
    sign = spot.lines[line][column : column + 1]
    return f"a text can't begin with '{sign}'; put it in quotes", line, column


def _begin(spot: _Spot) -> Told:
    said = "this line is indented less than the first one of the file; begin both at the same column"
    return said, spot.line, spot.column


def _block(spot: _Spot) -> Told:
    return "the text after '|' or '>' begins on the next line, indented with spaces", spot.line, spot.column


_TELLERS: tuple[tuple[str, Callable[[_Spot], Told]], ...] = (
    ("mapping values are not allowed", _second_colon),
    ("found character that cannot start any token", _sign),
    ("found a tab character", _tab),
    ("found unexpected end of stream", _quote),
    ("found unexpected document indicator", _quote),
    ("while parsing a flow", _bracket),
    ("could not find expected ':'", _missing_colon),
    ("did not find expected key", _unaligned),
    ("did not find expected '-' indicator", _unaligned),
    ("did not find expected node content", _stray),
    ("found unknown escape character", _escape),
    ("found invalid Unicode character escape code", _half),
    ("did not find expected hexdecimal number", _half),
    ("found unexpected ':'", _stray),
    ("mapping keys are not allowed", _stray),
    ("block sequence entries are not allowed", _list),
    ("while scanning an alias", _star),
    ("while scanning an anchor", _star),
    ("while scanning a tag", _star),
    ("while parsing a tag", _star),
    ("while scanning a directive", _star),
    ("did not find expected <document start>", _begin),
    ("while scanning a block scalar", _block),
)
