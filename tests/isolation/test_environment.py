"""What this program starts is told no secret of its environment."""

import asyncio
import os
import sys
from pathlib import Path

import pytest
from playwright.async_api import async_playwright

from a11ycheck.browser.browser import Browser
from a11ycheck.browser.chromium import Chromium, ask_version, find
from a11ycheck.errors import BrowserError
from a11ycheck.isolation.environment import browser_environment, process_environment
from a11ycheck.logins.window import _launch
from tests.shared_browser import open_browser, run

SECRETS = {
    "A11YCHECK_USER": "mila", "A11YCHECK_PASSWORD": "sword1", "A11YCHECK_PASSWORD_OUR_TEACHER": "sword2",
    "A11YCHECK_CERTIFICATE_PASSPHRASE": "sword3", "ACADEMY_KEY": "sword4", "GITHUB_TOKEN": "sword5",
    "AWS_SECRET_ACCESS_KEY": "sword6", "PATH_TO_KEY": "sword7", "XDG": "sword8", "LC": "sword9", "HOMEKEY": "sword0",
    "NODE_OPTIONS": "--sword", "PYTHONSTARTUP": "sword", "PLAYWRIGHT_TOKEN": "sword", "DBUS": "sword",
}  # fmt: skip


def test_only_harmless_variables_are_passed_on() -> None:
    kept = {
        "PATH": "/bin",
        "HOME": "/home/mila",
        "LC_ALL": "nl_NL",
        "XDG_RUNTIME_DIR": "/run",
        "https_proxy": "http://p",
    }
    assert browser_environment({**SECRETS, **kept}) == kept
    assert process_environment({**SECRETS, **kept}) == {"PATH": "/bin", "LC_ALL": "nl_NL"}


@pytest.mark.browser
@pytest.mark.skipif(sys.platform == "win32", reason="a shell script as the browser")
def test_a_browser_is_told_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SECRETS.items():
        if name != "NODE_OPTIONS":
            monkeypatch.setenv(name, value)
    spy, told = tmp_path / "chromium", tmp_path / "told"
    spy.write_text(f"#!/bin/sh\nenv >> '{told}'\nexit 1\n", encoding="utf-8")
    spy.chmod(0o755)
    chromium = Chromium(spy, "given", headless_shell=False)

    async def start() -> None:
        async with async_playwright() as playwright:
            await _launch(playwright, chromium, True)

    async def begin() -> None:
        async with Browser(chromium):
            pass

    for each in (start, begin):
        told.unlink(missing_ok=True)
        with pytest.raises(BrowserError):
            asyncio.run(each())
        assert "PATH=" in told.read_text()
        assert "sword" not in told.read_text() and "mila" not in told.read_text()
    told.unlink()
    ask_version(chromium)
    assert "sword" not in told.read_text()


@pytest.mark.browser
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_no_process_of_a_real_browser_is_told_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("A11YCHECK_PASSWORD", "ACADEMY_KEY"):
        monkeypatch.setenv(name, SECRETS[name])

    async def environments() -> list[bytes]:
        async with open_browser() as browser:
            context = await browser.new_context()
            await context.new_page()
            tree = browser._processes[-1]._processes
            assert tree
            everyone = [tree.root, *tree.root.children(recursive=True)]
            return [Path(f"/proc/{one.pid}/environ").read_bytes() for one in everyone]

    found = run(environments())
    assert len(found) > 1
    assert b"PATH=" in found[0]
    assert not [one for one in found if b"sword" in one]


@pytest.mark.parametrize("name", ["chromium", "evil-browser"])
def test_a_program_with_a_bare_name_is_not_taken_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "none"))
    Path(name).write_text("#!/bin/sh\n")
    Path(name).chmod(0o755)
    for path in ("", ".", os.pathsep, "sub/..", f".{os.pathsep}"):
        monkeypatch.setenv("PATH", path)
        with pytest.raises(BrowserError):
            find(name)
        with pytest.raises(BrowserError):
            find(environ={"PATH": path, "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path / "none")})
    assert find(f"./{name}").path.name == name
