"""A stage on a worker, as the main process sees it."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Sequence

from a11ycheck.browser.navigation_errors import Died, NotReached
from a11ycheck.browser.timeouts import bounded
from a11ycheck.cluster.assets import Packing
from a11ycheck.cluster.connection import Lost, WorkerConnection
from a11ycheck.cluster.messages import (
    Asked,
    Begin,
    Claim,
    Ended,
    Failed,
    Follow,
    Lacks,
    Leave,
    Left,
    Open,
    Ready,
    Refused,
    Reply,
    Said,
    Shots,
    Told,
    go_on,
    progress,
)
from a11ycheck.players.walkthrough import Walkthrough
from a11ycheck.scan.session import Keep, Log, Pictures, SessionSetup, ShownScreen

CLOSING = 30.0
"""Seconds that leaving a stage may take."""


class RemoteSession:
    """A `Session` (playing.py)."""

    def __init__(self, line: WorkerConnection, setting: SessionSetup, packing: Packing) -> None:
        self.line, self._setting, self._packing = line, setting, packing
        self.session_number = setting.session.number if setting.session else 0
        self.obeys = True
        self._name = uuid.uuid4().hex

    async def open(self, *, alone: bool) -> None:
        """Set it up; what the worker lacks is sent first. Raises Lost."""
        setting = self._setting
        kit = self._packing.kit(setting.instruments)
        cargo = await asyncio.to_thread(self._packing.cargo, setting.parcel) if setting.parcel else None
        asked = Open(self._name, setting.target, kit, alone, setting.access, setting.session, cargo)
        told = await self.line.ask(asked)
        if isinstance(told, Lacks):
            async with self.line.loading:
                told = await self.line.ask(asked)
                if isinstance(told, Lacks):
                    await self.line.load(told.goods, self._packing)
                    told = await self.line.ask(asked)
        if not isinstance(told, Ready):
            raise Lost(told.error if isinstance(told, Failed) else "")

    async def close(self) -> None:
        """Leave it; a worker that is gone has left it already."""
        if not self.line.gone.is_set():
            await bounded(self._left(), CLOSING)

    async def _left(self) -> None:
        try:
            told = await self.line.ask(Leave(self._name), CLOSING)
        except Lost:
            return
        if isinstance(told, Left):
            for root, names in told.missing.items():
                if root in self._setting.missing:
                    self._setting.missing[root].update(names)
            for event in told.events:
                self._setting.log.add(event)

    async def visit(self, walkthrough: Walkthrough, keep: Keep, log: Log) -> None:
        """As `Session`; the worker walks the walkthrough, and here is decided what it asks."""
        said = await self._ask(Begin(self._name, walkthrough.page, walkthrough.states, progress(walkthrough)))
        while True:
            go_on(walkthrough, said.progress)
            match said.what:
                case ShownScreen():
                    said = await self._shown(said.what, keep)
                case Claim(place, structure, address):
                    said = await self._answer(await self._setting.claims(walkthrough, place, structure, address))
                case Follow(address):
                    said = await self._answer(await self._setting.follow(address))
                case Shots():
                    said = await self._answer(None)
                case Ended() as ended:
                    for event in ended.events:
                        log.add(event)
                    self.obeys = ended.obeys
                    if trouble := ended.trouble():
                        raise trouble
                    return

    async def _shown(self, look: ShownScreen, keep: Keep) -> Said:
        """Hand a screen over; what is said after that."""
        after: list[Said] = []

        async def take(wanted: Sequence[int]) -> Pictures:
            after.append(await self._answer(tuple(wanted)))
            shots = after[0].what
            return shots.pictures if isinstance(shots, Shots) else {}

        try:
            await keep(look, take)
        except NotReached as error:
            return await self._answer(Refused(error.why, dict(error.data)))
        return after[0] if after else await self._answer(())

    async def _answer(self, value: object) -> Said:
        return await self._ask(Reply(self._name, value))

    async def _ask(self, asked: Asked) -> Said:
        try:
            told: Told = await self.line.ask(asked)
        except Lost as error:
            self.obeys = False
            self.line.gone.set()
            raise Died("worker-lost") from error
        if isinstance(told, Said):
            return told
        self.obeys = False
        raise Died("worker-failed", error=told.error if isinstance(told, Failed) else "")
