"""While something is tried on a screen: no request but GET, and its documents stay."""

from __future__ import annotations

from types import TracebackType

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as Tab
from playwright.async_api import Request, Route

SAFE = ("GET", "HEAD", "OPTIONS")


class Guard:
    """`async with Guard(tab) as guard`; `refused` are the requests that were stopped, as (method, address, whether it
    would have left the document)."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self.refused: list[tuple[str, str, bool]] = []

    async def __aenter__(self) -> Guard:
        await self._tab.route("**/*", self._decide)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            await self._tab.unroute("**/*", self._decide)
        except PlaywrightError:
            return  # the tab is gone, and the guard with it

    async def _decide(self, route: Route) -> None:
        request = route.request
        try:
            if request.method in SAFE and not _replaces_document(request):
                await route.continue_()
                return
            self.refused.append((request.method, request.url, _replaces_document(request)))
            await route.abort("aborted")
        except PlaywrightError:
            return  # the frame that asked is gone


def _replaces_document(request: Request) -> bool:
    """Whether it would put another document in the place of one that is there; a new frame's first is no such."""
    if not request.is_navigation_request():
        return False
    try:
        return request.frame.url not in ("", "about:blank")
    except PlaywrightError:
        return True
