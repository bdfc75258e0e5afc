"""Where the evidence for a tool is looked for: the names that a launch address leads to."""

from __future__ import annotations

from urllib.parse import unquote


def without_query(href: str) -> str:
    """Return an address without its query and fragment."""
    return href.partition("?")[0].partition("#")[0]


def launched_file(href: str) -> str:
    """Return the name of the launched file in the package."""
    return unquote(without_query(href))


def folder_of(name: str) -> str:
    """Return the folder of a file with a slash at its end, "" for a file at the top."""
    folder = name.rpartition("/")[0]
    return f"{folder}/" if folder else ""
