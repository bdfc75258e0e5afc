"""The interface of a format, which writes the whole report to one file, from the Report and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from a11ycheck.model import Report
from a11ycheck.text.words import Words


class Format(Protocol):
    """A module of this folder: the name of the file that it writes, and the function that returns the content.

    A format whose file can become very long also has `pieces`, which returns the same text piece by piece.
    """

    file_name: str

    def write(self, report: Report, words: Words) -> str: ...


def pieces(format_: Format, report: Report, words: Words) -> Iterable[str]:
    """Return the content of the file, in several pieces where the format saves memory that way."""
    piecewise = getattr(format_, "pieces", None)
    return piecewise(report, words) if piecewise else (format_.write(report, words),)
