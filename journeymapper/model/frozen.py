"""A mapping that can't be changed in place; free of pydantic, so that drawing starts fast."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, get_args
from weakref import ref

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

K = TypeVar("K")
V = TypeVar("V")


class FrozenMap(dict[K, V]):
    """A mapping in the planner's order that can't be changed in place; `put` and `drop` give a new one.

    That one remembers which it was made from, so that what differs is known without looking through both.
    """

    __slots__ = ("__weakref__", "_made_from")
    _made_from: tuple[ref[FrozenMap[K, V]], K]
    """The map that this one was made from, which it doesn't keep alive, and the one key that differs."""

    def _refuse(self, *args: object, **named: object) -> NoReturn:
        raise TypeError("a plan is a value: make a new map with put or drop")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def put(self, key: K, value: V, *, before: K | None = None) -> FrozenMap[K, V]:
        """A map with `value` under `key`: in its old place, else before `before`, else at the end."""
        if key in self or before not in self:
            made = FrozenMap(self)
            dict.__setitem__(made, key, value)  # while nobody else has seen it
            return self._known_by(made, key)
        items: dict[K, V] = {}
        for known, held in self.items():
            if known == before:
                items[key] = value
            items[known] = held
        return self._known_by(FrozenMap(items), key)

    def drop(self, key: K) -> FrozenMap[K, V]:
        """A map without `key`."""
        if key not in self:
            return self
        return self._known_by(FrozenMap({known: value for known, value in self.items() if known != key}), key)

    def renamed(self, old: K, new: K) -> FrozenMap[K, V]:
        """A map with `old` called `new`, in the same place."""
        return FrozenMap({new if known == old else known: value for known, value in self.items()})

    def changed_keys(self, other: FrozenMap[K, V]) -> tuple[K, ...] | None:
        """The keys that can differ from `other`: one, where either was made from the other; None where all can."""
        for made, source in ((self, other), (other, self)):
            known: tuple[ref[FrozenMap[K, V]], K] | None = getattr(made, "_made_from", None)
            if known is not None and known[0]() is source:
                return (known[1],)
        return None

    def _known_by(self, made: FrozenMap[K, V], key: K) -> FrozenMap[K, V]:
        made._made_from = ref(self), key
        return made

    def __hash__(self) -> int:  # type: ignore[override]  # a dict has none; pydantic copies defaults without one
        return hash(frozenset(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return FrozenMap, (dict(self),)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        key, value = get_args(source) or (Any, Any)
        inner = handler(dict[key, value])  # type: ignore[valid-type]  # built from the annotation at run time
        filled = core_schema.no_info_before_validator_function(none_is_empty, inner)
        return core_schema.no_info_after_validator_function(FrozenMap, filled)


def none_is_empty(raw: object) -> object:
    """A key with nothing behind it is an empty mapping."""
    return {} if raw is None else raw
