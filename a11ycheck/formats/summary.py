"""summary.html: one page for those who decide; the same comes first in report.html."""

from __future__ import annotations

from a11ycheck.formats.overview import overview_data
from a11ycheck.formats.templates import report_environment
from a11ycheck.model import Report
from a11ycheck.text.dates import date_and_time
from a11ycheck.text.html import content_security_policy, read_asset
from a11ycheck.text.words import Words

file_name = "summary.html"


def write(report: Report, words: Words) -> str:
    """Return the page as one HTML document without a script; all that comes from a page is escaped and made visible."""
    style = read_asset("report.css")
    page = report_environment().get_template("overview_page.html.jinja")
    return page.render(
        report=report,
        words=words,
        started=date_and_time(report.started, words),
        style=style,
        csp=content_security_policy(style),
        **overview_data(report, words),
    )
