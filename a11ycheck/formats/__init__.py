"""The formats in which a report can be written."""

from __future__ import annotations

from a11ycheck.formats import html, json, junit, summary
from a11ycheck.formats.interface import Format

FORMATS: dict[str, Format] = {
    "json": json,
    "html": html,
    "junit": junit,
    "summary": summary,
}
