"""junit.xml: a test suite for each screen and a test case for each rule that judged it, for GitLab and Jenkins.

- A rule with failures fails, with all places in the text. Failures that the baseline knows are in system-out.
- A rule that needs review passes and says so in system-out: it must not fail a job, and "skipped" would mean that
  nothing was tested.
- A rule that did not apply is left out: a green test case would claim that something was tested.
- What was not tested is a skipped test case with its reason.

Jenkins reads the part of a class name before the last full stop as the package, so full stops in names become "_".
"""

# mypy: disable-error-code="no-untyped-call"
# junitparser claims to be typed, but half of its methods are not.

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from junitparser import Failure, JUnitXml, Skipped, SystemOut, TestCase, TestSuite
from lxml import etree

from a11ycheck.model import Finding, Report, Rule, Screen
from a11ycheck.model import Skipped as NotTested
from a11ycheck.report.requirement_line import requirement_line
from a11ycheck.text.plain import one_line, visible_text
from a11ycheck.text.words import Words

file_name = "junit.xml"
MOST_PLACES = 50


def write(report: Report, words: Words) -> str:
    """Return the whole report as JUnit XML; characters that XML does not allow are written by their number."""
    findings: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        findings[finding.screen].append(finding)
    skipped: dict[str, list[NotTested]] = defaultdict(list)
    for each in report.skipped:
        skipped[each.screen].append(each)

    root = JUnitXml("a11ycheck")
    taken: Counter[str] = Counter()
    for screen in report.screens:
        name, classname = _names(screen, taken)
        cases = _screen_cases(screen, findings.pop(screen.id, []), skipped.pop(screen.id, []), report, words)
        root.append(_suite(name, classname, cases, report, {"url": screen.url, "target": screen.target}))
    if rest := [finding for each in findings.values() for finding in each]:
        cases = _rule_cases({finding.rule for finding in rest}, rest, report, words)
        root.append(_suite(words("junit.elsewhere"), "site", cases, report, {}))
    for target, entries in _by_target(skipped.values()).items():
        name = f"{words('junit.not-tested')}: {one_line(target, 200)}"
        root.append(
            _suite(name, f"{_class(target)}.{_class(words('junit.not-tested'))}", map(_skip, entries), report, {})
        )
    root.update_statistics()
    root.time = round(report.seconds, 3)
    tree = etree.fromstring(root.tostring(), etree.XMLParser(huge_tree=True, resolve_entities=False))
    etree.indent(tree)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(tree, encoding="unicode") + "\n"


def _names(screen: Screen, taken: Counter[str]) -> tuple[str, str]:
    """Return the name of a screen's suite and the class of its cases, both unique and the same on the next run."""
    state = f" ({one_line(screen.state, 100)})" if screen.state else ""
    name = " · ".join(filter(None, [one_line(screen.title, 150), one_line(screen.url, 300)])) + state
    classname = f"{_class(screen.target)}.{_class(screen.url + state)}"
    return _unique(name, taken), _unique(classname, taken)


def _unique(name: str, taken: Counter[str]) -> str:
    """Return the name, with a number when it was used before."""
    taken[name] += 1
    return f"{name} #{taken[name]}" if taken[name] > 1 else name


def _class(name: str) -> str:
    return one_line(name, 300).replace(".", "_")


def _suite(
    name: str, classname: str, cases: Iterable[TestCase], report: Report, properties: Mapping[str, str]
) -> TestSuite:
    suite = TestSuite(name)
    suite.timestamp = report.started
    for key, value in properties.items():
        suite.add_property(key, one_line(value, 500))
    taken: Counter[str] = Counter()
    for case in cases:
        case.name = _unique(case.name, taken)
        case.classname = classname
        case.time = 0
        suite.append(case)
    suite.update_statistics()
    return suite


def _screen_cases(
    screen: Screen, findings: Sequence[Finding], skipped: Sequence[NotTested], report: Report, words: Words
) -> Iterator[TestCase]:
    if not screen.reached:
        case = TestCase(words("junit.screen"))
        case.result = [
            Skipped(one_line(skipped[0].detail or skipped[0].why, 500) if skipped else words("junit.not-reached"))
        ]
        yield case
        # Rules about the document as a whole (title, language) may have judged it all the same.
        yield from _rule_cases({finding.rule for finding in findings}, findings, report, words)
        return
    if screen.same_as:
        yield TestCase(words("junit.same-as"))
        return
    yield from map(_skip, skipped)
    judged = {each.rule for each in screen.tested if each.outcome not in ("inapplicable", "not-tested")}
    yield from _rule_cases(judged | {finding.rule for finding in findings}, findings, report, words)
    for tested in screen.tested:
        if tested.outcome == "not-tested":
            case = TestCase(_case_name(tested.rule, report.rules.get(tested.rule)))
            case.result = [Skipped(words("junit.not-tested"))]
            yield case


def _rule_cases(names: Iterable[str], findings: Sequence[Finding], report: Report, words: Words) -> Iterator[TestCase]:
    """Yield one case for each rule, by name; a failure has all that a developer needs to repair it."""
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_rule[finding.rule].append(finding)
    for name in sorted(names):
        rule = report.rules.get(name)
        failures = [finding for finding in by_rule[name] if finding.outcome == "failure"]
        new = [finding for finding in failures if finding.fingerprint not in report.known]
        known = [finding for finding in failures if finding.fingerprint in report.known]
        reviews = [finding for finding in by_rule[name] if finding.outcome == "review"]
        case = TestCase(_case_name(name, rule))
        if new:
            message = f"{words.count('junit.places', len(new))}: {one_line(new[0].message, 300)}"
            failure = Failure(message, new[0].impact)
            failure.text = _details(new, rule, words)
            case.result = [failure]
        notes = [
            f"{words(f'junit.{key}')}\n\n{_details(some, rule, words)}"
            for key, some in (("known", known), ("needs-review", reviews))
            if some
        ]
        if notes:
            case.append(SystemOut("\n".join(notes)))
        yield case


def _details(findings: Sequence[Finding], rule: Rule | None, words: Words) -> str:
    """Return every place with its code, then how to repair it."""
    parts = [_place(finding, words) for finding in findings[:MOST_PLACES]]
    if len(findings) > MOST_PLACES:
        parts.append(words.count("report.and-more", len(findings) - MOST_PLACES))
    if rule and rule.text.repair:
        parts.append(f"{words('junit.repair')}:\n{visible_text(rule.text.repair).strip()}")
    if origin := findings[0].origin:
        advice = one_line(origin.advice.get(words.lang, ""), 600)
        parts.append(f"{words('junit.origin')} ({one_line(origin.tool, 100)}): {advice}")
    if criteria := requirement_line(findings[0]):
        parts.append(f"{words('junit.criteria')}: {criteria}")
    if rule and rule.url:
        parts.append(f"{words('junit.more')}: {one_line(rule.url, 300)}")
    return "\n\n".join(parts) + "\n"


def _place(finding: Finding, words: Words) -> str:
    rows = [one_line(finding.message, 500), f"  {words('junit.where')}: {one_line(finding.target, 400)}"]
    if finding.frame:
        rows.append(f"  {words('junit.frame')}: {one_line(finding.frame, 400)}")
    if finding.snippet:
        rows.append(f"  {words('junit.code')}: {one_line(finding.snippet, 400)}")
    return "\n".join(rows)


def _skip(entry: NotTested) -> TestCase:
    case = TestCase(one_line(entry.what, 300) or entry.why)
    case.result = [Skipped(one_line(entry.detail or entry.why, 500))]
    return case


def _by_target(entries: Iterable[Iterable[NotTested]]) -> dict[str, list[NotTested]]:
    by_target: dict[str, list[NotTested]] = defaultdict(list)
    for some in entries:
        for each in some:
            by_target[each.target].append(each)
    return by_target


def _case_name(name: str, rule: Rule | None) -> str:
    return f"{name}: {one_line(rule.text.title, 200)}" if rule else name
