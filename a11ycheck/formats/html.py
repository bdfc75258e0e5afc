"""report.html: one file for people, which needs no network and no script."""

from __future__ import annotations

from a11ycheck.formats.overview import overview_data
from a11ycheck.formats.templates import report_environment
from a11ycheck.model import IMPACTS, Report
from a11ycheck.report.view import build_view
from a11ycheck.standards import criteria
from a11ycheck.text.dates import date_and_time, duration
from a11ycheck.text.html import content_security_policy, read_asset
from a11ycheck.text.words import Words

file_name = "report.html"
MOST_EVENTS = 50


def write(report: Report, words: Words) -> str:
    """Return the whole report as one HTML document; all that comes from a page is escaped and made visible."""
    style, script = (read_asset(name) for name in ("report.css", "report.js"))
    page = report_environment().get_template("report.html.jinja")
    return page.render(
        report=report,
        words=words,
        view=build_view(report),
        screens={screen.id: screen for screen in report.screens},
        events=report.events[:MOST_EVENTS],
        more_events=len(report.events) - MOST_EVENTS,
        criteria=criteria(),
        impacts=IMPACTS,
        started=date_and_time(report.started, words),
        lasted=duration(report.seconds, words),
        style=style,
        script=script,
        csp=content_security_policy(style, script),
        **overview_data(report, words),
    )
