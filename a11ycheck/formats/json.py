"""report.json: everything, for other programs; reports/schema/ holds its contract."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from a11ycheck.errors import UsageError
from a11ycheck.model import Finding, Issue, Report, Rule, Screen, Verdict
from a11ycheck.report.clauses import clauses_of
from a11ycheck.report.conclusions import restored
from a11ycheck.report.coverage import merged
from a11ycheck.standards import criteria
from a11ycheck.standards.en301549 import editions
from a11ycheck.text.json_values import from_json, to_json
from a11ycheck.text.words import Words

file_name = "report.json"
SCHEMA = "a11ycheck-report/1"

_SURROGATE = re.compile("[\ud800-\udfff]")
_Object = dict[str, Any]


def write(report: Report, words: Words) -> str:
    """Return the whole report as JSON; only the scripts of the rules are left out."""
    return "".join(pieces(report, words))


def pieces(report: Report, words: Words) -> Iterator[str]:
    """Yield the same text, one finding and one screen at a time: for a large site it is hundreds of megabytes."""
    content: dict[str, object] = {
        "schema": SCHEMA,
        **{name: to_json(getattr(report, name)) for name in ("tool", "axe", "browser", "started", "seconds")},
        "interrupted": report.interrupted,
        "settings": to_json(report.settings),
        "coverage": to_json(merged(target.coverage for target in report.targets)),
        "targets": to_json(report.targets),
        "criteria": {verdict.criterion: _verdict(verdict, words) for verdict in report.verdicts},
        "conclusions": to_json(report.conclusions),
        "issues": map(_issue, report.issues),
        "findings": (_finding(finding, report) for finding in report.findings),
        "skipped": map(to_json, report.skipped),
        "events": map(to_json, report.events),
        "organisation": to_json(report.organisation),
        "screens": map(_screen, report.screens),
        "rules": {name: _rule(rule) for name, rule in report.rules.items()},
        "known": sorted(report.known),
    }
    before = "{"
    for name, value in content.items():
        yield f"{before}\n {json.dumps(name)}: "
        yield from _list(value) if isinstance(value, Iterator) else (_text(value, 1),)
        before = ","
    yield "\n}\n"


def _list(rows: Iterable[object]) -> Iterator[str]:
    before = "["
    for row in rows:
        yield f"{before}\n  {_text(row, 2)}"
        before = ","
    yield "[]" if before == "[" else "\n ]"


def _text(value: object, depth: int) -> str:
    # A page can hold half a surrogate pair, which UTF-8 cannot encode: it is written as an escape.
    text = json.dumps(value, ensure_ascii=False, indent=1).replace("\n", "\n" + " " * depth)
    return _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def read(text: str) -> Report:
    """Return the report that was written. Raises UsageError when the text is not a report, or has another schema."""
    try:
        content = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise UsageError("not-a-report") from error
    if not isinstance(content, dict) or "schema" not in content:
        raise UsageError("not-a-report")
    if content["schema"] != SCHEMA:
        raise UsageError("report-schema", found=str(content["schema"])[:60], known=SCHEMA)
    try:
        return _report(content)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise UsageError("report-broken", place=str(error).strip("'.")[:120] or "?") from error


def _report(content: _Object) -> Report:
    first: dict[tuple[str, str], _Object] = {}
    for finding in content["findings"]:
        _check_names(finding)
        first.setdefault((finding["fingerprint"], finding["screen"]), finding)
    issues = [
        issue | {"first": first[issue["first"]["fingerprint"], issue["first"]["screen"]]} for issue in content["issues"]
    ]
    screens = [screen | {"tested": _tested(screen["tested"])} for screen in content["screens"]]
    _check_text("started", content["started"])
    if unknown := content["criteria"].keys() - criteria().keys():
        raise ValueError(f"criteria.{min(unknown)}")
    verdicts = [verdict | {"criterion": number} for number, verdict in content["criteria"].items()]
    rules = {
        name: rule | {"id": name, "text": rule, "messages": rule["outcomes"]} for name, rule in content["rules"].items()
    }
    changed = {"issues": issues, "screens": screens, "verdicts": verdicts, "rules": rules}
    return restored(from_json(Report, content | changed, "report"))


def _check_names(finding: _Object) -> None:
    """Raise ValueError when a finding names what cannot be: a criterion that is none, or what no file can hold."""
    if unknown := set(finding["criteria"]) - criteria().keys():
        raise ValueError(f"findings.criteria.{_SURROGATE.sub('?', str(min(unknown)))}")
    _check_text("findings.rule", finding["rule"])
    _check_text("findings.en301549", *finding["en301549"])


def _check_text(where: str, *texts: str) -> None:
    """Raise ValueError when a text that we write ourselves holds half a surrogate pair: only those of pages may."""
    if any(_SURROGATE.search(text) for text in texts):
        raise ValueError(where)


def _no_number(name: str) -> None:
    """Refuse NaN and Infinity, which Python would read: no report has them, and nothing can be counted with them."""
    raise ValueError(name)


def _finding(finding: Finding, report: Report) -> _Object:
    clauses = {edition: list(clauses_of(finding, report, edition)) for edition in editions()}
    return {**to_json(finding), "known": finding.fingerprint in report.known, "clauses": clauses}


def _issue(issue: Issue) -> _Object:
    first = issue.first
    short = {"fingerprint": first.fingerprint, "screen": first.screen, "url": first.url, "target": first.target}
    return {**to_json(issue), "first": short}


def _screen(screen: Screen) -> _Object:
    tested: dict[str, list[str]] = defaultdict(list)
    for each in screen.tested:
        tested[each.outcome].append(each.rule)
    return {**to_json(screen), "tested": {outcome: sorted(rules) for outcome, rules in sorted(tested.items())}}


def _tested(outcomes: Mapping[str, Iterable[str]]) -> list[_Object]:
    """Return the outcome of each rule, sorted by rule: the order of rules has no meaning."""
    rows = [{"rule": rule, "outcome": outcome} for outcome, rules in outcomes.items() for rule in rules]
    return sorted(rows, key=lambda row: str(row["rule"]))


def _verdict(verdict: Verdict, words: Words) -> _Object:
    criterion = criteria()[verdict.criterion]
    return {
        "status": verdict.status,
        "failures": verdict.failures,
        "reviews": verdict.reviews,
        "rules": list(verdict.rules),
        "title": criterion.title[words.lang],
        "level": criterion.level,
        "en301549": dict(criterion.en301549),
        "url": criterion.url[words.lang],
        "understanding": criterion.understanding,
    }


def _rule(rule: Rule) -> _Object:
    row = to_json(rule)
    text = row.pop("text")
    outcomes = row.pop("messages")
    del row["id"], row["check"], row["fact"], row["replaces"]
    return {**text, **row, "outcomes": outcomes}
