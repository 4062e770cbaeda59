"""What pydantic complains about, as findings in the planner's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from journeymapper.model.finding import Finding, ItemPath
from journeymapper.model.values import ID_PATTERN, Misfit
from journeymapper.storage.outline import Outline
from journeymapper.storage.problems import BAD_ID, MISSING_KEY, UNKNOWN_KEY, WRONG_VALUE, Problem
from journeymapper.storage.shapes import keys_of, model_at
from journeymapper.storage.suggesting import did_you_mean, listed

LONGEST_QUOTE = 60
_OWN_KEY = "^x-"
"""What a key must be that the format does not know."""


class _Told(NamedTuple):
    problem: Problem
    message: str
    of_value: bool = True


class Complaint(NamedTuple):
    """What is wrong with one key or value: where, whether its key is meant, and pydantic's errors about it."""

    path: ItemPath
    of_key: bool
    errors: list[ErrorDetails]

    def finding(self, outline: Outline) -> Finding:
        """The complaint in the planner's words, at its line."""
        problem, message, of_value = _tell(self.errors, self.path)
        line, column = outline.position(self.path, of_value=of_value)
        return problem.at(message, line, column, (self.path,))

    @property
    def is_odd_key(self) -> bool:
        """Whether the key itself can't stand there, whatever is behind it."""
        return self.of_key or self.errors[0].get("ctx", {}).get("pattern") == _OWN_KEY

    @property
    def lacks(self) -> str | int | None:
        """The key that is missing at the path, if that is what is wrong."""
        return self.errors[0]["loc"][-1] if self.errors[0]["type"] == "missing" else None

    @property
    def misfits(self) -> Mapping[ItemPath, str]:
        """The parts that don't go together with the rest of the record at the path, each with the reason."""
        cause = self.errors[0].get("ctx", {}).get("error")
        return {(*self.path, *part): why for part, why in cause.parts.items()} if isinstance(cause, Misfit) else {}


def complaints(errors: Iterable[ErrorDetails], data: Mapping[str, Any]) -> Iterator[Complaint]:
    """Pydantic's errors about `data` by the key or value that they are about."""
    for (path, of_key), group in _by_place(errors, data).items():
        yield Complaint(path, of_key, group)


_Place = tuple[ItemPath, bool]


def _by_place(errors: Iterable[ErrorDetails], data: Mapping[str, Any]) -> dict[_Place, list[ErrorDetails]]:
    """Errors by the path they are about, and whether its key is meant.

    Of two forms that a value may have, the one it looks like is meant.
    """
    found: dict[_Place, list[ErrorDetails]] = {}
    for error in errors:
        found.setdefault((_path(error["loc"], data), error["loc"][-1] == "[key]"), []).append(error)
    paths = {path for path, _ in found}
    return {(path, key): group for (path, key), group in found.items() if not _other_form(path, group, paths)}


def _other_form(path: ItemPath, group: list[ErrorDetails], paths: set[ItemPath]) -> bool:
    if not all(str(error["loc"][-1]).startswith("literal[") for error in group):
        return False
    return any(len(other) > len(path) and other[: len(path)] == path for other in paths)


def _path(loc: tuple[int | str, ...], data: object) -> ItemPath:
    """The part of pydantic's location that is a path in the file: no union branches, no keys of spelt-out shorthand."""
    path: list[str | int] = []
    for part in loc:
        known = data if isinstance(data, dict) else dict(enumerate(data)) if isinstance(data, list) else {}
        if part in known:
            path.append(part)
            data = known[part]
    return tuple(path)


def _tell(group: list[ErrorDetails], path: ItemPath) -> _Told:
    error = group[0]
    kind, loc, raw = error["type"], error["loc"], error["input"]
    if kind == "string_pattern_mismatch":
        return _mismatch(error, path)
    if kind == "missing":
        return _missing(error, path)
    if loc[-1] == "[key]":
        return _Told(BAD_ID, f"{_quoted(raw)} can't be a key here", of_value=False)
    if len(group) > 1 and any(each["type"] == "literal_error" for each in group):
        return _Told(WRONG_VALUE, f"{_subject(path)} must be a list of ids, or the word 'all'")
    return _Told(WRONG_VALUE, _wrong(error, path))


def _mismatch(error: ErrorDetails, path: ItemPath) -> _Told:
    pattern, raw, is_key = error.get("ctx", {}).get("pattern"), error["input"], error["loc"][-1] == "[key]"
    word = str(path[-1])
    if pattern == _OWN_KEY:
        model = model_at(path[:-1])
        close = did_you_mean(word, keys_of(model)) if model else ""
        return _Told(UNKNOWN_KEY, f"'{word}' is not a key of {_holder(path)}{close}", of_value=False)
    if pattern == ID_PATTERN:
        said = "use small letters, digits and hyphens, beginning with a letter"
        return _Told(BAD_ID, f"{_quoted(raw)} is not an id; {said}{_id_like(str(raw))}", of_value=not is_key)
    wanted = {"^#[0-9A-Fa-f]{6}$": "a colour like '#2F5BEA'", "^[A-Z]{3}$": "a currency like EUR"}
    said = wanted.get(str(pattern), "a place like journey/interaction")
    return _Told(WRONG_VALUE, f"{_quoted(raw)} is not {said}", of_value=not is_key)


def _id_like(raw: str) -> str:
    """A valid id made of a text, as a suggestion."""
    kept = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in raw.lower())
    guess = "-".join(part for part in kept.split("-") if part)
    return f", such as '{guess}'" if guess and guess[0].isalpha() and not guess.startswith("x-") else ""


def _missing(error: ErrorDetails, path: ItemPath) -> _Told:
    lacking = error["loc"][-1]
    if isinstance(lacking, int):
        return _Told(WRONG_VALUE, f"{_subject(path)} needs two numbers, such as [0, 1]")
    return _Told(MISSING_KEY, f"{_holder((*path, lacking))} lacks '{lacking}'", of_value=False)


def _wrong(error: ErrorDetails, path: ItemPath) -> str:
    kind, raw, context = error["type"], error["input"], error.get("ctx", {})
    subject = _subject(path)
    if kind == "value_error":
        return str(context["error"])
    if kind == "literal_error":
        words = context["expected"].replace(" or ", ", ").replace("'", "").split(", ")
        if not isinstance(raw, str):
            return f"{subject} must be {listed(words)}, not {_quoted(raw)}"
        return f"{_quoted(raw)} is not {listed(words)}{did_you_mean(raw, words)}"
    bound = next((f"{words} {context[name]:g}" for name, words in _BOUNDS.items() if name in context), "")
    if bound:
        return f"{subject} is {_quoted(raw)}, but must be {bound}"
    if kind == "string_too_short":
        return f"{subject} is empty"
    if kind == "too_long":
        return f"{subject} has {context['actual_length']} parts, but {context['max_length']} are meant"
    wanted = next((words for begin, words in _KINDS.items() if kind.startswith(begin)), "something else")
    return f"{subject} must be {wanted}, not {_quoted(raw)}"


_BOUNDS = {"le": "at most", "ge": "at least", "lt": "less than", "gt": "more than"}
_KINDS = {
    "string": "a text",
    "float": "a number",
    "finite": "a number",
    "int": "a whole number",
    "bool": "true or false",
    "tuple": "a list like [a, b]",
    "dict": "a group of indented 'key: value' lines",
    "model": "a group of indented 'key: value' lines",
    "date": "a date like 2026-10-01",
}


def _subject(path: ItemPath) -> str:
    names = [part for part in path if isinstance(part, str)]
    return f"'{names[-1]}'" if names else "the plan"


def _holder(path: ItemPath) -> str:
    """What the key at the end of a path belongs to."""
    names = [str(part) for part in path[:-1]]
    return f"'{names[-1]}'" if names else "a plan"


def _quoted(raw: object) -> str:
    if raw is None:
        return "nothing"
    if isinstance(raw, list):
        return "a list"
    if isinstance(raw, dict):
        return "a group of keys"
    text = " ".join(str(raw).split())
    return f"'{text[:LONGEST_QUOTE]}…'" if len(text) > LONGEST_QUOTE else f"'{text}'"
