"""Holds the values of a configuration against the options that there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from a11ycheck.errors import UsageError

Value = str | int | float | bool | Path | tuple[str, ...] | tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """What a key may hold. `parameter` is the name under which the command knows it."""

    parameter: str
    kind: Literal["text", "whole", "number", "switch", "path"] = "text"
    choices: tuple[str, ...] = ()
    many: bool = False
    least: float | None = None
    most: float | None = None


def fitted(
    values: Mapping[str, object], options: Mapping[str, Option], where: Path, extra: tuple[str, ...]
) -> dict[str, Value]:
    """The values in the types of their options; paths start from the folder of the file `where`.

    `extra` are keys that may stand there too and are no options. Raises UsageError that names a wrong key with the
    nearest right one, or a wrong value with what is expected.
    """
    found: dict[str, Value] = {}
    for key, value in values.items():
        if key not in options:
            near = get_close_matches(key.replace("_", "-").lstrip("-"), [*options, *extra], n=1, cutoff=0.5)
            if near:
                raise UsageError("config-key-near", file=where.name, setting=key, near=near[0])
            raise UsageError("config-key", file=where.name, setting=key, allowed=", ".join(sorted(options)))
        found[key] = _value(key, value, options[key], where)
    return found


def _value(key: str, value: object, option: Option, where: Path) -> Value:
    if not option.many:
        return _single(key, value, option, where)
    every = value if isinstance(value, list) else [value]
    singles = [_single(key, one, option, where) for one in every]
    if option.kind == "path":
        return tuple(one for one in singles if isinstance(one, Path))
    return tuple(str(one) for one in singles)


def _single(key: str, value: object, option: Option, where: Path) -> Value:
    if option.kind == "switch":
        if isinstance(value, bool):
            return value
        raise _wrong("config-value-switch", key, value, where)
    if option.kind in ("whole", "number"):
        return _number(key, value, option, where)
    if not isinstance(value, str):
        raise _wrong("config-value-choice" if option.choices else "config-value-text", key, value, where, option)
    if option.choices and value not in option.choices:
        raise _wrong("config-value-choice", key, value, where, option)
    return where.parent / Path(value).expanduser() if option.kind == "path" else value


def _number(key: str, value: object, option: Option, where: Path) -> Value:
    allowed = int if option.kind == "whole" else (int, float)
    if isinstance(value, bool) or not isinstance(value, allowed):
        raise _wrong("config-value-whole" if option.kind == "whole" else "config-value-number", key, value, where)
    if option.least is not None and value < option.least:
        raise _wrong("config-value-least", key, value, where, least=f"{option.least:g}")
    if option.most is not None and value > option.most:
        raise _wrong("config-value-most", key, value, where, most=f"{option.most:g}")
    assert isinstance(value, int | float)  # noqa: S101 - tells mypy what isinstance with a variable does not
    return value


def _wrong(error: str, key: str, value: object, where: Path, option: Option | None = None, **data: str) -> UsageError:
    choices = ", ".join(option.choices) if option else ""
    return UsageError(error, file=where.name, setting=key, value=shown(value), choices=choices, **data)


def shown(value: object) -> str:
    """A value as TOML would write it, of at most 80 characters."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= 80 else text[:79] + "…"
