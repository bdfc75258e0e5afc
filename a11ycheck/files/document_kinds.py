"""Documents that people read without a browser: which kinds are read, by the suffix of their name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "pdf": "pdf",
        **dict.fromkeys(("docx", "docm", "dotx"), "word"),
        **dict.fromkeys(("pptx", "pptm", "ppsx", "potx"), "powerpoint"),
        **dict.fromkeys(("xlsx", "xlsm"), "excel"),
        "vtt": "captions",
        "srt": "captions",
    }
)
"""Suffix → kind; each kind is a module here with a function `read`."""

TYPES: Mapping[str, str] = MappingProxyType(
    {
        "application/pdf": "pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "word",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation": "powerpoint",
        "application/vnd.openxmlformats-officedocument.presentationml.slideshow": "powerpoint",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "excel",
        "text/vtt": "captions",
    }
)
"""Media type → kind, where a name tells nothing."""

OLD: Mapping[str, str] = MappingProxyType(
    {"doc": ".docx", "dot": ".docx", "ppt": ".pptx", "pps": ".pptx", "pot": ".pptx", "xls": ".xlsx", "xlsb": ".xlsx"}
)
"""Suffixes of formats that are not read → what to save them as."""


def suffix(name: str) -> str:
    """What follows the last dot, in small letters; "" when there is none."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def kind_of(name: str) -> str:
    """The kind of a document by its name, "" when it is none that is read."""
    return KINDS.get(suffix(name), "")
