"""Pages of a platform, as a visitor or a signed-in person sees them; nothing that is tried there changes anything."""

from __future__ import annotations

from dataclasses import replace
from types import TracebackType

from playwright.async_api import BrowserContext, Request, WebSocketRoute

from a11ycheck.browser.browser import Browser
from a11ycheck.browser.guard import Guard
from a11ycheck.browser.hops import SAFE_METHODS
from a11ycheck.browser.private_network import host_and_port, is_at_private_address, names_private
from a11ycheck.browser.settling import signature
from a11ycheck.browser.socket_gate import SocketGate
from a11ycheck.browser.timeouts import bounded
from a11ycheck.players.course_page import CoursePage
from a11ycheck.players.walkthrough import Walkthrough
from a11ycheck.scan.embedded_lessons import find_lessons
from a11ycheck.scan.exam.examined_screen import ExaminedScreen
from a11ycheck.scan.session import KeepScreen, Log, SessionSetup
from a11ycheck.scan.sessions.embedded import EmbeddedSession
from a11ycheck.scan.sessions.guarded import GuardedSession
from a11ycheck.scan.sessions.tab import SessionTab
from a11ycheck.web.address_patterns import template
from a11ycheck.web.addresses import clean, origin


class SiteSession(GuardedSession):
    """`SiteSession.open(...)` gives one; lessons on its pages are walked through by an EmbeddedSession in its tab."""

    shows_package = False

    def __init__(self, tab: SessionTab, setup: SessionSetup, gate: SocketGate) -> None:
        super().__init__(tab, setup)
        self._gate = gate
        self._embedded = EmbeddedSession(tab, setup)
        tab.tab.on("requestfinished", self._note_sent)
        tab.context.on("requestfailed", self._note_private)

    @classmethod
    async def open(cls, browser: Browser, setup: SessionSetup) -> SiteSession:
        """Open a guarded tab with the login's cookies. Raises BrowserError."""
        # Service workers send beside the page, where no guard sees it.
        options: dict[str, object] = {"service_workers": "block", **setup.access.context_options()}
        if setup.login and setup.login.state:
            options["storage_state"] = setup.login.state
        opened: list[SessionTab] = []
        gate = SocketGate(lambda: opened[0].guard.is_active, lambda: is_at_private_address(opened[0].opened_address))
        await gate.open()
        has_gate = SocketGate.is_possible(setup.access)
        if has_gate:
            options["proxy"] = gate.proxy

        def connect(socket: WebSocketRoute) -> None:
            opened[0].guard.relay_socket(socket)

        async def prepare(context: BrowserContext) -> None:
            await Guard.prepare_context(context)
            if not has_gate:
                await context.route_web_socket("**/*", connect)

        try:
            browser = await browser.for_access(setup.access)
            opened.append(await SessionTab.open(browser, options, prepare, setup.target, setup.log))
            await opened[0].redirects.begin()
            await opened[0].guard.confine(lambda: opened[0].opened_address)
        except BaseException:
            await bounded(gate.close())
            raise
        return cls(opened[0], setup, gate)

    async def close(self) -> None:
        """Leave the page in silence and close the tab."""
        await bounded(self._leave_page())
        await self._tab.close()
        await bounded(self._gate.close())

    async def __aenter__(self) -> SiteSession:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def visit(self, walkthrough: Walkthrough, keep: KeepScreen, log: Log) -> None:
        """As of any session; a lesson on a page is visited as what it is."""
        if walkthrough.page.lesson:
            await self._embedded.visit(walkthrough, keep, log)
        else:
            await super().visit(walkthrough, keep, log)

    async def _complete(self, found: ExaminedScreen, course: CoursePage) -> ExaminedScreen:
        """Add the learning packages that course on the page; they are walked through later, as pages of their own."""
        if found.missing:
            return found
        playing = tuple(lesson for _, lesson in await find_lessons(course.tab))
        if any(not lesson.framed for lesson in playing):
            # This page is the lesson's first screen: recognise it when it comes again.
            found = replace(found, signature=await signature(found.root))
            self._setup.known.setdefault(found.signature, found)
        return replace(found, lessons=playing)

    def _note_private(self, request: Request) -> None:
        """Log a private address that a public page asked for; of most such requests the browser tells no reason."""
        address = clean(request.url)
        if "LOCAL_NETWORK_ACCESS" in (request.failure or "") or (request.failure and self._is_kept_out(address)):
            self._tab.note("blocked", host_and_port(address))

    def _is_kept_out(self, address: str) -> bool:
        return names_private(address) and not names_private(self._tab.opened_address)

    def _note_sent(self, request: Request) -> None:
        """Log what a page sent by itself when it was opened, such as that somebody was there."""
        if request.method not in SAFE_METHODS:
            address = clean(request.url)
            self._tab.note("sent", f"{request.method} {origin(address)}{template(address)}")
