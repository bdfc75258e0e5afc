"""The exit code: what a job may conclude from a report."""

from __future__ import annotations

from typing import Literal

from a11ycheck.evidence.reasons import LEAVES_COMPLETE
from a11ycheck.model import IMPACTS, Finding, Impact, Report

FailOn = Literal["critical", "serious", "moderate", "minor", "never"]

CLEAN, FINDINGS, COULD_NOT_RUN, INCOMPLETE = 0, 1, 2, 3


def exit_code(report: Report, fail_on: FailOn, allow_incomplete: bool) -> int:
    """Return 0 for nothing at or above the threshold, 1 findings, 2 a target not tested at all, 3 not all tested.

    Of several targets the worst counts: 2, then 1, then 3. Findings that the baseline knows do not count.
    """
    if any(target.coverage.reached == 0 for target in report.targets) and not report.interrupted:
        return COULD_NOT_RUN
    if any(_counts(each.impact, fail_on) for each in report.findings if is_new(each, report)):
        return FINDINGS
    if report.interrupted or (not allow_incomplete and any(each.why not in LEAVES_COMPLETE for each in report.skipped)):
        return INCOMPLETE
    return CLEAN


def is_new(finding: Finding, report: Report) -> bool:
    """Return whether a finding is a failure that the baseline does not know."""
    return finding.outcome == "failure" and finding.fingerprint not in report.known


def _counts(impact: Impact, fail_on: FailOn) -> bool:
    return fail_on != "never" and IMPACTS.index(impact) <= IMPACTS.index(fail_on)
