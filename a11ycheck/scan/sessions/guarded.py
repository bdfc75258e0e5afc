"""What a platform's pages and the packages that course on them have in common: the guard, and who is signed in."""

from __future__ import annotations

from a11ycheck.browser.navigation_errors import NotReached, SignedOut
from a11ycheck.model import Page
from a11ycheck.players.course_page import CoursePage
from a11ycheck.scan.sessions.page_session import PageSession


class GuardedSession(PageSession):
    """A session on a platform: pages are left in silence, and the end of a login is noticed."""

    async def _leave_page(self) -> None:
        """Leave the page so that nothing it put off, or says at its end, is sent."""
        await self._tab.guard.leave_page()

    async def _after_opening(self) -> None:
        """Wait for what the page's scripts ask of the server: until then an application shows only an empty shell."""
        await self._tab.pending.wait()

    async def _before_walking(self, course: CoursePage, page: Page) -> None:  # noqa: ARG002
        self._check_not_led_on()
        await self._check_signed_in(page)

    async def _after_exam(self, page: Page, *, is_first_look: bool) -> None:
        if is_first_look:  # a script may have led elsewhere only now
            self._check_not_led_on()
            await self._check_signed_in(page)

    def _check_not_led_on(self) -> None:
        """Raise NotReached when the page led to an address that changes something, and was kept from going there."""
        if self._tab.redirects.refused:
            raise NotReached("redirects-to-change")

    async def _check_signed_in(self, page: Page) -> None:
        """Raise SignedOut when the person is not signed in any more."""
        login = self._setup.login
        if login and await login.has_ended(self._tab.tab, page.address):
            raise SignedOut
