"""The templates of reports for people, with the functions that they use."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import Environment

from a11ycheck.model import Criterion
from a11ycheck.report.view.skipped import why_not_reached
from a11ycheck.text.dates import day
from a11ycheck.text.html import template_environment


def report_environment() -> Environment:
    """Return the environment of all templates, with the filters and functions that only reports need."""
    made = template_environment()
    made.filters.update(clauses=_clauses, day=day)
    made.globals["why_not_reached"] = why_not_reached
    return made


def _clauses(criterion: Criterion) -> Mapping[str, str]:
    """Return the clauses of EN 301 549, each with the edition it is limited to, or "" where all editions have it."""
    editions: dict[str, list[str]] = {}
    for edition, clause in criterion.en301549.items():
        if clause:
            editions.setdefault(clause, []).append(edition)
    every = len(criterion.en301549)
    return {clause: "" if len(named) == every else ", ".join(named) for clause, named in editions.items()}
