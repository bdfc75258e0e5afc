"""Convert frozen dataclasses to plain JSON values and back; refuse what does not fit."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar

T = TypeVar("T")


def to_json(value: Any) -> Any:
    """Return the value with dataclasses as objects, tuples and sets as arrays, and keys as strings."""
    if isinstance(value, (str, int, float, bool)) or value is None:
        return value
    if isinstance(value, Mapping):
        return {str(key): to_json(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [to_json(each) for each in value]
    if isinstance(value, (set, frozenset)):
        return sorted(to_json(each) for each in value)
    return {each.name: to_json(getattr(value, each.name)) for each in fields(value)}


def from_json(kind: type[T], value: object, where: str = "") -> T:
    """Return the value as `kind`: a dataclass, or the type of a field of one.

    `where` is the path to the value. Raises ValueError with the path to the part that does not fit.
    """
    return typing.cast(T, _restore(kind, value, where))


def _restore(kind: Any, value: object, where: str) -> object:
    kind = getattr(kind, "__supertype__", kind)  # what a NewType stands for
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass(kind, _a(dict, value, where), where)
    if kind in (Any, object):
        return value
    if origin is Literal:
        if value in arguments and type(value) in {type(each) for each in arguments}:
            return value
        raise ValueError(where)
    if origin is tuple:
        return _tuple(arguments, _a(list, value, where), where)
    if origin is Mapping:
        return {
            _name(arguments[0], key, where): _restore(arguments[1], each, f"{where}.{key}")
            for key, each in _a(dict, value, where).items()
        }
    if origin is frozenset:
        return frozenset(_restore(arguments[0], each, where) for each in _a(list, value, where))
    if origin in (types.UnionType, typing.Union):
        inner = next(each for each in arguments if each is not types.NoneType)
        return None if value is None else _restore(inner, value, where)
    if kind is float and type(value) is int:
        return float(value)
    return _a(kind, value, where)


def _dataclass(kind: type, value: dict[str, object], where: str) -> object:
    hints = _hints(kind)
    try:
        known = {
            each.name: _restore(hints[each.name], value[each.name], f"{where}.{each.name}")
            for each in fields(kind)
            if each.name in value
        }
        return kind(**known)
    except TypeError as error:
        raise ValueError(where) from error


def _tuple(kinds: tuple[Any, ...], values: list[object], where: str) -> object:
    if kinds[-1] is Ellipsis:
        return tuple(_restore(kinds[0], each, where) for each in values)
    if len(kinds) != len(values):
        raise ValueError(where)
    return tuple(_restore(kind, each, where) for kind, each in zip(kinds, values, strict=True))


def _name(kind: Any, name: str, where: str) -> object:
    if kind is not int:
        return name
    if not name.isascii() or not name.isdigit():
        raise ValueError(where)
    return int(name)


def _a(kind: type[T], value: object, where: str) -> T:
    if type(value) is not kind:
        raise ValueError(where)
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
