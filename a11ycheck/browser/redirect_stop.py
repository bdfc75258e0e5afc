"""Stop a tab that is led to an address that changes something: by a redirect, a meta refresh or a script.

The browser's own Fetch domain sees each hop of a navigation just before it leaves; `BrowserContext.route` sees only the
first. Only documents are asked about, so that a page costs one question more, and one for each frame.
"""

from __future__ import annotations

from typing import Any

from playwright.async_api import CDPSession

from a11ycheck.browser.background import Background
from a11ycheck.browser.guard import Guard, RefusedRequest
from a11ycheck.web.addresses import clean
from a11ycheck.web.changing_addresses import address_changes


class RedirectStop:
    """Watches the tab of a CDP session. `refused` says whether it stopped what the page did by itself since `expect`.

    While we open an address, an empty page is shown in place of what was stopped: whoever waits for the page to load
    would wait in vain for one that was aborted. From `end_opening` on, the page that is shown stays.
    What it stops while a guard is active, the guard notes as its own: something was tried on the page.
    """

    def __init__(self, session: CDPSession, guard: Guard | None = None) -> None:
        self._session, self._guard = session, guard
        self._expected = ""
        self._main_frame = ""
        self._answers = Background()
        self._is_opening = False
        self.refused = False

    async def begin(self) -> None:
        """Begin to watch. Raises Playwright's error when the tab is gone."""
        tree = await self._session.send("Page.getFrameTree")
        self._main_frame = tree["frameTree"]["frame"]["id"]
        self._session.on("Fetch.requestPaused", self._on_request)
        await self._session.send("Fetch.enable", {"patterns": [{"urlPattern": "*", "resourceType": "Document"}]})

    def expect(self, address: str) -> None:
        """Prepare for a navigation of ours to this address, which passes; where it leads from there is watched."""
        self._expected, self.refused, self._is_opening = address.partition("#")[0], False, True

    def end_opening(self) -> None:
        """Note that the page has loaded."""
        self._is_opening = False

    def _on_request(self, event: dict[str, Any]) -> None:
        answer = {"requestId": event["requestId"]}
        url = event["request"]["url"].partition("#")[0]
        is_redirected = "redirectedRequestId" in event
        is_ours = url == self._expected and not is_redirected
        if event["frameId"] != self._main_frame or is_ours or not address_changes(clean(url), redirected=True):
            self._send("Fetch.continueRequest", answer)
            return
        if self._guard and self._guard.is_active:
            self._guard.refused.append(RefusedRequest(event["request"]["method"], url, replaces=True, main=True))
        else:
            self.refused = True
        if self._is_opening:
            self._send("Fetch.fulfillRequest", {**answer, "responseCode": 200})
        else:
            self._send("Fetch.failRequest", {**answer, "errorReason": "Aborted"})

    def _send(self, method: str, answer: dict[str, Any]) -> None:
        self._answers.begin(self._session.send(method, answer))
