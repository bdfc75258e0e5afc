"""Which browser is used, how it is started, and what is said when it cannot be."""

import os
import shutil
import stat
import sys
from pathlib import Path

import pytest

from a11ycheck.browser.chromium import (
    VARIABLE,
    Chromium,
    _browsers_folder,
    _usual_locations,
    ask_version,
    find,
    launch_arguments,
    launch_error,
    namespaces_closed,
    sandbox_possible,
)
from a11ycheck.errors import BrowserError
from a11ycheck.text.words import read_words


def program(folder: Path, name: str, says: str = "") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / (name + (".bat" if sys.platform == "win32" else ""))
    path.write_text(f"@echo {says}\n" if sys.platform == "win32" else f"#!/bin/sh\necho '{says}'\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def alone(tmp_path: Path) -> dict[str, str]:
    """An environment in which nothing is installed."""
    return {"PATH": str(tmp_path / "bin"), "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path / "none")}


def test_the_one_given_comes_first(tmp_path: Path) -> None:
    mine, other = program(tmp_path, "mine"), program(tmp_path, "other-headless-shell")
    environ = alone(tmp_path) | {"A11YCHECK_BROWSER": str(other)}
    assert find(str(mine), environ=environ) == Chromium(mine, "given", headless_shell=False)
    assert find(environ=environ) == Chromium(other, "given", headless_shell=True)


def test_one_given_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BrowserError) as caught:
        find(str(tmp_path / "none"))
    assert caught.value.key == "browser-not-there"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the usual places are looked at too")
def test_installed_ones_and_none(tmp_path: Path) -> None:
    environ = alone(tmp_path)
    with pytest.raises(BrowserError) as caught:
        find(environ=environ)
    assert caught.value.key in ("browser-none", "browser-none-root")
    for lang in ("en", "nl"):
        assert "playwright install chromium" in read_words(lang).error(caught.value)
    chrome = program(tmp_path / "bin", "google-chrome")
    assert find(environ=environ) == Chromium(chrome, "installed", headless_shell=False)
    shell = program(tmp_path / "bin", "chromium-headless-shell")
    assert find(environ=environ).path == shell
    assert find(environ=environ, shell=False).path == chrome


@pytest.mark.browser
def test_playwrights_own_comes_before_an_installed_one(tmp_path: Path) -> None:
    """Playwright is really asked where its browsers are; the programs there are stand-ins."""
    from playwright.sync_api import sync_playwright

    environ = dict(os.environ) | {"PLAYWRIGHT_BROWSERS_PATH": str(tmp_path), VARIABLE: ""}
    before = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    os.environ["PLAYWRIGHT_BROWSERS_PATH"] = str(tmp_path)
    try:
        with sync_playwright() as playwright:
            expected = Path(playwright.chromium.executable_path)
    finally:
        os.environ.pop("PLAYWRIGHT_BROWSERS_PATH")
        if before is not None:
            os.environ["PLAYWRIGHT_BROWSERS_PATH"] = before
    expected.parent.mkdir(parents=True)
    expected.write_text("#!/bin/sh\n")
    expected.chmod(0o755)
    assert find(environ=environ, shell=False) == Chromium(expected, "playwright", headless_shell=False)
    revision = expected.relative_to(tmp_path).parts[0].rpartition("-")[2]
    shell = tmp_path / f"chromium_headless_shell-{revision}" / "chrome-headless-shell-any" / "chrome-headless-shell"
    shell.parent.mkdir(parents=True)
    shell.write_text("#!/bin/sh\n")
    shell.chmod(0o755)
    assert find(environ=environ) == Chromium(shell, "playwright", headless_shell=True)


def test_where_playwright_and_others_keep_browsers() -> None:
    assert _browsers_folder({"LOCALAPPDATA": "/x"}, "win32") == Path("/x/ms-playwright")
    assert _browsers_folder({}, "darwin") == Path.home() / "Library/Caches/ms-playwright"
    assert _browsers_folder({"XDG_CACHE_HOME": "/c"}, "linux") == Path("/c/ms-playwright")
    windows = list(_usual_locations({"PROGRAMFILES": "/p", "LOCALAPPDATA": "/l"}, "win32"))
    assert Path("/p/Microsoft/Edge/Application/msedge.exe") in windows
    assert Path("/l/Google/Chrome/Application/chrome.exe") in windows
    assert Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome") in list(_usual_locations({}, "darwin"))
    assert list(_usual_locations({}, "linux")) == []


@pytest.mark.browser
def test_version_of_the_real_one(tmp_path: Path) -> None:
    assert any(part[0].isdigit() for part in ask_version(find()).split())
    if sys.platform != "win32":
        assert ask_version(Chromium(program(tmp_path, "silent"), "given", False)) == ""
    assert ask_version(Chromium(tmp_path / "none", "given", False)) == ""


def test_arguments_keep_the_browser_quiet() -> None:
    arguments = launch_arguments()
    assert "--force-webrtc-ip-handling-policy=disable_non_proxied_udp" in arguments
    assert "--autoplay-policy=no-user-gesture-required" in arguments
    assert not any("no-sandbox" in argument for argument in arguments)


@pytest.mark.browser
def test_the_real_one_starts_with_these_arguments() -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find().path, args=launch_arguments(), chromium_sandbox=sandbox_possible()
        )
        page = browser.new_page()
        page.set_content("<title>It runs</title>")
        assert page.title() == "It runs"
        browser.close()


def test_what_is_said_when_it_does_not_start() -> None:
    path = Path("/usr/bin/chromium")
    sandbox = "BrowserType.launch: Target closed\n[FATAL:zygote_host_impl_linux.cc] No usable sandbox! Update"
    assert launch_error(path, sandbox).key == "browser-sandbox"
    other = launch_error(path, "\n BrowserType.launch: Failed to launch \nmore")
    assert (other.key, other.data["error"]) == ("browser-start", "BrowserType.launch: Failed to launch")


def test_whether_namespaces_are_closed(tmp_path: Path) -> None:
    assert not namespaces_closed(tmp_path)
    (tmp_path / "kernel").mkdir()
    switch = tmp_path / "kernel" / "unprivileged_userns_clone"
    switch.write_text("1\n")
    assert not namespaces_closed(tmp_path)
    switch.write_text("0\n")
    assert namespaces_closed(tmp_path)


@pytest.mark.browser
@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="there is no root")
def test_no_sandbox_for_root_on_linux_alone() -> None:
    assert sandbox_possible() is not (sys.platform == "linux" and os.geteuid() == 0)
    assert shutil.which(str(find().path))
