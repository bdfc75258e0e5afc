"""What a format is: the whole report written in one file, from the Report and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from a11ycheck.model import Report
from a11ycheck.text.words import Words


class Format(Protocol):
    """A module of this folder: the name of its file, and the one function that fills it.

    One that may become very long also has `pieces`: the same text, piece by piece.
    """

    file_name: str

    def write(self, report: Report, words: Words) -> str: ...


def pieces(format: Format, report: Report, words: Words) -> Iterable[str]:
    """The whole file, in pieces where that spares memory."""
    piecewise = getattr(format, "pieces", None)
    return piecewise(report, words) if piecewise else (format.write(report, words),)
