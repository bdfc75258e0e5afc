"""The requirements that a finding is about, in one line."""

from __future__ import annotations

from a11ycheck.model import Finding


def requirement_line(finding: Finding) -> str:
    """Return text such as "WCAG 1.2.2; EN 301 549 9.1.2.2, 7.1.1", or "" when there are none."""
    named = (("WCAG", finding.criteria), ("EN 301 549", finding.en301549))
    return "; ".join(f"{standard} {', '.join(numbers)}" for standard, numbers in named if numbers)
