"""Turns what was seen on one screen into findings: words, clauses, a fingerprint, and no secrets."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from urllib.parse import urlsplit

from a11ycheck.evidence.hits import Hit, component, without_numbers
from a11ycheck.evidence.screens import ScreenResult
from a11ycheck.model import Finding, Rule, Screen, Tested, TestOutcome
from a11ycheck.text import redact
from a11ycheck.text.words import message


def findings(screen: Screen, seen: ScreenResult, rules: Mapping[str, Rule], label: str) -> tuple[Finding, ...]:
    """Return the findings of one screen; `label` tells equal addresses of different targets apart in fingerprints."""
    places: Counter[str] = Counter()
    found = []
    for n, hit in enumerate(seen.judged.hits):
        rule = rules[hit.rule]
        outcome = rule.messages.get(hit.key)
        if outcome is None or outcome == "skipped":
            continue
        data = {name: redact.text(value) for name, value in hit.data.items()}
        frame, target = redact.url(hit.frame), redact.text(hit.target)
        place = _place(hit, screen, label, frame, target)
        places[place] += 1
        found.append(
            Finding(
                rule=rule.id,
                screen=screen.id,
                url=screen.url,
                outcome=outcome,
                impact=hit.impact or rule.impact,
                criteria=rule.criteria,
                en301549=rule.en301549,
                frame=frame,
                target="" if rule.scope in ("document", "site") else target,
                snippet=redact.snippet(hit.html),
                key=hit.key,
                data=data,
                message=message(rule.text, hit.key, data) or rule.text.title,  # a customer's check may forget data
                component=component(hit),
                fingerprint=hashlib.sha256(f"{place}|{places[place]}".encode()).hexdigest()[:20],
                evidence=(seen.pictures[n],) if n in seen.pictures else (),
                origin=hit.origin,
            )
        )
    return tuple(_without_answered(found))


_WHOLE_DOCUMENT = ("", "html", "body")
"""Targets that stand for a document, of which several things may be asked."""


def _without_answered(found: Sequence[Finding]) -> list[Finding]:
    """Return findings without questions that another finding about the same element answers or asks.

    A person looks at an element once for a criterion: where something fails it, or is already to be looked at.
    """
    known: dict[tuple[str, str], set[str]] = {}
    for finding in found:
        if finding.outcome == "failure":
            known.setdefault((finding.frame, finding.target), set()).update(finding.criteria)
    kept = []
    for finding in found:
        if finding.outcome == "review" and finding.criteria and finding.target not in _WHOLE_DOCUMENT:
            criteria = known.setdefault((finding.frame, finding.target), set())
            if criteria.issuperset(finding.criteria):
                continue
            criteria.update(finding.criteria)
        kept.append(finding)
    return kept


def tested(outcomes: Mapping[str, object], found: Iterable[Finding], rules: Mapping[str, Rule]) -> tuple[Tested, ...]:
    """Return the outcome of each rule, as the findings say.

    A doubt of axe that became no finding is "nothing-found".
    """
    of_rule: dict[str, set[str]] = {}
    for finding in found:
        of_rule.setdefault(finding.rule, set()).add(finding.outcome)
    rows = []
    for rule in sorted(set(outcomes) & set(rules)):
        outcome = outcomes[rule]
        reported = of_rule.get(rule, set())
        if "failure" in reported:
            outcome = "failure"
        elif "review" in reported:
            outcome = "review"
        elif outcome in ("failure", "review"):
            outcome = "nothing-found"
        rows.append(_tested(rule, outcome))
    return tuple(rows)


@cache
def _tested(rule: str, outcome: TestOutcome) -> Tested:
    """Return one shared value for each pair: a large site has a million of them."""
    return Tested(rule, outcome)


def _place(hit: Hit, screen: Screen, label: str, frame: str, target: str) -> str:
    """Return where and what a hit is, in terms that stay the same on the next run."""
    parts = (label, hit.rule, hit.key, _path(screen.url), screen.state, _path(frame), without_numbers(target))
    return redact.without_person_numbers("|".join(parts))


def _path(url: str) -> str:
    """Return what follows host and port, so that a test server on another port gives the same fingerprint."""
    parts = urlsplit(url)
    return url.removeprefix(f"{parts.scheme}://{parts.netloc}") if parts.netloc else url
