"""summary.html: one page for those who decide; the same stands first in report.html."""

from __future__ import annotations

from a11ycheck.formats.html import report_environment
from a11ycheck.model import Report
from a11ycheck.report.overview import overview_data
from a11ycheck.text.dates import date
from a11ycheck.text.html import inline, policy
from a11ycheck.text.words import Words

file_name = "summary.html"


def write(report: Report, words: Words) -> str:
    """The page as one HTML document without a script; all that comes from a page is escaped and made visible."""
    style = inline("report.css")
    page = report_environment().get_template("overview_page.html.jinja")
    return page.render(
        report=report,
        words=words,
        started=date(report.started, words),
        style=style,
        csp=policy(style),
        **overview_data(report, words),
    )
