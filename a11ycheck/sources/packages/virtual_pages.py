"""Pages and services served besides the files of a package: windows with a run-time, record stores, texts as pages."""

from __future__ import annotations

from collections.abc import Callable

from a11ycheck.web.own_pages import FOLDER
from a11ycheck.web.responses import Responder, Response

HTML = "text/html; charset=utf-8"

MakeBody = Callable[[], bytes]


class VirtualPages:
    """The pages and services that were added, by path below FOLDER."""

    def __init__(self) -> None:
        self._pages: dict[str, tuple[str, MakeBody]] = {}
        self._services: dict[str, Responder] = {}

    def add_page(self, path: str, make_body: MakeBody, media_type: str = HTML) -> str:
        """Add a page that is made anew for each request. Return its path from the package's root."""
        self._pages[path] = (media_type, make_body)
        return FOLDER + path

    def add_service(self, path: str, respond: Responder) -> str:
        """Add a service that answers every method below `path`, which ends in "/". Return its path from the root.

        It is called with the path that follows its own, query included.
        """
        self._services[path] = respond
        return FOLDER + path

    def respond(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Response:
        """Answer a request for the path that follows FOLDER."""
        for start, respond in self._services.items():
            if path.startswith(start):
                return respond(method, path.removeprefix(start), headers, body)
        page = self._pages.get(path.partition("?")[0])
        if page is None:
            return Response(404)
        if method not in ("GET", "HEAD"):
            return Response(405, (("allow", "GET, HEAD"),))
        media_type, make_body = page
        return Response(200, (("content-type", media_type), ("cache-control", "no-store")), make_body())
