"""A learning package that plays on a page of a platform, walked through where it is."""

from __future__ import annotations

from a11ycheck.browser.navigation_errors import NotReached, SignedOut
from a11ycheck.model import Page
from a11ycheck.players.course_page import CoursePage
from a11ycheck.players.walkthrough import Walkthrough
from a11ycheck.scan.embedded_lessons import resume_lesson
from a11ycheck.scan.exam.context import KnownScreens
from a11ycheck.scan.sessions.guarded import GuardedSession


class EmbeddedSession(GuardedSession):
    """Walks through a lesson in the tab of a SiteSession: the lesson may move on, and its platform hears nothing."""

    def _known_screens(self, walkthrough: Walkthrough) -> KnownScreens | None:  # noqa: ARG002
        return self._setup.known  # its first screen was judged together with its page

    async def _before_opening(self, page: Page) -> None:
        """Guard the page from its first request: its beginning was sent when the page was opened for itself."""
        await self._tab.guard.expect_page(page.address)

    async def _before_walking(self, course: CoursePage, page: Page) -> None:
        await super()._before_walking(course, page)
        await self._resume(course, page)

    def _check_may_stand_still(self) -> None:
        raise NotReached("lesson-still")

    async def _before_exam(self, course: CoursePage, page: Page) -> None:
        await self._resume(course, page)
        self._tab.guard.hold_documents()

    async def _before_next_screen(self, course: CoursePage, page: Page) -> None:
        await self._resume(course, page)

    async def _resume(self, course: CoursePage, page: Page) -> None:
        """Let the lesson go on. Raises NotReached when it is not there, SignedOut when that is because of the login."""
        if page.lesson and not await resume_lesson(course, self._tab.guard, page.lesson):
            login = self._setup.login
            raise SignedOut if login and await login.has_form(self._tab.tab) else NotReached("lesson-gone")
