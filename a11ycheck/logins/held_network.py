"""Hold the network while somebody is signed in: what is typed goes to the named origins, whatever the page wants.

The form is looked at before anything is typed, but a page may change it afterwards, read its fields itself, or be
redirected. So each hop of each request is judged again where it leaves the browser.
"""

from __future__ import annotations

import asyncio
import base64
from types import TracebackType
from urllib.parse import unquote_plus, urlsplit

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as Tab

from a11ycheck.browser.hops import Hop, Hops
from a11ycheck.errors import TargetError
from a11ycheck.text.spellings import spellings
from a11ycheck.web.named_origins import NamedOrigins, may_be_told

_SHORTEST = 3
"""Characters of a secret that is looked for in requests: shorter ones are everywhere by chance."""
LAST_WORDS = 0.3
"""Seconds in which what a page sends as it is left comes to the network."""
_DECODINGS = 3
"""How often a request is decoded in search of a secret."""


class HeldNetwork:
    """`async with HeldNetwork(tab, named, start) as network`, in a browser that has no other pages.

    The tab must be empty still: what a page asks for is not seen when it was open before.

    After `hold_form`, no form is sent to another origin. After `hold_secret` and until `leave_pages`, other origins get
    nothing but the tab's own navigation; until the end, they get no request with data, and none in which the secret can
    be recognised. `told` has the hosts to which something was sent or was about to be,
    `kept_out` the first other host whose absence may be why nobody could sign in.
    """

    def __init__(self, tab: Tab, named: NamedOrigins, start: str) -> None:
        self._tab, self._named, self._start = tab, named, start
        self._hops = Hops(self._decide, never_ahead=True)
        self._main_frame = ""
        self._secrets: list[str] = []
        self._holds_form = False
        self._is_filled = False
        self._refused = ""
        self.kept_out = ""
        self.told: dict[str, None] = {}

    async def __aenter__(self) -> HeldNetwork:
        browser = self._tab.context.browser
        if not browser:
            raise TargetError("login-unreachable", address=urlsplit(self._start).hostname or "")
        session = await self._tab.context.new_cdp_session(self._tab)
        self._main_frame = (await session.send("Page.getFrameTree"))["frameTree"]["frame"]["id"]
        await self._hops.begin(browser, ["*"])
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._hops.end()
        if self._refused and isinstance(error, PlaywrightError):
            raise self._error(self._refused) from error  # the page was left while it was being filled in

    def hold_form(self) -> None:
        """Hold forms: a name is about to be typed into the page."""
        self._holds_form = True

    def hold_secret(self, secret: str) -> None:
        """Hold all else too: this is about to be typed into the page."""
        self._holds_form = self._is_filled = True
        self._secrets += _forms(secret)

    def check(self, url: str) -> None:
        """Raise TargetError unless what is typed may go to an address; also when something was refused before."""
        self.check_refused()
        if not (self._named.has(url) and may_be_told(url)):
            raise self._error(url)
        self.told[_host(url)] = None

    def check_refused(self) -> None:
        """Raise TargetError when something that a page sent was refused because of what was typed."""
        if self._refused:
            raise self._error(self._refused)

    def _error(self, url: str) -> TargetError:
        is_named = self._named.has(url) or self._named.has(url.replace("http:", "https:", 1))
        if is_named and not may_be_told(url):
            return TargetError("login-open-line", host=urlsplit(url).hostname or "")
        return TargetError("login-elsewhere", host=_host(url) or url[:60], address=self._start)

    async def leave_pages(self) -> None:
        """Leave the pages that may know what was typed, and hold no more than forms, data and the secret from then on.

        Raises Playwright's error when the tab is gone.
        """
        for page in self._tab.context.pages:
            if page is not self._tab:
                await page.close()
        await self._tab.goto("about:blank")
        await asyncio.sleep(LAST_WORDS)
        self._is_filled = False

    def _decide(self, hop: Hop) -> dict[str, str] | None:
        if not self._holds_form or not hop.url.startswith(("http:", "https:")):
            return {}
        if self._named.has(hop.url) and may_be_told(hop.url):
            if hop.sends:
                self.told[_host(hop.url)] = None
            return {}
        is_page = hop.kind == "Document" and hop.frame == self._main_frame
        if self._holds_secret(hop) or (hop.sends and hop.kind == "Document"):
            self._refused = self._refused or hop.url
            return None
        if self._secrets and (hop.sends or (self._is_filled and not is_page)):
            self.kept_out = self.kept_out or (_host(hop.url) if hop.kind in ("Script", "XHR", "Fetch") else "")
            return None
        return {}

    def _holds_secret(self, hop: Hop) -> bool:
        text = "\n".join([hop.url, hop.body, *hop.headers.values()])
        for _ in range(_DECODINGS):
            if any(secret in text for secret in self._secrets):
                return True
            text = unquote_plus(text)
        return any(secret in text for secret in self._secrets)


def _forms(secret: str) -> list[str]:
    """Return a secret in the ways in which programs write it, also beside other text, and backwards."""
    data = secret.encode()
    # What Base64 makes of a text depends on how many bytes stand before it, but not its middle.
    encoded = [base64.b64encode(b"\0" * shift + data)[(0, 2, 3)[shift] :] for shift in range(3)]
    coded = [part.decode().rstrip("=")[:-1] for part in encoded]
    coded += [part.replace("+", "-").replace("/", "_") for part in coded]
    return [each for each in dict.fromkeys([*spellings(secret), *coded, secret[::-1]]) if len(each) >= _SHORTEST]


def _host(url: str) -> str:
    return urlsplit(url).netloc.rpartition("@")[2]
