"""The formats in which a report can be written."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from a11ycheck.formats.interface import Format

FORMATS = (
    "json",
    "html",
    "junit",
    "summary",
)
"""Their names: each has a module of this name here."""


def read_format(name: str) -> Format:
    """Return a format by its name. Its libraries are loaded only now, so that --help needs none of them."""
    return cast("Format", import_module(f"{__name__}.{name}"))
