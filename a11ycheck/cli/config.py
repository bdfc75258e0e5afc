"""What a11ycheck.toml says, or [tool.a11ycheck] in pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from a11ycheck.cli.config_values import Option, Value, fitted, shown
from a11ycheck.errors import UsageError
from a11ycheck.laws import questions

__all__ = ["Config", "Option", "Role", "TargetConfig", "check", "read_config"]

NAMES = ("a11ycheck.toml", "pyproject.toml")
SIGNING = frozenset({"login", "login-page", "storage-state", "credentials"})
"""Options that a role may have of its own."""
_OURS = re.compile(r"^\s*\[+\s*tool\s*\.\s*[\"']?a11ycheck", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class TargetConfig:
    """One [[targets]]: either `url` or `file`, and options of its own."""

    name: str
    url: str = ""
    file: Path | None = None
    options: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Role:
    """One [[role]]: who a site is looked at as, and options of its own about signing in."""

    name: str
    options: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Config:
    """`options` by their name on the command line, without "--"; `path` is None where no file was found."""

    options: Mapping[str, Value]
    targets: tuple[TargetConfig, ...] = ()
    path: Path | None = None
    organisation: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """[organisation]: the answers to the questions of laws/questions.toml."""
    roles: tuple[Role, ...] = ()


def read_config(path: Path | None = None, folder: Path | None = None) -> Config:
    """The file given, else the one in `folder` (the current one), else an empty configuration.

    Raises UsageError when the file given is not there, or is not what it should be. Values are as TOML gives them:
    `check` holds them against the options.
    """
    where = path if path is not None else _look(folder or Path.cwd())
    if where is None:
        return Config({})
    table = _table(where)
    targets = table.pop("targets", [])
    if not isinstance(targets, list) or not all(isinstance(target, dict) for target in targets):
        raise UsageError("config-targets", file=where.name)
    roles = _roles(table.pop("role", []), where)
    organisation = table.pop("organisation", {})
    if not isinstance(organisation, dict):
        raise UsageError("config-organisation", file=where.name)
    read = tuple(_target(target, number, where) for number, target in enumerate(targets, start=1))
    for target in read:
        if sum(other.name == target.name for other in read) > 1:
            raise UsageError("config-target-twice", file=where.name, target=target.name)
    return Config(table, read, where, _answers(organisation, where), roles)


def check(config: Config, options: Mapping[str, Option]) -> Config:
    """The same configuration with values that fit the options; paths start from the file's folder.

    Raises UsageError that names a wrong key with the nearest right one, or a wrong value with what is expected.
    """
    if config.path is None:
        return config
    targets = tuple(
        replace(target, options=fitted(target.options, options, config.path, ("name", "url", "file")))
        for target in config.targets
    )
    known = fitted(config.options, options, config.path, ("targets", "organisation", "role"))
    of_signing = {name: option for name, option in options.items() if name in SIGNING}
    roles = tuple(
        replace(role, options=fitted(role.options, of_signing, config.path, ("name",))) for role in config.roles
    )
    return replace(config, options=known, targets=targets, roles=roles)


def _roles(table: object, where: Path) -> tuple[Role, ...]:
    rows: list[Any] = table if isinstance(table, list) else [None]
    read: list[Role] = []
    for row in rows:
        name = row.get("name") if isinstance(row, dict) else None
        if not row or not isinstance(name, str) or not name.strip() or name in {role.name for role in read}:
            raise UsageError("config-roles", file=where.name)
        read.append(Role(name, {key: value for key, value in row.items() if key != "name"}))
    return tuple(read)


def _answers(table: dict[str, Any], where: Path) -> dict[str, tuple[str, ...]]:
    """The answers as words: true and false are "yes" and "no"."""
    options = {
        question.key: Option(
            question.key, "text" if question.choices else "switch", tuple(question.choices), many=question.many
        )
        for question in questions()
    }
    answers: dict[str, tuple[str, ...]] = {}
    for key, value in fitted(table, options, where, ()).items():
        if isinstance(value, bool):
            answers[key] = ("yes" if value else "no",)
        else:
            answers[key] = tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)
    return answers


def _look(folder: Path) -> Path | None:
    own, shared = (folder / name for name in NAMES)
    if own.is_file():
        return own
    return shared if shared.is_file() and _has_table(shared) else None


def _has_table(path: Path) -> bool:
    """Whether a pyproject.toml speaks to us; one that is broken and does not is not ours to complain about."""
    try:
        return _OURS.search(path.read_text(encoding="utf-8-sig")) is not None
    except (OSError, UnicodeDecodeError):
        return False


def _table(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise UsageError("config-unreadable", file=str(path)) from None
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        number = line[1] if line else str(len(text.splitlines()) or 1)
        raise UsageError("config-not-toml", file=path.name, line=number) from None
    if path.name == "pyproject.toml":
        read = read.get("tool", {}).get("a11ycheck", {})
        if not isinstance(read, dict):
            raise UsageError("config-not-table", file=path.name)
    return read


def _target(table: dict[str, Any], number: int, where: Path) -> TargetConfig:
    options = {key: value for key, value in table.items() if key not in ("name", "url", "file")}
    for key in ("name", "url", "file"):
        value = table.get(key)
        if value is not None and not (isinstance(value, str) and value.strip()):
            raise UsageError("config-value-text", file=where.name, setting=key, value=shown(value))
    url, file = table.get("url", ""), table.get("file", "")
    name = table.get("name") or url or file
    if bool(url) == bool(file):
        raise UsageError("config-target-address", file=where.name, target=name or str(number))
    return TargetConfig(name, url, where.parent / Path(file).expanduser() if file else None, options)
