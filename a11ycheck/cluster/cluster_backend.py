"""The backend of a cluster: sessions on the workers of a Dask scheduler."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from types import TracebackType

from a11ycheck.cluster.connection import WorkerConnection, WorkerLost, WorkerRefused
from a11ycheck.cluster.packed_assets import PackedAssets
from a11ycheck.cluster.remote_session import RemoteSession
from a11ycheck.cluster.worker_pool import WorkerPool
from a11ycheck.scan.session import Session, SessionSetup


class ClusterBackend:
    """`async with ClusterBackend("tcp://10.0.0.5:8786") as backend`: a `Backend` (scan/session.py).

    Raises ClusterError when no worker can be used, then or later.
    """

    capacity = 256
    """An upper limit: the real number changes as workers come and go."""

    def __init__(self, address: str) -> None:
        self._pool = WorkerPool(address)
        self._packed = PackedAssets()
        self.browser_versions = self._pool.browser_versions

    async def __aenter__(self) -> ClusterBackend:
        await self._pool.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._pool.__aexit__(kind, error, trace)

    def session(self, setup: SessionSetup) -> AbstractAsyncContextManager[Session]:
        """Open a session on the worker with most free slots."""
        return self._session(setup, isolated=False)

    def isolated_session(self, setup: SessionSetup) -> AbstractAsyncContextManager[Session]:
        """Open a session beside the slots, in a browser of its own: all other sessions may wait for its page."""
        return self._session(setup, isolated=True)

    @asynccontextmanager
    async def _session(self, setup: SessionSetup, *, isolated: bool) -> AsyncIterator[Session]:
        while True:
            async with self._pool.worker(isolated=isolated) as connection:
                session = await self._open(connection, setup, isolated=isolated)
                if session is None:
                    continue
                try:
                    yield session
                finally:
                    await session.close()
                    if connection.gone.is_set():
                        self._pool.drop(connection)
                return

    async def _open(self, connection: WorkerConnection, setup: SessionSetup, *, isolated: bool) -> RemoteSession | None:
        """Open a session on a worker; drop the worker and return None when it fails."""
        session = RemoteSession(connection, setup, self._packed, self._pool.audit)
        try:
            await session.open(isolated=isolated)
        except WorkerLost as error:
            if isinstance(error, WorkerRefused):
                session.refuse(str(error))
            await session.close()
            self._pool.drop(connection)
            return None
        except BaseException:
            await session.close()
            raise
        return session
