"""Every hop of every request of a browser, seen just before it leaves: each redirect is a hop of its own.

This is the browser's own Fetch domain, nearest to the network. It sees what no page can be asked about (workers, frames
of other sites, icons, what is sent while a page unloads) and what `BrowserContext.route` doesn't: where a redirect
leads. Sockets are not seen here, nor what a page asks for that was open before this began.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Browser, CDPSession
from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.background import Background

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
"""Methods of requests that only ask for something: a server should change nothing by them."""
_AHEAD = "speculation-rules"


@dataclass(frozen=True, slots=True)
class Hop:
    """A request, or what a redirect made of it. `kind` is a resource type of CDP, `frame` a frame's id there."""

    url: str
    method: str
    headers: Mapping[str, str]
    body: str
    has_body: bool
    kind: str
    frame: str
    is_redirected: bool

    @property
    def sends(self) -> bool:
        """Whether it takes data along beside its address."""
        return self.has_body or self.method not in SAFE_METHODS


Decide = Callable[[Hop], Mapping[str, str] | None]
"""Returns the headers to add to a hop, or None when it must not leave. Must not block."""
FindPassword = Callable[[str], tuple[str, str] | None]
"""Returns the name and the password for the server at an address."""


class Hops:
    """Ask `decide` about each hop, and `find_password` when a server (no proxy) asks for a password.

    With `never_ahead`, documents lose the header with rules of what to fetch ahead: that would be no hop.
    """

    def __init__(self, decide: Decide, find_password: FindPassword | None = None, *, never_ahead: bool = False) -> None:
        self._decide, self._find_password, self._never_ahead = decide, find_password, never_ahead
        self._session: CDPSession | None = None
        self._answers = Background()
        self._asked: set[str] = set()

    async def begin(self, browser: Browser, patterns: Sequence[str]) -> None:
        """Begin with requests whose address fits one of these patterns ("https://school.example/*").

        With a `find_password`, also with all documents: a server elsewhere that asks for a password gets none.
        Can be called again with other patterns. Raises Playwright's error when the browser is gone.
        """
        if not self._session:
            self._session = await browser.new_browser_cdp_session()
            self._session.on("Fetch.requestPaused", self._on_request)
            self._session.on("Fetch.authRequired", self._on_challenge)
        wanted = [{"urlPattern": pattern} for pattern in patterns]
        wanted += [{"urlPattern": "*", "resourceType": "Document"}] if self._find_password else []
        if self._never_ahead:
            wanted.append({"urlPattern": "*", "resourceType": "Document", "requestStage": "Response"})
        asks = {"patterns": wanted, "handleAuthRequests": self._find_password is not None}
        await self._session.send("Fetch.enable", asks)

    async def end(self) -> None:
        """Let everything pass again."""
        session, self._session = self._session, None
        if session:
            try:
                await session.detach()
            except PlaywrightError:
                return  # the browser is gone

    def _on_request(self, event: dict[str, Any]) -> None:
        if "responseStatusCode" in event or "responseErrorReason" in event:
            self._pass_answer(event)
            return
        request, answer = event["request"], {"requestId": event["requestId"]}
        hop = Hop(
            url=request["url"],
            method=request["method"],
            headers=request["headers"],
            body=str(request.get("postData") or ""),
            has_body=bool(request.get("hasPostData") or request.get("postData")),
            kind=event["resourceType"],
            frame=event["frameId"],
            is_redirected="redirectedRequestId" in event,
        )
        added = self._decide(hop)
        if added is None:
            self._send("Fetch.failRequest", answer | {"errorReason": "BlockedByClient"})
            return
        if added:
            names = {name.lower() for name in added}
            kept = {name: value for name, value in hop.headers.items() if name.lower() not in names}
            answer["headers"] = [{"name": name, "value": value} for name, value in {**kept, **added}.items()]
        self._send("Fetch.continueRequest", answer)

    def _pass_answer(self, event: dict[str, Any]) -> None:
        headers = event.get("responseHeaders", [])
        kept = [header for header in headers if header["name"].lower() != _AHEAD]
        answer = {"requestId": event["requestId"]}
        if len(kept) < len(headers):
            answer |= {"responseCode": event["responseStatusCode"], "responseHeaders": kept}
        self._send("Fetch.continueResponse", answer)

    def _on_challenge(self, event: dict[str, Any]) -> None:
        url, request = event["request"]["url"], event["requestId"]
        is_of_proxy = event["authChallenge"].get("source") == "Proxy"
        account = self._find_password(url) if self._find_password and not is_of_proxy else None
        # By default, Chromium would wait in a dialog that nobody sees.
        answer = {"response": "Default" if is_of_proxy else "CancelAuth"}
        if account and request not in self._asked:
            self._asked.add(request)
            answer = {"response": "ProvideCredentials", "username": account[0], "password": account[1]}
        self._send("Fetch.continueWithAuth", {"requestId": request, "authChallengeResponse": answer})

    def _send(self, method: str, answer: dict[str, Any]) -> None:
        if self._session:
            self._answers.begin(self._session.send(method, answer))
