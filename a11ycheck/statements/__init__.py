"""Drafts of statements from a saved report; what a person must say is a blank, and nothing is claimed."""

from __future__ import annotations

from collections.abc import Callable

from a11ycheck.model import Report
from a11ycheck.statements.annex_v import annex_v
from a11ycheck.statements.draft import Draft, as_html, as_markdown
from a11ycheck.statements.public_findings import public_findings
from a11ycheck.text.words import Words

DRAFTS: dict[str, Callable[[Report, Words], Draft]] = {
    "accessibility-information": annex_v,
    "statement-findings": public_findings,
}
"""By file name: the information of Annex V of the European Accessibility Act, and the findings of a public
body's statement in the Netherlands."""


def drafts(report: Report, words: Words) -> dict[str, str]:
    """Return the content of each file by its name."""
    files: dict[str, str] = {}
    for name, make in DRAFTS.items():
        draft = make(report, words)
        files[f"{name}.md"] = as_markdown(draft)
        files[f"{name}.html"] = as_html(draft, report, words)
    return files
