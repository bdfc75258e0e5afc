"""The workers of a Dask scheduler as stages: found, checked, given pages, and missed when they are gone."""

from __future__ import annotations

import asyncio
import importlib.metadata
import time
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from types import TracebackType

from distributed import Client

from a11ycheck.browser.navigation_errors import first_line
from a11ycheck.browser.timeouts import bounded
from a11ycheck.cluster.assets import Packing
from a11ycheck.cluster.connection import Lost, WorkerConnection
from a11ycheck.cluster.messages import Failed, Greet, Ready
from a11ycheck.cluster.remote_session import RemoteSession
from a11ycheck.errors import ClusterError
from a11ycheck.scan.session import SessionSetup

CONNECT = 15.0
"""Seconds for the scheduler to answer, and for its first worker to be there."""
LOOK = 1.0
"""Seconds between two looks at who is there."""
EMPTY = 120.0
"""Seconds that an audit waits for a worker when all are gone: a machine takes its time to start."""
PACKAGE = "a11ycheck"


@dataclass(slots=True)
class Seats:
    """A worker that can be used, and how many more screens at once."""

    line: WorkerConnection
    free: int


class Workers:
    """`async with Workers("tcp://10.0.0.5:8786") as stages`: a `Backend` (playing.py). Raises ClusterError.

    A worker plays as many screens at once as it has threads. It may come late, and leave when it likes.
    """

    most = 256

    def __init__(self, address: str) -> None:
        self._address = address
        self._seats: dict[str, Seats] = {}
        self._refused: set[str] = set()
        self._packing = Packing()
        self._exit = AsyncExitStack()
        self._coming: set[asyncio.Task[None]] = set()
        self._changed = asyncio.Condition()
        self._trouble: ClusterError | None = None
        self._seen = time.monotonic()
        self.browsers: set[str] = set()

    async def __aenter__(self) -> Workers:
        try:
            self._client = client = Client(  # type: ignore[no-untyped-call]
                self._address, asynchronous=True, timeout=CONNECT, set_as_default=False
            )
            self._exit.push_async_callback(_close, client)
            await client
            await self._first()
        except ClusterError:
            await self._exit.aclose()
            raise
        except Exception as error:  # noqa: BLE001 - Dask raises what its transports raise
            await self._exit.aclose()
            reason = first_line(error) or type(error).__name__
            raise ClusterError("cluster-unreachable", address=self._address, reason=reason) from error
        self._watch = asyncio.ensure_future(self._watched())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in (self._watch, *self._coming):
            task.cancel()
        await asyncio.gather(self._watch, *self._coming, return_exceptions=True)
        await self._exit.aclose()

    def stage(self, setting: SessionSetup) -> AbstractAsyncContextManager[RemoteSession]:
        """A stage on the worker with most free seats."""
        return self._staged(setting, beside=False)

    def alone(self, setting: SessionSetup) -> AbstractAsyncContextManager[RemoteSession]:
        """One beside the seats: all these may wait for this page."""
        return self._staged(setting, beside=True)

    @asynccontextmanager
    async def _staged(self, setting: SessionSetup, *, beside: bool) -> AsyncIterator[RemoteSession]:
        while True:
            seats = await self._seat(beside=beside)
            try:
                if remote := await self._opened(seats, setting, alone=beside):
                    try:
                        yield remote
                    finally:
                        await self._closed(remote)
                    return
            finally:
                if not beside:
                    seats.free += 1
                    async with self._changed:
                        self._changed.notify_all()

    async def _opened(self, seats: Seats, setting: SessionSetup, *, alone: bool) -> RemoteSession | None:
        remote = RemoteSession(seats.line, setting, self._packing)
        try:
            await remote.open(alone=alone)
        except Lost:
            await remote.close()
            self._drop(seats.line.address)
            return None
        except BaseException:
            await remote.close()
            raise
        return remote

    async def _closed(self, remote: RemoteSession) -> None:
        await remote.close()
        if remote.line.gone.is_set():
            self._drop(remote.line.address)

    async def _seat(self, *, beside: bool) -> Seats:
        async with self._changed:
            while True:
                if self._trouble:
                    raise self._trouble
                best = max(self._seats.values(), key=lambda seats: seats.free, default=None)
                if best and (best.free > 0 or beside):
                    best.free -= not beside
                    return best
                if not self._seats and time.monotonic() - self._seen > EMPTY:
                    raise ClusterError("cluster-lost", address=self._address)
                await self._changed.wait()

    async def _first(self) -> None:
        """See who is there and that they can be used."""
        deadline = time.monotonic() + CONNECT
        while not (found := await self._threads()):
            if time.monotonic() > deadline:
                raise ClusterError("cluster-empty", address=self._address)
            await asyncio.sleep(LOOK / 4)
        ours = importlib.metadata.version(PACKAGE)
        for worker, version in (await self._versions(list(found))).items():
            if version != ours:
                raise ClusterError("cluster-version", worker=worker, found=version or "–", known=ours)
        for worker, error in zip(found, await asyncio.gather(*map(self._greet, found.items())), strict=True):
            if error:
                raise ClusterError("cluster-browser", worker=worker, error=error)

    async def _threads(self) -> dict[str, int]:
        try:
            return dict(await asyncio.wait_for(self._client.nthreads(), CONNECT))  # type: ignore[no-untyped-call]
        except Exception as error:  # noqa: BLE001 - the scheduler is gone, however Dask says it
            raise ClusterError("cluster-lost", address=self._address) from error

    async def _versions(self, workers: list[str]) -> dict[str, str]:
        """By a function that every worker has, whatever is installed there."""
        told = await self._client.run(importlib.metadata.version, PACKAGE, workers=workers, on_error="return")
        return {worker: version if isinstance(version, str) else "" for worker, version in told.items()}

    async def _greet(self, worker: tuple[str, int]) -> str:
        """Take a worker in; why not, or ""."""
        address, threads = worker
        line = WorkerConnection(self._client, address)
        try:
            told = await line.ask(Greet())
        except Lost as error:
            return first_line(error.__cause__ or error)
        if not isinstance(told, Ready):
            return told.error if isinstance(told, Failed) else "?"
        self.browsers.add(told.browser)
        async with self._changed:
            self._seats[address] = Seats(line, threads)
            self._changed.notify_all()
        return ""

    def _drop(self, address: str) -> None:
        if seats := self._seats.pop(address, None):
            seats.line.gone.set()
            self._refused.add(address)
            self._seen = time.monotonic()

    async def _watched(self) -> None:
        while True:
            try:
                self._take_in(await self._threads())
            except ClusterError as error:
                self._trouble = error
                for address in [*self._seats]:
                    self._drop(address)
            async with self._changed:
                self._changed.notify_all()
            await asyncio.sleep(LOOK)

    def _take_in(self, found: dict[str, int]) -> None:
        for address in [*self._seats]:
            if address not in found:
                self._drop(address)
        for address in found.keys() - self._seats.keys() - self._refused:
            self._refused.add(address)  # until it has been greeted; once is enough
            coming = asyncio.ensure_future(self._admit(address, found[address]))
            self._coming.add(coming)
            coming.add_done_callback(self._coming.discard)

    async def _admit(self, address: str, threads: int) -> None:
        """A worker that comes late; one that cannot be used is left alone."""
        with suppress(OSError):
            versions = await self._versions([address])
            if versions.get(address) == importlib.metadata.version(PACKAGE):
                await self._greet((address, threads))


async def _close(client: Client) -> None:
    await bounded(client.close(), CONNECT)  # type: ignore[no-untyped-call]
