"""In the example sites of each rule about a whole site, what is marked is found, and nothing else."""

import asyncio
import json
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from a11ycheck.behaviour.editor_dialogs import open_dialogs
from a11ycheck.behaviour.interface import BehaviourContext, CurrentDocument
from a11ycheck.browser.browser import Browser
from a11ycheck.browser.frames import Frames
from a11ycheck.browser.guard import Guard
from a11ycheck.content import RULES
from a11ycheck.evidence.hits import Judgement
from a11ycheck.evidence.screens import ScreenResult, TargetResult
from a11ycheck.judging.axe import read_axe
from a11ycheck.judging.checks import read_site_facts
from a11ycheck.judging.compiled_rules import compile_rules
from a11ycheck.judging.rules import read_rules
from a11ycheck.judging.site_rules import judge_site
from a11ycheck.model import Page, Skipped
from fixtures.sites.serving import Files, running
from tests.rule_harness import ALL_EXPECTED, AT_ONCE, selected_rules, unfilled
from tests.shared_browser import open_browser, run

pytestmark = [pytest.mark.browser, pytest.mark.early]

SITE_RULES = [rule for rule in read_rules("en") if rule.scope == "site"]
SITES = sorted(path for rule in SITE_RULES for path in (RULES / rule.id).iterdir() if path.is_dir())
SITE = {
    "kind": "website",
    "languages": [],
    "organisation": {},
    "left": [],
    "unread": [],
    "documents": [],
    "editors": [],
    "faults": {},
}
"""What site.json of an example may say: kind, what the owner says, why pages were left out, which did not open,
and by page the rules that found faults on it."""

Marks = dict[str, tuple[list[str], list[str]]]
"""Per page: the messages found, and those marked."""


class Numbered(Files):
    """Serves each site under its number, because the names of folders would tell what their pages are about."""

    def translate_path(self, path: str) -> str:
        number, _, rest = path.lstrip("/").partition("/")
        known = number.isdigit() and int(number) < len(SITES)
        return str(SITES[int(number)] / unquote(urlsplit(rest).path)) if known else str(RULES / "absent")


@pytest.fixture(scope="module")
def judged(request: pytest.FixtureRequest) -> dict[Path, Marks]:
    selected = selected_rules(request)
    with running(Numbered) as url:
        return run(judge_sites(f"{url}/", [site for site in SITES if site.parent.name in selected]))


async def judge_sites(base: str, sites: Sequence[Path]) -> dict[Path, Marks]:
    async with open_browser() as browser:
        room = asyncio.Semaphore(AT_ONCE)

        async def judge(site: Path) -> Marks:
            async with room:
                return await judge_one(browser, f"{base}{SITES.index(site)}/", site)

        return dict(zip(sites, await asyncio.gather(*map(judge, sites)), strict=True))


async def judge_one(browser: Browser, base: str, site: Path) -> Marks:
    rules = [rule for rule in SITE_RULES if rule.id == site.parent.name]
    said = SITE | (json.loads((site / "site.json").read_text("utf-8")) if (site / "site.json").is_file() else {})
    compiled = compile_rules(rules)
    gathered = TargetResult(site.name, said["kind"], "", "")
    gathered.languages = said["languages"]
    gathered.left_out = [Skipped(base, why, "") for why in said["left"]]
    for one in said["unread"]:
        page = Page(base + one["url"], base + one["url"])
        gathered.skipped[page] = {page: Skipped(page.url, one["why"], "", data={"status": one["status"]})}
    gathered.documents = [Page(one["url"], one["url"], document=one["kind"]) for one in said["documents"]]
    marked: dict[str, list[str]] = {}
    context = await browser.new_context(viewport={"width": 1280, "height": 800})

    async def look(file: Path) -> ScreenResult:
        tab = await context.new_page()
        url = base + file.relative_to(site).as_posix()
        await tab.goto(url)
        frames = Frames(tab, await context.new_cdp_session(tab))
        root = await frames.read()
        await root.load(f"{read_axe().source}\n;{compiled.source}")
        marked[url] = await tab.evaluate(ALL_EXPECTED)
        facts = await read_site_facts(root, compiled)
        if facts.get("editor") and url.removeprefix(base) in said["editors"]:
            async with Guard(tab) as guard:
                opened = await open_dialogs(
                    BehaviourContext(frames, CurrentDocument(root), time.monotonic() + 60, guard=guard)
                )
            facts["editor"]["dialogs"] = opened
        faulty = Judgement(outcomes=dict.fromkeys(said["faults"].get(url.removeprefix(base), ()), "failure"))
        return ScreenResult(Page(url, url, depth=1), "", await tab.title(), faulty, {}, facts=facts)

    for seen in await asyncio.gather(*map(look, sorted(site.rglob("*.html")))):
        gathered.pages.append(seen.place)
        gathered.seen[seen.place] = [seen]
    await context.close()
    await judge_site(browser, compiled, gathered, said["organisation"], [base + one for one in said["editors"]])
    found = {page.url: gathered.seen[page][0].judged for page in gathered.pages}
    assert not [row for one in found.values() for row in one.untested], "a check that throws is reported here"
    # What is said of a message without its data is marked nowhere, so the test of the site shows it.
    return {
        url.removeprefix(base): ([hit.key for hit in one.hits] + unfilled(one.hits, rules), marked[url])
        for url, one in found.items()
    }


@pytest.mark.parametrize("site", SITES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_is_marked_is_found_and_nothing_else(judged, site):
    found = {page: sorted(messages) for page, (messages, _) in judged[site].items()}
    expected = {page: sorted(marks) for page, (_, marks) in judged[site].items()}
    assert found == expected
    assert any(expected.values()) == site.name.startswith("bad")


@pytest.mark.parametrize("rule", SITE_RULES, ids=lambda rule: rule.id)
def test_a_rule_has_two_good_and_two_bad_examples_and_shows_each_message(judged, rule):
    mine = {site.name: pages for site, pages in judged.items() if site.parent.name == rule.id}
    assert sum(name.startswith("good") for name in mine) >= 2
    assert sum(name.startswith("bad") for name in mine) >= 2
    assert {mark for pages in mine.values() for _, marks in pages.values() for mark in marks} == set(rule.messages)
