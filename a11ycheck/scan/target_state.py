"""What is known of one target while it is scanned, and the result of that at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from a11ycheck.evidence.screens import CleanScreen, TargetResult
from a11ycheck.model import Event, Page, Skipped
from a11ycheck.players.walkthrough import Walkthrough
from a11ycheck.report.picture_choice import PictureChoice, shown_pictures
from a11ycheck.scan.blocked_requests import blocked_hosts
from a11ycheck.scan.exam.examined_screen import ExaminedScreen
from a11ycheck.scan.interning import Interner
from a11ycheck.scan.plan import Plan, ScanTarget
from a11ycheck.scan.session import Log
from a11ycheck.scan.templates import Templates
from a11ycheck.sources.interface import Visit
from a11ycheck.text import redact


class TargetState:
    """The pages of one target in their order, and the result of each of them.

    `result` is what the report is made from; it can be read at any moment. `log` holds the events that belong to no
    page, `known` the screens that were examined already, by signature.
    """

    def __init__(self, target: ScanTarget, plan: Plan) -> None:
        self.target, self.plan = target, plan
        info = target.source.info
        self.result = TargetResult(info.name, info.kind, info.title, target.label)
        self.log = Log()
        self.logs: dict[Page, Log] = {}
        self.numbers: dict[Page, int] = {}
        self.walkthroughs: dict[Page, Walkthrough] = {}
        self.known: dict[str, ExaminedScreen] = {}
        self.interner = Interner()
        self.templates = Templates(plan.every_screen)
        self.picture_choice = PictureChoice(plan.rules)
        self.found_documents: Sequence[Page] = ()
        """Pages of a website that turned out to be documents: they are read with the others, at the end."""
        self._first_at: dict[str, Page] = {}

    def begin_level(self, pages: Sequence[Page]) -> None:
        """Number the pages of the next level in their order."""
        for page in pages:
            self.numbers[page] = len(self.result.pages)
            self.result.pages.append(page)
        self.templates.begin(pages)

    def settle(self, page: Page, screens: list[CleanScreen] | None, visit: Visit | None) -> None:
        """Keep the result of a page, unless it ended where an earlier one did: a redirect is not a second screen."""
        if screens and self._is_first(page, visit):
            self.result.seen[page] = screens
        if walkthrough := self.walkthroughs.get(page):
            self.result.places[page] = tuple(walkthrough.screens)
            for place, (why, data) in walkthrough.missed.items():
                self.skip(page, place, why, **data)

    def skip(self, page: Page, place: Page, why: str, **data: str) -> None:
        """Note why a place on a page was not tested."""
        skipped = self.result.skipped.setdefault(page, {})
        skipped[place] = Skipped(redact.url(place.url), why, "", self.result.name, data=redact.data(data))

    def skip_untried(self, pages: Sequence[Page], why: str) -> None:
        """Note the same reason for all pages that were not begun, and for the screens that wait on one under way."""
        done = {*self.result.seen, *self.result.skipped, *self._first_at.values()}
        for page in pages:
            for place in self._untried_places(page, is_done=page in done):
                self.skip(page, place, why)

    def _untried_places(self, page: Page, *, is_done: bool) -> list[Page]:
        walkthrough = self.walkthroughs.get(page)
        if walkthrough and walkthrough.screens:
            return walkthrough.pending()
        return [] if is_done else [page]

    def finish(self) -> None:
        """Complete the result with what is known only now."""
        result, source = self.result, self.target.source
        result.title = source.info.title
        result.known = self.screen_count()
        result.left_out = (*source.skipped(), *self._blocked_hosts(), *self._notes())
        result.events = self._events()
        self._choose_pictures()
        documents = {page.address for page in self.found_documents}
        result.pages = [page for page in result.pages if page.address not in documents]
        tools = [one.tool for one in self._in_order() if one.tool and not one.page.lesson]
        result.made_with = ", ".join(dict.fromkeys(filter(None, map(str, tools))))

    def screen_count(self) -> int | None:
        """Return how many screens and documents the target has, None when that cannot be known.

        A page that knows its own number of screens counts as so many, any other page as one.
        """
        pages = self.target.source.page_count()
        pages = pages - len(self.found_documents) if pages else pages
        counts = [
            _screen_count(self.walkthroughs[page], pages) for page in self.result.pages if page in self.walkthroughs
        ]
        inside, documents = sum(count or 0 for count in counts), len(self.result.documents)
        if pages is None:
            # A web folder has no list of its pages: what its player counts is a count only when it is all there is.
            is_all = counts and None not in counts and len(counts) == len(self.result.pages)
            return inside + documents if is_all else None
        return None if None in counts else pages - len(counts) + inside + documents

    def _is_first(self, page: Page, visit: Visit | None) -> bool:
        if visit is None or page.inside or page.lesson:
            return True
        return self._first_at.setdefault(visit.address, page) is page

    def _in_order(self) -> list[Walkthrough]:
        """Return the walkthroughs in the order of the pages, whatever order they were visited in."""
        return [self.walkthroughs[page] for page in self.result.pages if page in self.walkthroughs]

    def _events(self) -> tuple[Event, ...]:
        """Return the events in the order of the pages, then those that belong to none; each once."""
        logs = [self.logs[page] for page in self.result.pages if page in self.logs]
        return tuple({event: None for log in (*logs, self.log) for event in log.events})

    def _choose_pictures(self) -> None:
        """Keep a picture only on the page that was chosen to show it."""
        shown = self.picture_choice.chosen_pages()
        for number, page in enumerate(self.result.pages):
            for at, screen in enumerate(self.result.seen.get(page, ())):
                pictures = shown_pictures(shown, screen.judged.hits, screen.pictures, number)
                self.result.seen[page][at] = replace(screen, pictures=pictures)

    def _blocked_hosts(self) -> list[Skipped]:
        has_empty_screen = any(screen.missing for screens in self.result.seen.values() for screen in screens)
        return blocked_hosts(self.log.events, has_empty_screen=has_empty_screen)

    def _notes(self) -> list[Skipped]:
        notes = [note for walkthrough in self._in_order() for note in walkthrough.notes]
        return [Skipped(place.url, why, "", data=data) for place, why, data in notes]


def _screen_count(walkthrough: Walkthrough, pages: int | None) -> int | None:
    """Return how many screens a page has, None when nobody knows.

    That is the page's own count. A page without one, among several, has the screens that were found when all ways on
    were followed to their end.
    """
    if walkthrough.known is None and pages is not None and pages > 1 and walkthrough.over and not walkthrough.missed:
        return max(1, len(walkthrough.done))
    return walkthrough.known
