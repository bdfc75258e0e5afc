"""Findings with one cause become one issue; a criterion never comes out better than what was tested."""

from dataclasses import replace

from a11ycheck import model
from a11ycheck.model import Coverage, Settings
from a11ycheck.report import grouping
from a11ycheck.report.coverage import merged
from tests.reports import report

REPORT = report()
FINDING = REPORT.findings[0]


def test_same_cause_on_many_screens_is_one_issue() -> None:
    found = {issue.rule: issue for issue in grouping.issues(REPORT.findings, REPORT.screens)}
    alt = found["image-alt"]
    assert (alt.screens, alt.findings) == (3, ("f-alt-1", "f-alt-2", "f-alt-3"))
    assert alt.first.screen == "s1"


def test_another_key_outcome_or_component_is_another_issue() -> None:
    others = [
        replace(FINDING, key="other"),
        replace(FINDING, outcome="review"),
        replace(FINDING, component="footer > img"),
    ]
    assert len(grouping.issues([FINDING, *others], REPORT.screens)) == 4


def test_worst_comes_first_then_the_most_screens() -> None:
    order = [(issue.impact, issue.screens) for issue in grouping.issues(REPORT.findings, REPORT.screens)]
    assert order == [("critical", 3), ("critical", 2), ("critical", 1), ("serious", 1), ("moderate", 1)]


def test_the_order_of_findings_does_not_matter() -> None:
    turned = grouping.issues(reversed(REPORT.findings), REPORT.screens)
    assert {issue.id: issue.first for issue in turned} == {issue.id: issue.first for issue in REPORT.issues}


def test_an_id_stays_when_another_screen_shows_the_same() -> None:
    more = grouping.issues([FINDING, replace(FINDING, screen="s5", fingerprint="new")], REPORT.screens)
    assert [issue.id for issue in more] == [issue.id for issue in grouping.issues([FINDING], REPORT.screens)]


def test_an_issue_is_as_bad_as_its_worst_finding() -> None:
    minor = replace(FINDING, impact="minor", screen="s1")
    (issue,) = grouping.issues([minor, replace(FINDING, screen="s2")], REPORT.screens)
    assert issue.impact == "critical"
    assert issue.first.impact == "minor"


def statuses(**changes: object) -> dict[str, str]:
    given = {"screens": REPORT.screens, "findings": REPORT.findings, "settings": Settings()} | changes
    found = grouping.verdicts(given["settings"], given["screens"], given["findings"], REPORT.rules)  # type: ignore[arg-type]
    return {verdict.criterion: verdict.status for verdict in found}


def test_verdicts() -> None:
    found = statuses()
    assert len(found) == 55
    assert [found[number] for number in ("1.1.1", "1.2.2", "1.4.3", "2.4.4", "3.3.1")] == [
        "fails", "needs-review", "needs-review", "fails", "not-tested",
    ]  # fmt: skip
    assert len(statuses(settings=Settings(level="A", wcag="2.1"))) == 30


def test_nothing_found_needs_a_rule_that_ran_on_a_screen_that_was_reached() -> None:
    screen = replace(
        REPORT.screens[0], tested=(model.Tested("label", "nothing-found"), model.Tested("image-alt", "inapplicable"))
    )
    found = statuses(screens=[screen], findings=[])
    assert (found["4.1.2"], found["1.1.1"], found["2.4.4"]) == ("nothing-found", "not-tested", "not-tested")
    assert statuses(screens=[replace(screen, reached=False)], findings=[])["4.1.2"] == "not-tested"


def test_a_verdict_names_the_rules_and_counts() -> None:
    (verdict,) = [each for each in REPORT.verdicts if each.criterion == "1.1.1"]
    assert (verdict.failures, verdict.reviews, verdict.rules) == (3, 0, ("image-alt",))


def test_coverage_over_targets() -> None:
    one, two = Coverage(3, 5, {"timeout": 2}), Coverage(1, 2, {"timeout": 1})
    assert merged([one, two]) == Coverage(4, 7, {"timeout": 3})
    assert merged([one, Coverage(2, None, {})]) == Coverage(5, None, {"timeout": 2})
