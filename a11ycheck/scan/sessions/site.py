"""Pages of a platform, as a visitor or a signed-in person sees them; nothing that is tried there changes anything."""

from __future__ import annotations

from dataclasses import replace
from types import TracebackType

from playwright.async_api import BrowserContext, Request, WebSocketRoute

from a11ycheck.browser.browser import Browser
from a11ycheck.browser.guard import SAFE, Guard
from a11ycheck.browser.settling import signature
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

    def __init__(self, tab: SessionTab, setup: SessionSetup) -> None:
        super().__init__(tab, setup)
        self._embedded = EmbeddedSession(tab, setup)
        tab.tab.on("requestfinished", self._note_sent)

    @classmethod
    async def open(cls, browser: Browser, setup: SessionSetup) -> SiteSession:
        """Open a guarded tab with the login's cookies. Raises BrowserError."""
        # Service workers send beside the page, where no guard sees it.
        options: dict[str, object] = {"service_workers": "block", **setup.access.context_options()}
        if setup.login and setup.login.state:
            options["storage_state"] = setup.login.state
        opened: list[SessionTab] = []

        def connect(socket: WebSocketRoute) -> None:
            opened[0].guard.relay_socket(socket)

        async def prepare(context: BrowserContext) -> None:
            await setup.access.add_headers(context)
            await Guard.prepare_context(context)
            await context.route_web_socket("**/*", connect)

        opened.append(await SessionTab.open(browser, options, prepare, setup.target, setup.log))
        await opened[0].redirects.begin()
        return cls(opened[0], setup)

    async def close(self) -> None:
        """Leave the page in silence and close the tab."""
        await bounded(self._leave_page())
        await self._tab.close()

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

    def _note_sent(self, request: Request) -> None:
        """Log what a page sent by itself when it was opened, such as that somebody was there."""
        if request.method not in SAFE:
            address = clean(request.url)
            self._tab.note("sent", f"{request.method} {origin(address)}{template(address)}")
