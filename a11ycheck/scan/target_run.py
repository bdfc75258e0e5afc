"""One target on its way: its pages level by level, each page's screens in turn, and a new stage where one dies."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from a11ycheck.browser.browser import Browser
from a11ycheck.browser.navigation_errors import Busy, Died, Hung, NotReached, SignedOut
from a11ycheck.errors import BrowserError
from a11ycheck.evidence.reasons import FROM_A_WORKER, WORTH_ANOTHER_TRY
from a11ycheck.evidence.screens import ScreenResult, TargetResult
from a11ycheck.judging.site_rules import judge_site
from a11ycheck.model import Event, Page, Skipped
from a11ycheck.players.walkthrough import Walkthrough
from a11ycheck.report.picture_choice import PictureChoice, shown_pictures
from a11ycheck.scan.blocked_requests import kept_out
from a11ycheck.scan.fetched_documents import met, read_lent
from a11ycheck.scan.interning import Interner
from a11ycheck.scan.plan import Listener, Plan, ScanTarget
from a11ycheck.scan.resume import kept, tour_of, visit_of
from a11ycheck.scan.screen_exam import ExaminedScreen
from a11ycheck.scan.session import Backend, Log, Session, SessionSetup, ShownScreen, Take
from a11ycheck.scan.templates import Templates
from a11ycheck.scan.throttle import Throttle
from a11ycheck.sources.interface import Incomplete, Library, Visit
from a11ycheck.store.store import Kept, Store
from a11ycheck.text import redact
from a11ycheck.web.links import is_document

TRIES = 6
"""Backend that one page may use up: what kills more of them is given up with what was reached."""


@dataclass(slots=True)
class Run:
    """Its screens play on `stages`; `browser` is for signing in and for what is judged of the whole."""

    order: ScanTarget
    plan: Plan
    listener: Listener
    browser: Browser | None
    stages: Backend | None
    store: Store | None = None
    """Where each page of a website is kept as soon as it is done; packages are soon begun again."""
    log: Log = field(default_factory=Log)
    logs: dict[Page, Log] = field(default_factory=dict)
    numbers: dict[Page, int] = field(default_factory=dict)
    addresses: dict[str, Page] = field(default_factory=dict)
    tours: dict[Page, Walkthrough] = field(default_factory=dict)
    known: dict[str, ExaminedScreen] = field(default_factory=dict)
    renewed: set[Page] = field(default_factory=set)
    """Pages for which somebody was signed in again: a page that ends the session each time is given up."""
    patience: Throttle = field(default_factory=Throttle)
    met: Sequence[Page] = ()
    """Pages of a website that turned out to be documents: read with the others, at the end."""
    shared: Interner = field(default_factory=Interner)
    templates: Templates = field(init=False)
    gathered: TargetResult = field(init=False)
    picture_choice: PictureChoice = field(init=False)

    def __post_init__(self) -> None:
        source = self.order.source
        self.gathered = TargetResult(source.name, source.kind, source.title, self.order.label)
        self.picture_choice = PictureChoice(self.plan.rules)
        self.templates = Templates(self.plan.every_screen)

    async def run(self) -> None:
        """Level by level, so that the order of the screens never depends on how many run at once."""
        source = self.order.source
        self.listener.start(source.name, source.known())
        if self.order.session and self.browser:
            await self.order.session.begin(self.browser)
        level = list(source.first())
        self.gathered.documents = source.documents() if isinstance(source, Library) else ()
        try:
            while level:
                visits = await self._level(level)
                # In a thread: robots.txt and sitemaps are read there.
                level = list(await asyncio.to_thread(source.after, visits))
                self.gathered.documents = source.documents() if isinstance(source, Library) else ()
                if known := self._known():
                    self.listener.total(source.name, known)
            if isinstance(source, Library):
                self.met = met(self.gathered)
                self.gathered.documents = (*source.documents(), *self.met)
                await self._read(source)
            await self._judge_site()
        except BrowserError:
            self._note_untried([*level, *self.gathered.documents], "browser-lost")
            raise
        finally:
            self._note_untried([*level, *self.gathered.documents], "interrupted")
            self.gathered.title = source.title
            self.gathered.known = self._known()
            self.gathered.left_out = (*source.skipped(), *self._kept_out(), *self._notes())
            self.gathered.events = self._events()
            self._choose_pictures()
            read = {page.address for page in self.met}
            self.gathered.pages = [page for page in self.gathered.pages if page.address not in read]
            tools = [
                str(walkthrough.tool)
                for walkthrough in self._tours()
                if walkthrough.tool and not walkthrough.page.lesson
            ]
            self.gathered.made_with = ", ".join(dict.fromkeys(filter(None, tools)))

    def _tours(self) -> list[Walkthrough]:
        """In the order of the pages, whatever order they were visited in."""
        return [self.tours[page] for page in self.gathered.pages if page in self.tours]

    def _events(self) -> tuple[Event, ...]:
        """In the order of the pages, then what belongs to none."""
        logs = [self.logs[page] for page in self.gathered.pages if page in self.logs]
        return tuple({event: None for log in (*logs, self.log) for event in log.events})

    def _choose_pictures(self) -> None:
        shown = self.picture_choice.chosen_pages()
        for number, page in enumerate(self.gathered.pages):
            for at, one in enumerate(self.gathered.seen.get(page, ())):
                pictures = shown_pictures(shown, one.judged.hits, one.pictures, number)
                self.gathered.seen[page][at] = replace(one, pictures=pictures)

    def _kept_out(self) -> list[Skipped]:
        return kept_out(self.log.events, any(one.missing for seen in self.gathered.seen.values() for one in seen))

    def _notes(self) -> list[Skipped]:
        found = [note for walkthrough in self._tours() for note in walkthrough.notes]
        return [Skipped(place.url, why, "", data=data) for place, why, data in found]

    def _known(self) -> int | None:
        """The target's own count of screens: that of its pages where these know their screens, else of its pages."""
        pages = self.order.source.known()
        pages = pages - len(self.met) if pages else pages
        counts = [_screens(walkthrough, pages) for page in self.gathered.pages if (walkthrough := self.tours.get(page))]
        inside, documents = sum(count or 0 for count in counts), len(self.gathered.documents)
        if pages is None:
            # A web folder has no list of its pages: what its player counts is a count only when it is all there is.
            alone = counts and None not in counts and len(counts) == len(self.gathered.pages)
            return inside + documents if alone else None
        return None if None in counts else pages - len(counts) + inside + documents

    async def _level(self, pages: Sequence[Page]) -> list[Visit]:
        """Visit the pages of one level, some at once; results in the order of the pages."""
        for page in pages:
            self.numbers[page] = len(self.gathered.pages)
            self.gathered.pages.append(page)
        self.templates.begin(pages)
        seen: dict[Page, list[ScreenResult]] = {}
        visits: dict[Page, Visit] = {}
        waiting = [page for page in pages if not self._taken_back(page, seen, visits)][::-1]
        most = min(self.stages.most if self.stages else 0, len(waiting))
        workers = [asyncio.ensure_future(self._work(waiting, seen, visits)) for _ in range(most)]
        try:
            await asyncio.gather(*workers)
        finally:
            for worker in workers:
                worker.cancel()
            await asyncio.gather(*workers, return_exceptions=True)
            for page in pages:
                self._settle_accounts(page, seen.get(page), visits.get(page))
        return [visits[page] for page in pages if page in visits]

    async def _read(self, source: Library) -> None:
        """The documents one by one: each is read by a process of its own, without a browser."""
        for page in self.gathered.documents:
            self.listener.screen(page.url)
            one = self._kept(page)
            if one is None:
                one = await read_lent(source, page, self.order, self._signed_in_again, self.plan.rules.values())
                if self.store:
                    self.store.keep(self.order.label, page, one)
            if one.seen:
                self.gathered.seen[page] = list(one.seen)
            for missed in one.missed:
                self._skip(page, page, missed.why, **missed.data)
            self.listener.done(page in self.gathered.seen)

    def _keep(self, page: Page, seen: Sequence[ScreenResult], visit: Visit | None) -> None:
        if self.store:
            causes = self.picture_choice.causes(self.numbers[page])
            self.store.keep(self.order.label, page, kept(self.tours[page], seen, visit, self.logs[page], causes))

    def _kept(self, page: Page) -> Kept | None:
        """What an earlier process finished of a page, unless an outage kept it from that."""
        one = self.store.kept(self.order.label, page) if self.store else None
        return None if one and any(missed.why in WORTH_ANOTHER_TRY for missed in one.missed) else one

    def _taken_back(self, page: Page, seen: dict[Page, list[ScreenResult]], visits: dict[Page, Visit]) -> bool:
        """Whether an earlier process finished this page; then it is as if this one had."""
        one = self._kept(page)
        if one is None:
            return False
        self.tours[page] = tour_of(one, page, self.order.source.way(page))
        self.logs[page] = Log(dict.fromkeys(one.events))
        self.picture_choice.remember(one.causes, self.numbers[page])
        self.templates.remember(page, [each.structure for each in one.seen if each.tried and not page.lesson])
        if one.seen:
            seen[page] = [self.shared.seen(each) for each in one.seen]
        if one.address:
            visit = visit_of(one, page)
            visits[page] = replace(visit, links=self.shared.texts(visit.links))
        self.listener.done(bool(seen.get(page)))
        return True

    async def _judge_site(self) -> None:
        """What only shows when all screens are seen together."""
        self.gathered.left_out = self.order.source.skipped()
        self.gathered.languages = self.order.source.languages
        if self.browser and self.plan.instruments.compiled.site:
            plan = self.plan
            await judge_site(self.browser, plan.instruments.compiled, self.gathered, plan.organisation, plan.editors)

    def _settle_accounts(self, page: Page, seen: list[ScreenResult] | None, visit: Visit | None) -> None:
        """Keep what a page came to, unless it ended where an earlier one did: a redirect is not a second screen."""
        if seen and self._is_first(page, visit):
            self.gathered.seen[page] = seen
        if walkthrough := self.tours.get(page):
            self.gathered.places[page] = tuple(walkthrough.stops)
            for place, (why, data) in walkthrough.missed.items():
                self._skip(page, place, why, **data)

    def _is_first(self, page: Page, visit: Visit | None) -> bool:
        if visit is None or page.inside or page.lesson:
            return True
        return self.addresses.setdefault(visit.address, page) is page

    async def _work(self, waiting: list[Page], seen: dict[Page, list[ScreenResult]], visits: dict[Page, Visit]) -> None:
        while waiting:
            assert self.stages  # noqa: S101 - there are some where a source has pages to open
            async with self.stages.stage(self._setting()) as stage:
                while waiting:
                    page = waiting.pop()
                    self.listener.screen(page.title or page.url)
                    try:
                        obeys = await self._visit(stage, page, seen, visits)
                        self._keep(page, seen.get(page, []), visits.get(page))
                    finally:
                        self.templates.over(page)
                    self.listener.done(bool(seen.get(page)))
                    if not obeys or not stage.obeys:
                        break

    async def _visit(
        self, stage: Session, page: Page, seen: dict[Page, list[ScreenResult]], visits: dict[Page, Visit]
    ) -> bool:
        """Visit one page, where a stage dies on others too; whether the given stage can be used again."""
        way = self.order.source.way(page)
        walkthrough = Walkthrough(page, way, states=way.goes_on and self.plan.settings.profile != "quick")
        self.tours[page], self.logs[page] = walkthrough, Log()
        if await self._try(stage, walkthrough, seen, visits):
            return True
        for _ in range(TRIES):
            if walkthrough.over:
                return False
            # Alone, so that of all the pages that were open when a browser died only the guilty one dies twice.
            assert self.stages  # noqa: S101 - it had one to die on
            async with self.stages.alone(self._setting()) as other:
                if await self._try(other, walkthrough, seen, visits):
                    return False
        walkthrough.give_up("gave-up")
        return False

    async def _try(
        self, stage: Session, walkthrough: Walkthrough, seen: dict[Page, list[ScreenResult]], visits: dict[Page, Visit]
    ) -> bool:
        """Go on with a walkthrough on a stage; whether the stage can be used again."""
        await self._wait_for_turn()
        page = walkthrough.page
        # What is not over is shown again.
        seen[page] = [one for one in seen.get(page, ()) if one.place in walkthrough.done]

        async def keep(look: ShownScreen, take: Take) -> None:
            if page not in visits:
                if not self.order.source.owns(page, look.address):
                    raise NotReached("other-site", host=urlsplit(look.address).hostname or "")
                visits[page] = Visit(page, look.address)
            one = look.seen
            if page.lesson:  # it leads to its own screens, which are gone through, and to documents
                found = (*visits[page].links, *(link for link in look.links if is_document(urlsplit(link).path)))
                visits[page] = replace(visits[page], links=tuple(dict.fromkeys(found)))
            elif look.links and (not one.state or not visits[page].links):
                # What unfolds is handed over before the page itself, and knows less of where it leads.
                links = self.shared.texts(() if walkthrough.stops and not walkthrough.way.crawled else look.links)
                visits[page] = replace(visits[page], links=links, trail=one.trail, structure=one.structure)
            if not one.state:
                visits[page] = replace(visits[page], title=one.title, lessons=look.lessons)
            if self.plan.pictures and not one.missing:
                wanted = self.picture_choice.choose(one.judged.hits, look.made, self.numbers[page])
                one = replace(one, pictures=await take(wanted)) if wanted else one
            seen[page].append(self.shared.seen(one))
            if one.place != page:
                self.listener.screen(one.place.title or one.place.url)

        try:
            await stage.visit(walkthrough, keep, self.logs[page])
        except Hung:
            return False
        except Died as error:
            if error.why not in FROM_A_WORKER:
                self.logs[page].add(Event("browser", page.url, target=self.gathered.name))
            walkthrough.fail(error.why, error.data)
            return False
        except SignedOut as error:
            if page in self.renewed or not await self._signed_in_again(stage.session_number):
                walkthrough.fail(error.why, error.data, final=True)
            self.renewed.add(page)
            return False
        except Busy as error:
            if self.patience.give_up(page):
                walkthrough.fail(error.why, error.data, final=True)
                return True
            self.patience.ask(page, error.seconds)
            return await self._try(stage, walkthrough, seen, visits)
        except NotReached as error:
            walkthrough.fail(error.why, error.data, final=True)
            if walkthrough.page.lesson and walkthrough.left():
                walkthrough.give_up(error.why)  # it is gone, with all that waits in it
            return not error.hangs and not walkthrough.here
        walkthrough.over = True
        return True

    async def _signed_in_again(self, number: int) -> bool:
        session = self.order.session
        return bool(session and self.browser and await session.renew(self.browser, number))

    async def _wait_for_turn(self) -> None:
        await self.patience.turn(self.order.source.pace)

    def _setting(self) -> SessionSetup:
        source = self.order.source
        return SessionSetup(
            self.gathered.name,
            source.network,
            self.plan.instruments,
            self.log,
            self.known,
            self._may_follow,
            self._claims,
            self.order.access,
            self.order.session,
            self.order.parcel,
            source.missing() if isinstance(source, Incomplete) else {},
        )

    async def _claims(self, walkthrough: Walkthrough, place: Page, structure: str, address: str) -> bool:
        if not self.order.source.owns(walkthrough.page, address):
            return False  # nothing is pressed on a site that is not the target's
        if walkthrough.way.again:
            return False
        return await self.templates.claims(walkthrough.page, place, structure, own=walkthrough.way.goes_on)

    async def _may_follow(self, address: str) -> bool:
        """Whether a link may be opened to see where it leads: as any page of the target, and in its turn."""
        if not self.order.source.opens(address):
            return False
        await self._wait_for_turn()
        return True

    def _skip(self, page: Page, place: Page, why: str, **data: str) -> None:
        skipped = self.gathered.skipped.setdefault(page, {})
        skipped[place] = Skipped(redact.url(place.url), why, "", self.gathered.name, data=data)

    def _note_untried(self, pages: Sequence[Page], why: str) -> None:
        """Pages of a level that was broken off, and the stops of one that was under way."""
        done = {*self.gathered.seen, *self.gathered.skipped, *self.addresses.values()}
        for page in pages:
            walkthrough = self.tours.get(page)
            for place in walkthrough.left() if walkthrough and walkthrough.stops else ([] if page in done else [page]):
                self._skip(page, place, why)


def _screens(walkthrough: Walkthrough, pages: int | None) -> int | None:
    """How many screens a page has, None when nobody knows.

    Its own count; without one, for one item of many, what was found when all ways on were followed to their end.
    """
    if walkthrough.known is None and pages is not None and pages > 1 and walkthrough.over and not walkthrough.missed:
        return max(1, len(walkthrough.done))
    return walkthrough.known
