"""Pages and services of our own, beside the files of a package: windows with a run-time, stores, texts as pages."""

from __future__ import annotations

from collections.abc import Callable

from a11ycheck.web.responses import Origin, Response

OWN = ".a11ycheck/"
"""Below this folder of the package's root; files of the package there are hidden."""
HTML = "text/html; charset=utf-8"

Body = Callable[[], bytes]


class VirtualPages:
    """What was put there, by path below OWN. A service gets the path that follows its own, with the query."""

    def __init__(self) -> None:
        self._pages: dict[str, tuple[str, Body]] = {}
        self._services: dict[str, Origin] = {}

    def page(self, path: str, body: Body, kind: str = HTML) -> str:
        """A page made anew each time that it is asked for. Gives its path from the package's root."""
        self._pages[path] = (kind, body)
        return OWN + path

    def service(self, path: str, origin: Origin) -> str:
        """Something that answers any method below `path`, which ends in "/". Gives its path from the root."""
        self._services[path] = origin
        return OWN + path

    def __call__(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Response:
        """`path` is what follows OWN."""
        for start, service in self._services.items():
            if path.startswith(start):
                return service(method, path.removeprefix(start), headers, body)
        page = self._pages.get(path.partition("?")[0])
        if page is None:
            return Response(404)
        if method not in ("GET", "HEAD"):
            return Response(405, (("allow", "GET, HEAD"),))
        return Response(200, (("content-type", page[0]), ("cache-control", "no-store")), page[1]())
