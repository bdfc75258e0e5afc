"""What a format is: the whole report written in one file, from the Report and nothing else."""

from __future__ import annotations

from typing import Protocol

from a11ycheck.model import Report
from a11ycheck.words import Words


class Format(Protocol):
    """A module of this folder: the name of its file, and the one function that fills it."""

    file_name: str

    def write(self, report: Report, words: Words) -> str: ...
