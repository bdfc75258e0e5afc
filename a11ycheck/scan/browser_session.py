"""One place where screens play: a browser context of its own, its network closed when asked, one reused page."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, Dialog, Request
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as Tab
from playwright.async_api import TimeoutError as PlaywrightTimeout

from a11ycheck.browser.browser import Browser
from a11ycheck.browser.closed_network import ClosedNetwork
from a11ycheck.browser.downloads import Downloads
from a11ycheck.browser.element_pictures import take
from a11ycheck.browser.frames import Frames, ScriptError
from a11ycheck.browser.guard import SAFE, Guard
from a11ycheck.browser.navigation_errors import Died, Hung, NotReached, SignedOut, check_answer, first_line, net_error
from a11ycheck.browser.pending_requests import PendingRequests
from a11ycheck.browser.settling import signature
from a11ycheck.browser.timeouts import bounded, stopped
from a11ycheck.errors import BrowserError
from a11ycheck.evidence.screens import ScreenResult
from a11ycheck.model import Event, Lesson, Page
from a11ycheck.players.causes import attributed
from a11ycheck.players.course_page import Play
from a11ycheck.players.walk import walk
from a11ycheck.players.walkthrough import Walkthrough
from a11ycheck.scan.embedded_lessons import lessons, take_up
from a11ycheck.scan.screen_exam import ExaminedScreen, examine, never_tried
from a11ycheck.scan.session import Keep, Log, Pictures, SessionSetup, ShownScreen
from a11ycheck.sources.lessons import told
from a11ycheck.web.address_patterns import template
from a11ycheck.web.addresses import clean, identity, origin

WINDOW = {"width": 1280, "height": 800}
OPEN = 30.0
"""Seconds for the first bytes of a page."""
TAB = 60.0
"""Seconds for a new tab, on a busy computer too."""
LOAD = 10.0
"""Seconds for pictures and scripts after that; a slower page is judged as it then stands."""
PATIENCE = 8.0
"""Seconds for something to be seen on a page, and on each screen after its first."""
PATIENCE_LATER = 4.0
SCREEN = 90.0
"""Seconds for one screen in all."""
PAGE = 1800.0
"""Seconds for all screens of one page."""
DIALOGS = 25
POPUPS = 3
"""Pop-up windows that are looked at; one more than MOST_POPUPS, and the page is a storm."""
MOST_POPUPS = 20
KINDS = {"document": "frame", "media": "media", "script": "script", "image": "image", "font": "font"}
"""What a request was for, in the words of reports (hides.*); the rest is "other"."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One screen that was looked at: the place that it is, and its state, "" as it first stood."""

    place: Page
    state: str
    examined: ExaminedScreen


OnScreen = Callable[[Tab, Shown], Awaitable[None]]


class BrowserSession:
    """`async with BrowserSession(...) as stage`; visits pages one after the other."""

    def __init__(self, browser: Browser, setting: SessionSetup) -> None:
        self._browser = browser
        self._network = setting.network
        self._instruments = setting.instruments
        self._log = self._whole = setting.log
        self._target = setting.target
        self._known = setting.known
        self._follow = setting.follow
        self._claims = setting.claims
        self._access = setting.access
        self._signed = setting.session
        self.session_number = setting.session.number if setting.session else 0
        self._handed = 0.0
        self._exit = AsyncExitStack()
        self._popups: list[Tab] = []
        self._crashed = asyncio.Event()
        self._stormed = asyncio.Event()
        self._dialogs = 0
        self._refused: dict[str, set[str]] = {}

    async def __aenter__(self) -> BrowserSession:
        options: dict[str, object] = {"viewport": WINDOW, "accept_downloads": False}
        if self._network:
            self._closed = await self._exit.enter_async_context(ClosedNetwork(self._network))
            options |= {"proxy": {"server": self._closed.url, "bypass": "<-loopback>"}}
        else:
            options |= {"service_workers": "block"}  # they send beside the page, where no guard sees it
        options |= self._access.options()
        if self._signed and self._signed.state:
            options |= {"storage_state": self._signed.state}
        self._context: BrowserContext = await self._browser.context(**options)
        await self._access.introduce(self._context)
        if not self._network:
            await Guard.keep(self._context)
            await self._context.route_web_socket("**/*", lambda socket: self._guard.socket(socket))
        try:
            self._tab = await asyncio.wait_for(self._context.new_page(), TAB)
            self._session = await asyncio.wait_for(self._context.new_cdp_session(self._tab), TAB)
        except TimeoutError as error:
            await bounded(self._context.close())
            await bounded(self._exit.aclose())
            raise BrowserError("browser-start", path=self._browser.chromium.path, error="no page") from error
        self._guard = Guard(self._tab)
        self._downloads = Downloads(self._tab)
        self._frames = Frames(self._tab, self._session)
        self._asking = PendingRequests(self._tab)
        self._tab.on("crash", lambda _: self._crashed.set())
        self._tab.on("dialog", self._answer)
        if not self._network:
            self._tab.on("requestfinished", self._note_sent)
        self._tab.on("download", lambda it: self._log.add(Event("download", it.suggested_filename, "", self._target)))
        self._context.on("page", self._note_popup)
        if self._network:
            self._context.on("requestfailed", self._note_failed)
        return self

    async def __aexit__(self, *_: object) -> None:
        await bounded(self._leave())
        await bounded(self._context.close())
        if self._network:
            for host in self._closed.blocked:
                kinds = sorted(self._refused.get(host.rpartition(":")[0], {"other"}))
                self._whole.add(Event("blocked", host, ",".join(kinds), self._target))
        await bounded(self._exit.aclose())

    async def visit(self, walkthrough: Walkthrough, keep: Keep, log: Log) -> None:
        """Open a page and hand over each of its screens while it still stands, and its popups; `log` is the page's.

        Raises NotReached, or Died when a new stage may do better.
        """

        async def on_screen(tab: Tab, shown: Shown) -> None:
            await keep(_look(shown), partial(_pictures, tab, shown.examined))

        self._log = log
        self._dialogs = 0
        self._popups.clear()
        self._handed = time.monotonic()
        began = self._handed
        showing = asyncio.ensure_future(self._show(walkthrough, on_screen))
        crash, storm = (asyncio.ensure_future(event.wait()) for event in (self._crashed, self._stormed))
        tasks = {showing, crash, storm}
        try:
            while not any(task.done() for task in tasks):
                left = min(self._handed + SCREEN, began + PAGE) - time.monotonic()
                if left <= 0:
                    raise NotReached("timeout", seconds=str(round(SCREEN)))
                await asyncio.wait(tasks, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            if storm.done() and len(self._popups) > MOST_POPUPS:
                raise NotReached("popups", n=str(MOST_POPUPS))
            if storm.done():
                raise NotReached("dialogs", n=str(DIALOGS))
            if not showing.done():
                raise Died(self._cause())
            showing.result()
        except (PlaywrightError, ScriptError) as error:
            if await self._is_dead(error):
                raise Died(self._cause()) from error
            raise NotReached("load-failed", error=first_line(error)) from error
        finally:
            await stopped(tasks)

    async def _leave(self) -> None:
        """Leave a page of a site in silence; of a package nothing arrives, but to itself, and it may want to tell."""
        if not self._network:
            await self._guard.leave()

    def _beat(self) -> None:
        self._handed = time.monotonic()

    async def _is_dead(self, error: Exception) -> bool:
        """Whether the tab or the browser is gone; its end may be told a moment after the error that it causes."""
        if any(part in str(error) for part in ("has been closed", "Target closed", "crashed", "Connection closed")):
            return True
        await asyncio.sleep(0.2)
        alive = self._context.browser and self._context.browser.is_connected()
        return not alive or self._tab.is_closed() or self._crashed.is_set()

    def _cause(self) -> str:
        """The stable word for why the stage died."""
        return self._browser.ended_for(self._context) or "crashed"

    @property
    def obeys(self) -> bool:
        """Whether it is fit for another page."""
        return self._browser.obeys(self._context)

    async def _show(self, walkthrough: Walkthrough, on_screen: OnScreen) -> None:
        page = walkthrough.page
        await self._leave()
        self._asking.begin()
        if page.lesson:  # its beginning was told when its page was opened for itself
            await self._guard.open(page.address)
        await self._open(page)
        if not self._network:
            await self._asking.over()
        inside = page.inside if page.inside and self._tab.url == page.address else ""
        play = Play(self._tab, self._frames, inside, lambda: self._popups, self._beat)

        await self._see_signed_in(page)
        if page.lesson:
            await self._go_on(play, page.lesson)

        async def judge(place: Page, state: str) -> None:
            patience = PATIENCE_LATER if walkthrough.done else PATIENCE
            if page.lesson:
                await self._go_on(play, page.lesson)
                self._guard.hold()
            # Further states show what else stands on a screen; its behaviour is tried as it first stands.
            examined = await self._examined(play, patience, walkthrough, None if state else place, on_screen)
            if not examined.hangs:  # the guard's end, too, waits for the page
                if place == page and not state:
                    await self._see_signed_in(page)  # a script may have led to the login page only now
                if self._network:
                    await self._guard.stop()  # a package goes on by sending and navigating: nothing arrives anywhere
            await on_screen(play.tab, Shown(place, state, examined))
            if examined.hangs:
                walkthrough.hang(place)
                raise Hung("hung")
            if page.lesson:
                await self._go_on(play, page.lesson)
            self._beat()
            self._dialogs = 0

        if not await walk(play, walkthrough, judge):
            if page.lesson:
                raise NotReached("lesson-still")
            await judge(page, "")
        # One that is closed was a look of ours at a link; one that was followed has been judged.
        left = [tab for tab in self._popups if not tab.is_closed() and tab not in play.followed]
        for popup in left[:POPUPS]:
            await self._show_popup(popup, walkthrough, on_screen)
        for popup in self._popups:
            await bounded(popup.close())

    async def _go_on(self, play: Play, lesson: Lesson) -> None:
        """Let a lesson on a platform's page go on. Raises NotReached when it is not there."""
        if not await take_up(play, self._guard, lesson):
            raise SignedOut if self._signed and await self._signed.is_asked(self._tab) else NotReached("lesson-gone")

    async def _examined(
        self,
        play: Play,
        patience: float,
        walkthrough: Walkthrough,
        place: Page | None = None,
        on_screen: OnScreen | None = None,
    ) -> ExaminedScreen:
        known = self._known if walkthrough.way.explore or walkthrough.page.lesson else None
        claimed = partial(self._claims, walkthrough, place) if place else never_tried

        async def on_state(name: str, state: ExaminedScreen) -> None:
            if place and on_screen:
                await on_screen(play.tab, Shown(place, name, state))
            self._beat()

        async def look() -> ExaminedScreen:
            return await examine(
                play.reader,
                play.inside,
                self._instruments,
                patience,
                known,
                self._follow,
                claimed,
                self._guard,
                None if walkthrough.way.explore else on_state,
                place is walkthrough.page and identity(clean(place.address)) in self._instruments.editors,
            )

        try:
            found = await look()
        except ScriptError:  # its document was replaced while we looked at it: once more, then it is said
            found = await look()
        if found.hangs:
            return found
        if found.signature:
            self._known.setdefault(found.signature, found)
        causes = [cause for player, _ in walkthrough.way.players for cause in player.causes]
        hits = await attributed(found.judged.hits, found.root, causes)
        found = replace(found, judged=replace(found.judged, hits=hits))
        return (
            found
            if self._network or found.missing or walkthrough.page.lesson
            else await self._with_lessons(found, play)
        )

    async def _with_lessons(self, found: ExaminedScreen, play: Play) -> ExaminedScreen:
        """The page with what plays on it, which is gone through later."""
        playing = tuple(one for _, one in await lessons(play.tab))
        if any(not one.framed for one in playing):  # this page is its first screen: it is known when it comes again
            found = replace(found, signature=await signature(found.root))
            self._known.setdefault(found.signature, found)
        return replace(found, lessons=playing)

    async def _show_popup(self, popup: Tab, walkthrough: Walkthrough, on_screen: OnScreen) -> None:
        self._log.add(Event("popup", popup.url, target=self._target))
        try:
            await popup.wait_for_load_state("load", timeout=LOAD * 1000)
            frames = Frames(popup, await self._context.new_cdp_session(popup))
            play = Play(popup, frames, "", lambda: ())
            seen = await self._examined(play, PATIENCE / 4, walkthrough)
            plays = tuple((told(lesson.address), "plays-package", "") for lesson in seen.lessons)
            judged = replace(seen.judged, untested=(*seen.judged.untested, *plays))
            shown = Shown(walkthrough.page, "popup", replace(seen, judged=judged, lessons=()))
        except (PlaywrightError, ScriptError):
            return  # closed itself meanwhile, or never loaded: the event tells of it
        await on_screen(popup, shown)

    async def _open(self, page: Page) -> None:
        """Go to a page and wait for it to load."""
        before = self._tab.url.partition("#")
        if "#" in page.address and before[0] == page.address.partition("#")[0]:
            await self._tab.goto("about:blank")  # else only the fragment changes and nothing is loaded
        if self._network:
            await self._session.send(
                "Storage.clearDataForOrigin", {"origin": f"http://{self._network.host}", "storageTypes": "all"}
            )
        try:
            response = await self._tab.goto(page.address, wait_until="domcontentloaded", timeout=OPEN * 1000)
        except PlaywrightTimeout as error:
            raise NotReached("timeout", seconds=str(round(OPEN))) from error
        except PlaywrightError as error:
            if await self._is_dead(error):
                raise
            told = net_error(str(error), OPEN)
            if told.why == "download":
                told = NotReached("download", **await self._downloads.document())
            raise told from error
        check_answer(response)
        try:
            await self._tab.wait_for_load_state("load", timeout=LOAD * 1000)
        except PlaywrightTimeout:
            self._log.add(Event("slow", page.url, target=self._target))

    async def _see_signed_in(self, page: Page) -> None:
        if self._signed and await self._signed.is_over(self._tab, page.address):
            raise SignedOut

    def _note_popup(self, tab: Tab) -> None:
        self._popups[:] = [each for each in self._popups if not each.is_closed()]
        self._popups.append(tab)
        tab.on("dialog", self._answer)
        if len(self._popups) > MOST_POPUPS:
            self._stormed.set()

    def _note_sent(self, request: Request) -> None:
        """What a page sent by itself, as that somebody opened it: nobody pressed anything for it."""
        if request.method not in SAFE:
            where = template(clean(request.url))
            self._log.add(Event("sent", f"{request.method} {origin(clean(request.url))}{where}", "", self._target))

    def _note_failed(self, request: Request) -> None:
        """What kind of content a host would have given, so that a report can say what its absence may hide."""
        host = urlsplit(request.url).hostname or ""
        self._refused.setdefault(host, set()).add(KINDS.get(request.resource_type, "other"))

    async def _answer(self, dialog: Dialog) -> None:
        self._dialogs += 1
        if self._dialogs > DIALOGS:
            self._stormed.set()  # left open: closing the tab ends it
            return
        if dialog.type != "beforeunload":
            self._log.add(Event("dialog", dialog.message[:200], dialog.type, self._target))
        try:
            await (dialog.dismiss() if self._guard.on and dialog.type != "beforeunload" else dialog.accept())
        except PlaywrightError:
            return  # the page that asked is gone


def _look(shown: Shown) -> ShownScreen:
    one = shown.examined
    seen = ScreenResult(
        shown.place,
        shown.state,
        one.title,
        one.judged,
        {},
        missing=one.missing,
        signature=one.signature,
        structure=one.structure,
        tried=one.tried,
        facts=one.facts,
        trail=one.trail,
    )
    return ShownScreen(seen, one.address, one.links, tuple(one.pictures), one.lessons)


async def _pictures(tab: Tab, one: ExaminedScreen, wanted: Sequence[int]) -> Pictures:
    if one.hangs:
        return {}
    try:
        session = await tab.context.new_cdp_session(tab)
        pictures = await take(session, one.root, one.judged.hits, one.pictures, wanted)
        await session.detach()
    except PlaywrightError:
        return {}  # the tab is gone: the findings stand without pictures
    return pictures
