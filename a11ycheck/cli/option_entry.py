"""What one option is: on the command line, in the configuration file, and for resuming an audit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import click

from a11ycheck.cli.config_values import ConfigKey, Power, ValueKind


@dataclass(frozen=True, slots=True)
class OptionEntry:
    """One entry of the options table.

    `name` is the option with its dashes, such as "--quiet" or "--robots/--no-robots"; `help` is its text in --help. The
    default is that of the field of Options (cli/options.py) with the same name.
    """

    name: str
    help: str
    power: Power
    """What the option could do for somebody who may not be trusted; it says who may set it."""
    type: click.ParamType[Any] | None = None
    metavar: str = ""
    short: str = ""
    """The one-letter form, such as "-q"."""
    field: str = ""
    """The field of Options, where it is not named like the option."""
    is_flag: bool = False
    multiple: bool = False
    environment_variable: str = ""
    changes_findings: bool = True
    """Whether another value can change what is found: an audit is resumed only when these are the same."""
    in_config: bool = True
    """Whether the configuration file may set it."""
    per_role: bool = False
    """Whether a [[role]] of the configuration may set it too."""
    most_found: float | None = None
    """The largest value of a "limit" in a configuration file that nobody named, where that is not the default."""

    @property
    def key(self) -> str:
        """The key in the configuration file: the option without its dashes."""
        return self.name.partition("/")[0].lstrip("-")

    @property
    def parameter(self) -> str:
        """The name of the field of Options, and of the parameter of the command."""
        return self.field or self.key.replace("-", "_")

    @property
    def declarations(self) -> tuple[str, ...]:
        """What click.option takes as its names."""
        return tuple(filter(None, (self.name, self.short, self.field)))

    def settings(self, default: object) -> dict[str, Any]:
        """Return what click.option takes beside the names."""
        settings: dict[str, Any] = {
            "help": self.help,
            "type": self.type,
            "metavar": self.metavar or None,
            "envvar": self.environment_variable or None,
            "multiple": self.multiple,
            "default": default,
            "show_default": default not in (None, (), 0, ""),
        }
        return settings | ({"is_flag": True} if self.is_flag else {})

    def config_key(self, default: object) -> ConfigKey:
        """Return what the configuration file may say for this option."""
        limits = self.type if isinstance(self.type, click.IntRange | click.FloatRange) else None
        return ConfigKey(
            parameter=self.parameter,
            kind=self._value_kind(),
            choices=tuple(self.type.choices) if isinstance(self.type, click.Choice) else (),
            multiple=self.multiple,
            minimum=limits.min if limits else None,
            maximum=limits.max if limits else None,
            per_role=self.per_role,
            power=self.power,
            most_found=default if self.most_found is None and isinstance(default, int | float) else self.most_found,
        )

    def _value_kind(self) -> ValueKind:
        if self.is_flag or "/" in self.name:
            return "switch"
        if isinstance(self.type, click.Path):
            return "path"
        if isinstance(self.type, click.IntRange):
            return "whole"
        return "number" if isinstance(self.type, click.FloatRange) else "text"
