"""The file of a configuration: where it is found, and the table in it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from a11ycheck.errors import UsageError

CONFIG_FILE, PROJECT_FILE = "a11ycheck.toml", "pyproject.toml"
LARGEST = 200_000
"""Bytes of a configuration."""
LONGEST_LINE = 2_000
"""Characters. The parser takes a time that grows with the square of the dots in a key, which is one line at most."""
_OUR_TABLE = re.compile(r"^[ \t]*\[{1,2}[ \t]*[\"']?tool[\"']?[ \t]*\.[ \t]*[\"']?a11ycheck", re.MULTILINE)


def find_config(folder: Path) -> Path | None:
    """Return the configuration file of a folder: its a11ycheck.toml, or a pyproject.toml with a table for us."""
    own, project = folder / CONFIG_FILE, folder / PROJECT_FILE
    if own.is_file():
        return own
    return project if project.is_file() and _has_our_table(project) else None


def read_table(path: Path) -> dict[str, Any]:
    """Return the configuration in a file, as TOML gives it. Raises UsageError when it has none."""
    try:
        text = _read(path)
    except (OSError, UnicodeDecodeError):
        raise UsageError("config-unreadable", file=str(path)) from None
    if any(len(line) > LONGEST_LINE for line in text.split("\n")):
        raise _too_large(path)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        number = line[1] if line else str(len(text.splitlines()) or 1)
        raise UsageError("config-not-toml", file=path.name, line=number) from None
    except (RecursionError, ValueError):  # nested too deep, or a number of thousands of digits
        raise _too_large(path) from None
    if path.name == PROJECT_FILE:
        tool = table.get("tool", {})
        table = tool.get("a11ycheck", {}) if isinstance(tool, dict) else tool
        if not isinstance(table, dict):
            raise UsageError("config-not-table", file=path.name)
    return table


def _has_our_table(path: Path) -> bool:
    """Return whether a pyproject.toml has a table for us.

    It is not parsed for that: a broken file that has none is no concern of ours.
    """
    try:
        return _OUR_TABLE.search(_read(path)) is not None
    except (OSError, UnicodeDecodeError, UsageError):
        return False


def _read(path: Path) -> str:
    """Return the text of a file. Raises UsageError when it is too large: no trick may fill the memory."""
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise _too_large(path)
    return data.decode("utf-8-sig")


def _too_large(path: Path) -> UsageError:
    return UsageError("config-too-large", file=str(path), kilobytes=LARGEST // 1000, line=LONGEST_LINE)
