"""What runs in each worker: a browser that stays open between screens, and the stages that play in it."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack

from a11ycheck.browser.browser import Browser
from a11ycheck.browser.chromium import find
from a11ycheck.browser.navigation_errors import first_line
from a11ycheck.cluster.messages import Asked, Begin, Failed, Greet, Lacks, Leave, Left, Load, Open, Ready, Told
from a11ycheck.cluster.worker_assets import WorkerAssets
from a11ycheck.cluster.worker_session import WorkerSession
from a11ycheck.errors import A11yCheckError
from a11ycheck.text.words import read_words

REST = 900.0
"""Seconds without a word after which a stage, and with the last one the browser, is left: nobody is there any more."""


class Worker:
    """One for each process. Every answer is plain data: an exception would make Dask log what was asked."""

    def __init__(self) -> None:
        self._goods = WorkerAssets()
        self._acts: dict[str, WorkerSession] = {}
        self._exits: dict[str, AsyncExitStack] = {}
        self._browsers: dict[bool, Browser] = {}
        self._lock = asyncio.Lock()
        self._resting: asyncio.TimerHandle | None = None

    async def told(self, asked: Asked) -> Told:
        """Do what is asked."""
        if self._resting:
            self._resting.cancel()
        self._resting = asyncio.get_running_loop().call_later(REST, lambda: asyncio.ensure_future(self._rest()))
        match asked:
            case Greet():
                return Ready((await self._browser(False)).version)
            case Load():
                await asyncio.to_thread(self._goods.add, asked.good, asked.part, asked.last)
                return Ready()
            case Open():
                return await self._open(asked)
            case Leave():
                return await self._leave(asked.stage)
        act = self._acts.get(asked.stage)
        if act is None:
            return Failed("this stage was left")
        return await (act.begin(asked) if isinstance(asked, Begin) else act.answer(asked.value))

    async def _open(self, asked: Open) -> Told:
        cargo = asked.cargo
        goods = (asked.kit, *((cargo.package, cargo.h5p_player) if cargo else ()))
        lacking = [good for good in goods if good and not await asyncio.to_thread(self._goods.has, good)]
        if lacking:
            return Lacks(tuple(lacking))
        source = await asyncio.to_thread(self._goods.source, cargo) if cargo else None
        closed = bool(source and source.network)
        leaving = self._exits[asked.stage] = AsyncExitStack()
        if source:
            leaving.callback(source.close)
        browser = await self._browser(closed)
        if asked.alone:
            browser = await leaving.enter_async_context(browser.alone())
        self._acts[asked.stage] = WorkerSession(asked, browser, self._goods.kit(asked.kit), source)
        await self._acts[asked.stage].open()
        return Ready()

    async def _leave(self, stage: str) -> Left:
        act, leaving = self._acts.pop(stage, None), self._exits.pop(stage, None)
        left = await act.leave() if act else Left((), {})
        if leaving:
            await leaving.aclose()
        return left

    async def _browser(self, closed: bool) -> Browser:
        async with self._lock:
            if closed not in self._browsers:
                self._browsers[closed] = await Browser(await asyncio.to_thread(find), closed).__aenter__()
            return self._browsers[closed]

    async def _rest(self) -> None:
        for stage in [*self._acts]:
            await self._leave(stage)
        for browser in self._browsers.values():
            await browser.__aexit__(None, None, None)
        self._browsers.clear()
        self._goods.clear()


_WORKERS: list[Worker] = []


async def serve(asked: Asked) -> Told:
    """What Dask calls in a worker's process, in its event loop, beside its tasks."""
    if not _WORKERS:
        _WORKERS.append(Worker())
    try:
        return await _WORKERS[0].told(asked)
    except A11yCheckError as error:
        return Failed(read_words("en").error(error))
    except Exception as error:  # noqa: BLE001 - see Worker
        return Failed(f"{type(error).__name__}: {first_line(error)}")
