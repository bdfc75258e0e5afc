"""What a crawl opens next: pages that were not seen before, are worth opening, and lie within the limits."""

from __future__ import annotations

from collections.abc import Sequence

from a11ycheck.model import Page, Skipped
from a11ycheck.sources.website.crawl_limits import CrawlLimits
from a11ycheck.sources.website.left_out import LeftOut
from a11ycheck.sources.website.repeats import RepeatDetector
from a11ycheck.sources.website.sample import Sample
from a11ycheck.web.addresses import clean, identity


class Frontier:
    """The pages of a site that were seen, and those that were handed out to be opened.

    Addresses are cleaned (web/addresses.py), except those of start pages, which are opened as the user gave them.
    """

    def __init__(self, starts: Sequence[str], limits: CrawlLimits, left_out: LeftOut) -> None:
        self._starts = starts
        self._limits = limits
        self._left_out = left_out
        self._seen: set[str] = set()
        self._pages: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._places: dict[str, tuple[int, tuple[str, ...]]] = {}
        self._repeats = RepeatDetector()
        self._sample = Sample(limits.sample, starts[0]) if limits.sample else None

    @property
    def page_count(self) -> int:
        """How many different pages of the site were seen, opened or not."""
        return len(self._pages)

    def start_pages(self) -> list[Page]:
        """Hand out the start pages, whatever the limits say: the user named them."""
        for start in self._starts:
            address = clean(start)
            self._seen.add(identity(address))
            self._repeats.find(address)
            if self._sample:
                self._sample.take(address)
            self._pages.add(identity(address))
        return [self._numbered(start, 0, ()) for start in self._starts]

    def number(self, page: Page) -> int:
        """Return the place of a page in the order in which pages were handed out."""
        return self._numbers.get(page.address, 0)

    def note_redirect(self, asked: str, ended: str) -> None:
        """Count the page where a redirect ended as the one that was asked for: both are one page."""
        if identity(ended) != identity(asked):
            self._seen.add(identity(ended))
            self._pages.discard(identity(asked))
            self._pages.add(identity(ended))

    def note_structure(self, page: Page, structure: str) -> None:
        """Remember how an opened page is built: a sample may want more pages of its template."""
        if self._sample:
            self._sample.note_structure(clean(page.address), structure)

    def has_seen(self, address: str) -> bool:
        """Return whether a link led to this address before."""
        return identity(address) in self._seen

    def see(self, address: str, depth: int, path: tuple[str, ...]) -> None:
        """Note a new address, how many links it is away from a start page, and the path of the page that led here."""
        self._seen.add(identity(address))
        self._places[address] = depth, path

    def is_worth_opening(self, address: str) -> bool:
        """Return whether a page is more than a repetition of others; one that is not is counted as left out."""
        if why := self._repeats.find(address):
            self._left_out.count(address, why)
            return False
        self._pages.add(identity(address))
        return True

    def admits(self, address: str) -> bool:
        """Return whether a page that was seen lies within the limits; one that does not is counted as left out."""
        max_depth = self._limits.max_depth
        if max_depth is not None and self._places[address][0] > max_depth:
            self._left_out.count(address, "max-depth")
            return False
        if self._sample:
            return self._sample.take(address)
        if len(self._numbers) >= self._limits.max_pages:
            self._left_out.count(address, "max-pages")
            return False
        return True

    def hand_out(self, address: str) -> Page:
        """Return the page at an address that was seen, to be opened next."""
        return self._numbered(address, *self._places[address])

    def more_of_sample(self) -> list[Page]:
        """Hand out what a sample still wants when links lead to nothing new."""
        more = (self._sample.second_looks() or self._sample.draw()) if self._sample else []
        return [self.hand_out(address) for address in more]

    def outside_sample(self, name: str) -> list[Skipped]:
        """Return which pages of the site called `name` the sample stands for."""
        return self._sample.skipped(name) if self._sample else []

    def _numbered(self, address: str, depth: int, path: tuple[str, ...]) -> Page:
        self._numbers[address] = len(self._numbers)
        return Page(address=address, url=address, depth=depth, under=path)
