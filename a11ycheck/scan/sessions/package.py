"""A package in a browser whose network is closed to all but the package itself."""

from __future__ import annotations

from types import TracebackType
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, Request

from a11ycheck.browser.browser import Browser
from a11ycheck.browser.closed_network import ClosedNetwork
from a11ycheck.browser.timeouts import bounded
from a11ycheck.model import Event, Page
from a11ycheck.scan.exam.front_layers import LayerClosing
from a11ycheck.scan.session import SessionSetup
from a11ycheck.scan.sessions.page_session import PageSession
from a11ycheck.scan.sessions.tab import SessionTab
from a11ycheck.web.responses import PackageNetwork

CONTENT_KINDS = {"document": "frame", "media": "media", "script": "script", "image": "image", "font": "font"}
"""Playwright's resource types → the kind of content in the words of reports (hides.*); the rest is "other"."""


class PackageSession(PageSession):
    """`PackageSession.open(...)` gives one; `close` reports the hosts that were kept out."""

    def __init__(self, tab: SessionTab, setup: SessionSetup, host: str, network: ClosedNetwork) -> None:
        super().__init__(tab, setup)
        self._host, self._network = host, network
        self._blocked_kinds: dict[str, set[str]] = {}
        self._layers = LayerClosing(freely=True)
        tab.context.on("requestfailed", self._note_failed)

    @classmethod
    async def open(cls, browser: Browser, setup: SessionSetup, network: PackageNetwork) -> PackageSession:
        """Close the network to all but `network` and open a tab in it. Raises BrowserError."""
        closed = ClosedNetwork(network)
        await closed.open()
        try:
            options = {**setup.access.context_options(), "proxy": {"server": closed.url, "bypass": "<-loopback>"}}
            tab = await SessionTab.open(browser, options, _prepare, setup.target, setup.log)
        except BaseException:
            await bounded(closed.close())
            raise
        return cls(tab, setup, network.host, closed)

    async def close(self) -> None:
        """Close the tab and the network, and log the hosts that a page asked for without success."""
        await self._tab.close()
        for host in self._network.blocked:
            kinds = sorted(self._blocked_kinds.get(host.rpartition(":")[0], {"other"}))
            self._setup.log.add(Event("blocked", host, ",".join(kinds), self._setup.target))
        await bounded(self._network.close())

    async def __aenter__(self) -> PackageSession:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    def _note_failed(self, request: Request) -> None:
        """Note which kind of content a host would have given: a report says what its absence may hide."""
        host = urlsplit(request.url).hostname or ""
        self._blocked_kinds.setdefault(host, set()).add(CONTENT_KINDS.get(request.resource_type, "other"))

    async def _leave_page(self) -> None:
        """Leave without silencing: what a package sends at its end reaches only the package, which may need it."""

    async def _before_request(self) -> None:
        """Clear what earlier pages of the package stored, so that each one begins as for a new learner."""
        origin = f"http://{self._host}"
        await self._tab.cdp.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})

    async def _after_exam(self, page: Page, *, is_first_look: bool) -> None:  # noqa: ARG002
        """Stop guarding: a package moves on by sending and navigating, and nothing of it arrives anywhere."""
        await self._tab.guard.stop()


async def _prepare(context: BrowserContext) -> None:
    """Do nothing: a package is told no credentials, and it may do in its context what it wants."""
