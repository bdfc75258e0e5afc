"""One target from its first page to its result: level by level, then its documents, then the site as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from a11ycheck.browser.browser import Browser
from a11ycheck.errors import BrowserError
from a11ycheck.evidence.screens import TargetResult
from a11ycheck.judging.site_rules import judge_site
from a11ycheck.model import Event, Page
from a11ycheck.scan.fetched_documents import documents_among, read_fetched
from a11ycheck.scan.page_visitor import PageVisitor
from a11ycheck.scan.plan import Listener, Plan, ScanTarget
from a11ycheck.scan.saved_pages import SavedPages
from a11ycheck.scan.session import Backend
from a11ycheck.scan.target_state import TargetState
from a11ycheck.store.store import Store


class TargetRun:
    """The scan of one target.

    Its pages are opened in the sessions of `backend`. `browser` is for signing in and for judging the site as a whole;
    both are None for a target that has only documents. In `store`, each page of a website is saved as soon as it is
    done; packages are quickly begun again.
    """

    def __init__(
        self,
        target: ScanTarget,
        plan: Plan,
        listener: Listener,
        browser: Browser | None,
        backend: Backend | None,
        store: Store | None = None,
    ) -> None:
        self._target, self._plan, self._listener, self._browser = target, plan, listener, browser
        self._source = target.source
        self._state = TargetState(target, plan)
        self._saved = SavedPages(self._state, store)
        self._visitor = PageVisitor(self._state, listener, backend, browser, self._saved) if backend else None

    @property
    def result(self) -> TargetResult:
        """The result of the target so far."""
        return self._state.result

    async def run(self) -> None:
        """Scan the target level by level, so that the order of its screens never depends on how many run at once.

        Raises BrowserError when the browser is lost; what was done until then is in the result.
        """
        source, result = self._source, self.result
        self._listener.start(source.info.name, source.page_count())
        if self._target.login and self._browser:
            await self._target.login.begin(self._browser)
            for host in self._target.login.told:
                self._state.log.add(Event("password", host, "", self._target.label))
        level: Sequence[Page] = list(source.first_pages())
        result.documents = source.documents()
        try:
            while level:
                visits = await self._visitor.visit_level(level) if self._visitor else []
                level = list(await source.next_pages(visits))
                result.documents = source.documents()
                if known := self._state.screen_count():
                    self._listener.total(source.info.name, known)
            await self._read_documents()
            await self._judge_site()
        except BrowserError:
            self._state.skip_untried([*level, *result.documents], "browser-lost")
            raise
        finally:
            self._state.skip_untried([*level, *result.documents], "interrupted")
            self._state.finish()

    async def _read_documents(self) -> None:
        """Read the documents one by one, each in a process of its own, without a browser."""
        self._state.found_documents = documents_among(self.result)
        self.result.documents = (*self._source.documents(), *self._state.found_documents)
        for page in self.result.documents:
            self._listener.screen(page.url)
            saved = self._saved.find(page)
            if saved is None:
                saved = await read_fetched(page, self._target, self._sign_in_again, self._plan.rules.values())
                self._saved.save_document(page, saved)
            if saved.screens:
                self.result.seen[page] = list(saved.screens)
            for missed in saved.missed:
                self._state.skip(page, page, missed.why, **missed.data)
            self._listener.done(page in self.result.seen)

    async def _sign_in_again(self, login_number: int) -> bool:
        return bool(self._visitor and await self._visitor.sign_in_again(login_number))

    async def _judge_site(self) -> None:
        """Judge what only shows when all screens are seen together."""
        self.result.left_out = self._source.skipped()
        self.result.languages = self._source.info.languages
        compiled = self._plan.instruments.compiled
        if self._browser and compiled.site_source:
            await judge_site(self._browser, compiled, self.result, self._plan.organisation, self._plan.editors)
