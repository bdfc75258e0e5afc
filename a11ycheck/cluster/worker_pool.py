"""The workers of a Dask scheduler: found, checked, given out, and dropped when they are gone."""

from __future__ import annotations

import asyncio
import importlib.metadata
import time
import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from types import TracebackType

from a11ycheck.browser.navigation_errors import first_line
from a11ycheck.browser.timeouts import bounded
from a11ycheck.cluster.answers import Failed, Ready
from a11ycheck.cluster.connection import WorkerConnection, WorkerLost, WorkerRefused
from a11ycheck.cluster.requests import EndAudit, StartBrowser
from a11ycheck.cluster.scheduler import LONGEST_REASON, NoResult, Scheduler, UnexpectedMessage
from a11ycheck.errors import ClusterError
from a11ycheck.text.plain import one_line

CONNECT_TIMEOUT = 15.0
"""Seconds for the scheduler to answer, and for its first worker to be there."""
POLL_INTERVAL = 1.0
"""Seconds between two looks at which workers are there."""
EMPTY_TIMEOUT = 120.0
"""Seconds that an audit waits for a worker when all are gone: a computer takes its time to start."""
END_TIMEOUT = 10.0
"""Seconds that workers may take to remove what they were sent."""
PACKAGE = "a11ycheck"
LONGEST_VERSION = 40


@dataclass(slots=True)
class WorkerSlots:
    """A worker that can be used, and how many more screens it can judge at once."""

    connection: WorkerConnection
    free: int


class WorkerPool:
    """`async with WorkerPool("tcp://10.0.0.5:8786") as pool`. Raises ClusterError.

    A worker judges as many screens at once as it has threads. Workers may come late and leave at any time. `audit`
    is the id under which workers keep what they are sent.
    """

    def __init__(self, address: str) -> None:
        self.audit = uuid.uuid4().hex
        self.browser_versions: set[str] = set()
        self._address = address
        self._workers: dict[str, WorkerSlots] = {}
        self._not_admitted: set[str] = set()
        self._used: set[str] = set()
        self._admitting: set[asyncio.Task[None]] = set()
        self._changed = asyncio.Condition()
        self._error: ClusterError | None = None
        self._last_drop = time.monotonic()

    async def __aenter__(self) -> WorkerPool:
        try:
            self._scheduler = Scheduler(self._address)
        except (OSError, ValueError) as error:
            raise self._unreachable(error) from error
        try:
            await self._scheduler.connect(CONNECT_TIMEOUT)
            await self._find_workers()
        except (OSError, UnexpectedMessage) as error:
            self._scheduler.close()
            raise self._unreachable(error) from error
        except BaseException:
            self._scheduler.close()
            raise
        self._watch = asyncio.ensure_future(self._watch_workers())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in (self._watch, *self._admitting):
            task.cancel()
        await asyncio.gather(self._watch, *self._admitting, return_exceptions=True)
        await bounded(self._end_audit(), END_TIMEOUT)
        self._scheduler.close()

    async def _end_audit(self) -> None:
        """Let workers remove what they were sent, those that were dropped too, as far as they are still there."""
        with suppress(ClusterError):
            there = self._used & (await self._threads()).keys()
            ends = [WorkerConnection(self._scheduler, address).ask(EndAudit(self.audit)) for address in there]
            await asyncio.gather(*ends, return_exceptions=True)

    @asynccontextmanager
    async def worker(self, *, isolated: bool) -> AsyncIterator[WorkerConnection]:
        """Take a slot of the worker with most free slots, as soon as there is one.

        When `isolated`, take that worker without waiting for a slot, and occupy none. Raises ClusterError when the
        scheduler is lost, or when all workers stay away for two minutes.
        """
        slots = await self._take(isolated=isolated)
        try:
            yield slots.connection
        finally:
            if not isolated:
                slots.free += 1
                async with self._changed:
                    self._changed.notify_all()

    def drop(self, connection: WorkerConnection) -> None:
        """Give no more work to a worker that is lost."""
        if slots := self._workers.pop(connection.address, None):
            slots.connection.gone.set()
            self._not_admitted.add(connection.address)
            self._last_drop = time.monotonic()

    def _unreachable(self, error: Exception) -> ClusterError:
        reason = first_line(error) or type(error).__name__
        return ClusterError("cluster-unreachable", address=self._address, reason=reason)

    async def _take(self, *, isolated: bool) -> WorkerSlots:
        async with self._changed:
            while True:
                if self._error:
                    raise self._error
                best = max(self._workers.values(), key=lambda slots: slots.free, default=None)
                if best and (best.free > 0 or isolated):
                    best.free -= not isolated
                    return best
                if not self._workers and time.monotonic() - self._last_drop > EMPTY_TIMEOUT:
                    raise ClusterError("cluster-lost", address=self._address)
                await self._changed.wait()

    async def _find_workers(self) -> None:
        """Find the workers that are there now, and check that all of them can be used."""
        deadline = time.monotonic() + CONNECT_TIMEOUT
        while not (threads := await self._threads()):
            if time.monotonic() > deadline:
                raise ClusterError("cluster-empty", address=self._address)
            await asyncio.sleep(POLL_INTERVAL / 4)
        own_version = importlib.metadata.version(PACKAGE)
        versions = await asyncio.gather(*map(self._version, threads))
        for worker, version in zip(threads, versions, strict=True):
            if version != own_version:
                raise ClusterError("cluster-version", worker=worker, found=version or "–", known=own_version)
        errors = await asyncio.gather(*(self._admit(address, number) for address, number in threads.items()))
        for error in filter(None, errors):
            raise error

    async def _threads(self) -> dict[str, int]:
        """Return how many threads each worker has, by its address."""
        try:
            return await asyncio.wait_for(self._scheduler.threads(), CONNECT_TIMEOUT)
        except (OSError, UnexpectedMessage) as error:
            raise ClusterError("cluster-lost", address=self._address) from error

    async def _version(self, worker: str) -> str:
        """Ask a worker for its version of a11ycheck, by a function that every Python has; "" when it has none."""
        with suppress(OSError, NoResult, UnexpectedMessage):
            asked = self._scheduler.run(worker, importlib.metadata.version, PACKAGE)
            version = await asyncio.wait_for(asked, CONNECT_TIMEOUT)
            return version if isinstance(version, str) and len(version) <= LONGEST_VERSION else ""
        return ""

    async def _admit(self, address: str, threads: int) -> ClusterError | None:
        """Start the browser of a worker and give it work from now on. Return why it can't be used."""
        connection = WorkerConnection(self._scheduler, address)
        try:
            answer = await connection.ask(StartBrowser())
        except WorkerRefused as error:
            return ClusterError("cluster-refused", worker=address, error=error)
        except WorkerLost as error:
            return ClusterError("cluster-browser", worker=address, error=first_line(error))
        if not isinstance(answer, Ready):
            reason = answer.error if isinstance(answer, Failed) else "?"
            return ClusterError("cluster-browser", worker=address, error=one_line(reason, LONGEST_REASON))
        self.browser_versions.add(one_line(answer.browser_version, LONGEST_VERSION))
        self._used.add(address)
        async with self._changed:
            self._workers[address] = WorkerSlots(connection, threads)
            self._changed.notify_all()
        return None

    async def _watch_workers(self) -> None:
        while True:
            try:
                self._update(await self._threads())
            except ClusterError as error:
                self._error = error
                for slots in [*self._workers.values()]:
                    self.drop(slots.connection)
            async with self._changed:
                self._changed.notify_all()
            await asyncio.sleep(POLL_INTERVAL)

    def _update(self, threads: Mapping[str, int]) -> None:
        """Drop the workers that are gone, and admit new ones."""
        for slots in [*self._workers.values()]:
            if slots.connection.address not in threads:
                self.drop(slots.connection)
        for address in threads.keys() - self._workers.keys() - self._not_admitted:
            self._not_admitted.add(address)  # each is tried once
            admitting = asyncio.ensure_future(self._admit_late(address, threads[address]))
            self._admitting.add(admitting)
            admitting.add_done_callback(self._admitting.discard)

    async def _admit_late(self, address: str, threads: int) -> None:
        """Admit a worker that comes late; one that cannot be used is left alone."""
        if await self._version(address) == importlib.metadata.version(PACKAGE):
            await self._admit(address, threads)
