"""Kinds of documents that are read without a browser, by suffix and by media type."""

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
"""Suffix → kind; each kind is a module of documents/ with a function `read`."""

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
"""Media type → kind, for addresses whose name has no suffix."""

OLD: Mapping[str, str] = MappingProxyType(
    {"doc": ".docx", "dot": ".docx", "ppt": ".pptx", "pps": ".pptx", "pot": ".pptx", "xls": ".xlsx", "xlsb": ".xlsx"}
)
"""Suffix of an old format, which is not read → the suffix to save it as."""


def suffix(name: str) -> str:
    """Return what follows the last dot, in lower case; "" without a dot."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def kind_of(name: str) -> str:
    """Return the kind of a document by its name, "" when it is none that is read."""
    return KINDS.get(suffix(name), "")
