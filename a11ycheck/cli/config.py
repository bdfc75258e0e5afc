"""The configuration: what a11ycheck.toml says, or [tool.a11ycheck] in pyproject.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from a11ycheck.cli.config_file import find_config, read_table
from a11ycheck.cli.config_values import ConfigKey, ConfigValue, as_toml, checked_values, path_from
from a11ycheck.cli.found_config import check_found_file, check_found_options, check_found_path, refuse_found
from a11ycheck.errors import UsageError
from a11ycheck.laws import questions

TargetKind = Literal["url", "file"]


@dataclass(frozen=True, slots=True)
class TargetConfig:
    """One [[targets]]: either `url` or `file`, and its own options."""

    name: str
    url: str = ""
    file: Path | None = None
    options: Mapping[str, ConfigValue] = field(default_factory=dict)

    @property
    def kind(self) -> TargetKind:
        """Which of the two it has."""
        return "url" if self.url else "file"


@dataclass(frozen=True, slots=True)
class Role:
    """One [[role]]: a person as whom a site is audited, with options for signing in."""

    name: str
    options: Mapping[str, ConfigValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Config:
    """`options` are named as on the command line, without "--"; `path` is None when there is no file.

    `is_found` says that nobody named the file: it lay in the current folder, so it may not do everything.
    """

    options: Mapping[str, ConfigValue]
    targets: tuple[TargetConfig, ...] = ()
    path: Path | None = None
    organisation: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """[organisation]: the answers to the questions of laws/questions.toml."""
    roles: tuple[Role, ...] = ()
    is_found: bool = False


def read_config(path: Path | None = None, folder: Path | None = None) -> Config:
    """Return what the file at `path` says, otherwise the one in `folder` or the current folder, or nothing.

    Values are as TOML gives them; `checked_config` checks them. Raises UsageError when the file at `path` is missing,
    or when a file is not what it should be.
    """
    file = path if path is not None else find_config(folder or Path.cwd())
    if file is None:
        return Config({})
    if path is None:
        check_found_file(file)
    table = read_table(file)
    target_tables = table.pop("targets", [])
    if not isinstance(target_tables, list) or not all(isinstance(target, dict) for target in target_tables):
        raise UsageError("config-targets", file=file.name)
    roles = _roles(table.pop("role", []), file)
    organisation = table.pop("organisation", {})
    if not isinstance(organisation, dict):
        raise UsageError("config-organisation", file=file.name)
    targets = tuple(_target(target, number, file) for number, target in enumerate(target_tables, start=1))
    for target in targets:
        if sum(other.name == target.name for other in targets) > 1:
            raise UsageError("config-target-twice", file=file.name, target=target.name)
    return Config(table, targets, file, _answers(organisation, file), roles, is_found=path is None)


def checked_config(
    config: Config,
    keys: Mapping[str, ConfigKey],
    target_keys: Mapping[TargetKind, Mapping[str, ConfigKey]] | None = None,
) -> Config:
    """Return the configuration with values in the types of their keys; paths start from the folder of the file.

    `target_keys` are those of `keys` that have an effect in a [[targets]], by what it has; None for all. Raises
    UsageError that names a wrong key with the nearest right one, a wrong value with what is expected, a key that has no
    effect, and what a file may not say that was only found (cli/found_config.py).
    """
    if config.path is None:
        return config
    targets = tuple(
        replace(target, options=checked_values(target.options, keys, config.path, ("name", "url", "file")))
        for target in config.targets
    )
    options = checked_values(config.options, keys, config.path, ("targets", "organisation", "role"))
    role_keys = {name: key for name, key in keys.items() if key.per_role}
    roles = tuple(
        replace(role, options=checked_values(role.options, role_keys, config.path, ("name",))) for role in config.roles
    )
    checked = replace(config, options=options, targets=targets, roles=roles)
    if config.is_found:
        _check_found(checked, keys, config.path)
    if target_keys:
        for target in targets:
            _check_effect(target, target_keys, config.path)
    return checked


def _check_found(config: Config, keys: Mapping[str, ConfigKey], file: Path) -> None:
    """Raise UsageError when a found configuration says what it may not say."""
    for options in (config.options, *(target.options for target in config.targets)):
        check_found_options(options, keys, file)
    for target in config.targets:
        if target.file:
            check_found_path("file", target.file, file)
    if config.roles:
        refuse_found("[[role]]", file)


def _check_effect(target: TargetConfig, keys: Mapping[TargetKind, Mapping[str, ConfigKey]], file: Path) -> None:
    """Raise UsageError when a target has an option that does nothing for it."""
    for name in target.options:
        if name in keys[target.kind]:
            continue
        kinds = [kind for kind, allowed in keys.items() if name in allowed]
        error = "config-target-kind" if kinds else "config-target-run"
        raise UsageError(error, file=file.name, setting=name, target=target.name, kind=", ".join(kinds))


def _roles(table: object, file: Path) -> tuple[Role, ...]:
    rows: list[Any] = table if isinstance(table, list) else [None]
    roles: list[Role] = []
    for row in rows:
        name = row.get("name") if isinstance(row, dict) else None
        if not row or not isinstance(name, str) or not name.strip() or name in {role.name for role in roles}:
            raise UsageError("config-roles", file=file.name)
        roles.append(Role(name, {key: value for key, value in row.items() if key != "name"}))
    return tuple(roles)


def _answers(table: dict[str, Any], file: Path) -> dict[str, tuple[str, ...]]:
    """Return the answers as words; true and false become "yes" and "no"."""
    keys = {
        question.key: ConfigKey(
            question.key,
            "text" if question.choices else "switch",
            tuple(question.choices),
            multiple=question.many,
            power="none",
        )
        for question in questions()
    }
    answers: dict[str, tuple[str, ...]] = {}
    for key, value in checked_values(table, keys, file, ()).items():
        if isinstance(value, bool):
            answers[key] = ("yes" if value else "no",)
        else:
            answers[key] = tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)
    return answers


def _target(table: dict[str, Any], number: int, file: Path) -> TargetConfig:
    options = {key: value for key, value in table.items() if key not in ("name", "url", "file")}
    for key in ("name", "url", "file"):
        value = table.get(key)
        if value is not None and not (isinstance(value, str) and value.strip()):
            raise UsageError("config-value-text", file=file.name, setting=key, value=as_toml(value))
    url, package = table.get("url", ""), table.get("file", "")
    name = table.get("name") or url or package
    if bool(url) == bool(package):
        raise UsageError("config-target-address", file=file.name, target=name or str(number))
    return TargetConfig(name, url, path_from(file, package) if package else None, options)
