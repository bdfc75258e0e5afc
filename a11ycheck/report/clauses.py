"""Shows a report with the clauses of another edition of EN 301 549."""

from __future__ import annotations

from dataclasses import replace

from a11ycheck.model import Edition, Finding, Report
from a11ycheck.standards import edition_of, in_edition


def shown_in(report: Report, edition: Edition | None) -> Report:
    """Return the report with the clauses of this edition in its findings; None keeps the edition that it has."""
    settings = replace(report.settings, en301549=edition) if edition else report.settings
    wanted = edition_of(settings)

    def moved(finding: Finding) -> Finding:
        return replace(finding, en301549=clauses_of(finding, report, wanted))

    return replace(
        report,
        settings=settings,
        findings=tuple(map(moved, report.findings)),
        issues=tuple(replace(issue, first=moved(issue.first)) for issue in report.issues),
    )


def clauses_of(finding: Finding, report: Report, edition: Edition) -> tuple[str, ...]:
    """Return a finding's clauses in one edition; its rule knows those that the edition shown does not have."""
    rule = report.rules.get(finding.rule)
    return in_edition(finding.criteria, (*finding.en301549, *(rule.en301549 if rule else ())), edition)
