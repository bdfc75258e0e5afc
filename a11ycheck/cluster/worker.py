"""What runs in each worker: browsers that stay open between screens, and the sessions in them."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack

from a11ycheck.browser.browser import Browser
from a11ycheck.browser.chromium import find
from a11ycheck.browser.navigation_errors import first_line
from a11ycheck.cluster.answer_codec import encode_answer
from a11ycheck.cluster.answers import Failed, MissingAssets, Ready, SessionClosed, WorkerAnswer
from a11ycheck.cluster.requests import (
    CloseSession,
    ContinueVisit,
    EndAudit,
    OpenSession,
    PackageAssets,
    SendAsset,
    StartBrowser,
    VisitPage,
    WorkerRequest,
)
from a11ycheck.cluster.worker_assets import WorkerAssets
from a11ycheck.cluster.worker_session import WorkerSession
from a11ycheck.errors import A11yCheckError
from a11ycheck.sources import open_package_file
from a11ycheck.sources.interface import Source
from a11ycheck.text.words import read_words

IDLE_TIMEOUT = 900.0
"""Seconds without a request after which sessions and browsers are closed: the main process must be gone."""


class Worker:
    """One for each process. Every answer is plain data: an exception would make Dask log the request."""

    def __init__(self) -> None:
        self._assets = WorkerAssets()
        self._sessions: dict[str, WorkerSession] = {}
        self._exits: dict[str, AsyncExitStack] = {}
        self._browsers: dict[bool, Browser] = {}
        self._starting = asyncio.Lock()
        self._idle_timer: asyncio.TimerHandle | None = None

    async def answer(self, request: WorkerRequest) -> WorkerAnswer:
        """Carry out a request."""
        if self._idle_timer:
            self._idle_timer.cancel()
        loop = asyncio.get_running_loop()
        self._idle_timer = loop.call_later(IDLE_TIMEOUT, lambda: asyncio.ensure_future(self._close_all()))
        match request:
            case StartBrowser():
                return Ready((await self._browser(closed_network=False)).version)
            case SendAsset():
                await asyncio.to_thread(self._assets.add, request)
                return Ready()
            case EndAudit():
                await asyncio.to_thread(self._assets.end, request.audit)
                return Ready()
            case OpenSession():
                return await self._open_session(request)
            case CloseSession():
                return await self._close_session(request.session_id)
            case VisitPage() | ContinueVisit():
                return await self._visit(request)

    async def _open_session(self, request: OpenSession) -> WorkerAnswer:
        lacking: list[str] = []
        for asset in request.assets:
            if not await asyncio.to_thread(self._assets.has, request.audit, asset):
                lacking.append(asset.digest)
        if lacking:
            return MissingAssets(tuple(lacking))
        source = await self._open_package(request.package) if request.package else None
        exits = self._exits[request.session_id] = AsyncExitStack()
        if source:
            exits.callback(source.close)
        browser = await self._browser(closed_network=bool(source and source.info.network))
        if request.isolated:
            browser = await exits.enter_async_context(browser.new_instance())
        session = WorkerSession(source)
        await session.open(request, browser, self._assets.instruments(request.instruments))
        self._sessions[request.session_id] = session
        return Ready()

    async def _open_package(self, package: PackageAssets) -> Source:
        """Open a package as the main process did. Raises TargetError as there."""
        source = await asyncio.to_thread(open_package_file, self._assets.package_file(package))
        await source.open()
        source.first_pages()
        return source

    async def _visit(self, request: VisitPage | ContinueVisit) -> WorkerAnswer:
        session = self._sessions.get(request.session_id)
        if session is None:
            return Failed("this session was closed")
        if isinstance(request, VisitPage):
            return await session.begin_visit(request)
        return await session.continue_visit(request.reply)

    async def _close_session(self, session_id: str) -> SessionClosed:
        session, exits = self._sessions.pop(session_id, None), self._exits.pop(session_id, None)
        closed = await session.close() if session else SessionClosed((), {})
        if exits:
            await exits.aclose()
        return closed

    async def _browser(self, *, closed_network: bool) -> Browser:
        async with self._starting:
            if closed_network not in self._browsers:
                browser = Browser(await asyncio.to_thread(find), closed_network)
                self._browsers[closed_network] = await browser.__aenter__()
            return self._browsers[closed_network]

    async def _close_all(self) -> None:
        for session_id in [*self._exits]:
            await self._close_session(session_id)
        for browser in self._browsers.values():
            await browser.__aexit__(None, None, None)
        self._browsers.clear()
        self._assets.clear()


_WORKERS: list[Worker] = []


async def serve(request: WorkerRequest) -> bytes:
    """Carry out a request in a worker's process, and return the encoded answer.

    Dask runs this in its event loop, beside its tasks.
    """
    answer = await _answer(request)
    try:
        return await asyncio.to_thread(encode_answer, answer)
    except Exception as error:  # noqa: BLE001 - content of a page made it so
        return encode_answer(Failed(f"the answer about this page cannot be sent: {first_line(error)}"))


async def _answer(request: WorkerRequest) -> WorkerAnswer:
    if not _WORKERS:
        _WORKERS.append(Worker())
    try:
        return await _WORKERS[0].answer(request)
    except A11yCheckError as error:
        return Failed(read_words("en").error(error))
    except Exception as error:  # noqa: BLE001 - see Worker
        return Failed(f"{type(error).__name__}: {first_line(error)}")
