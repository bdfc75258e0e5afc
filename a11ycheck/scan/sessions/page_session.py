"""How any page is opened and shown screen by screen: the steps that all kinds of sessions share."""

from __future__ import annotations

import asyncio
import time
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as Tab
from playwright.async_api import TimeoutError as PlaywrightTimeout

from a11ycheck.browser.frames import Frames, ScriptError
from a11ycheck.browser.navigation_errors import Died, Hung, NotReached, check_answer, first_line, net_error
from a11ycheck.browser.timeouts import bounded, stopped
from a11ycheck.evidence.reasons import Untested
from a11ycheck.model import Page
from a11ycheck.players.attribution import attribute_to_tools
from a11ycheck.players.course_page import CoursePage, PageStuck
from a11ycheck.players.walk import walk
from a11ycheck.players.walkthrough import Walkthrough
from a11ycheck.scan.exam.context import ExamContext, KnownScreens, never_tried
from a11ycheck.scan.exam.examined_screen import ExaminedScreen
from a11ycheck.scan.exam.front_layers import LayerClosing
from a11ycheck.scan.exam.screen_exam import ScreenExam
from a11ycheck.scan.session import KeepScreen, Log, SessionSetup
from a11ycheck.scan.sessions import limits
from a11ycheck.scan.sessions.handover import pictures_of, shown_screen
from a11ycheck.scan.sessions.tab import SessionTab
from a11ycheck.sources.lessons import reported_address
from a11ycheck.web.addresses import clean, identity

OnScreen = Callable[[Tab, Page, str, ExaminedScreen], Awaitable[None]]
"""Gets each screen while it is shown: its tab, its place, its state ("" as first shown), and what was found."""


@dataclass(frozen=True, slots=True)
class _ShownPage:
    """One page on its way: how far the walk is, who gets its screens, and where it plays."""

    walkthrough: Walkthrough
    on_screen: OnScreen
    course: CoursePage

    @property
    def page(self) -> Page:
        return self.walkthrough.page


class PageSession(ABC):
    """A `Session` (scan/session.py) in a tab of this computer's browser.

    Subclasses say what differs between a package, a page of a platform, and a package that plays on such a page.
    """

    shows_package = True
    """Whether screens are those of packages: nothing that these send arrives."""

    def __init__(self, tab: SessionTab, setup: SessionSetup) -> None:
        self._tab, self._setup = tab, setup
        self.login_number = setup.login.number if setup.login else 0
        self._last_sign_of_life = 0.0
        self._layers = LayerClosing(freely=False)

    @property
    def is_usable(self) -> bool:
        """Whether the session is fit for another page."""
        return self._tab.is_usable

    async def visit(self, walkthrough: Walkthrough, keep: KeepScreen, log: Log) -> None:
        """Open a page and hand over each of its screens while it is shown, and its pop-up windows.

        Events go to `log`. Raises NotReached, or Died when a new session may do better.
        """

        async def on_screen(tab: Tab, place: Page, state: str, examined: ExaminedScreen) -> None:
            await keep(shown_screen(place, state, examined), partial(pictures_of, tab, examined))

        self._tab.begin_page(log)
        self._beat()
        showing = asyncio.ensure_future(self._show(walkthrough, on_screen))
        try:
            await self._watch(showing)
        except PageStuck as error:
            walkthrough.mark_stuck()
            raise Hung("hung") from error
        except (PlaywrightError, ScriptError) as error:
            if await self._tab.is_gone(error):
                raise Died(self._tab.cause_of_death) from error
            raise NotReached("load-failed", error=first_line(error)) from error

    async def _watch(self, showing: asyncio.Future[None]) -> None:
        """Wait for a page to be over. Raises what it raises, NotReached when it takes too long, Died when it dies."""
        began = self._last_sign_of_life
        crash, storm = (asyncio.ensure_future(event.wait()) for event in (self._tab.crashed, self._tab.stormed))
        tasks: set[asyncio.Future[Any]] = {showing, crash, storm}
        try:
            while not any(task.done() for task in tasks):
                left = min(self._last_sign_of_life + limits.SCREEN, began + limits.PAGE) - time.monotonic()
                if left <= 0:
                    raise NotReached("timeout", seconds=str(round(limits.SCREEN)))
                await asyncio.wait(tasks, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            if storm.done() and len(self._tab.popups) > limits.MOST_POPUPS:
                raise NotReached("popups", n=str(limits.MOST_POPUPS))
            if storm.done():
                raise NotReached("dialogs", n=str(limits.DIALOGS))
            if not showing.done():
                raise Died(self._tab.cause_of_death)
            showing.result()
        finally:
            await stopped(tasks)

    def _beat(self) -> None:
        """Note that the page answers: the time for the next screen begins now."""
        self._last_sign_of_life = time.monotonic()

    async def _show(self, walkthrough: Walkthrough, on_screen: OnScreen) -> None:
        """Open the page, walk through its screens, then look at the windows that it opened."""
        page = walkthrough.page
        await self._leave_page()
        self._tab.pending.begin()
        await self._before_opening(page)
        await self._open(page)
        await self._after_opening()
        tab = self._tab.tab
        inside = page.inside if page.inside and tab.url == page.address else ""
        course = CoursePage(tab, self._tab.frames, inside, lambda: self._tab.popups, self._beat)
        course.is_used = lambda: walkthrough.current in walkthrough.done
        visit = _ShownPage(walkthrough, on_screen, course)
        await self._before_walking(course, page)
        if not await walk(course, walkthrough, partial(self._judge, visit)):
            self._check_may_stand_still()
            await self._judge(visit, page, "")
        await self._show_popups(visit)

    async def _open(self, page: Page) -> None:
        """Go to a page and wait for it to load. Raises NotReached."""
        tab = self._tab.tab
        before = tab.url.partition("#")
        if "#" in page.address and before[0] == page.address.partition("#")[0]:
            await tab.goto("about:blank")  # else only the fragment changes and nothing is loaded
        await self._before_request()
        self._tab.redirects.expect(page.address)
        self._tab.opened_address = page.address
        try:
            response = await tab.goto(page.address, wait_until="domcontentloaded", timeout=limits.OPEN * 1000)
        except PlaywrightTimeout as error:
            raise NotReached("timeout", seconds=str(round(limits.OPEN))) from error
        except PlaywrightError as error:
            if await self._tab.is_gone(error):
                raise
            reason = net_error(str(error), limits.OPEN)
            if reason.why == "download":
                reason = NotReached("download", **await self._tab.downloads.document())
            raise reason from error
        check_answer(response)
        try:
            await tab.wait_for_load_state("load", timeout=limits.LOAD * 1000)
        except PlaywrightTimeout:
            self._tab.note("slow", page.url)
        self._tab.redirects.end_opening()

    async def _judge(self, visit: _ShownPage, place: Page, state: str) -> None:
        """Examine the screen that is shown and hand it over. Raises Hung when the page stopped answering meanwhile."""
        walkthrough, page = visit.walkthrough, visit.page
        await self._before_exam(visit.course, page)
        patience = limits.RENDER_LATER if walkthrough.done else limits.RENDER
        # Further states show what else is on a screen; its behaviour is tried as it is first shown.
        examined = await self._examine(visit, patience, None if state else place)
        if not examined.hangs:  # the guard's end, too, waits for the page
            await self._after_exam(page, is_first_look=place == page and not state)
        await visit.on_screen(visit.course.tab, place, state, examined)
        if examined.hangs:
            walkthrough.mark_hung(place)
            raise Hung("hung")
        await self._before_next_screen(visit.course, page)
        self._beat()
        self._tab.begin_screen()

    async def _examine(self, visit: _ShownPage, patience: float, place: Page | None) -> ExaminedScreen:
        """Examine the screen that is shown; without a `place` its behaviour is left alone."""
        walkthrough, course, setup = visit.walkthrough, visit.course, self._setup

        async def on_state(name: str, state: ExaminedScreen) -> None:
            if place:
                await visit.on_screen(course.tab, place, name, state)
            self._beat()

        async def on_layer(name: str, layer: ExaminedScreen) -> None:
            await visit.on_screen(course.tab, place or walkthrough.page, name, layer)
            self._beat()

        context = ExamContext(
            frames=course.reader,
            instruments=setup.instruments,
            inside=course.frame_name,
            patience=patience,
            known=self._known_screens(walkthrough),
            follow=setup.follow,
            claim=partial(setup.claims, walkthrough, place) if place else never_tried,
            guard=self._tab.guard,
            on_state=None if walkthrough.plan.explore else on_state,
            has_editor=place is walkthrough.page and identity(clean(place.address)) in setup.instruments.editors,
            is_package=self.shows_package,
            layers=self._layers if place else None,
            on_layer=on_layer,
        )
        try:
            found = await ScreenExam(context).run()
        except ScriptError:  # its document was replaced meanwhile: try once more, then report it
            # Where the content plays may have changed with the document.
            context = replace(context, frames=course.reader, inside=course.frame_name)
            found = await ScreenExam(context).run()
        if found.hangs:
            return found
        if found.signature:
            setup.known.setdefault(found.signature, found)
        causes = [cause for player, _ in walkthrough.plan.players for cause in player.causes]
        hits = await attribute_to_tools(found.judged.hits, found.root, causes)
        return await self._complete(replace(found, judged=replace(found.judged, hits=hits)), course)

    def _known_screens(self, walkthrough: Walkthrough) -> KnownScreens | None:
        """The screens that need not be judged again; only exploring comes back to screens it has seen."""
        return self._setup.known if walkthrough.plan.explore else None

    async def _show_popups(self, visit: _ShownPage) -> None:
        """Judge the first pop-up windows of a page, then close them all."""
        popups = self._tab.popups
        # A closed one was opened by us to look at a link; one that was followed has been judged.
        left = [tab for tab in popups if not tab.is_closed() and tab not in visit.course.followed]
        for popup in left[: limits.POPUPS]:
            await self._show_popup(popup, visit)
        for popup in popups:
            await bounded(popup.close())

    async def _show_popup(self, popup: Tab, visit: _ShownPage) -> None:
        self._tab.note("popup", popup.url)
        try:
            await popup.wait_for_load_state("load", timeout=limits.LOAD * 1000)
            frames = Frames(popup, await self._tab.context.new_cdp_session(popup))
            course = CoursePage(popup, frames, "", lambda: ())
            seen = await self._examine(replace(visit, course=course), limits.RENDER_POPUP, None)
            plays = tuple(Untested(reported_address(lesson.address), "plays-package") for lesson in seen.lessons)
            judged = replace(seen.judged, untested=(*seen.judged.untested, *plays))
        except (PlaywrightError, ScriptError):
            return  # closed itself meanwhile, or never loaded: the event tells of it
        await visit.on_screen(popup, visit.page, "popup", replace(seen, judged=judged, lessons=()))

    # The steps in which the kinds of sessions differ, in the order in which they are taken.

    @abstractmethod
    async def _leave_page(self) -> None:
        """Leave the page that is shown in the tab."""

    async def _before_opening(self, page: Page) -> None:  # noqa: B027
        """Prepare for opening a page; the page before may still be shown there."""

    async def _before_request(self) -> None:  # noqa: B027
        """Prepare for the request of a page; nothing of the page before is shown there any more."""

    async def _after_opening(self) -> None:  # noqa: B027
        """Wait for what a page needs after it has loaded."""

    async def _before_walking(self, course: CoursePage, page: Page) -> None:  # noqa: B027
        """Check that this is the page that was asked for, before its first screen. Raises NotReached."""

    def _check_may_stand_still(self) -> None:  # noqa: B027
        """Raise NotReached where a page without a way on cannot be judged as it is."""

    async def _before_exam(self, course: CoursePage, page: Page) -> None:  # noqa: B027
        """Prepare a screen for being examined. Raises NotReached."""

    async def _complete(self, found: ExaminedScreen, course: CoursePage) -> ExaminedScreen:  # noqa: ARG002
        """Add to a screen what only this kind of page has."""
        return found

    async def _after_exam(self, page: Page, *, is_first_look: bool) -> None:  # noqa: B027
        """Let the page go on after its screen was examined. Raises NotReached when it is another page by now."""

    async def _before_next_screen(self, course: CoursePage, page: Page) -> None:  # noqa: B027
        """Prepare the way to the next screen, when this one has been handed over. Raises NotReached."""
