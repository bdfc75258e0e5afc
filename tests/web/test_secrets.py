"""Headers and basic passwords go to the origins that the user named and to nobody else, whatever a site asks for."""

import asyncio
import base64
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from a11ycheck.browser.chromium import find
from a11ycheck.web.access import Access
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
