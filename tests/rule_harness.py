"""Judge HTML files with rules in a real browser, and read what the files say is to be found."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import groupby
from pathlib import Path

import pytest
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page

from a11ycheck.browser.frames import Frames
from a11ycheck.browser.timeouts import bounded
from a11ycheck.evidence import hits
from a11ycheck.evidence.reasons import LEAVES_COMPLETE
from a11ycheck.judging.axe import read_axe
from a11ycheck.judging.compiled_rules import compile_rules
from a11ycheck.judging.rule_files import placeholders
from a11ycheck.model import Rule
from a11ycheck.scan.exam.context import ExamContext
from a11ycheck.scan.exam.instruments import Instruments
from a11ycheck.scan.exam.screen_exam import ScreenExam
from fixtures.sites.serving import serving_files
from tests.shared_browser import open_browser, run


async def any_link(_: str) -> bool:
    """Allow every link to be opened: examples link to other examples."""
    return True


async def any_screen(_: str, __: str) -> bool:
    """Try behaviour on every example."""
    return True


Found = tuple[str, str]
"""A message key or what went wrong, and the `data-expect` of the element it is about ("" when that has none)."""
Judgement = tuple[list[Found], list[str]]
"""What the rules found on a page, and every `data-expect` on it."""

PATIENCE = 8.0
"""Factor for the time limits of behaviours, because the computer runs other tests too."""
ALONE = 2
"""How often a page is judged again, alone, when something else was found than it marks."""
AT_ONCE = 4
"""Pages that are open at the same time: each spends much of its time waiting until it is quiet."""

# Selectors as reports give them: " >>> " enters a shadow root.
_EXPECTED = """target => target.split(" >>> ").reduce(
  (found, part) => (found.shadowRoot || found).querySelector(part), document).getAttribute("data-expect") || "" """
ALL_EXPECTED = """() => {
  const found = [];
  const read = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.hasAttribute("data-expect")) found.push(element.getAttribute("data-expect"));
      if (element.shadowRoot) read(element.shadowRoot);
    }
  };
  read(document);
  return found;
}"""


def judge_files(folder: Path, files: Iterable[Path], rules: Sequence[Rule]) -> dict[Path, Judgement]:
    """Return per file what the rules found and every `data-expect` in it; serve the folder on loopback."""
    with serving_files(folder) as url:
        return run(_judge_files(f"{url}/", folder, list(files), rules))


async def judge_page(page: Page, rules: Sequence[Rule]) -> hits.Judgement:
    """Return what some rules say about a page that is open, in all its frames."""
    session = await page.context.new_cdp_session(page)
    instruments = Instruments(read_axe(), (), compile_rules(rules), patience=PATIENCE)
    context = ExamContext(Frames(page, session), instruments, follow=any_link, claim=any_screen)
    judged = (await ScreenExam(context).run()).judged
    await bounded(session.detach())
    return judged


async def judge_html(page: Page, url: str, rules: Sequence[Rule]) -> Judgement:
    """Open a page; return what some rules find on it, and every `data-expect` in it."""
    await page.goto(url)
    judged = await judge_page(page, rules)
    found = [(hit.key, await page.evaluate(_EXPECTED, hit.target)) for hit in judged.hits]
    # No example marks a message without its data, a check that throws or a behaviour that was stopped.
    found += [(sentence, "") for sentence in unfilled(judged.hits, rules)]
    found += [
        (f"{row.what}: {row.why}", row.detail)
        for row in judged.untested
        if row.why not in {"bounded", *LEAVES_COMPLETE}
    ]
    return found, await page.evaluate(ALL_EXPECTED)


async def _judge_files(base: str, folder: Path, files: list[Path], rules: Sequence[Rule]) -> dict[Path, Judgement]:
    """Judge the examples of each rule one after the other in one page: a page of their own costs as much as judging."""
    async with open_browser() as browser:
        room = asyncio.Semaphore(AT_ONCE)
        judged: dict[Path, Judgement] = {}

        async def judge(examples: Iterable[Path]) -> None:
            context = await browser.new_context(viewport={"width": 1280, "height": 800})
            page = await context.new_page()
            for file in examples:
                its_rules = [rule for rule in rules if rule.id == file.parent.name]
                judged[file] = await judge_html(page, base + file.relative_to(folder).as_posix(), its_rules)
            await bounded(context.close())

        async def judge_beside_others(examples: Iterable[Path]) -> None:
            async with room:
                with suppress(PlaywrightError):
                    await judge(examples)

        groups = [list(group) for _, group in groupby(files, lambda file: file.parent)]
        await asyncio.gather(*map(judge_beside_others, groups))
        # Beside others, a page may be too slow for what waits only so long: judge it again alone.
        for file in files:
            for _ in range(ALONE):
                if file in judged and _as_marked(judged[file]):
                    break
                await judge([file])
        return judged


def _as_marked(judged: Judgement) -> bool:
    found, expected = judged
    return all(message == mark for message, mark in found) and sorted(mark for _, mark in found) == sorted(expected)


def unfilled(hits_: Iterable[hits.Hit], rules: Iterable[Rule]) -> list[str]:
    """Return a sentence for each name in braces for which a hit has no data: a report would show no message."""
    texts = {rule.id: rule.text.messages for rule in rules}
    missing = [
        (hit, name) for hit in hits_ for name in sorted(placeholders(texts[hit.rule][hit.key]) - hit.data.keys())
    ]
    return [
        f"{hit.rule}: the message `{hit.key}` says {{{name}}}, and the hit's data has no `{name}` "
        f"(it has: {', '.join(hit.data) or 'nothing'}). Add it to `data` in check.js, or change en.md and nl.md."
        for hit, name in missing
    ]


def selected_rules(request: pytest.FixtureRequest) -> set[str]:
    """Return the ids of the rules that the selected tests of a module are about: `-k` costs only what it selects."""
    selected = set()
    for item in request.session.items:
        if item.path == request.path:
            given = getattr(item, "callspec", None)
            for value in given.params.values() if given else ():
                selected.add(value.id if isinstance(value, Rule) else value.parent.name)
    return selected
