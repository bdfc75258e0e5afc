"""The login form of each platform is recognised and filled in."""

import os
import time
from contextlib import contextmanager
from urllib.parse import parse_qs

import pytest

from a11ycheck.errors import TargetError, UsageError
from a11ycheck.logins import LOGINS
from a11ycheck.logins.accounts import find_account
from a11ycheck.logins.fill import find_form, sign_in
from a11ycheck.logins.held_network import HeldNetwork
from a11ycheck.logins.interface import Account
from a11ycheck.web.addresses import origin
from a11ycheck.web.named_origins import NamedOrigins
from fixtures.sites.serving import Answering, running
from tests.shared_browser import open_browser, run

ME = Account("mila", "pear-tree-42")

# The fields of each platform's own page, as far as they matter here.
PAGES = {
    "Moodle": """<body id="page-login-index"><form action="/login/index.php" method="post" id="login">
      <input type="hidden" name="logintoken" value="x"><input id="username" name="username">
      <input type="password" id="password" name="password"><button id="loginbtn">Log in</button></form>""",
    "Totara": """<body id="page-login-index" class="totara"><form action="/login/index.php" method="post" id="login">
      <input id="username" name="username"><input type="password" id="password" name="password">
      <input type="submit" id="loginbtn" value="Log in"></form>""",
    "Canvas": """<body><form action="/login/canvas" method="post">
      <input id="pseudonym_session_unique_id" name="username">
      <input type="password" id="pseudonym_session_password" name="password"><input type="submit" value="Go"></form>""",
    "Open edX": """<body><form id="login-form" action="/in" method="post"><input id="login-email" name="username">
      <input type="password" id="login-password" name="password">
      <button class="login-button">Sign in</button></form>""",
    "Brightspace": """<body><form action="/d2l/lp/auth/login/login.d2l" method="post">
      <input id="userName" name="username">
      <input type="password" id="password" name="password"><button class="d2l-button" primary>Log In</button></form>""",
    "ILIAS": """<body><form name="formlogin" action="ilias.php?cmd=post" method="post"><input name="username">
      <input type="password" name="password"><input type="submit" name="cmd[doStandardAuthentication]"></form>""",
    # The name first, then the password in its place; the ids are those of the boxes around the fields. While the
    # answer is waited for, there is no form.
    "Kolibri": """<body><form class="login-form"><div id="username"><input type="text" autocomplete="username"></div>
      <button type="button" disabled>Next</button></form><script>
      const form = document.forms[0]; const name = form[0]; form.onsubmit = (event) => { event.preventDefault();
      const secret = form.querySelector('[type=password]');
      if (!secret) return setTimeout(() => { form.firstChild.hidden = true; form.lastChild.hidden = true;
      form.insertAdjacentHTML('beforeend', `<div id="password"><input type="password" autocomplete="current-password">
      </div><button type="submit">Sign in</button>`) }, 300); form.hidden = true;
      fetch('/in', { method: 'POST', body: new URLSearchParams({ username: name.value, password: secret.value }) })
      .then(() => location.replace('/home')) }</script>""",
    # A search box stands before the form.
    "generic": """<body><form action="/find"><input type="text" name="q"></form><form action="/in" method="post">
      <input type="text" name="username"><input type="password" name="password"><button>Sign in</button></form>""",
}


@contextmanager
def site(page):
    """Answers the page, and what is sent with a page that has no form; `sent` is what came."""
    sent = []

    class Handler(Answering):
        def do_GET(self):
            inside = self.path == "/home"
            self.answer(
                "<a href=/logout>Out</a>" if inside else f"<!doctype html><html lang=en><title>Sign in</title>{page}"
            )

        def do_POST(self):
            sent.append(parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))
            well = sent[-1].get("password") == [ME.password]
            time.sleep(1.2 if "fetch(" in page else 0)  # longer than a form may be gone without anything being sent
            self.answer("<a href=/logout>Out</a>" if well else f"<title>No</title>{page}")

        def answer(self, text):
            self.send(200, text, "text/html")

    with running(Handler) as url:
        yield f"{url}/", sent


async def enter(tab, address, account):
    async with HeldNetwork(tab, NamedOrigins((origin(address),)), address) as network:
        await tab.goto(address)
        return await sign_in(tab, account, LOGINS, network)


@pytest.mark.browser
def test_each_platform_is_known_and_filled_in():
    async def every():
        known = {}
        async with open_browser() as browser:
            for name, page in PAGES.items():
                with site(page) as (address, sent):
                    tab = await (await browser.new_context()).new_page()
                    known[name] = (await enter(tab, address, ME)).name
                    assert [sent[0]["username"], sent[0]["password"]] == [[ME.user], [ME.password]], name
        return known

    assert run(every()) == {name: name for name in PAGES}
    assert set(PAGES) == {form.name for form in LOGINS}


@pytest.mark.browser
def test_a_wrong_password_is_said_and_a_page_without_a_form_is_none():
    async def wrong_and_none():
        async with open_browser() as browser:
            tab = await (await browser.new_context()).new_page()
            wrong = site(PAGES["generic"] + "<p role=alert>Wrong</p>")
            with wrong as (address, _), pytest.raises(TargetError, match="login-refused"):
                await enter(tab, address, Account("mila", "wrong"))
            with site("<form><input name=q></form><p>Search</p>") as (address, _):
                await tab.goto(address)
                assert await find_form(tab, LOGINS) is None

    run(wrong_and_none())


def test_accounts_come_from_the_environment_a_private_file_or_a_question(tmp_path):
    of_role = {"A11YCHECK_USER_OUR_TEACHER": "tom", "A11YCHECK_PASSWORD_OUR_TEACHER": "x1"}
    assert find_account("our teacher", None, None, of_role) == Account("tom", "x1")
    file = tmp_path / "me.toml"
    file.write_text('user = "mila"\npassword = "secret"\n')
    file.chmod(0o644)
    if os.name == "posix":
        with pytest.raises(UsageError, match="credentials-open"):
            find_account("", file, None, {})
    file.chmod(0o600)
    assert find_account("", file, None, {}) == Account("mila", "secret")
    assert find_account("", None, lambda secret: "hush" if secret else "me", {}) == Account("me", "hush")
    file.write_text('password = "secret')
    with pytest.raises(UsageError, match="credentials-unreadable") as error:
        find_account("", file, None, {})
    assert "secret" not in repr(error.value)
    with pytest.raises(UsageError, match="credentials-none"):
        find_account("", None, None, {})
    assert "secret" not in repr(Account("mila", "secret"))
