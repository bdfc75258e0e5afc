"""A listener on loopback that hears which ways out got through: HTTP, sockets, datagrams and plain connections."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import re
from contextlib import suppress
from types import TracebackType
from urllib.parse import parse_qs, unquote, urlsplit

_KEY = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
_RULES = '{"prefetch": [{"urls": ["%s"], "eagerness": "immediate"}]}'
_RUN = (
    "<script>onmessage = ({data}) => data.run && eval(data.run);"
    "eval(new URL(location).searchParams.get('run'))</script>"
)
_HEADERS = {
    "/csp": "Content-Security-Policy: img-src 'none'; report-uri {post}",
    "/csp-to": 'Reporting-Endpoints: csp="{post}", default="{post}"\r\n'
    "Content-Security-Policy: img-src 'none'; report-to csp",
    "/reports": 'Reporting-Endpoints: default="{post}"\r\nDocument-Policy: *;report-to=default\r\n'
    "Permissions-Policy-Report-Only: geolocation=();report-to=default",
    "/rules": 'Speculation-Rules: "/rules.json?way={way}"',
}


class WayListener:
    """`async with WayListener() as listener`. `heard` holds the names of the ways that changed something.

    A way was heard when it sent other than GET, opened an address that says "delete", or said something over a socket.
    `datagrams` and `connections` count what came to `udp` and `tcp`, which bear no names.
    """

    def __init__(self) -> None:
        self.heard: dict[str, str] = {}
        self.datagrams = self.connections = self.requests = 0
        self.port = self.udp = self.tcp = 0
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> WayListener:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self._plain = await asyncio.start_server(self._count, "127.0.0.1", 0)
        loop = asyncio.get_running_loop()
        self._transport, _ = await loop.create_datagram_endpoint(lambda: _Datagrams(self), ("127.0.0.1", 0))
        self.port, self.tcp = (server.sockets[0].getsockname()[1] for server in (self._server, self._plain))
        self.udp = self._transport.get_extra_info("sockname")[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        self._plain.close()
        self._transport.close()
        for task in self._tasks:
            task.cancel()

    @property
    def places(self) -> dict[str, str | int]:
        """What the scripts of the ways get as `at`."""
        return {
            "site": f"http://127.0.0.1:{self.port}",
            "foreign": f"http://localhost:{self.port}",
            "socket": f"ws://127.0.0.1:{self.port}",
            "udp": self.udp,
            "tcp": self.tcp,
        }

    async def wait_for_silence(self, seconds: float) -> None:
        """Wait until nothing new was heard for that long."""
        before = None
        while before != (before := (len(self.heard), self.requests, self.datagrams, self.connections)):
            await asyncio.sleep(seconds)

    async def _count(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._tasks.add(task)
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError, ValueError):
            while await self._answer(reader, writer):
                await writer.drain()
        self._tasks.discard(task)
        writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        method, target, _ = head.split(" ", 2)
        self.requests += 1
        if key := re.search(r"(?im)^sec-websocket-key: *(\S+)", head):
            await self._talk(reader, writer, key[1], target)
            return False
        if length := re.search(r"(?im)^content-length: *(\d+)", head):
            await reader.readexactly(int(length[1]))
        url = urlsplit(target)
        way = parse_qs(url.query).get("way", [url.path.rpartition("/")[2]])[0]
        if method not in ("GET", "HEAD", "OPTIONS") and url.path != "/redirect" or "delete" in url.path:
            self.heard.setdefault(way, f"{method} {target}")
        post = f"http://127.0.0.1:{self.port}/sent/{way}"
        body, kind, more = (
            "<!doctype html><title>x</title>",
            "text/html",
            _HEADERS.get(url.path, "").format(post=post, way=way),
        )
        if url.path == "/run.js":
            body, kind = unquote(url.query), "text/javascript"
        elif url.path == "/rules.json":
            body, kind = _RULES % f"/course/17/delete?way={way}", "application/speculationrules+json"
        elif url.path == "/frame":
            body += _RUN
        elif url.path.startswith("/csp"):
            body += "<img src='/empty'>"
        elif url.path == "/reports":
            body += "<script>navigator.geolocation?.getCurrentPosition(() => {}, () => {})</script>"
        status = f"307 x\r\nLocation: /sent/{way}" if url.path == "/redirect" else "200 OK"
        writer.write(
            f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\nCache-Control: no-store\r\n"
            f"Access-Control-Allow-Origin: *\r\n{more}{more and chr(13) + chr(10)}\r\n{body}".encode()
        )
        return True

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, key: str, target: str) -> None:
        accept = base64.b64encode(hashlib.sha1((key + _KEY).encode()).digest()).decode()  # noqa: S324 - the protocol's
        writer.write(
            "HTTP/1.1 101 x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Accept: {accept}\r\n\r\n".encode()
        )
        while (first := await reader.readexactly(2))[0] & 15 != 8:
            size = first[1] & 127
            if size == 126:
                size = int.from_bytes(await reader.readexactly(2), "big")
            data = await reader.readexactly(size + (4 if first[1] & 128 else 0))
            if data:
                self.heard.setdefault(target.rpartition("/")[2], f"SOCKET {target}")


class _Datagrams(asyncio.DatagramProtocol):
    def __init__(self, listener: WayListener) -> None:
        self._listener = listener

    def datagram_received(self, data: bytes, addr: object) -> None:  # noqa: ARG002
        self._listener.datagrams += 1
