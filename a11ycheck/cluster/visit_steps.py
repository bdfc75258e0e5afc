"""The conversation about a visit, on the worker's side: each step waits for the reply of the main process."""

from __future__ import annotations

import asyncio

from a11ycheck.browser.navigation_errors import NotReached
from a11ycheck.cluster.answers import MayOpenLink, MayTryBehaviour, StepContent, TakenPictures, VisitEnded
from a11ycheck.cluster.requests import ScreenRefused, StepReply
from a11ycheck.model import Page
from a11ycheck.players.walkthrough import Walkthrough
from a11ycheck.scan.session import ShownScreen, TakePictures


class VisitSteps:
    """The steps of the visits of one session, one at a time, each replied to before the next.

    `keep`, `claims` and `follow` are what a session is given (scan/session.py).
    """

    def __init__(self) -> None:
        self._steps: asyncio.Queue[StepContent] = asyncio.Queue()
        self._waiting: asyncio.Future[StepReply] | None = None
        self._one_at_a_time = asyncio.Lock()

    async def next(self) -> StepContent:
        """Return the next step, as soon as there is one."""
        return await self._steps.get()

    def reply(self, reply: StepReply) -> None:
        """Reply to the last step."""
        if self._waiting and not self._waiting.done():  # the visit may have ended before the reply came
            self._waiting.set_result(reply)

    def end(self, end: VisitEnded) -> None:
        """Make the end of the visit its next step."""
        self._steps.put_nowait(end)

    async def keep(self, screen: ShownScreen, take_pictures: TakePictures) -> None:
        """Hand a screen over, then the pictures that are wanted of it. Raises NotReached when it is refused."""
        reply = await self._ask(screen)
        if isinstance(reply, ScreenRefused):
            raise NotReached(reply.why, **reply.data)
        if isinstance(reply, tuple) and reply:
            await self._ask(TakenPictures(await take_pictures(reply)))

    async def claims(self, walkthrough: Walkthrough, place: Page, structure: str, address: str) -> bool:  # noqa: ARG002
        """Ask whether to try the behaviour of a screen."""
        return bool(await self._ask(MayTryBehaviour(place, structure, address)))

    async def follow(self, address: str) -> bool:
        """Ask whether a link may be opened now."""
        return bool(await self._ask(MayOpenLink(address)))

    async def _ask(self, step: StepContent) -> StepReply:
        async with self._one_at_a_time:
            self._waiting = asyncio.get_running_loop().create_future()
            self._steps.put_nowait(step)
            return await self._waiting
