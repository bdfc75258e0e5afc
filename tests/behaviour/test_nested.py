"""What is found on a page is also found when the page is in a frame of another, or in a shadow root."""

import asyncio
import re
from itertools import groupby

import pytest

from a11ycheck.behaviour import BEHAVIOURS
from a11ycheck.content import RULES
from a11ycheck.judging.compiled_rules import needs_behaviour
from a11ycheck.judging.rules import read_rules
from tests.rule_harness import ALL_EXPECTED, ALONE, AT_ONCE, judge_page
from tests.shared_browser import open_browser, run
from tests.site_server import Reply, serving

pytestmark = [pytest.mark.browser, pytest.mark.early]

OF_THE_WINDOW = {"skip-link-works", "time-limit"}
"""Rules about the page that stands in the window itself."""
QUESTIONS = {"no-switch": "look-for-switch"}
"""What is a question in a frame: a switch may stand outside it."""
TRIED = [
    rule
    for rule in read_rules("en")
    if needs_behaviour(rule)
    and rule.id not in OF_THE_WINDOW
    and "asked" not in {BEHAVIOURS[name].profile for name in rule.needs if name in BEHAVIOURS}
]
OUTER = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Course</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>html, body { margin: 0; height: 100% } iframe { border: 0; width: 100%; height: 100% }</style></head>
<body><iframe title="Lesson" src="/PAGE"></iframe></body></html>"""


def shadowed(page):
    """The page with all that it shows in a shadow root; None where its script would not find it there, or where a
    window opens, after which Chromium's Tab begins elsewhere."""
    head, body, rest = re.fullmatch(r"(.*<body[^>]*>)(.*)(</body>.*)", page, re.S).groups()
    if re.search(r"<script|document\.|\bid=|window\.open", body):
        return None
    styles = "".join(re.findall(r"<style.*?</style>", head, re.S))
    return f'{head}<div><template shadowrootmode="open">{styles}{body}</template></div>{rest}'


def pages():
    """By path what a server gives: each example, and where it stands deeper."""
    found = {}
    for rule in TRIED:
        for file in (RULES / rule.id).iterdir():
            if file.suffix == ".html":
                found[f"/{rule.id}/{file.name}"] = file.read_text(encoding="utf-8")
            elif not file.is_dir():
                found[f"/{rule.id}/{file.name}"] = Reply(file.read_bytes(), headers={"Content-Type": ""})
        for name in ("good.html", "bad.html"):
            page = found[f"/{rule.id}/{name}"]
            found[f"/{rule.id}/frame-{name}"] = OUTER.replace("PAGE", f"{rule.id}/{name}")
            if inside := shadowed(page):
                found[f"/{rule.id}/shadow-{name}"] = inside
    return found


def there(path, marked):
    """What is to be found there, of what the page marks."""
    return sorted(QUESTIONS.get(mark, mark) if "/frame-" in path else mark for mark in marked)


PAGES = pages()
DEEPER = [path for path in PAGES if re.search(r"/(frame|shadow)-", path)]


@pytest.fixture(scope="module")
def judged():
    """By path the messages that were given, and those that the page marks."""
    rules = {rule.id: rule for rule in TRIED}
    judged = {}

    async def marks(tab):
        """Some pages take away what they mark, others mark it only then."""
        return [mark for frame in tab.frames for mark in await frame.evaluate(ALL_EXPECTED)]

    async def judge(browser, base, paths):
        context = await browser.new_context(viewport={"width": 1280, "height": 800})
        tab = await context.new_page()
        for path in paths:
            await tab.goto(base + path)
            before = await marks(tab)
            found = await judge_page(tab, [rules[path.split("/")[1]]])
            marked = max(before, await marks(tab), key=len)
            judged[path] = sorted(hit.key for hit in found.hits), sorted(marked)
        await context.close()

    async def judge_all(base):
        async with open_browser() as browser:
            room = asyncio.Semaphore(AT_ONCE)

            async def judge_beside_others(paths):
                async with room:
                    await judge(browser, base, paths)

            groups = [list(group) for _, group in groupby(DEEPER, lambda path: path.split("/")[1])]
            await asyncio.gather(*map(judge_beside_others, groups))
            for path in DEEPER:  # again alone when it may have been too slow, as in rule_harness.py
                for _ in range(ALONE):
                    if judged[path][0] != there(path, judged[path][1]):
                        await judge(browser, base, [path])

    with serving(PAGES) as site:
        run(judge_all(site.url))
    return judged


@pytest.mark.parametrize("path", DEEPER)
def test_it_is_found_there_too(judged, path):
    found, marked = judged[path]
    assert found == there(path, marked)
    assert bool(marked) == ("bad" in path)
