"""A proxy on loopback through which a browser context reaches one package, and nothing else."""

from __future__ import annotations

import asyncio
from collections import Counter

import h11

from a11ycheck.browser.loopback_server import CHUNK, HEADER_BYTES, LoopbackServer, Streams, carry, connect
from a11ycheck.web.addresses import is_host_among
from a11ycheck.web.responses import PackageNetwork, Response

BODY_BYTES = 16 * 1024 * 1024
ANSWERS_AT_ONCE = 8
IDLE_SECONDS = 60


class ClosedNetwork(LoopbackServer):
    """`async with ClosedNetwork(package) as network`: give `network.url` to a browser context as its proxy.

    Use it with the bypass list "<-loopback>", or Chromium connects to loopback without it. `blocked` counts the
    refused requests by host ("host:port"); paths and queries are not kept because they may hold secrets.
    """

    def __init__(self, package: PackageNetwork) -> None:
        super().__init__()
        self.package = package
        self.blocked: Counter[str] = Counter()
        self._answers = asyncio.Semaphore(ANSWERS_AT_ONCE)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer requests on one connection until one side closes it."""
        http = h11.Connection(h11.SERVER, max_incomplete_event_size=HEADER_BYTES)
        while True:
            request = await _next(http, reader)
            if not isinstance(request, h11.Request):
                return
            host, port, path = _destination(request)
            ours = request.method != b"CONNECT" and host == self.package.host and port == 80
            if not ours and not self._allowed(host):
                self.blocked[f"{host}:{port}"] += 1
                await _send(http, writer, request, Response(403, (("connection", "close"),)))
                return
            if request.method == b"CONNECT":
                await self._tunnel(http, request, (reader, writer), host, port)
                return
            body = await _body(http, reader)
            if body is None:
                await _send(http, writer, request, Response(413, (("connection", "close"),)))
                return
            if not ours:
                await self._forward(request, writer, host, port, path, body)
                return
            await _send(http, writer, request, await self._ask(request, path, body))
            if http.our_state is not h11.DONE or http.their_state is not h11.DONE:
                return
            http.start_next_cycle()

    def _allowed(self, host: str) -> bool:
        return is_host_among(host, self.package.allow_hosts)

    async def _ask(self, request: h11.Request, path: str, body: bytes) -> Response:
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in request.headers}
        async with self._answers:
            return await asyncio.to_thread(self.package.respond, request.method.decode(), path, headers, body)

    async def _tunnel(self, http: h11.Connection, request: h11.Request, inner: Streams, host: str, port: int) -> None:
        """Connect to an allowed host (CONNECT), and carry bytes both ways until both sides have ended."""
        reader, writer = inner
        outer = await connect(host, port)
        if outer is None:
            await _send(http, writer, request, Response(502, (("connection", "close"),)))
            return
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        outer[1].write(http.trailing_data[0])
        try:
            await asyncio.gather(carry(reader, outer[1]), carry(outer[0], writer), return_exceptions=True)
        finally:
            outer[1].close()

    async def _forward(
        self, request: h11.Request, writer: asyncio.StreamWriter, host: str, port: int, path: str, body: bytes
    ) -> None:
        """Send one plain HTTP request to an allowed host, and pass the answer on as it comes."""
        outer = await connect(host, port)
        if outer is None:
            writer.write(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            return
        hop = {b"connection", b"proxy-connection", b"proxy-authorization", b"transfer-encoding", b"content-length"}
        kept = [(name, value) for name, value in request.headers if name not in hop]
        length = [(b"content-length", str(len(body)).encode())] if body else []
        once = h11.Connection(h11.CLIENT)
        asked = h11.Request(method=request.method, target=path, headers=[*kept, *length, (b"connection", b"close")])
        outer[1].write(b"".join(filter(None, [once.send(asked), body and once.send(h11.Data(data=body))])))
        try:
            await carry(outer[0], writer)
        finally:
            outer[1].close()


def _destination(request: h11.Request) -> tuple[str, int, str]:
    """Return host (lower case), port and path of a request to a proxy; host "" when it names none."""
    target = request.target.decode("latin-1")
    if request.method == b"CONNECT":
        return *_host_port(target, 443), ""
    scheme, mark, rest = target.partition("://")
    if not mark or scheme.lower() != "http":
        return "", 0, target
    cut = min((at for at in (rest.find("/"), rest.find("?")) if at >= 0), default=len(rest))
    path = rest[cut:]
    return *_host_port(rest[:cut].rpartition("@")[2], 80), path if path.startswith("/") else f"/{path}"


def _host_port(place: str, default: int) -> tuple[str, int]:
    host, mark, port = place.rpartition(":")
    if not mark or place.endswith("]"):
        host, port = place, str(default)
    return host.lower().rstrip("."), int(port) if port.isascii() and port.isdigit() else default


async def _next(http: h11.Connection, reader: asyncio.StreamReader) -> h11.Event | None:
    """Return the next event from the browser, or None when it has finished with this connection."""
    while True:
        event = http.next_event()
        if isinstance(event, h11.Event):
            return event
        if event is not h11.NEED_DATA:
            return None
        async with asyncio.timeout(IDLE_SECONDS):
            http.receive_data(await reader.read(CHUNK))


async def _body(http: h11.Connection, reader: asyncio.StreamReader) -> bytes | None:
    """Return the body of a request, or None when it is longer than we accept."""
    body = bytearray()
    while isinstance(event := await _next(http, reader), h11.Data):
        body += event.data
        if len(body) > BODY_BYTES:
            return None
    return bytes(body)


async def _send(http: h11.Connection, writer: asyncio.StreamWriter, request: h11.Request, answer: Response) -> None:
    headers = [*answer.headers, ("content-length", str(len(answer.body)))]
    bodiless = request.method == b"HEAD" or answer.status in (204, 304)
    events = [
        h11.Response(status_code=answer.status, headers=headers),
        *([] if bodiless or not answer.body else [h11.Data(data=answer.body)]),
        h11.EndOfMessage(),
    ]
    for event in events:
        writer.write(http.send(event) or b"")
    await writer.drain()
