"""Talks to a Dask scheduler, and runs nothing of what it sends.

Dask's own client unpickles whatever a scheduler or a worker puts into a message: exceptions, results, a type's name.
A pickle is a program, and this process knows secrets. So messages are read here, and nowhere else: MessagePack
(numbers, text, bytes, lists and mappings), of a limited size, and nothing in them is ever unpickled. Requests are
written as Dask's client writes them, because a worker runs what it is sent anyway.

Dask describes its messages at https://distributed.dask.org/en/stable/protocol.html.
"""

from __future__ import annotations

import asyncio
import pickle
import socket
import ssl
import struct
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

import msgpack
from distributed.comm.addressing import parse_address, parse_host_port
from distributed.security import Security

from a11ycheck.files.interface import MIB
from a11ycheck.text.plain import one_line

MAX_MESSAGE = 32 * MIB
"""Bytes that are read of one message. The largest of ours has the pictures of one screen, a few megabytes."""
MAX_FRAMES = 64
"""Parts of one message; a reply has three."""
MAX_HEADER = MIB
"""Bytes of the part of a message that says what its other parts are."""
LONGEST_REASON = 200
RETRY_INTERVAL = 0.25
"""Seconds between two attempts to connect."""
_NUMBER = struct.calcsize("Q")


class UnexpectedMessage(Exception):
    """The scheduler, or a worker through it, sent something that is too large or is no answer."""


class NoResult(Exception):
    """A worker did not carry out what it was asked; the message says why, in the worker's words."""


class Scheduler:
    """The scheduler at an address, such as "tls://10.0.0.5:8786". Each request has a connection while it lasts.

    Raises ValueError when the address is none, or when Dask's configuration does not allow it.
    """

    def __init__(self, address: str) -> None:
        scheme, location = parse_address(address)
        if scheme not in ("tcp", "tls"):
            raise ValueError(f"{scheme}:// is neither tcp:// nor tls://")
        self._host, self._port = parse_host_port(location)
        if not 0 < self._port < 65536:
            raise ValueError(f"{self._port} is no port")
        arguments = Security().get_connection_args("client")  # type: ignore[no-untyped-call]
        self._tls: ssl.SSLContext | None = arguments["ssl_context"] if scheme == "tls" else None
        if scheme == "tls" and self._tls is None:
            raise ValueError("there are no certificates for tls:// in Dask's configuration")
        if scheme == "tcp" and arguments["require_encryption"]:
            raise ValueError("Dask's configuration requires tls://")
        self._server_name = arguments["extra_conn_args"].get("server_hostname") or self._host
        self._idle: list[_Connection] = []

    async def connect(self, timeout: float) -> None:
        """Connect, trying again for `timeout` seconds. Raises OSError, TimeoutError or UnexpectedMessage."""
        deadline = time.monotonic() + timeout
        while True:
            try:
                self._idle.append(await asyncio.wait_for(self._open(), timeout))
                return
            except ssl.SSLError:
                raise
            except OSError:
                if time.monotonic() + RETRY_INTERVAL > deadline:
                    raise
                await asyncio.sleep(RETRY_INTERVAL)

    async def threads(self) -> dict[str, int]:
        """Return how many threads each worker has, by its address. Raises OSError or UnexpectedMessage."""
        message, _ = await self._request({"op": "ncores"})
        if any(type(worker) is not str or type(number) is not int or number < 1 for worker, number in message.items()):
            raise UnexpectedMessage("numbers of threads")
        return message

    async def run(self, worker: str, function: Callable[..., object], *arguments: object) -> object:
        """Let a worker call a function, and return its result: bytes or text.

        Raises OSError when the connection or the worker is lost, NoResult when the function raises an exception, and
        UnexpectedMessage.
        """
        call = {"op": "run", "function": pickle.dumps(function), "args": pickle.dumps(arguments), "wait": True}
        message, frames = await self._request({
            "op": "broadcast",
            "msg": call,
            "workers": [worker],
            "on_error": "ignore",  # a worker that is gone is left out of the reply
            "serializers": ["msgpack"],
        })  # fmt: skip
        if worker not in message:
            raise OSError("the scheduler cannot reach this worker")
        reply = message[worker]
        if not isinstance(reply, dict) or reply.get("status") != "OK":
            raise NoResult(_reason(reply))
        return _result(reply.get("result"), frames)

    def close(self) -> None:
        """Close the connections."""
        while self._idle:
            self._idle.pop().close()

    async def _request(self, request: Mapping[str, object]) -> tuple[dict[str, Any], list[bytes]]:
        """Return the message that replies to a request, and the other frames that came with it."""
        connection = None
        while self._idle and (connection is None or connection.is_closed):
            connection = self._idle.pop()
        if connection is None or connection.is_closed:
            connection = await self._open()
        try:
            await connection.write({**request, "reply": True})
            reply = await connection.read()
        except BaseException:
            connection.close()  # the reply to this request may still come
            raise
        self._idle.append(connection)
        return reply

    async def _open(self) -> _Connection:
        name = self._server_name if self._tls else None
        connection = _Connection(
            *await asyncio.open_connection(self._host, self._port, ssl=self._tls, server_hostname=name)
        )
        try:
            await connection.write(
                {"compression": None, "python": tuple(sys.version_info[:3]), "pickle-protocol": pickle.HIGHEST_PROTOCOL}
            )
            await connection.read()
        except BaseException:
            connection.close()
            raise
        return connection


class _Connection:
    """Messages over one connection, one after the other."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        with suppress(AttributeError, OSError):  # not every system has each of these
            a_socket = writer.get_extra_info("socket")
            a_socket.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
            for option, value in ((socket.TCP_KEEPIDLE, 15), (socket.TCP_KEEPINTVL, 5), (socket.TCP_KEEPCNT, 3)):
                a_socket.setsockopt(socket.IPPROTO_TCP, option, value)

    @property
    def is_closed(self) -> bool:
        """Whether the other side closed it."""
        return self._reader.at_eof() or self._writer.is_closing()

    async def write(self, message: Mapping[str, object]) -> None:
        """Send a message of one frame. Raises OSError."""
        frame: bytes = msgpack.packb(message)
        self._writer.write(struct.pack("QQQ", 2 * _NUMBER + len(frame), 1, len(frame)))
        self._writer.write(frame)
        await self._writer.drain()

    async def read(self) -> tuple[dict[str, Any], list[bytes]]:
        """Return the next message, and all of its frames. Raises OSError or UnexpectedMessage.

        It begins with the size of what follows first, the number of frames and the size of each.
        """
        together = await self._number()
        count = await self._number()
        if not 0 < count <= MAX_FRAMES or together < _NUMBER * (1 + count):
            raise UnexpectedMessage("frames")
        sizes = [await self._number() for _ in range(count)]
        if sum(sizes) > MAX_MESSAGE or sizes[0] > MAX_HEADER:
            raise UnexpectedMessage(f"{sum(sizes)} bytes")
        frames = [await self._bytes(size) for size in sizes]
        message = _unpacked(frames[0])
        if not isinstance(message, dict):
            raise UnexpectedMessage("no message")
        return message, frames

    async def _number(self) -> int:
        number: int = struct.unpack("Q", await self._bytes(_NUMBER))[0]
        return number

    async def _bytes(self, size: int) -> bytes:
        try:
            return await self._reader.readexactly(size)
        except asyncio.IncompleteReadError as error:
            raise ConnectionError("the scheduler closed the connection") from error

    def close(self) -> None:
        with suppress(OSError, RuntimeError):  # the event loop may be closing
            self._writer.close()


def _result(reference: object, frames: list[bytes]) -> object:
    """Return a function's result, which comes in frames behind the message, after one that describes them."""
    at = reference.get("__Serialized__") if isinstance(reference, dict) else None
    if type(at) is not int or not 0 < at < len(frames) or len(frames[at]) > MAX_HEADER:
        raise UnexpectedMessage("no result")
    header = _unpacked(frames[at])
    if not isinstance(header, dict) or header.get("serializer") != "msgpack":
        raise UnexpectedMessage("a result that is no MessagePack")
    if any(header.get("compression") or ()):
        raise UnexpectedMessage("a compressed result")
    count = header.get("num-sub-frames")
    if type(count) is not int or not 0 < count < len(frames) - at + 1:
        raise UnexpectedMessage("parts of a result")
    # Bytes or text: no lists and mappings, which take a hundred times more memory than their bytes.
    return _unpacked(b"".join(frames[at + 1 : at + 1 + count]), max_array_len=0, max_map_len=0)


def _unpacked(packed: bytes, **limits: int) -> object:
    try:
        value: object = msgpack.unpackb(packed, **limits)
    except (ValueError, RecursionError) as error:  # all of its exceptions are ValueErrors
        raise UnexpectedMessage("no MessagePack") from error
    return value


def _reason(reply: object) -> str:
    """Return why a worker did not carry out a request: Dask sends that as text too, beside a pickle."""
    text = reply.get("exception_text") if isinstance(reply, dict) else None
    return one_line(text, LONGEST_REASON) if isinstance(text, str) else ""
