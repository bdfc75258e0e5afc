"""Tell the named origins what a user gave for them, hop by hop: a redirect elsewhere takes nothing along."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.async_api import Browser

from a11ycheck.browser.hops import Hop, Hops
from a11ycheck.web.access import Access, Credentials


class CredentialSender:
    """Adds headers and answers challenges in the browsers that it attends, for each `Access` that was admitted.

    All these have the same headers and password: only their origins differ.
    """

    def __init__(self) -> None:
        self._admitted: list[Access] = []
        self._attended: dict[Browser, Hops] = {}

    async def attend(self, browser: Browser) -> None:
        """Begin in one more browser. Raises Playwright's error when it is gone."""
        has_password = any(access.basic for access in self._admitted)
        hops = Hops(self._headers_for, (lambda url: self._find(url).basic) if has_password else None)
        self._attended[browser] = hops
        await hops.begin(browser, self._patterns())

    async def admit(self, access: Access) -> None:
        """Tell the origins of `access` its secrets too. Raises Playwright's error when the browser is gone."""
        if access in self._admitted:
            return
        self._admitted.append(access)
        self._attended = {browser: hops for browser, hops in self._attended.items() if browser.is_connected()}
        for browser, hops in self._attended.items():
            await hops.begin(browser, self._patterns())

    def _patterns(self) -> list[str]:
        return list(dict.fromkeys(pattern for access in self._admitted for pattern in access.named.patterns()))

    def _headers_for(self, hop: Hop) -> Mapping[str, str]:
        return self._find(hop.url).headers

    def _find(self, url: str) -> Credentials:
        found = [access.credentials_for(url) for access in self._admitted]
        return next((each for each in found if any(each)), Credentials({}, None))
