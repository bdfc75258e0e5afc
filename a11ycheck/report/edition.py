"""Shows a report with the clauses of one edition of EN 301 549."""

from __future__ import annotations

from dataclasses import replace

from a11ycheck.model import Edition, Finding, Report
from a11ycheck.standards import edition_of, in_edition


def shown_in(report: Report, edition: Edition | None) -> Report:
    """The same report whose findings carry the clauses of this edition; None keeps the edition it has."""
    settings = replace(report.settings, en301549=edition) if edition else report.settings
    wanted = edition_of(settings)

    def finding(one: Finding) -> Finding:
        return replace(one, en301549=clauses_of(one, report, wanted))

    return replace(
        report,
        settings=settings,
        findings=tuple(finding(one) for one in report.findings),
        issues=tuple(replace(issue, first=finding(issue.first)) for issue in report.issues),
    )


def clauses_of(finding: Finding, report: Report, edition: Edition) -> tuple[str, ...]:
    """A finding's clauses in one edition. Its rule knows those that the edition shown does not have."""
    rule = report.rules.get(finding.rule)
    return in_edition(finding.criteria, (*finding.en301549, *(rule.en301549 if rule else ())), edition)
