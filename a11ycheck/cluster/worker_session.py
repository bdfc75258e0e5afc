"""A session in a worker's process, and the visits that the main process asks of it."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace

from a11ycheck.browser.browser import Browser
from a11ycheck.browser.navigation_errors import NotReached, first_line
from a11ycheck.browser.timeouts import bounded, stopped
from a11ycheck.cluster.answers import SessionClosed, VisitEnded, VisitStep
from a11ycheck.cluster.requests import OpenSession, StepReply, VisitPage
from a11ycheck.cluster.visit_steps import VisitSteps
from a11ycheck.cluster.walk_progress import WalkProgress, apply_progress, progress_of
from a11ycheck.model import Page
from a11ycheck.players.interface import NO_WALK
from a11ycheck.players.walkthrough import Walkthrough
from a11ycheck.scan.exam.instruments import Instruments
from a11ycheck.scan.session import Log, Session, SessionSetup
from a11ycheck.scan.sessions import open_session
from a11ycheck.sources.interface import Source
from a11ycheck.sources.lessons import website_walk_plan

CLOSE_TIMEOUT = 20.0
"""Seconds that closing a session may take."""


class WorkerSession:
    """A `Session` of this computer (scan/session.py) whose visits are reported to the main process step by step.

    `source` is the package that is tested, None for a website.
    """

    def __init__(self, source: Source | None) -> None:
        self._source = source
        self._steps = VisitSteps()
        self._log, self._page_log = Log(), Log()
        self._exit = AsyncExitStack()
        self._session: Session
        self._walkthrough = Walkthrough(Page("", ""), NO_WALK)
        self._visiting: asyncio.Task[None] | None = None
        self._progress: WalkProgress

    async def open(self, request: OpenSession, browser: Browser, instruments: Instruments) -> None:
        """Open the session. Raises BrowserError when the browser gives no tab."""
        setup = SessionSetup(
            target=request.target,
            network=self._source.info.network if self._source else None,
            instruments=instruments,
            log=self._log,
            known={},
            follow=self._steps.follow,
            claims=self._steps.claims,
            access=request.access,
            login=request.login,
        )
        self._session = await self._exit.enter_async_context(await open_session(browser, setup))

    async def begin_visit(self, request: VisitPage) -> VisitStep:
        """Begin to visit a page, and return the first step."""
        plan = self._source.walk_plan(request.page) if self._source else website_walk_plan(request.page)
        self._walkthrough, self._page_log = Walkthrough(request.page, plan, states=request.states), Log()
        apply_progress(self._walkthrough, request.progress)
        self._progress = request.progress
        self._visiting = asyncio.ensure_future(self._visit())
        return await self._next_step()

    async def continue_visit(self, reply: StepReply) -> VisitStep:
        """Continue the visit with the reply to its last step, and return the next one."""
        self._steps.reply(reply)
        return await self._next_step()

    async def close(self) -> SessionClosed:
        """Stop the visit, close the session and return what it gathered."""
        if self._visiting:
            await stopped([self._visiting])
        await bounded(self._exit.aclose(), CLOSE_TIMEOUT)
        missing = self._source.missing_files() if self._source else {}
        return SessionClosed(tuple(self._log.events), {root: dict(names) for root, names in missing.items()})

    async def _next_step(self) -> VisitStep:
        content = await self._steps.next()
        before, self._progress = self._progress, progress_of(self._walkthrough)
        return VisitStep(None if self._progress == before else self._progress, content)

    async def _visit(self) -> None:
        try:
            await self._session.visit(self._walkthrough, self._steps.keep, self._page_log)
            end = VisitEnded()
        except NotReached as error:
            end = VisitEnded.with_error(error)
        except Exception as error:  # noqa: BLE001 - the main process must hear of the end, whatever caused it
            end = VisitEnded("Died", "worker-failed", {"error": first_line(error)})
        self._steps.end(replace(end, events=tuple(self._page_log.events), is_usable=self._session.is_usable))
