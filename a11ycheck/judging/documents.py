"""Make hits of facts about a document: a rule of scope "document" names the fact, and faults are its message keys."""

from __future__ import annotations

from collections.abc import Iterable

from a11ycheck.documents.interface import DocumentFacts, Fact
from a11ycheck.evidence.hits import Hit, Judgement
from a11ycheck.evidence.reasons import Untested
from a11ycheck.model import Rule, TestOutcome
from a11ycheck.text.words import PLACE_PREFIX


def judge_document(kind: str, facts: DocumentFacts, rules: Iterable[Rule]) -> Judgement:
    """Judge the facts of a document of this kind."""
    hits: list[Hit] = []
    outcomes: dict[str, TestOutcome] = {}
    for rule in rules:
        if rule.scope != "document" or kind not in rule.needs:
            continue
        faults = [fact for fact in facts.facts if fact.name == rule.fact and fact.fault in rule.messages]
        hits += [_hit(kind, rule, fact) for fact in faults]
        outcomes[rule.id] = _outcome(rule, faults, facts.counts.get(rule.fact, 0))
    return Judgement(tuple(hits), outcomes, tuple(Untested("", why) for why in facts.unread))


def _outcome(rule: Rule, faults: list[Fact], checked: int) -> TestOutcome:
    outcomes = {rule.messages[fact.fault] for fact in faults}
    if outcomes:
        return "failure" if "failure" in outcomes else "review"
    return "nothing-found" if checked else "inapplicable"


def _hit(kind: str, rule: Rule, fact: Fact) -> Hit:
    """Return a hit whose target, of which the fingerprint is made, says what the thing is and not on which page."""
    place = {f"{PLACE_PREFIX}{word}": n for word, n in fact.place}
    return Hit(
        rule=rule.id,
        key=fact.fault,
        frame="",
        target=f"{fact.element} {fact.snippet}",
        ancestry=f"{kind} {fact.element}",
        html=fact.snippet,
        data={**fact.data, **place},
    )
