"""What a configuration file may do that was only found in the current folder, and that nobody named.

Whoever checks somebody's course or pull request stands in a folder that a stranger filled. So a file that is found
there may choose what is tested and how it is said, but nothing that runs programs or code, names secrets or who gets
them, reaches other hosts, changes anything, reads or writes files elsewhere, or loosens a limit. The entry of each
option says which of these it does (`Power`). Such options count from the command line, from the environment, or from a
file that is named with --config. An address in a found file is opened as any visitor would: it gets no sign-in, header
or certificate.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from a11ycheck.cli.config_values import ConfigKey, ConfigValue, as_toml
from a11ycheck.errors import UsageError


def check_found_file(file: Path) -> None:
    """Raise UsageError when a found file is a link to one in another folder, which errors would quote."""
    if not _is_inside(file, file.parent):
        raise UsageError("config-found-link", file=file.name)


def check_found_options(options: Mapping[str, ConfigValue], keys: Mapping[str, ConfigKey], file: Path) -> None:
    """Raise UsageError when one of the options of a found file, at its top or of a target, may not stand there."""
    for name, value in options.items():
        key = keys[name]
        if key.power == "reads":
            for path in value if isinstance(value, tuple) else (value,):
                check_found_path(name, Path(str(path)), file)
        elif key.power == "limit":
            if not _is_strict(value, key.most_found):
                raise UsageError("config-found-limit", file=file.name, setting=name, value=as_toml(value))
        elif key.power != "none":
            refuse_found(name, file)


def check_found_path(name: str, path: Path, file: Path) -> None:
    """Raise UsageError when a path in a found file leads out of its folder, also through a link."""
    if not _is_inside(path, file.parent):
        raise UsageError("config-found-path", file=file.name, setting=name)


def refuse_found(name: str, file: Path) -> None:
    """Raise UsageError: a found file may not have the key or the table `name`."""
    raise UsageError("config-found", file=file.name, setting=name)


def _is_strict(value: ConfigValue, most: float | None) -> bool:
    """Return whether a limit protects as much as the default does; 0 often means that there is none."""
    if isinstance(value, bool):
        return value
    return isinstance(value, int | float) and most is not None and 0 < value <= most


def _is_inside(path: Path, folder: Path) -> bool:
    """Return whether a path is below a folder, as it is written and as it is on the disk.

    What is outside as it is written is not looked at: on Windows that would already greet another computer.
    """
    try:
        if not Path(os.path.abspath(path)).is_relative_to(os.path.abspath(folder)):
            return False
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):  # a name that no disk has, or links in a circle
        return False
