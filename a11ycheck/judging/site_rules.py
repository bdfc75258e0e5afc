"""The rules of a whole site: when all its screens were seen, their facts are judged together in a blank page."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.browser import Browser
from a11ycheck.browser.timeouts import bounded
from a11ycheck.evidence.hits import Hit, Judgement
from a11ycheck.evidence.reasons import CLOSES_THE_SITE, Untested
from a11ycheck.evidence.screens import ScreenResult, TargetResult
from a11ycheck.inpage import script
from a11ycheck.judging.compiled_rules import CompiledRules
from a11ycheck.model import Page, Rule, TestOutcome

SECONDS = 60.0
"""That the checks of all rules may take together."""


async def judge_site(
    browser: Browser,
    compiled: CompiledRules,
    gathered: TargetResult,
    organisation: Mapping[str, Sequence[str]],
    editors: Sequence[str] = (),
) -> None:
    """Add to each screen of a target what the rules of the whole site say of it.

    Only screens as they first stand take part, and of identical ones the first. `editors` are addresses of pages on
    which authors make content. The checks run in a page of the same browser, without a network; what they cannot
    finish in time is said on the first screen.
    """
    rules = [rule for rule in compiled.rules if rule.scope == "site"]
    rows = _screens(gathered)
    if not rules or not rows:
        return
    titles = Counter(seen.title for _, _, seen in rows)
    facts = [
        # A title that several pages have would not tell which one is meant.
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
        judged = _judged(rules, result, n)
        merged = Judgement(
            (*seen.judged.hits, *judged.hits),
            {**seen.judged.outcomes, **judged.outcomes},
            (*seen.judged.untested, *judged.untested),
        )
        gathered.seen[page][place] = replace(seen, judged=merged)


def _screens(gathered: TargetResult) -> list[tuple[Page, int, ScreenResult]]:
    found: list[tuple[Page, int, ScreenResult]] = []
    identical: set[str] = set()
    for page in gathered.pages:
        if page.lesson:
            continue  # a course is no page of its platform: it need not say what each of these does
        for place, seen in enumerate(gathered.seen.get(page, ())):
            if seen.state or seen.missing or not seen.facts or (seen.signature and seen.signature in identical):
                continue
            identical.add(seen.signature)
            found.append((page, place, seen))
    return found


def _site(gathered: TargetResult, organisation: Mapping[str, Sequence[str]], editors: Sequence[str]) -> dict[str, Any]:
    """What a check may ask of the target as a whole."""
    unread = [one for skipped in gathered.skipped.values() for one in skipped.values()]
    return {
        "kind": gathered.kind,
        "languages": list(gathered.languages),
        "complete": not CLOSES_THE_SITE & {one.why for one in (*unread, *gathered.left_out)},
        "unread": [{"url": one.what, "why": one.why, "status": one.data.get("status", "")} for one in unread],
        "documents": [{"url": page.url, "kind": page.document} for page in gathered.documents],
        "editors": list(editors),
        "organisation": {question: list(answers) for question, answers in organisation.items()},
    }


async def _run(browser: Browser, compiled: CompiledRules, facts: Mapping[str, Any]) -> Mapping[str, Any]:
    context = await browser.new_context(offline=True)
    try:
        page = await context.new_page()
        await page.evaluate(f"{compiled.site_source}\n;0")
        # As one text: as values, the facts of a thousand pages take the driver a hundred megabytes.
        result: dict[str, Any] = await asyncio.wait_for(
            page.evaluate(script("judging/site_rules"), json.dumps(facts)), SECONDS
        )
    except (PlaywrightError, TimeoutError) as error:
        every = [rule.id for rule in compiled.rules if rule.scope == "site"]
        said = str(error).partition("\n")[0][:200]
        return {"hits": [], "empty": [], "failed": [[rule, said] for rule in every]}
    finally:
        await bounded(context.close())
    return result


def _judged(rules: Sequence[Rule], result: Mapping[str, Any], screen: int) -> Judgement:
    mine = [hit for hit in result["hits"] if hit["screen"] == screen]
    failed = dict(result["failed"])
    outcomes: dict[str, TestOutcome] = {}
    for rule in rules:
        said = {rule.messages[hit["message"]] for hit in mine if hit["rule"] == rule.id}
        outcomes[rule.id] = (
            "not-tested" if rule.id in failed
            else "failure" if "failure" in said
            else "review" if "review" in said
            else "inapplicable" if rule.id in result["empty"]
            else "nothing-found"
        )  # fmt: skip
    untested = tuple(Untested(rule, "rule-failed", said) for rule, said in failed.items()) if screen == 0 else ()
    return Judgement(tuple(map(_hit, mine)), outcomes, untested)


def _hit(hit: Mapping[str, Any]) -> Hit:
    data = {key: str(value)[:200] for key, value in hit["data"].items()}
    return Hit(hit["rule"], hit["message"], "", "html", "html", "", data)
