"""Checks the values of a configuration against the options that there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from math import isfinite
from pathlib import Path
from typing import Literal

from a11ycheck.errors import UsageError

ConfigValue = str | int | float | bool | Path | tuple[str, ...] | tuple[Path, ...]
ValueKind = Literal["text", "whole", "number", "switch", "path"]
Power = Literal["none", "limit", "reads", "writes", "runs", "secret", "reaches"]
"""What an option could do in the hands of somebody who may not be trusted:

| power     | what the option does                                                                                  |
|-----------|-------------------------------------------------------------------------------------------------------|
| "none"    | chooses what is tested and how it is said, of what the user named                                       |
| "limit"   | sets a limit that protects this computer or the site                                                    |
| "reads"   | names a file that is read                                                                               |
| "writes"  | says where files are written                                                                            |
| "runs"    | names a program, or code that runs here or in the pages                                                 |
| "secret"  | names a secret, or says as whom a site is opened                                                        |
| "reaches" | decides who else is reached, what may be read on the way, or what is sent to or changed on a site       |

A configuration file that nobody named may only do what is harmless: see cli/found_config.py.
"""


@dataclass(frozen=True, slots=True)
class ConfigKey:
    """What a key of the configuration may hold.

    `parameter` is the name of the value in the program. `minimum` and `maximum` are those of a number, None for no
    limit. `per_role` says whether a [[role]] may set it too. `most_found` is the largest value of a number with the
    power "limit" that a file may set which nobody named.
    """

    parameter: str
    kind: ValueKind = "text"
    choices: tuple[str, ...] = ()
    multiple: bool = False
    minimum: float | None = None
    maximum: float | None = None
    per_role: bool = False
    power: Power = field(kw_only=True)
    most_found: float | None = None


def checked_values(
    values: Mapping[str, object], keys: Mapping[str, ConfigKey], file: Path, other_keys: tuple[str, ...]
) -> dict[str, ConfigValue]:
    """Return the values in the types of their keys; paths start from the folder of the configuration `file`.

    `other_keys` may stand in the same table; a wrong key is compared with these too. Raises UsageError that names a
    wrong key with the nearest right one, or a wrong value with what is expected.
    """
    checked: dict[str, ConfigValue] = {}
    for name, value in values.items():
        if name not in keys:
            near = get_close_matches(name.replace("_", "-").lstrip("-"), [*keys, *other_keys], n=1, cutoff=0.5)
            if near:
                raise UsageError("config-key-near", file=file.name, setting=name, near=near[0])
            raise UsageError("config-key", file=file.name, setting=name, allowed=", ".join(sorted(keys)))
        checked[name] = _Setting(name, keys[name], file).checked(value)
    return checked


@dataclass(frozen=True, slots=True)
class _Setting:
    """One key of a file, and the checks of its value. Each raises UsageError."""

    name: str
    key: ConfigKey
    file: Path

    def checked(self, value: object) -> ConfigValue:
        if not self.key.multiple:
            return self._single(value)
        singles = [self._single(each) for each in (value if isinstance(value, list) else [value])]
        if self.key.kind == "path":
            return tuple(each for each in singles if isinstance(each, Path))
        return tuple(str(each) for each in singles)

    def _single(self, value: object) -> ConfigValue:
        if self.key.kind == "switch":
            if isinstance(value, bool):
                return value
            raise self._wrong("config-value-switch", value)
        if self.key.kind in ("whole", "number"):
            return self._number(value)
        if not isinstance(value, str):
            raise self._wrong("config-value-choice" if self.key.choices else "config-value-text", value)
        if self.key.choices and value not in self.key.choices:
            raise self._wrong("config-value-choice", value)
        return path_from(self.file, value) if self.key.kind == "path" else value

    def _number(self, value: object) -> ConfigValue:
        is_whole = self.key.kind == "whole"
        if isinstance(value, bool) or not isinstance(value, int if is_whole else int | float) or not isfinite(value):
            raise self._wrong("config-value-whole" if is_whole else "config-value-number", value)
        if self.key.minimum is not None and value < self.key.minimum:
            raise self._wrong("config-value-least", value, least=f"{self.key.minimum:g}")
        if self.key.maximum is not None and value > self.key.maximum:
            raise self._wrong("config-value-most", value, most=f"{self.key.maximum:g}")
        return value

    def _wrong(self, error: str, value: object, **data: str) -> UsageError:
        choices = ", ".join(self.key.choices)
        return UsageError(error, file=self.file.name, setting=self.name, value=as_toml(value), choices=choices, **data)


def path_from(file: Path, text: str) -> Path:
    """Return a path in the configuration `file`: it starts from the folder of that file, or with ~ from a home."""
    try:
        return file.parent / Path(text).expanduser()
    except RuntimeError:  # nobody has that name
        return file.parent / text


def as_toml(value: object) -> str:
    """Return a value as TOML would write it, in at most 80 characters."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= 80 else text[:79] + "…"
