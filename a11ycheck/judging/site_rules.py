"""Judge a whole site: when all its screens have been seen, rules judge their facts together in a blank page."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypedDict

from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.browser import Browser
from a11ycheck.browser.timeouts import bounded
from a11ycheck.evidence.clean import clean_screen
from a11ycheck.evidence.hits import Hit, Judgement
from a11ycheck.evidence.reasons import CLOSES_THE_SITE, Untested
from a11ycheck.evidence.screens import CleanScreen, TargetResult
from a11ycheck.inpage import script
from a11ycheck.judging.compiled_rules import CompiledRules
from a11ycheck.model import Page, Rule, TestOutcome

SECONDS = 60.0
"""Time for the checks of all rules together."""
_LONGEST_VALUE = 200


class SiteHit(TypedDict):
    """One hit of a check: `screen` is the index of the screen that it is about."""

    rule: str
    message: str
    data: Mapping[str, object]
    screen: int


class SiteResult(TypedDict):
    """The result of all checks: `empty` are rules that had nothing to judge, `failed` rules with their error."""

    hits: list[SiteHit]
    empty: list[str]
    failed: list[list[str]]


async def judge_site(
    browser: Browser,
    compiled: CompiledRules,
    gathered: TargetResult,
    organisation: Mapping[str, Sequence[str]],
    editors: Sequence[str] = (),
) -> None:
    """Add to each screen of a target what the rules of whole sites find on it.

    Only screens as they first stood take part, and only the first of identical ones. `editors` are addresses of pages
    on which authors make content. The checks run in a page of the same browser without a network. Rules that fail, or
    do not finish in time, are listed as untested on the first screen.
    """
    rules = [rule for rule in compiled.rules if rule.scope == "site"]
    rows = _screens(gathered)
    if not rules or not rows:
        return
    titles = Counter(seen.title for _, _, seen in rows)
    facts = [
        # A title that several pages share does not identify one.
        {
            "url": page.url,
            "title": seen.title if titles[seen.title] == 1 else "",
            "depth": page.depth,
            "faults": sum(outcome == "failure" for outcome in seen.judged.outcomes.values()),
            **seen.facts,
        }
        for page, _, seen in rows
    ]
    result = await _run(browser, compiled, {"screens": facts, "site": _site(gathered, organisation, editors)})
    for n, (page, place, seen) in enumerate(rows):
        judged = clean_screen(replace(seen, judged=_judged(rules, result, n))).judged
        merged = Judgement(
            (*seen.judged.hits, *judged.hits),
            {**seen.judged.outcomes, **judged.outcomes},
            (*seen.judged.untested, *judged.untested),
        )
        gathered.seen[page][place] = replace(seen, judged=merged)


def _screens(gathered: TargetResult) -> list[tuple[Page, int, CleanScreen]]:
    found: list[tuple[Page, int, CleanScreen]] = []
    identical: set[str] = set()
    for page in gathered.pages:
        if page.lesson:
            continue  # a lesson does not need what each page of its platform needs
        for place, seen in enumerate(gathered.seen.get(page, ())):
            if seen.state or seen.missing or not seen.facts or (seen.signature and seen.signature in identical):
                continue
            identical.add(seen.signature)
            found.append((page, place, seen))
    return found


def _site(gathered: TargetResult, organisation: Mapping[str, Sequence[str]], editors: Sequence[str]) -> dict[str, Any]:
    """Return what a check may read about the target as a whole."""
    unread = [entry for skipped in gathered.skipped.values() for entry in skipped.values()]
    return {
        "kind": gathered.kind,
        "languages": list(gathered.languages),
        "complete": not CLOSES_THE_SITE & {entry.why for entry in (*unread, *gathered.left_out)},
        "unread": [{"url": entry.what, "why": entry.why, "status": entry.data.get("status", "")} for entry in unread],
        "documents": [{"url": page.url, "kind": page.document} for page in gathered.documents],
        "editors": list(editors),
        "organisation": {question: list(answers) for question, answers in organisation.items()},
    }


async def _run(browser: Browser, compiled: CompiledRules, facts: Mapping[str, Any]) -> SiteResult:
    context = await browser.new_context(offline=True)
    try:
        page = await context.new_page()
        await page.evaluate(f"{compiled.site_source}\n;0")
        # As one string, because the driver takes a hundred megabytes for the facts of a thousand pages as values.
        result: SiteResult = await asyncio.wait_for(
            page.evaluate(script("judging/site_rules"), json.dumps(facts)), SECONDS
        )
    except (PlaywrightError, TimeoutError) as error:
        reason = str(error).partition("\n")[0][:_LONGEST_VALUE]
        return {
            "hits": [],
            "empty": [],
            "failed": [[rule.id, reason] for rule in compiled.rules if rule.scope == "site"],
        }
    finally:
        await bounded(context.close())
    return result


def _judged(rules: Sequence[Rule], result: SiteResult, screen: int) -> Judgement:
    """Return what the checks found on the screen with this index."""
    hits = [hit for hit in result["hits"] if hit["screen"] == screen]
    failed = {name: error for name, error in result["failed"]}
    outcomes: dict[str, TestOutcome] = {}
    for rule in rules:
        found = {rule.messages[hit["message"]] for hit in hits if hit["rule"] == rule.id}
        outcomes[rule.id] = (
            "not-tested" if rule.id in failed
            else "failure" if "failure" in found
            else "review" if "review" in found
            else "inapplicable" if rule.id in result["empty"]
            else "nothing-found"
        )  # fmt: skip
    untested = tuple(Untested(rule, "rule-failed", error) for rule, error in failed.items()) if screen == 0 else ()
    return Judgement(tuple(map(_hit, hits)), outcomes, untested)


def _hit(hit: SiteHit) -> Hit:
    data = {key: str(value)[:_LONGEST_VALUE] for key, value in hit["data"].items()}
    return Hit(hit["rule"], hit["message"], "", "html", "html", "", data)
