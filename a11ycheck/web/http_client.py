"""HTTP requests made beside the browser, in the way the browser makes them: proxy, headers, certificates, cookies."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http.client import HTTPResponse, HTTPSConnection
from http.cookiejar import Cookie, CookieJar
from urllib.request import (
    BaseHandler,
    HTTPBasicAuthHandler,
    HTTPCookieProcessor,
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPPasswordMgr,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from playwright.async_api import StorageState

from a11ycheck.web.access import PUBLIC_ACCESS, Access


@dataclass(frozen=True, slots=True)
class HttpClient:
    """Make requests as `access` says. `state` returns the browser's cookies as they are now."""

    access: Access = PUBLIC_ACCESS
    state: Callable[[], StorageState] = StorageState

    def opener(self, redirects: HTTPRedirectHandler) -> OpenerDirector:
        """Return an opener for http and https only: a redirect to ftp: or file: fails."""
        access = self.access
        proxy = ProxyHandler({"http": access.proxy, "https": access.proxy} if access.proxy else None)
        handlers: list[BaseHandler] = [
            proxy, HTTPHandler(), _HttpsHandler(access), HTTPDefaultErrorHandler(), HTTPErrorProcessor(),
            HTTPCookieProcessor(_cookie_jar(self.state())), _HeadersHandler(access), redirects,
        ]  # fmt: skip
        if access.basic:
            handlers.append(HTTPBasicAuthHandler(_Passwords(access)))
        opener = OpenerDirector()
        for handler in handlers:
            opener.add_handler(handler)
        return opener


PLAIN_CLIENT = HttpClient()
"""No cookies, headers, password or certificate."""


class _HeadersHandler(BaseHandler):
    """Add the user's headers to requests to the named origins, and to none that a redirect takes elsewhere."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def http_request(self, request: Request) -> Request:
        """Called by urllib for each request, redirects included."""
        if self._access.user_agent:
            request.add_header("User-Agent", self._access.user_agent)
        for name, value in self._access.credentials_for(request.full_url).headers.items():
            request.add_unredirected_header(name, value)
        return request

    https_request = http_request


class _Passwords(HTTPPasswordMgr):
    """The basic password for each address; urllib's own table doesn't look at the scheme."""

    def __init__(self, access: Access) -> None:
        super().__init__()
        self._access = access

    def find_user_password(self, realm: str, authuri: str) -> tuple[str | None, str | None]:  # noqa: ARG002
        """Called by urllib when a server asks for a password."""
        return self._access.credentials_for(authuri).basic or (None, None)


class _HttpsHandler(HTTPSHandler):
    def __init__(self, access: Access) -> None:
        super().__init__()
        self._access = access

    def https_open(self, req: Request) -> HTTPResponse:
        """Called by urllib. Only the audited sites are shown the visitor's certificate."""
        context = ssl.create_default_context()
        if self._access.ignore_tls_errors:
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        if self._access.certificate and self._access.is_named(req.full_url):
            context.load_cert_chain(self._access.certificate, password=self._access.passphrase or None)
        return self.do_open(partial(HTTPSConnection, context=context), req)


def _cookie_jar(state: StorageState) -> CookieJar:
    """Return the cookies of a state as Playwright keeps them."""
    jar = CookieJar()
    for cookie in state.get("cookies", ()):
        domain, expires = str(cookie["domain"]), cookie.get("expires", -1)
        jar.set_cookie(
            Cookie(
                version=0, name=cookie["name"], value=cookie["value"], port=None, port_specified=False,
                # urllib adds .local to a host without a dot.
                domain=domain if "." in domain else f"{domain}.local", domain_specified=domain.startswith("."),
                domain_initial_dot=domain.startswith("."), path=cookie.get("path", "/"), path_specified=True,
                secure=bool(cookie.get("secure")), expires=int(expires) if expires > 0 else None,
                discard=expires <= 0, comment=None, comment_url=None, rest={},
            )
        )  # fmt: skip
    return jar
