"""Choose which findings of a report get a picture of their element."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from a11ycheck.evidence.hits import Hit, PictureCause, picture_cause
from a11ycheck.model import Evidence, Rule

MOST = 40
"""Pictures in one report: they are most of its size."""

CausePages = Mapping[PictureCause, int]
"""The place of the page, in the order of pages, whose picture is shown for each cause."""


class PictureChoice:
    """Chooses the hits that are worth a picture.

    Each cause is shown on the first page that has it. First means in the order of the pages, not of their visits:
    `number` is a page's place in that order.
    """

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        self._rules = rules
        self._first: dict[PictureCause, int] = {}

    def choose(self, hits: tuple[Hit, ...], available: Iterable[str], number: int) -> tuple[int, ...]:
        """Return the indexes of the hits to take a picture of: the first of each cause, where a fault can be seen.

        `available` are the names of pictures that behaviours took.
        """
        found: list[int] = []
        for n, hit in enumerate(hits):
            rule, cause = self._rules.get(hit.rule), picture_cause(hit)
            if not rule or not (rule.picture or hit.picture in available) or hit.key not in rule.messages:
                continue
            if self._first.get(cause, number + 1) <= number:
                continue
            if sum(first <= number for first in self._first.values()) >= MOST:
                break
            self.remember([cause], number)
            found.append(n)
        return tuple(found)

    def causes(self, number: int) -> tuple[PictureCause, ...]:
        """Return the causes that were first met on this page."""
        return tuple(cause for cause, first in self._first.items() if first == number)

    def remember(self, causes: Iterable[PictureCause], number: int) -> None:
        """Note that these causes were met on this page."""
        for cause in causes:
            if number < self._first.get(cause, number + 1):
                self._first.pop(cause, None)  # so that the causes of one page stay in their order
                self._first[cause] = number

    def chosen_pages(self) -> CausePages:
        """Return the causes whose pictures are shown, at most `MOST`, each with the page that shows it."""
        return dict(sorted(self._first.items(), key=lambda item: item[1])[:MOST])


def shown_pictures(
    pages: CausePages, hits: tuple[Hit, ...], pictures: Mapping[int, Evidence], number: int
) -> dict[int, Evidence]:
    """Return those pictures of a screen of this page that no earlier page shows too."""
    return {n: picture for n, picture in pictures.items() if pages.get(picture_cause(hits[n])) == number}
