"""Audits while signed in: sessions that end are begun again, roles see their own pages, no secret is reported."""

import asyncio
import json
import os
import stat
import subprocess
import sys
from functools import partial

import pytest

from a11ycheck.browser.chromium import find
from a11ycheck.documents.interface import Unreadable
from a11ycheck.errors import UsageError
from a11ycheck.logins.interface import Account
from a11ycheck.logins.login import Login
from a11ycheck.logins.states import read_state, save_state, state_file
from a11ycheck.logins.window import has_screen, sign_in_in_window
from a11ycheck.scan.fetched_documents import fetch_signed_in
from a11ycheck.scan.plan import ScanTarget
from a11ycheck.sources.interface import Visit
from a11ycheck.sources.website.website import Website
from a11ycheck.web.access import Access
from a11ycheck.web.http_client import HttpClient
from fixtures.sites.platform import PEOPLE, platform
from tests.shared_browser import open_browser, run

pytestmark = [pytest.mark.browser, pytest.mark.early]

COMMAND = [sys.executable, "-m", "a11ycheck"]
SECRET = PEOPLE["mila"][2]
QUICK = ("--format", "json", "--profile", "quick", "--no-screenshots", "--jobs", "2")


def audit(*words, folder, code=None, **environ):
    env = {**os.environ, "A11YCHECK_STATE": str(folder / "state"), "DISPLAY": "", "WAYLAND_DISPLAY": "", **environ}
    done = subprocess.run(
        [*COMMAND, *words], cwd=folder, env=env, capture_output=True, text=True, timeout=200, check=False
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert code is None or done.returncode == code, done.stdout + done.stderr
    return done


def report_in(folder):
    return json.loads((folder / "a11ycheck-report" / "report.json").read_text(encoding="utf-8"))


def path(address):
    return "/" + address.partition("//")[2].partition("/")[2]


def test_a_session_that_ends_is_signed_in_again_and_nothing_secret_is_told(tmp_path):
    with platform(lives=6, traps=False) as site:
        mine = {"A11YCHECK_USER": "mila", "A11YCHECK_PASSWORD": SECRET}
        limits = [
            word for one in ("/calendar*", "/courses?*", "/course/1*", "/course/2*") for word in ("--exclude", one)
        ]
        done = audit("audit", f"{site.url}/", "--login", "auto", *QUICK, *limits, folder=tmp_path, **mine)
    report = report_in(tmp_path)
    titles = {screen["title"] for screen in report["screens"]}
    assert site.logins > 2
    assert {"Messages - Orchard Academy", "Bees and blossom: activity - Orchard Academy"} <= titles
    assert "Sign in - Orchard Academy" not in titles
    left = [screen["id"] for screen in report["screens"] if not screen["reached"]]
    assert [one["why"] for one in report["skipped"] if one["screen"] in left] == ["lesson-still"]
    assert any(screen["url"].endswith("/files/calendar.pdf") for screen in report["screens"])
    told = done.stdout + done.stderr + (tmp_path / "a11ycheck-report" / "report.json").read_text(encoding="utf-8")
    assert SECRET not in told
    assert "mila" not in told.lower().replace(str(tmp_path), "").replace("similar", "")
    assert not [one for one in site.paths() if "logout" in one]


def test_every_role_sees_its_own_and_findings_say_which(tmp_path):
    (tmp_path / "a11ycheck.toml").write_text(
        'exclude = ["/calendar*", "/course*"]\nlogin = "auto"\n'
        '[[role]]\nname = "learner"\n[[role]]\nname = "teacher"\ncredentials = "tom.toml"\n'
        '[[role]]\nname = "visitor"\nlogin = "none"\n',
        encoding="utf-8",
    )
    (tmp_path / "tom.toml").write_text(f'user = "tom"\npassword = "{PEOPLE["tom"][2]}"\n', encoding="utf-8")
    (tmp_path / "tom.toml").chmod(0o600)
    mine = {"A11YCHECK_USER_LEARNER": "mila", "A11YCHECK_PASSWORD_LEARNER": SECRET}
    with platform(traps=False) as site:
        audit("audit", f"{site.url}/", "--config", "a11ycheck.toml", *QUICK, folder=tmp_path, **mine)
        name = f"{site.url}/"
    report = report_in(tmp_path)
    seen = {}
    for screen in report["screens"]:
        seen.setdefault(screen["target"].removeprefix(name).strip(), set()).add(path(screen["url"]))
    assert seen["(visitor)"] == {"/", "/help", "/contact", "/accessibility", "/login"}
    assert seen["(learner)"] == {"/", "/help", "/contact", "/accessibility", "/messages"}
    assert seen["(teacher)"] == seen["(learner)"] | {"/teach"}
    field = next(one for one in report["findings"] if path(one["url"]) == "/teach")
    assert next(one for one in report["screens"] if one["id"] == field["screen"])["target"].endswith("(teacher)")


def test_a_state_that_was_kept_is_used_for_its_site_until_it_is_over(tmp_path, monkeypatch):
    monkeypatch.setenv("A11YCHECK_STATE", str(tmp_path / "state"))
    with platform(traps=False) as site:
        key = site.let_in("mila")
        cookie = {"name": "orchard", "value": key, "domain": "127.0.0.1", "path": "/", "expires": -1,
                  "httpOnly": True, "secure": False, "sameSite": "Lax"}  # fmt: skip
        file = save_state(site.url, {"cookies": [cookie], "origins": []})
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        few = ("--include", "/messages", *QUICK)
        audit("audit", f"{site.url}/", *few, folder=tmp_path)
        assert [path(one["url"]) for one in report_in(tmp_path)["screens"]] == ["/", "/messages"]
        audit("audit", f"{site.url}/", "--login", "none", *few, folder=tmp_path)
        assert [path(one["url"]) for one in report_in(tmp_path)["screens"]] == ["/"]
        site.put_out(key)
        said = audit("audit", f"{site.url}/courses", *few, folder=tmp_path, code=2).stderr
        assert "has ended" in said
        assert "a11ycheck login" in said


def test_a_document_is_asked_for_as_who_is_signed_in_and_again_when_the_session_ended():
    async def read(site):
        login = Login(site.url, account=Account("mila", SECRET))
        source = Website(site.url, http=HttpClient(Access(origins=(site.url,)), lambda: login.state))
        await source.next_pages([Visit(source.first_pages()[0], f"{site.url}/", (f"{site.url}/files/guide.pdf",))])
        (page,) = source.documents()
        with pytest.raises(Unreadable, match="document-is-page"):
            await fetch_signed_in(page, ScanTarget(source, ""), None)
        async with open_browser() as browser:
            target = ScanTarget(source, "", login=login)
            await login.begin(browser)
            first = await fetch_signed_in(page, target, partial(login.renew, browser))
            for key in list(site.sessions):
                site.put_out(key)
            again = await fetch_signed_in(page, target, partial(login.renew, browser))
        return first, again

    with platform(traps=False) as site:
        first, again = run(read(site))
        assert site.logins == 2
    assert first == again
    assert first.startswith(b"%PDF")


def test_without_a_screen_login_says_what_to_do(tmp_path):
    if sys.platform.startswith("linux"):
        said = audit("login", "https://school.example/", folder=tmp_path, code=2).stderr
        assert "school.example.json" in said
        assert "--storage-state" in said
    assert has_screen({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert has_screen({}, "win32")


def test_what_the_window_knows_is_kept(tmp_path, monkeypatch):
    monkeypatch.setenv("A11YCHECK_STATE", str(tmp_path))
    monkeypatch.delenv("A11YCHECK_BROWSER", raising=False)
    with platform() as site:
        asked = lambda: next(iter(()), None)  # noqa: E731 - the person presses Enter at once
        with pytest.raises(UsageError, match="login-nothing"):
            asyncio.run(sign_in_in_window(find(shell=False), site.url, asked, headless=True))
        key = site.let_in("tom")
        state = asyncio.run(sign_in_in_window(find(shell=False), f"{site.url}/?enter={key}", asked, headless=True))
    assert [cookie["value"] for cookie in state["cookies"]] == [key]
    file = save_state(site.url, state)
    assert read_state(file) == {"cookies": state["cookies"], "origins": []}
    assert file == state_file(site.url)
    file.write_text("[]")
    with pytest.raises(UsageError, match="state-unreadable"):
        read_state(file)
