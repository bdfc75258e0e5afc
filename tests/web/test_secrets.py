"""Headers and basic passwords go to the origins that the user named and to nobody else, whatever a site asks for."""

import asyncio
import base64
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from a11ycheck.browser.chromium import find
from a11ycheck.errors import UsageError
from a11ycheck.sources.website.robots import fetch_file, read_robots
from a11ycheck.web.access import Access
from a11ycheck.web.http_client import HttpClient
from a11ycheck.web.named_origins import read_host
from fixtures.sites.serving import Answering, running
from tests.browser.test_closed_network import BROWSERS
from tests.shared_browser import open_browser, run

ME = ("mila", "pear-tree-42")
BASIC = "Basic " + base64.b64encode(":".join(ME).encode()).decode()
KEY = "a-key-of-ours"

WAYS = Path(__file__).with_name("ways_out.html").read_text(encoding="utf-8")
MUST_ARRIVE = {
    "style", "import", "font", "background", "img", "img308", "direct", "twice", "frame", "frame-direct", "object",
    "fetch", "cors-direct", "post", "keep", "beacon", "events", "blob-worker", "worker", "script", "image-of-script",
}  # fmt: skip


class Town(Answering):
    """Answers for every host that leads here; `asked` has the host, the path and the headers of each request."""

    asked: list
    elsewhere: list

    def do_GET(self):
        self.asked.append((self.headers["Host"], self.path, {k.lower(): v for k, v in self.headers.items()}))
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path, query = urlsplit(self.path).path, parse_qs(urlsplit(self.path).query)
        get = lambda name, default="": query.get(name, [default])[0]  # noqa: E731
        cors = {"Access_Control_Allow_Origin": "*", "Access_Control_Allow_Headers": "*"}
        if path == "/away":
            self.send(
                int(get("by", "302")),
                "",
                Location=f"{get('to')}?way={get('way')}{'&again=1' * ('again' in query)}",
                **cors,
            )
        elif path == "/there" and "again" in query:
            self.send(302, "", Location=f"{self.elsewhere[0]}/there?way=back", **cors)
        elif path == "/worker.js":
            self.send(200, f"fetch('{get('go')}', {{ mode: 'no-cors' }})", "text/javascript")
        elif path == "/" and self.headers.get("Authorization") != BASIC:
            self.send(401, "no", WWW_Authenticate='Basic realm="x"')
        elif path == "/":
            ways = [
                WAYS.replace("TO=", f"{where}/there?way=")
                .replace("AWAY=", f"/away?to={where}/there&way=")
                .replace("N_", f"{n}")
                for n, where in enumerate(self.elsewhere)
            ]
            self.send(200, f"<!doctype html><title>In</title>{''.join(ways)}")
        elif get("way") == "frame-direct":
            # The frame of somebody else asks the site for a password, and asks for one itself.
            self.send(401, "<img src='/there?way=in-frame'>", WWW_Authenticate='Basic realm="x"')
        else:
            self.send(200, "", "image/png", **cors)

    do_POST = do_OPTIONS = do_GET

    @classmethod
    def ways(cls, base):
        """Return the ways in which something got there."""
        return {
            parse_qs(urlsplit(path).query).get("way", [""])[0]
            for host, path, _ in cls.asked
            if base == f"http://{host}"
        }

    @classmethod
    def told(cls, bases):
        """Return the requests to these places that had a secret."""
        secret = ("x-key", "authorization")
        return [
            (host, path, headers) for host, path, headers in cls.asked
            if f"http://{host}" in bases and any(name in headers for name in secret)
        ]  # fmt: skip


@contextmanager
def town():
    class Handler(Town):
        asked, elsewhere = [], []

    with running(Handler) as one, running(Handler) as two:
        port, other = urlsplit(one).port, urlsplit(two).port
        hosts = [f"localhost:{port}", f"x.school.localhost:{port}", f"evil.localhost:{port}",
                 f"school.localhost:{other}", f"127.0.0.1:{port}"]  # fmt: skip
        Handler.elsewhere += [f"http://{host}" for host in hosts]
        yield f"http://school.localhost:{port}", Handler


async def open_page(address, access, program, server):
    """Open the page and wait until every way out was tried."""
    async with open_browser(program and find(program)) as browser:
        browser = await browser.for_access(access)
        tab = await (await browser.new_context(**access.context_options())).new_page()
        await tab.goto(f"{address}/", wait_until="commit")
        deadline = time.monotonic() + 15
        while time.monotonic() < deadline and not all(server.ways(each) >= MUST_ARRIVE for each in server.elsewhere):
            await asyncio.sleep(0.1)


@pytest.mark.browser
@pytest.mark.parametrize("program", BROWSERS)
def test_no_way_out_of_a_page_takes_a_secret_along(program):
    with town() as (address, server):
        access = Access(headers={"X-Key": KEY}, basic=ME, origins=(address, "https://two.example"))
        run(open_page(address, access, program, server))
    assert {each: MUST_ARRIVE - server.ways(each) for each in server.elsewhere} == {
        each: set() for each in server.elsewhere
    }
    assert server.told(server.elsewhere) == []
    named = [headers for host, _, headers in server.asked if f"http://{host}" == address]
    assert named
    assert all(headers.get("x-key") == KEY for headers in named)
    assert named[1]["authorization"] == BASIC


def test_what_is_fetched_beside_the_browser_takes_no_secret_along_either():
    with town() as (address, server):
        port, other = urlsplit(address).port, urlsplit(server.elsewhere[3]).port
        here = f"http://127.0.0.1:{port}"
        access = Access(headers={"X-Key": KEY}, basic=ME, origins=(here,))
        http = HttpClient(access)
        elsewhere = [f"http://127.0.0.1:{other}", f"http://localhost:{port}"]
        server.elsewhere[:] = elsewhere
        for base in elsewhere:
            for code in (301, 302, 303, 307, 308):
                fetch_file(f"{here}/away?by={code}&to={base}/there&way=file", 1000, lambda _: True, http=http)
            fetch_file(f"{here}/away?to={base}/&way=asks", 1000, lambda _: True, http=http)  # which asks for a password
            read_robots(base, http=http)
        fetch_file(f"{here}/", 1000, lambda _: True, http=http)
    assert server.told(elsewhere) == []
    assert all(server.ways(base) >= {"file", "asks"} for base in elsewhere)
    named = [headers for host, _, headers in server.asked if f"http://{host}" == here]
    assert all(headers["x-key"] == KEY for headers in named)
    assert named[-1]["authorization"] == BASIC


@pytest.mark.parametrize(
    ("url", "is_named"),
    [
        ("https://school.example/x?y#z", True),
        ("https://SCHOOL.example:443/", True),
        ("https://a.lms.example/", True),
        ("https://sso.example:8443/", True),
        ("http://localhost:8080/", True),
        ("https://lms.example/", False),
        ("https://sso.example/", False),
        ("https://localhost:8080/", False),
        ("http://school.example/", False),
        ("http://school.example:443/", False),
        ("https://school.example:444/", False),
        ("https://school.example./", False),
        ("https://www.school.example/", False),
        ("https://example/", False),
        ("https://notschool.example/", False),
        ("https://school.example.evil.example/", False),
        ("https://school.example@evil.example/", False),
        ("https://evil.example/school.example/", False),
        ("https://evil.example?.lms.example", False),
        ("https://evil.example#.lms.example", False),
        ("https://evil.example\\.lms.example/", False),
        ("https://evil.example\\@school.example/", False),
        ("https://evil.example/\\@school.example/", False),
        ("https://school.example\t.evil.example/", False),
        ("https://school.example\u3002evil.example/", False),
        ("https://ſchool.example/", False),
        ("https:school.example/", False),
        ("//school.example/", False),
        ("wss://school.example/", False),
        ("https://school.example:port/", False),
        ("https://[school.example]/", False),
        ("", False),
    ],
)
def test_only_the_very_origin_is_told(url, is_named):
    hosts = tuple(map(read_host, ("*.lms.example", "sso.example:8443", "localhost:8080")))
    access = Access(headers={"X-Key": KEY}, basic=ME, origins=("https://school.example",), login_hosts=hosts)
    assert access.credentials_for(url) == ((access.headers, ME) if is_named else ({}, None))


@pytest.mark.parametrize(
    "text",
    ["", "*", "*.example", "*.1.2.3.4", "*.*.school.example", "http://school.example", "ftp://school.example", "a/b",
     "me@school.example", "school.example:0x50", "school.example:99999", "a b.example", "school.example?", ".example"],
)  # fmt: skip
def test_a_host_that_cannot_be_asked_safely_is_refused(text):
    with pytest.raises(UsageError, match="login-host"):
        read_host(text)
