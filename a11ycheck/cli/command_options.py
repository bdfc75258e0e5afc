"""Decorators that give the commands their options."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from a11ycheck.cli.config import checked_config, read_config
from a11ycheck.cli.option_entry import OptionEntry
from a11ycheck.cli.option_table import (
    ACCESS,
    ALLOW_HOST,
    CONFIG_KEYS,
    CRAWL,
    JUDGING,
    PACKAGES,
    REPORTING,
    RESUME,
    TARGET_KEYS,
)
from a11ycheck.cli.options import DEFAULTS

_F = TypeVar("_F", bound=Callable[..., Any])
_OF_STATEMENTS = ("--output", "--en301549", "--lang")


def package_options(command: _F) -> _F:
    """Add the options of a command that checks packages."""
    return _add(command, (*JUDGING, *PACKAGES, *REPORTING))


def crawl_options(command: _F) -> _F:
    """Add the options of a command that audits websites."""
    return _add(command, (*JUDGING, *CRAWL, *ACCESS, RESUME, ALLOW_HOST, *REPORTING))


def all_options(command: _F) -> _F:
    """Add the options of a command that does both."""
    return _add(command, (*JUDGING, *PACKAGES, *CRAWL, *ACCESS, RESUME, *REPORTING))


def report_options(command: _F) -> _F:
    """Add the options of a command that writes a saved report."""
    return _add(command, REPORTING)


def statement_options(command: _F) -> _F:
    """Add the options of a command that drafts statements."""
    return _add(command, [entry for entry in REPORTING if entry.name in _OF_STATEMENTS])


def _read_config(context: click.Context, _: click.Parameter, path: Path | None) -> None:
    """Take what the configuration file says as the defaults of the command."""
    config = checked_config(read_config(path), CONFIG_KEYS, TARGET_KEYS)
    context.obj = config
    context.default_map = {CONFIG_KEYS[key].parameter: value for key, value in config.options.items()}


_CONFIG = click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    is_eager=True,
    expose_value=False,
    callback=_read_config,
    help="Configuration file. By default a11ycheck.toml or pyproject.toml in the current folder.",
)


def _add(command: _F, entries: Iterable[OptionEntry]) -> _F:
    command = _CONFIG(command)
    for entry in reversed([*entries]):
        command = click.option(*entry.declarations, **entry.settings(DEFAULTS[entry.parameter]))(command)
    return command
