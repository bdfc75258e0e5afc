"""Sockets while somebody is signed in: they are no requests, so they are let out to the named origins alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import BrowserContext, WebSocketRoute

from a11ycheck.browser.browser import Browser
from a11ycheck.browser.guard import Guard
from a11ycheck.browser.loopback_server import Streams
from a11ycheck.browser.socket_gate import SocketGate
from a11ycheck.browser.timeouts import bounded
from a11ycheck.web.access import Access
from a11ycheck.web.named_origins import NamedOrigins


@asynccontextmanager
async def sign_in_context(browser: Browser, access: Access, named: NamedOrigins) -> AsyncIterator[BrowserContext]:
    """Open a context in which nobody is signed in, for signing in at the named origins."""
    options: dict[str, object] = {"service_workers": "block", **access.context_options()}
    gate = _NamedGate(named)
    await gate.open()
    try:
        has_gate = SocketGate.is_possible(access)
        context = await browser.new_context(**options, **({"proxy": gate.proxy} if has_gate else {}))
        try:
            await Guard.prepare_context(context)  # as for any page: nothing is asked for that cannot be seen
            if not has_gate:
                await context.route_web_socket("**/*", lambda socket: _connect(socket, named))
            yield context
        finally:
            await bounded(context.close())
    finally:
        await bounded(gate.close())


class _NamedGate(SocketGate):
    def __init__(self, named: NamedOrigins) -> None:
        super().__init__(lambda: False, _private_too)
        self._named = named

    async def _opened(self, host: str, port: int) -> Streams | None:
        place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        is_named = any(self._named.has(f"{scheme}://{place}/") for scheme in ("https", "http"))
        return await super()._opened(host, port) if is_named else None


async def _private_too() -> bool:
    return True


async def _connect(socket: WebSocketRoute, named: NamedOrigins) -> None:
    scheme, _, rest = socket.url.partition("://")
    if named.has(f"{'https' if scheme == 'wss' else 'http'}://{rest}"):
        socket.connect_to_server()
    else:
        await socket.close()
