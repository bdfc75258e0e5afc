"""Visit the pages of one level, some at the same time, in sessions that are replaced when they die."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from urllib.parse import urlsplit

from a11ycheck.browser.browser import Browser
from a11ycheck.browser.navigation_errors import Busy, Died, Hung, NotReached, SignedOut
from a11ycheck.evidence.clean import clean_screen
from a11ycheck.evidence.reasons import FROM_A_WORKER
from a11ycheck.evidence.screens import CleanScreen
from a11ycheck.model import Event, Page
from a11ycheck.players.walkthrough import Walkthrough
from a11ycheck.scan.plan import Listener
from a11ycheck.scan.saved_pages import SavedPages
from a11ycheck.scan.session import Backend, Log, Session, SessionSetup, ShownScreen, TakePictures
from a11ycheck.scan.target_state import TargetState
from a11ycheck.scan.throttle import Throttle
from a11ycheck.sources.interface import Visit
from a11ycheck.text import redact
from a11ycheck.web.links import is_document

SESSIONS = 6
"""Sessions that one page may use up: a page that kills more of them is given up with what was reached."""


class SessionAfter(Enum):
    """What a session is good for after a visit, as this visitor knows; the session itself may know better."""

    USABLE = auto()
    """It can visit another page."""
    SPENT = auto()
    """It is left: its page hung or died, its login ended, or something in it may still run."""


class PageVisitor:
    """Visits pages of one target in the sessions of a backend; `browser` is for signing in again."""

    def __init__(
        self, state: TargetState, listener: Listener, backend: Backend, browser: Browser | None, saved: SavedPages
    ) -> None:
        self._state, self._listener, self._backend, self._browser = state, listener, backend, browser
        self._saved = saved
        self._source, self._login = state.target.source, state.target.login
        self._throttle = Throttle()
        self._signed_in_again: set[Page] = set()
        """A page that ends the login each time it is opened is given up."""
        self._screens: dict[Page, list[CleanScreen]] = {}
        self._visits: dict[Page, Visit] = {}

    async def visit_level(self, pages: Sequence[Page]) -> list[Visit]:
        """Visit the pages of one level; return the visits in the order of the pages."""
        self._state.begin_level(pages)
        self._screens, self._visits = {}, {}
        waiting = [page for page in pages if not self._restore(page)][::-1]
        workers = [asyncio.ensure_future(self._work(waiting)) for _ in range(min(self._backend.capacity, len(waiting)))]
        try:
            await asyncio.gather(*workers)
        finally:
            for worker in workers:
                worker.cancel()
            await asyncio.gather(*workers, return_exceptions=True)
            for page in pages:
                self._state.settle(page, self._screens.get(page), self._visits.get(page))
        return [self._visits[page] for page in pages if page in self._visits]

    async def sign_in_again(self, login_number: int) -> bool:
        """Sign in again after the login of this number ended; tell whether that worked."""
        return bool(self._login and self._browser and await self._login.renew(self._browser, login_number))

    def _restore(self, page: Page) -> bool:
        """Take over what an earlier process found on a page; tell whether it finished the page."""
        restored = self._saved.restore(page)
        if restored is None:
            return False
        self._screens[page], visit = restored
        if visit:
            self._visits[page] = visit
        self._listener.done(bool(self._screens[page]))
        return True

    async def _work(self, waiting: list[Page]) -> None:
        """Visit waiting pages until none is left."""
        while waiting:
            async with self._backend.session(self._setup()) as session:
                while waiting:
                    page = waiting.pop()
                    self._listener.screen(page.title or page.url)
                    try:
                        after = await self._visit(session, page)
                        self._saved.save(page, self._screens.get(page, []), self._visits.get(page))
                    finally:
                        self._state.templates.finish(page)
                    self._listener.done(bool(self._screens.get(page)))
                    if after is SessionAfter.SPENT or not session.is_usable:
                        break

    async def _visit(self, session: Session, page: Page) -> SessionAfter:
        """Visit one page, in further sessions where one dies. Return what the given one is good for."""
        plan = self._source.walk_plan(page)
        states = plan.has_screens and self._state.plan.settings.profile != "quick"
        walkthrough = Walkthrough(page, plan, states=states)
        self._state.walkthroughs[page], self._state.logs[page] = walkthrough, Log()
        if await self._try(session, walkthrough) is SessionAfter.USABLE:
            return SessionAfter.USABLE
        for _ in range(SESSIONS):
            if walkthrough.over:
                return SessionAfter.SPENT
            # Isolated, so that of all pages open when a browser died only the guilty one dies twice.
            async with self._backend.isolated_session(self._setup()) as other:
                if await self._try(other, walkthrough) is SessionAfter.USABLE:
                    return SessionAfter.SPENT
        walkthrough.give_up("gave-up")
        return SessionAfter.SPENT

    async def _try(self, session: Session, walkthrough: Walkthrough) -> SessionAfter:
        """Continue a walkthrough in a session. Return what the session is good for."""
        page = walkthrough.page
        await self._wait_for_turn()
        # Screens that are not done are shown again.
        self._screens[page] = [one for one in self._screens.get(page, ()) if one.place in walkthrough.done]

        async def keep(screen: ShownScreen, take: TakePictures) -> None:
            await self._keep(walkthrough, screen, take)

        try:
            await session.visit(walkthrough, keep, self._state.logs[page])
        except Busy as error:
            if not self._throttle.is_exhausted(page):
                self._throttle.slow_down(page, error.seconds)
                return await self._try(session, walkthrough)
            walkthrough.fail(error.why, error.data, final=True)
            return SessionAfter.USABLE
        except NotReached as error:
            return await self._fail(session, walkthrough, error)
        walkthrough.over = True
        return SessionAfter.USABLE

    async def _fail(self, session: Session, walkthrough: Walkthrough, error: NotReached) -> SessionAfter:
        """Note on the walkthrough why a visit ended early. Return what the session is good for."""
        page = walkthrough.page
        match error:
            case Hung():
                return SessionAfter.SPENT  # what was seen of the screen is noted already
            case Died():
                if error.why not in FROM_A_WORKER:
                    self._state.logs[page].add(Event("browser", page.url, target=self._state.result.name))
                walkthrough.fail(error.why, error.data)
                return SessionAfter.SPENT
            case SignedOut():
                if page in self._signed_in_again or not await self.sign_in_again(session.login_number):
                    walkthrough.fail(error.why, error.data, final=True)
                self._signed_in_again.add(page)
                return SessionAfter.SPENT
        walkthrough.fail(error.why, error.data, final=True)
        if page.lesson and walkthrough.pending():
            walkthrough.give_up(error.why)  # the lesson is gone, with all screens that wait in it
        return SessionAfter.SPENT if error.hangs or walkthrough.current else SessionAfter.USABLE

    async def _keep(self, walkthrough: Walkthrough, screen: ShownScreen, take: TakePictures) -> None:
        """Keep a screen while it is shown. Raises NotReached when its page does not belong to the target."""
        for name in screen.people:
            redact.hide_person(name)
        page, result = walkthrough.page, clean_screen(screen.seen, screen.links, screen.secrets)
        if page not in self._visits:
            if not self._source.owns(page, screen.address):
                raise NotReached("other-site", host=urlsplit(screen.address).hostname or "")
            self._visits[page] = Visit(page, screen.address)
        self._visits[page] = self._with_screen(self._visits[page], walkthrough, replace(screen, seen=result))
        if self._state.plan.pictures and not result.missing:
            number = self._state.numbers[page]
            wanted = self._state.picture_choice.choose(result.judged.hits, screen.made, number)
            result = replace(result, pictures=await take(wanted)) if wanted else result
        self._screens[page].append(self._state.interner.screen(result))
        if result.place != page:
            self._listener.screen(result.place.title or result.place.url)

    def _with_screen(self, visit: Visit, walkthrough: Walkthrough, screen: ShownScreen) -> Visit:
        """Return the visit with where this screen leads, and with what it says of the page."""
        result = screen.seen
        if visit.page.lesson:  # it leads to its own screens, which are walked through, and to documents
            documents = (link for link in screen.links if is_document(urlsplit(link).path))
            visit = replace(visit, links=tuple(dict.fromkeys((*visit.links, *documents))))
        elif screen.links and (not result.state or not visit.links):
            # A state is handed over before its page, and knows less of where the page leads.
            links = () if walkthrough.screens and not walkthrough.plan.stay_in_document else screen.links
            visit = replace(
                visit,
                links=self._state.interner.texts(links),
                changing=self._state.interner.texts(screen.changing),
                breadcrumbs=result.breadcrumbs,
                structure=result.structure,
            )
        if not result.state:
            visit = replace(visit, title=result.title, lessons=screen.lessons)
        return visit

    async def _wait_for_turn(self) -> None:
        await self._throttle.wait_for_turn(self._source.pace)

    def _setup(self) -> SessionSetup:
        state, target = self._state, self._state.target
        return SessionSetup(
            target=state.result.name,
            network=self._source.info.network,
            instruments=state.plan.instruments,
            log=state.log,
            known=state.known,
            follow=self._may_follow,
            claims=self._claims,
            access=target.access,
            login=target.login,
            package_file=target.package_file,
            missing=self._source.missing_files(),
        )

    async def _claims(self, walkthrough: Walkthrough, place: Page, structure: str, address: str) -> bool:
        """Tell whether the behaviour of a screen is to be tried (a ClaimBehaviour)."""
        if not self._source.owns(walkthrough.page, address):
            return False  # nothing is pressed on a site that is not the target's
        if walkthrough.plan.duplicate:
            return False
        templates = self._state.templates
        return await templates.is_first(walkthrough.page, place, structure, many_screens=walkthrough.plan.has_screens)

    async def _may_follow(self, address: str) -> bool:
        """Tell whether a link may be opened to see where it leads, when it is its turn (a Follow)."""
        if not await self._source.may_open(address):
            return False
        await self._wait_for_turn()
        return True
