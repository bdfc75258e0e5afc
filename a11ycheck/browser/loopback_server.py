"""A server of ours on a free port of this computer, for one browser context: what all such servers share."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from contextlib import suppress
from types import TracebackType
from typing import Self

import h11

CHUNK = 64 * 1024
CONNECT_SECONDS = 15
HEADER_BYTES = 64 * 1024

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class LoopbackServer(ABC):
    """`async with server`, or `open` and `close`; `url` has its address afterwards."""

    def __init__(self) -> None:
        self.url = ""
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Listen on a free port of this computer; `url` has it afterwards."""
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0, limit=HEADER_BYTES)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def close(self) -> None:
        """Stop listening and end all connections."""
        if self._server is not None:
            self._server.close()
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    @abstractmethod
    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection until one side closes it."""

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - start_server always makes one
        self._open.add(task)
        try:
            await self._serve(reader, writer)
        except (OSError, EOFError, TimeoutError, ValueError, h11.ProtocolError, asyncio.CancelledError):
            pass  # the browser hung up, did not speak HTTP, or the audit is over
        except asyncio.LimitOverrunError:
            pass  # a request without end
        finally:
            self._open.discard(task)
            writer.close()


async def connect(host: str, port: int) -> Streams | None:
    """Connect to a host, or return None."""
    with suppress(OSError, TimeoutError):
        async with asyncio.timeout(CONNECT_SECONDS):
            return await asyncio.open_connection(host.strip("[]"), port)
    return None


async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Carry bytes until one side ends."""
    try:
        while data := await reader.read(CHUNK):
            writer.write(data)
            await writer.drain()
    finally:
        with suppress(OSError):
            writer.write_eof()  # or the other direction would wait for ever
