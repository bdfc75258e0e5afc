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
from a11ycheck.cluster.connection import WorkerConnection, WorkerLost
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
from a11ycheck.cluster.walk_progress import apply_progress, progress_of
from a11ycheck.players.walkthrough import Walkthrough
from a11ycheck.scan.session import KeepScreen, Log, Pictures, SessionSetup, ShownScreen

CLOSE_TIMEOUT = 30.0
"""Seconds that closing a session may take."""


class RemoteSession:
    """A `Session` (scan/session.py). The worker visits the pages; what depends on the whole scan is decided here."""

    def __init__(self, connection: WorkerConnection, setup: SessionSetup, packed: PackedAssets) -> None:
        self.connection = connection
        self._setup, self._packed = setup, packed
        self.login_number = setup.login.number if setup.login else 0
        self.is_usable = True
        self._id = uuid.uuid4().hex

    async def open(self, *, isolated: bool) -> None:
        """Open the session, in a browser of its own when `isolated`. Assets that the worker lacks are sent first.

        Raises WorkerLost, or ClusterError when an asset is too large.
        """
        setup = self._setup
        request = OpenSession(
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
                    await self.connection.send(answer.assets, self._packed)
                    answer = await self.connection.ask(request)
        if not isinstance(answer, Ready):
            raise WorkerLost(answer.error if isinstance(answer, Failed) else "")

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

    async def visit(self, walkthrough: Walkthrough, keep: KeepScreen, log: Log) -> None:
        """Let the worker visit a page, and reply to each step of the visit. Raises as any session does."""
        step = await self._next_step(
            VisitPage(self._id, walkthrough.page, walkthrough.states, progress_of(walkthrough))
        )
        while True:
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
        following: list[VisitStep] = []

        async def take_pictures(wanted: Sequence[int]) -> Pictures:
            following.append(await self._reply(tuple(wanted)))
            content = following[0].content
            return content.pictures if isinstance(content, TakenPictures) else {}

        try:
            await keep(screen, take_pictures)
        except NotReached as error:
            return await self._reply(ScreenRefused(error.why, dict(error.data)))
        return following[0] if following else await self._reply(())

    async def _reply(self, reply: StepReply) -> VisitStep:
        return await self._next_step(ContinueVisit(self._id, reply))

    async def _next_step(self, request: WorkerRequest) -> VisitStep:
        """Return the next step of the visit. Raises Died when the worker is lost or fails."""
        try:
            answer = await self.connection.ask(request)
        except WorkerLost as error:
            self.is_usable = False
            self.connection.gone.set()
            raise Died("worker-lost") from error
        if isinstance(answer, VisitStep):
            return answer
        self.is_usable = False
        raise Died("worker-failed", error=answer.error if isinstance(answer, Failed) else "")
