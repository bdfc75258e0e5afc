"""Pages that an earlier process finished: saved one by one, and taken over when an audit is resumed.

The file holds no secrets. What was seen comes without them (evidence/clean.py); addresses are needed whole, so a page
whose address, or a link on it that the audit may open, holds a secret is not saved: it is opened again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from a11ycheck.evidence.reasons import WORTH_ANOTHER_TRY
from a11ycheck.evidence.screens import CleanScreen
from a11ycheck.model import Page
from a11ycheck.players.interface import WalkPlan
from a11ycheck.players.walkthrough import Walkthrough
from a11ycheck.scan.session import Log
from a11ycheck.scan.target_state import TargetState
from a11ycheck.sources.interface import Visit
from a11ycheck.store.saved import MissedPlace, SavedPage
from a11ycheck.store.store import Store
from a11ycheck.text import redact
from a11ycheck.web.addresses import belongs_together, clean
from a11ycheck.web.links import is_document


class SavedPages:
    """The saved pages of one target; without a store nothing is saved and nothing found."""

    def __init__(self, state: TargetState, store: Store | None) -> None:
        self._state, self._store = state, store
        self._label = state.target.label

    def find(self, page: Page) -> SavedPage | None:
        """Return what an earlier process finished of a page, unless an outage kept it from that."""
        saved = self._store.find(self._label, page) if self._store else None
        return None if saved and any(missed.why in WORTH_ANOTHER_TRY for missed in saved.missed) else saved

    def restore(self, page: Page) -> tuple[list[CleanScreen], Visit | None] | None:
        """Take over a page that an earlier process finished, as if this one had; None when there is none.

        Return its screens, and the visit when the page was opened.
        """
        saved = self.find(page)
        if saved is None:
            return None
        state = self._state
        state.walkthroughs[page] = _walkthrough_of(saved, page, state.target.source.walk_plan(page))
        state.logs[page] = Log(dict.fromkeys(saved.events))
        state.picture_choice.remember(saved.causes, state.numbers[page])
        state.templates.remember(page, [one.structure for one in saved.screens if one.tried and not page.lesson])
        screens = [state.interner.screen(one) for one in saved.screens]
        if not saved.address:
            return screens, None
        visit = visit_of(saved, page)
        return screens, replace(visit, links=state.interner.texts(visit.links))

    def save(self, page: Page, screens: Sequence[CleanScreen], visit: Visit | None) -> None:
        """Save all results of a page."""
        if self._store and (saved := self._without_secrets(page, self._saved_page(page, screens, visit))):
            self._store.save(self._label, page, saved)

    def save_document(self, page: Page, saved: SavedPage) -> None:
        """Save the result of a document."""
        if self._store and (safe := self._without_secrets(page, saved)):
            self._store.save(self._label, page, safe)

    def _without_secrets(self, page: Page, saved: SavedPage) -> SavedPage | None:
        """Return what may be written of a page; None when it cannot be resumed without its secrets."""
        places = [page, *saved.places, *saved.done, *(screen.place for screen in saved.screens)]
        places += [*(missed.place for missed in saved.missed), *(note[0] for note in saved.notes)]
        lessons = [*saved.lessons, *(place.lesson for place in places if place.lesson)]
        addresses = [address for place in places for address in (place.address, place.url)]
        addresses += [lesson.address for lesson in lessons]
        texts = [words for place in places for words in (place.title, *place.path, *place.under)]
        texts += [lesson.title for lesson in lessons]
        links = [self._safe_link(link) for link in saved.links]
        changing = [self._safe_link(link) for link in saved.changing]
        address = _safe(saved.address)
        if address is None or None in links or None in changing:
            return None
        if any(redact.url(each) != each for each in addresses) or any(redact.text(words) != words for words in texts):
            return None
        return replace(saved, address=address, links=tuple(filter(None, links)), changing=tuple(filter(None, changing)))

    def _safe_link(self, link: str) -> str | None:
        """Return a link without secrets: "" for one that leads away from the target, None for one that is needed."""
        safe = _safe(link)
        if safe is not None or is_document(urlsplit(link).path):
            return safe
        starts = self._state.target.source.info.addresses
        return None if any(belongs_together(start, link) for start in starts) else ""

    def _saved_page(self, page: Page, screens: Sequence[CleanScreen], visit: Visit | None) -> SavedPage:
        state, walkthrough = self._state, self._state.walkthroughs[page]
        return SavedPage(
            screens=tuple(screens),
            address=visit.address if visit else "",
            links=visit.links if visit else (),
            lessons=visit.lessons if visit else (),
            changing=visit.changing if visit else (),
            places=tuple(walkthrough.screens),
            known=walkthrough.known,
            done=tuple(walkthrough.done),
            missed=tuple(
                MissedPlace(place, why, redact.data(data)) for place, (why, data) in walkthrough.missed.items()
            ),
            notes=tuple((place, why, redact.data(data)) for place, why, data in walkthrough.notes),
            tool=walkthrough.tool,
            over=walkthrough.over,
            events=tuple(state.logs[page].events),
            causes=state.picture_choice.causes(state.numbers[page]),
        )


def _safe(address: str) -> str | None:
    """Return an address, as a crawler opens it where that has fewer secrets; None when it still has one."""
    return next((form for form in (address, clean(address)) if redact.url(form) == form), None)


def _walkthrough_of(saved: SavedPage, page: Page, plan: WalkPlan) -> Walkthrough:
    return Walkthrough(
        page,
        plan,
        screens=dict.fromkeys(saved.places, ""),
        known=saved.known,
        done=set(saved.done),
        missed={one.place: (one.why, one.data) for one in saved.missed},
        tool=saved.tool,
        over=saved.over,
        notes=list(saved.notes),
    )


def visit_of(saved: SavedPage, page: Page) -> Visit:
    """Return the visit of a page that was saved."""
    breadcrumbs = next((one.breadcrumbs for one in saved.screens if one.breadcrumbs), ())
    structure = next((one.structure for one in saved.screens if one.structure), "")
    title = next((one.title for one in saved.screens if not one.state), "")
    return Visit(page, saved.address, saved.links, breadcrumbs, structure, title, saved.lessons, saved.changing)
