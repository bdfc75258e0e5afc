"""A session on a worker, as the main process sees it."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Sequence

from a11ycheck.browser.navigation_errors import Died, NotReached
from a11ycheck.browser.timeouts import bounded
from a11ycheck.cluster.answers import (
    Failed,
    MayOpenLink,
    MayTryBehaviour,
    MissingAssets,
    Ready,
    SessionClosed,
    TakenPictures,
    VisitEnded,
    VisitStep,
)
from a11ycheck.cluster.connection import WorkerConnection, WorkerLost, WorkerRefused
from a11ycheck.cluster.packed_assets import PackedAssets
from a11ycheck.cluster.requests import (
    CloseSession,
    ContinueVisit,
    OpenSession,
    ScreenRefused,
    StepReply,
    VisitPage,
    WorkerRequest,
)
from a11ycheck.cluster.scheduler import LONGEST_REASON
from a11ycheck.cluster.walk_progress import apply_progress, progress_of
from a11ycheck.model import Event
from a11ycheck.players.walkthrough import Walkthrough
from a11ycheck.scan.session import KeepScreen, Log, Pictures, SessionSetup, ShownScreen
from a11ycheck.text.plain import one_line

CLOSE_TIMEOUT = 30.0
"""Seconds that closing a session may take."""
MOST_STEPS = 50_000
"""Steps of one visit. A course of 500 screens takes about ten for each."""


class RemoteSession:
    """A `Session` (scan/session.py). The worker visits the pages; what depends on the whole scan is decided here."""

    def __init__(self, connection: WorkerConnection, setup: SessionSetup, packed: PackedAssets, audit: str) -> None:
        self.connection = connection
        self._setup, self._packed, self._audit = setup, packed, audit
        self.login_number = setup.login.number if setup.login else 0
        self.is_usable = True
        self._id = uuid.uuid4().hex
        self._log, self._steps = setup.log, 0
        instruments = setup.instruments
        self._rules = {*instruments.axe_rules, *(rule.id for rule in instruments.compiled.rules)}

    async def open(self, *, isolated: bool) -> None:
        """Open the session, in a browser of its own when `isolated`. Assets that the worker lacks are sent first.

        Raises WorkerLost, or ClusterError when an asset is too large.
        """
        setup = self._setup
        request = OpenSession(
            self._audit,
            self._id,
            setup.target,
            self._packed.instruments(setup.instruments),
            isolated,
            setup.access,
            setup.login,
            await asyncio.to_thread(self._packed.package, setup.package_file) if setup.package_file else None,
        )
        answer = await self.connection.ask(request)
        if isinstance(answer, MissingAssets):
            async with self.connection.sending:
                answer = await self.connection.ask(request)  # another session may have sent them meanwhile
                if isinstance(answer, MissingAssets):
                    # Only what this session needs, whatever the worker asks for.
                    missing = [asset for asset in request.assets if asset.digest in answer.digests]
                    await self.connection.send(self._audit, missing, self._packed)
                    answer = await self.connection.ask(request)
        if not isinstance(answer, Ready):
            raise WorkerLost(one_line(answer.error, LONGEST_REASON) if isinstance(answer, Failed) else "")

    async def close(self) -> None:
        """Close the session; nothing needs closing when the worker is gone."""
        if not self.connection.gone.is_set():
            await bounded(self._close(), CLOSE_TIMEOUT)

    async def _close(self) -> None:
        try:
            answer = await self.connection.ask(CloseSession(self._id), CLOSE_TIMEOUT)
        except WorkerLost:
            return
        if isinstance(answer, SessionClosed):
            for root, names in answer.missing_files.items():
                if root in self._setup.missing:
                    self._setup.missing[root].update(names)
            for event in answer.events:
                self._setup.log.add(event)

    def refuse(self, reason: str) -> Died:
        """Take nothing more from the worker, say so in the report, and return the error for the page."""
        self.is_usable = False
        self.connection.gone.set()
        self._log.add(Event("worker", self.connection.address, reason, self._setup.target))
        return Died("worker-refused", error=reason)

    async def visit(self, walkthrough: Walkthrough, keep: KeepScreen, log: Log) -> None:
        """Let the worker visit a page, and reply to each step of the visit. Raises as any session does."""
        self._log, self._steps = log, 0
        step = await self._next_step(
            VisitPage(self._id, walkthrough.page, walkthrough.states, progress_of(walkthrough))
        )
        while True:
            if step.progress:
                apply_progress(walkthrough, step.progress)
            match step.content:
                case ShownScreen() as screen:
                    step = await self._hand_over(screen, keep)
                case MayTryBehaviour(place, structure, address):
                    step = await self._reply(await self._setup.claims(walkthrough, place, structure, address))
                case MayOpenLink(address):
                    step = await self._reply(await self._setup.follow(address))
                case TakenPictures():
                    step = await self._reply(None)
                case VisitEnded() as end:
                    for event in end.events:
                        log.add(event)
                    self.is_usable = end.is_usable
                    if error := end.error():
                        raise error
                    return

    async def _hand_over(self, screen: ShownScreen, keep: KeepScreen) -> VisitStep:
        """Hand a screen over, and return the step that follows it."""
        if unknown := {hit.rule for hit in screen.seen.judged.hits} - self._rules:
            raise self.refuse(f"{len(unknown)} rules that do not run")
        following: list[VisitStep] = []

        async def take_pictures(wanted: Sequence[int]) -> Pictures:
            following.append(await self._reply(tuple(wanted)))
            content = following[0].content
            if not isinstance(content, TakenPictures):
                return {}
            if not content.pictures.keys() <= set(wanted):
                raise self.refuse("pictures that were not asked for")
            return content.pictures

        try:
            await keep(screen, take_pictures)
        except Died:
            raise
        except NotReached as error:
            return await self._reply(ScreenRefused(error.why, dict(error.data)))
        return following[0] if following else await self._reply(())

    async def _reply(self, reply: StepReply) -> VisitStep:
        return await self._next_step(ContinueVisit(self._id, reply))

    async def _next_step(self, request: WorkerRequest) -> VisitStep:
        """Return the next step of the visit. Raises Died when the worker is lost or fails."""
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise self.refuse(f"more than {MOST_STEPS} steps")
        try:
            answer = await self.connection.ask(request)
        except WorkerRefused as error:
            raise self.refuse(str(error)) from error
        except WorkerLost as error:
            self.is_usable = False
            self.connection.gone.set()
            raise Died("worker-lost") from error
        if isinstance(answer, VisitStep):
            return answer
        self.is_usable = False
        raise Died("worker-failed", error=one_line(answer.error, LONGEST_REASON) if isinstance(answer, Failed) else "")
