"""The pipeline: targets become pages, pages screens, screens findings; one Report comes out, whatever happens."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol
from urllib.parse import urlsplit

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as Tab

import a11ycheck
from a11ycheck import gather, redact
from a11ycheck.browser import Browser
from a11ycheck.chromium import Chromium
from a11ycheck.errors import BrowserError, UsageError
from a11ycheck.gather import Gathered, Seen
from a11ycheck.model import Event, Evidence, Page, Report, Rule, Settings, Skipped
from a11ycheck.pictures import Album
from a11ycheck.screen import Examined, Instruments
from a11ycheck.sources.interface import Source, Visit
from a11ycheck.stage import Died, Log, NotReached, Shown, Stage
from a11ycheck.words import Words


class Listener(Protocol):
    """Who wants to know how far the scan is."""

    def start(self, target: str, known: int | None) -> None: ...
    def total(self, known: int) -> None: ...
    def screen(self, name: str) -> None: ...
    def done(self, reached: bool) -> None: ...
    def stop(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Plan:
    """How a scan is done, whatever its targets."""

    settings: Settings
    chromium: Chromium
    instruments: Instruments
    rules: Mapping[str, Rule]
    words: Words
    jobs: int = 2
    pictures: bool = True
    foreign_rules: bool = False
    """Whether some rules are a customer's: then their scripts are read once before the scan begins."""


@dataclass(frozen=True, slots=True)
class Order:
    """One target of a scan; `label` tells its findings apart from those of the others."""

    source: Source
    label: str


async def scan(orders: Sequence[Order], plan: Plan, listener: Listener) -> Report:
    """Scan all targets, one after the other. Raises BrowserError when no browser can be started at all.

    When cancelled it stops at once and still returns the report of what was done.
    """
    began, clock = datetime.now(UTC), time.monotonic()
    targets: list[Gathered] = []
    version, interrupted = "", False
    try:
        async with Browser(plan.chromium, no_names=all(order.source.network for order in orders)) as browser:
            version = browser.version
            if plan.foreign_rules:
                await _check_script(browser, plan.instruments.bench.source)
            for order in orders:
                run = _Run(order, plan, listener, browser)
                targets.append(run.gathered)
                try:
                    await run.run()
                except BrowserError:
                    if not any(target.seen for target in targets):
                        raise
    except asyncio.CancelledError:
        interrupted = True
        if task := asyncio.current_task():
            task.uncancel()
    finally:
        listener.stop()
    about = gather.Frame(
        tool=a11ycheck.__version__,
        axe=plan.instruments.axe.version,
        browser=version,
        started=began.isoformat(timespec="seconds"),
        seconds=round(time.monotonic() - clock, 1),
        settings=plan.settings,
        interrupted=interrupted,
    )
    return gather.report(targets, plan.rules, plan.words, about)


async def _check_script(browser: Browser, source: str) -> None:
    """Read the rules' script without running it. Raises UsageError: else each screen would fail with the same error."""
    context = await browser.context()
    session = await context.new_cdp_session(await context.new_page())
    await session.send("Runtime.enable")
    read = await session.send(
        "Runtime.compileScript", {"expression": source, "sourceURL": "rules", "persistScript": False}
    )
    await context.close()
    if trouble := read.get("exceptionDetails"):
        raise UsageError("rule-script", error=trouble["exception"]["description"].splitlines()[0])


@dataclass(slots=True)
class _Run:
    """One target on its way."""

    order: Order
    plan: Plan
    listener: Listener
    browser: Browser
    log: Log = field(default_factory=Log)
    addresses: dict[str, Page] = field(default_factory=dict)
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    next_at: float = 0.0
    gathered: Gathered = field(init=False)
    album: Album = field(init=False)

    def __post_init__(self) -> None:
        source = self.order.source
        self.gathered = Gathered(source.name, source.kind, source.title, self.order.label)
        self.album = Album(self.plan.rules)

    async def run(self) -> None:
        """Level by level, so that the order of the screens never depends on how many run at once."""
        source = self.order.source
        self.listener.start(source.name, source.known())
        level = list(source.first())
        try:
            while level:
                visits = await self._level(level)
                level = list(source.after(visits))
                if known := source.known():
                    self.listener.total(known)
        except BrowserError:
            self._note_untried(level, "browser-lost")
            raise
        finally:
            self._note_untried(level, "interrupted")
            self.gathered.title = source.title
            self.gathered.known = source.known()
            self.gathered.left_out = source.skipped()
            self.gathered.events = tuple(self.log.events)

    async def _level(self, pages: Sequence[Page]) -> list[Visit]:
        """Visit the pages of one level, `jobs` at once; results in the order of the pages."""
        self.gathered.pages += pages
        waiting = list(reversed(pages))
        seen: dict[Page, list[Seen]] = {}
        visits: dict[Page, Visit] = {}
        workers = [
            asyncio.ensure_future(self._work(waiting, seen, visits)) for _ in range(min(self.plan.jobs, len(pages)))
        ]
        try:
            await asyncio.gather(*workers)
        finally:
            for worker in workers:
                worker.cancel()
            await asyncio.gather(*workers, return_exceptions=True)
            for page in pages:
                if page in seen and self._is_first(page, visits.get(page)):
                    self.gathered.seen[page] = seen[page]
        return [visits[page] for page in pages if page in visits]

    def _is_first(self, page: Page, visit: Visit | None) -> bool:
        """Whether no earlier page ended at the same address: a redirect is not a second screen."""
        if visit is None or page.inside:
            return True
        return self.addresses.setdefault(visit.address, page) is page

    async def _work(self, waiting: list[Page], seen: dict[Page, list[Seen]], visits: dict[Page, Visit]) -> None:
        while waiting:
            async with self._stage() as stage:
                while waiting:
                    page = waiting.pop()
                    self.listener.screen(page.title or page.url)
                    obeys = await self._visit(stage, page, seen, visits)
                    self.listener.done(page in seen)
                    if not obeys:
                        break

    async def _visit(self, stage: Stage, page: Page, seen: dict[Page, list[Seen]], visits: dict[Page, Visit]) -> bool:
        """Visit one page; whether the stage can be used again."""
        try:
            await self._try(stage, page, seen, visits)
        except Died:
            self.log.add(Event("browser", page.url, target=self.gathered.name))
            try:
                async with self._stage() as other:
                    await self._try(other, page, seen, visits)
            except NotReached as error:
                self._skip(page, error.why, **error.data)
            return False
        except NotReached as error:
            self._skip(page, error.why, **error.data)
            return not error.hangs
        return True

    async def _try(self, stage: Stage, page: Page, seen: dict[Page, list[Seen]], visits: dict[Page, Visit]) -> None:
        await self._wait_for_turn()
        shown: list[Seen] = []

        async def keep(tab: Tab, screen: Shown) -> None:
            one = screen.examined
            if not screen.state:
                address = one.address if page.inside else tab.url
                if not self.order.source.owns(page, address):
                    raise NotReached("other-site", host=urlsplit(address).hostname or "")
                visits[page] = Visit(page, address, one.links)
            shown.append(Seen(screen.state, one.title, one.judged, await self._pictures(tab, one), one.missing))
            seen[page] = shown

        await stage.visit(page, keep)

    async def _pictures(self, tab: Tab, one: Examined) -> Mapping[int, Evidence]:
        if not self.plan.pictures or one.missing:
            return {}
        try:
            session = await tab.context.new_cdp_session(tab)
            pictures = await self.album.take(session, one.root, one.judged.hits)
            await session.detach()
        except PlaywrightError:
            return {}  # the tab is gone: the findings stand without pictures
        return pictures

    async def _wait_for_turn(self) -> None:
        async with self.turn:
            await asyncio.sleep(max(0.0, self.next_at - time.monotonic()))
            self.next_at = time.monotonic() + self.order.source.pace

    def _stage(self) -> Stage:
        return Stage(self.browser, self.order.source.network, self.plan.instruments, self.log, self.gathered.name)

    def _skip(self, page: Page, why: str, **data: str) -> None:
        self.gathered.skipped[page] = Skipped(redact.url(page.url), why, "", self.gathered.name, data=data)

    def _note_untried(self, pages: Sequence[Page], why: str) -> None:
        """Pages of a level that was broken off."""
        done = {*self.gathered.seen, *self.gathered.skipped, *self.addresses.values()}
        for page in pages:
            if page not in done:
                self._skip(page, why)
