"""Turn what was seen on one screen into findings: words, clauses, a fingerprint, and no secrets."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from urllib.parse import urlsplit

from a11ycheck.evidence.hits import Hit, component, steady
from a11ycheck.model import Evidence, Finding, Rule, Screen, Tested, TestOutcome
from a11ycheck.text import redact
from a11ycheck.text.words import message


def findings(
    screen: Screen, hits: Iterable[Hit], rules: Mapping[str, Rule], pictures: Mapping[int, Evidence], label: str
) -> tuple[Finding, ...]:
    """The findings of one screen; `label` tells equal addresses of different targets apart in fingerprints."""
    seen: Counter[str] = Counter()
    found = []
    for n, hit in enumerate(hits):
        rule = rules[hit.rule]
        outcome = rule.messages.get(hit.key)
        if outcome is None or outcome == "skipped":
            continue
        data = {name: redact.text(value) for name, value in hit.data.items()}
        frame, target = redact.url(hit.frame), redact.text(hit.target)
        place = "|".join((label, hit.rule, hit.key, _path(screen.url), screen.state, _path(frame), steady(target)))
        seen[place] += 1
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
                message=message(rule.text, hit.key, data),
                component=component(hit),
                fingerprint=hashlib.sha256(f"{place}|{seen[place]}".encode()).hexdigest()[:20],
                evidence=(pictures[n],) if n in pictures else (),
                origin=hit.origin,
            )
        )
    return tuple(found)


def tested(outcomes: Mapping[str, object], found: Iterable[Finding], rules: Mapping[str, Rule]) -> tuple[Tested, ...]:
    """What each rule came to, in the words of the findings: axe's doubt that we drop is nothing found."""
    said: dict[str, set[str]] = {}
    for finding in found:
        said.setdefault(finding.rule, set()).add(finding.outcome)
    rows = []
    for rule in sorted(set(outcomes) & set(rules)):
        outcome = outcomes[rule]
        mine = said.get(rule, set())
        if "failure" in mine:
            outcome = "failure"
        elif "review" in mine:
            outcome = "review"
        elif outcome in ("failure", "review"):
            outcome = "nothing-found"
        rows.append(_tested(rule, outcome))
    return tuple(rows)


@cache
def _tested(rule: str, outcome: TestOutcome) -> Tested:
    """Each once: a large site has a million of them."""
    return Tested(rule, outcome)


def _path(url: str) -> str:
    """What follows host and port, so that a test server on another port gives the same fingerprint."""
    parts = urlsplit(url)
    return url.removeprefix(f"{parts.scheme}://{parts.netloc}") if parts.netloc else url
