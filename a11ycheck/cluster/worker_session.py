"""A worker's half of the conversation about one stage."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import Any

from a11ycheck.browser.browser import Browser
from a11ycheck.browser.navigation_errors import Busy, NotReached, first_line
from a11ycheck.browser.timeouts import bounded, stopped
from a11ycheck.cluster.messages import Begin, Claim, Ended, Follow, Left, Open, Refused, Said, Shots, go_on, progress
from a11ycheck.model import Page
from a11ycheck.players.interface import STAY
from a11ycheck.players.walkthrough import Walkthrough
from a11ycheck.scan.browser_session import BrowserSession
from a11ycheck.scan.screen_exam import Instruments
from a11ycheck.scan.session import Log, SessionSetup, ShownScreen, Take
from a11ycheck.sources.interface import Incomplete, Source
from a11ycheck.sources.lessons import lesson_way


class WorkerSession:
    """A stage, and what is said while a page plays on it: one thing at a time, each answered before the next."""

    def __init__(self, asked: Open, browser: Browser, instruments: Instruments, source: Source | None) -> None:
        self._source = source
        self._whole = Log()
        self._page = Log()
        setting = SessionSetup(
            asked.target,
            source.network if source else None,
            instruments,
            self._whole,
            {},
            self._follow,
            self._claims,
            asked.access,
            asked.session,
        )
        self._stage = BrowserSession(browser, setting)
        self._exit = AsyncExitStack()
        self._said: asyncio.Queue[ShownScreen | Claim | Follow | Shots | Ended] = asyncio.Queue()
        self._answer: asyncio.Future[Any] | None = None
        self._one = asyncio.Lock()
        self._playing: asyncio.Task[None] | None = None
        self._tour = Walkthrough(Page("", ""), STAY)

    async def open(self) -> None:
        """Raises BrowserError when there is no page to be had."""
        await self._exit.enter_async_context(self._stage)

    async def begin(self, asked: Begin) -> Said:
        """Begin a visit; the first that is said of it."""
        way = self._source.way(asked.page) if self._source else lesson_way(asked.page)
        self._tour, self._page = Walkthrough(asked.page, way, states=asked.states), Log()
        go_on(self._tour, asked.progress)
        self._playing = asyncio.ensure_future(self._play())
        return await self._next()

    async def answer(self, value: object) -> Said:
        """Answer what was said last; what is said then."""
        if self._answer and not self._answer.done():  # else the visit ended while nobody answered
            self._answer.set_result(value)
        return await self._next()

    async def leave(self) -> Left:
        """Close the stage, whatever plays there."""
        if self._playing:
            await stopped([self._playing])
        await bounded(self._exit.aclose(), 20)
        missing: dict[str, dict[str, int]] = {}
        if isinstance(self._source, Incomplete):
            missing |= {root: dict(names) for root, names in self._source.missing().items()}
        return Left(tuple(self._whole.events), missing)

    async def _next(self) -> Said:
        what = await self._said.get()
        return Said(progress(self._tour), what)

    async def _ask(self, what: ShownScreen | Claim | Follow | Shots) -> Any:
        async with self._one:
            self._answer = asyncio.get_running_loop().create_future()
            self._said.put_nowait(what)
            return await self._answer

    async def _play(self) -> None:
        try:
            await self._stage.visit(self._tour, self._keep, self._page)
            ended = Ended()
        except NotReached as error:
            seconds = error.seconds if isinstance(error, Busy) else None
            ended = Ended(type(error).__name__, error.why, dict(error.data), seconds)
        except Exception as error:  # noqa: BLE001 - whatever it is, the main process must hear of it
            ended = Ended("Died", "worker-failed", {"error": first_line(error)})
        self._said.put_nowait(replace(ended, events=tuple(self._page.events), obeys=self._stage.obeys))

    async def _keep(self, look: ShownScreen, take: Take) -> None:
        wanted = await self._ask(look)
        if isinstance(wanted, Refused):
            raise NotReached(wanted.why, **wanted.data)
        if wanted:
            await self._ask(Shots(await take(wanted)))

    async def _claims(self, _: Walkthrough, place: Page, structure: str, address: str) -> bool:
        return bool(await self._ask(Claim(place, structure, address)))

    async def _follow(self, address: str) -> bool:
        return bool(await self._ask(Follow(address)))
