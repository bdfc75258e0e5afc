"""The groups of users whom failures shut out, as the functional performance statements of EN 301 549 name them."""

from __future__ import annotations

from a11ycheck.model import AffectedGroup, Report
from a11ycheck.standards.en301549 import performance_statements


def affected_groups(report: Report) -> tuple[AffectedGroup, ...]:
    """Return the groups with failures of criteria that serve them, those with most rules first.

    Reviews do not count: a person may find that nothing is wrong.
    """
    failing = [issue for issue in report.issues if issue.outcome == "failure"]
    groups = []
    for statement in performance_statements():
        # Issues stand worst first, and so do the rules.
        rules = dict.fromkeys(issue.rule for issue in failing if statement.criteria & set(issue.first.criteria))
        if rules:
            groups.append(AffectedGroup(statement.number, tuple(rules)))
    return tuple(sorted(groups, key=lambda group: -len(group.rules)))
