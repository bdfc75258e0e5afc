"""The gate through which every socket of a site's pages goes: shut, nothing is said over any of them.

Playwright cannot see the sockets of workers, and scripts in a page cannot be kept from functions that a fresh window
has. So sockets are stopped where they all come by: the context has a proxy for `ws:` and `wss:` alone. Requests pass it
by; they are seen one by one elsewhere. A proxy cannot tell encrypted sockets from encrypted requests, which is why
requests may not come through it too.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from urllib.request import getproxies

from playwright.async_api import ProxySettings

from a11ycheck.browser.loopback_server import CHUNK, LoopbackServer, Streams, carry, connect
from a11ycheck.browser.private_network import reachable_at
from a11ycheck.web.access import Access

HEAD_SECONDS = 30
_CONNECT = re.compile(rb"CONNECT (?:\[([0-9a-fA-F:.]+)\]|([^\s:\[\]]+)):(\d{1,5}) HTTP/1\.[01]\r\n")
_OPENED = b"HTTP/1.1 200 Connection established\r\n\r\n"
_REFUSED = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class SocketGate(LoopbackServer):
    """`await gate.open()`, `gate.proxy` for the context, `await gate.close()`.

    While `is_shut()`, no socket opens, and what is sent over an open one is lost; that one ends as soon as the gate
    opens again, because a part of its stream is missing. `is_private` says whether the site itself is at a private
    address, so that its sockets may be too.
    """

    def __init__(self, is_shut: Callable[[], bool], is_private: Callable[[], Awaitable[bool]]) -> None:
        super().__init__()
        self._is_shut, self._is_private = is_shut, is_private

    @staticmethod
    def is_possible(access: Access) -> bool:
        """Return whether sockets can have a proxy of their own: not where requests go through one themselves."""
        return not access.proxy and not access.certificate and not getproxies()

    @property
    def proxy(self) -> ProxySettings:
        """The proxy of the context, past which requests go."""
        return {"server": self.url, "bypass": "http://*,https://*"}

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with asyncio.timeout(HEAD_SECONDS):
            head = await reader.readuntil(b"\r\n\r\n")
        asked = _CONNECT.match(head)
        outer = await self._opened((asked[1] or asked[2]).decode("ascii", "replace"), int(asked[3])) if asked else None
        if outer is None:
            writer.write(_REFUSED)
            return
        writer.write(_OPENED)
        try:
            async with asyncio.TaskGroup() as both:
                both.create_task(self._carry_up(reader, outer))
                both.create_task(carry(outer[0], writer))
        except* OSError:
            pass  # one side hung up
        finally:
            outer[1].close()

    async def _opened(self, host: str, port: int) -> Streams | None:
        if self._is_shut():
            return None
        place = await reachable_at(host, port, allow_private=await self._is_private())
        outer = await connect(place, port) if place else None
        if outer and self._is_shut():  # meanwhile
            outer[1].close()
            return None
        return outer

    async def _carry_up(self, reader: asyncio.StreamReader, outer: Streams) -> None:
        """Carry what the page says while the gate is open; end the socket when a part of it was lost."""
        has_lost = False
        while data := await reader.read(CHUNK):
            if self._is_shut():
                has_lost = True
            elif has_lost:
                outer[1].close()
                return
            else:
                outer[1].write(data)
                await outer[1].drain()
        if has_lost:
            outer[1].close()
        with suppress(OSError):
            outer[1].write_eof()
