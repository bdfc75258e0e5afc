"""report.html: one file for people, which needs no network and no script."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import Environment

from a11ycheck.model import IMPACTS, Criterion, Report
from a11ycheck.report.coverage import merged
from a11ycheck.report.overview import overview_data
from a11ycheck.report.view import MOST_EVENTS, build_view, why_not
from a11ycheck.standards import criteria
from a11ycheck.text.dates import date, duration
from a11ycheck.text.html import environment, inline, policy
from a11ycheck.text.words import Words

file_name = "report.html"


def write(report: Report, words: Words) -> str:
    """The whole report as one HTML document; all that comes from a page is escaped and made visible."""
    style, script = (inline(name) for name in ("report.css", "report.js"))
    page = report_environment().get_template("report.html.jinja")
    return page.render(
        report=report,
        words=words,
        view=build_view(report),
        screens={screen.id: screen for screen in report.screens},
        coverage=merged(target.coverage for target in report.targets),
        events=report.events[:MOST_EVENTS],
        more_events=len(report.events) - MOST_EVENTS,
        criteria=criteria(),
        impacts=IMPACTS,
        started=date(report.started, words),
        lasted=duration(report.seconds, words),
        style=style,
        script=script,
        csp=policy(style, script),
        **overview_data(report, words),
    )


def report_environment() -> Environment:
    """Return the templates with what only reports need."""
    made = environment()
    made.filters["clauses"] = _clauses
    made.globals["why_not"] = why_not
    return made


def _clauses(criterion: Criterion) -> Mapping[str, str]:
    """The clauses of EN 301 549, each with the edition it is limited to, or "" where all editions have it."""
    editions = criterion.en301549
    found: dict[str, list[str]] = {}
    for edition, clause in editions.items():
        if clause:
            found.setdefault(clause, []).append(edition)
    return {clause: "" if len(named) == len(editions) else ", ".join(named) for clause, named in found.items()}
