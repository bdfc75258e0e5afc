"""Find the Chromium to use, and what to start it with."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from a11ycheck.errors import BrowserError
from a11ycheck.isolation.environment import browser_environment

VARIABLE = "A11YCHECK_BROWSER"
_ON_PATH_SHELL = ("chromium-headless-shell", "chrome-headless-shell")
_ON_PATH = (
    "chromium",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
    "msedge",
    # Last: on Ubuntu this may be a stub that only says how to install the snap.
    "chromium-browser",
)
_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
_MACOS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_PLAYWRIGHT_PROGRAMS = frozenset(
    ["chrome-headless-shell", "headless_shell", "chrome", "Chromium", "Google Chrome for Testing"]
)
_SANDBOX_FAILED = re.compile(r"usable sandbox|sandbox_host_linux|setuid sandbox|move to new namespace", re.IGNORECASE)

_NAMESPACES_CLOSED = {
    "kernel/unprivileged_userns_clone": "0",
    "kernel/apparmor_restrict_unprivileged_userns": "1",
    "user/max_user_namespaces": "0",
}

_SWITCHED_OFF = (
    # What sends beside the page or after its end, where nothing can stop it, and what no page needs to be seen: a page
    # finds that this browser does not know it.
    "AttributionReporting",
    "AutomationControlled",  # `navigator.webdriver`: a page that sees it may show itself cleaner than it is
    "BackgroundFetch",
    "DirectSockets",
    "FedCm",
    "FencedFrames",
    "FetchLaterAPI",
    "Fledge",
    "PeriodicBackgroundSync",
    "Presentation",
    "PushMessaging",
    "SharedStorageAPI",
    "SharedWorker",
    "TopicsAPI",
    "TopicsDocumentAPI",
    "WebSocketStream",
)

_ARGUMENTS = (
    f"--disable-blink-features={','.join(_SWITCHED_OFF)}",
    # WebTransport heeds no proxy and no switch (--disable-quic neither, which would undo this one): where a packet may
    # be one byte long, it sends none. HTTP/3 is lost with it.
    "--quic-max-packet-length=1",
    # Nothing is fetched, reported or synchronised that the audited page did not ask for. Playwright sets some of
    # these itself; which ones differs between its versions.
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-client-side-phishing-detection",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--metrics-recording-only",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pings",
    # WebRTC goes round a proxy over UDP unless it is told not to; Chromium knows the second name, its shell the first.
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    # Lessons start their narration by themselves; a silent one must play too.
    "--autoplay-policy=no-user-gesture-required",
    "--mute-audio",
)


@dataclass(frozen=True, slots=True)
class Chromium:
    """A browser that was found; `version` is "" unless `ask_version` was called."""

    path: Path
    kind: Literal["given", "playwright", "installed"]
    headless_shell: bool
    version: str = ""

    @property
    def sandbox_off(self) -> bool:
        """Whether it runs without the sandbox because the system allows no other way."""
        return not sandbox_possible()


def find(explicit: str | None = None, *, shell: bool = True, environ: Mapping[str, str] = os.environ) -> Chromium:
    """Return the given browser, else Playwright's own, else an installed Chromium, Chrome or Edge. Start nothing.

    `shell` prefers the headless shell, which starts faster, to the whole browser. Raises BrowserError when there is no
    browser, or the given one does not exist.
    """
    given = explicit or environ.get(VARIABLE)
    if given:
        path = _program(str(Path(given).expanduser())) or _program(given)
        if path is None:
            raise BrowserError("browser-not-there", path=given)
        return _chromium(Path(path), "given")
    found = _preferred(_from_playwright(environ), shell) or _preferred(_installed(environ), shell)
    if found is None:
        raise BrowserError("browser-none-root" if _is_debian_root() else "browser-none")
    return found


def launch_arguments() -> list[str]:
    """Return what to pass to Playwright as `launch(args=…)`, beside `chromium_sandbox=sandbox_possible()`."""
    return list(_ARGUMENTS)


def sandbox_possible() -> bool:
    """Return whether Chromium can run in its sandbox: never as root on Linux, where it refuses to start."""
    return not (sys.platform.startswith("linux") and _is_root())


def launch_error(path: Path, message: str) -> BrowserError:
    """Return the error for a browser that did not start, which has its own text where the sandbox is forbidden."""
    if _SANDBOX_FAILED.search(message):
        return BrowserError("browser-sandbox", path=path)
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    return BrowserError("browser-start", path=path, error=lines[0][:300] if lines else "?")


def namespaces_closed(proc: Path = Path("/proc/sys")) -> bool:
    """Return whether Linux denies ordinary users the namespaces that the sandbox needs.

    The switches of Debian and Ubuntu: https://chromium.googlesource.com/chromium/src/+/main/docs/security/apparmor-userns-restrictions.md
    """
    return any(_read(proc / name) == value for name, value in _NAMESPACES_CLOSED.items())


def ask_version(chromium: Chromium) -> str:
    """Return the browser's name and version, such as "Chromium 156.0.8078.79"; "" when it does not say.

    On Windows `--version` opens a window, so the name of the folder beside the program is used.
    """
    if os.name == "nt":
        names = [child.name for child in chromium.path.parent.iterdir() if re.fullmatch(r"\d+(\.\d+){3}", child.name)]
        return max(names, default="", key=lambda name: tuple(map(int, name.split("."))))
    try:
        done = subprocess.run(
            [chromium.path, "--version"],
            capture_output=True, text=True, timeout=20, check=False, env=browser_environment(),
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return ""
    match = re.search(r"[^\n]*\d+\.\d+\.\d+[.\d]*", done.stdout)
    return match[0].strip() if match and done.returncode == 0 else ""


def _preferred(found: Iterable[Chromium], shell: bool) -> Chromium | None:
    every = list(found)
    return next((one for one in every if one.headless_shell == shell), next(iter(every), None))


def _chromium(path: Path, kind: Literal["given", "playwright", "installed"]) -> Chromium:
    return Chromium(path, kind, headless_shell="headless" in path.name.lower())


def _from_playwright(environ: Mapping[str, str]) -> Iterator[Chromium]:
    """Yield the browsers that `playwright install` downloaded for the installed version of Playwright."""
    if not _browsers_folder(environ).is_dir():
        return  # asking would take a third of a second
    # -P, because otherwise a folder "playwright" in the current folder would be run.
    command = [sys.executable, "-P", "-m", "playwright", "install", "--dry-run", "chromium"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False, env=dict(environ))
    except (OSError, subprocess.TimeoutExpired):
        return
    for location in re.findall(r"Install location:\s+(.+)", done.stdout):
        for program in sorted(Path(location.strip()).glob("*/**/*")):
            if program.name.removesuffix(".exe") in _PLAYWRIGHT_PROGRAMS and shutil.which(program):
                yield _chromium(program, "playwright")


def _browsers_folder(environ: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Return where Playwright stores its browsers: https://playwright.dev/python/docs/browsers#managing-browser-binaries"""
    if folder := environ.get("PLAYWRIGHT_BROWSERS_PATH"):
        return Path(folder) if folder != "0" else Path.cwd()  # "0" means inside the package: ask Playwright
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "ms-playwright"
    if platform == "darwin":
        return Path.home() / "Library" / "Caches" / "ms-playwright"
    return Path(environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ms-playwright"


def _installed(environ: Mapping[str, str]) -> Iterator[Chromium]:
    for name in _ON_PATH_SHELL + _ON_PATH:
        if found := _program(name, environ.get("PATH")):
            yield _chromium(Path(found), "installed")
    for place in _usual_locations(environ):
        if place.is_file():
            yield _chromium(place, "installed")


def _program(name: str, path: str | None = None) -> str | None:
    """Return where a program is: as `shutil.which`, but one with a bare name is never taken from the current folder.

    Windows looks there first, and so does a PATH with a relative folder.
    """
    found = shutil.which(name, path=path)
    is_bare = not os.path.dirname(name)
    return None if found and is_bare and not os.path.isabs(found) else found


def _usual_locations(environ: Mapping[str, str], platform: str = sys.platform) -> Iterator[Path]:
    if platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if folder := environ.get(variable):
                yield from (Path(folder) / program for program in _WINDOWS)
    if platform == "darwin":
        for applications in (Path("/Applications"), Path.home() / "Applications"):
            yield from (applications / program for program in _MACOS)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _is_debian_root() -> bool:
    return _is_root() and shutil.which("apt-get") is not None


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""
