"""The examples of rules about a whole site are small sites: what their pages mark is found there, and nothing else."""

import asyncio
import json
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from a11ycheck.axe import read_axe
from a11ycheck.browser import Browser
from a11ycheck.chromium import find
from a11ycheck.content import RULES
from a11ycheck.frames import Frames
from a11ycheck.gather import Gathered, Seen
from a11ycheck.judge import build_bench
from a11ycheck.model import Page, Skipped
from a11ycheck.rules import read_rules
from a11ycheck.screen import Instruments, examine
from a11ycheck.site import judge_site
from tests.rule_harness import ALL_EXPECTED, AT_ONCE, Quiet

SITE_RULES = [rule for rule in read_rules("en") if rule.scope == "site"]
SITES = sorted(path for rule in SITE_RULES for path in (RULES / rule.id).iterdir() if path.is_dir())
PLACES = {"kind": "website", "organisation": {}, "left": []}
"""What site.json of an example may say of the site: its kind, what its owner says, why pages were left out."""

Judged = dict[str, tuple[list[str], list[str]]]
"""Per page: the messages found, and those marked."""


@pytest.fixture(scope="module")
def judged() -> dict[Path, Judged]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(RULES))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            return asyncio.run(judge_sites(f"http://127.0.0.1:{server.server_port}/"))
        finally:
            server.shutdown()


async def judge_sites(base: str) -> dict[Path, Judged]:
    async with Browser(find()) as browser:
        room = asyncio.Semaphore(AT_ONCE)

        async def judge(site: Path) -> Judged:
            async with room:
                return await judge_one(browser, base, site)

        return dict(zip(SITES, await asyncio.gather(*map(judge, SITES)), strict=True))


async def judge_one(browser: Browser, base: str, site: Path) -> Judged:
    rules = [rule for rule in SITE_RULES if rule.id == site.parent.name]
    said = PLACES | (json.loads((site / "site.json").read_text("utf-8")) if (site / "site.json").is_file() else {})
    bench = build_bench(rules)
    gathered = Gathered(site.name, said["kind"], "", "")
    gathered.left_out = [Skipped(base, why, "") for why in said["left"]]
    marked: dict[str, list[str]] = {}
    context = await browser.context(viewport={"width": 1280, "height": 800})
    tab = await context.new_page()
    frames = Frames(tab, await context.new_cdp_session(tab))
    for file in sorted(site.rglob("*.html")):
        url = base + file.relative_to(RULES).as_posix()
        await tab.goto(url)
        one = await examine(frames, "", Instruments(read_axe(), (), bench), patience=0)
        page = Page(url, url, depth=len(gathered.pages))
        gathered.pages.append(page)
        gathered.seen[page] = [Seen(page, "", one.title, one.judged, {}, facts=one.facts)]
        marked[url] = await tab.evaluate(ALL_EXPECTED)
    await context.close()
    gathered.skipped = {
        page: {page: Skipped(page.url, one["why"], "", data={"status": one.get("status", "")})}
        for one in said.get("unread", [])
        for page in [
            Page(
                f"{base}{site.relative_to(RULES).as_posix()}/{one['url']}",
                f"{base}{site.relative_to(RULES).as_posix()}/{one['url']}",
            )
        ]
    }
    await judge_site(browser, bench, gathered, said["organisation"])
    found = {page.url: gathered.seen[page][0].judged for page in gathered.pages}
    assert not [row for one in found.values() for row in one.untested], "a check that throws is reported here"
    return {url.removeprefix(base): ([hit.key for hit in one.hits], marked[url]) for url, one in found.items()}


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
