"""Checks whether everything that a scan needs is installed, and says how to get what is missing."""

from __future__ import annotations

import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import get_args

from a11ycheck.browser.chromium import ask_version, find, namespaces_closed, sandbox_possible
from a11ycheck.errors import A11yCheckError, BrowserError
from a11ycheck.judging.axe import read_axe
from a11ycheck.judging.rules import read_axe_rules, read_rules
from a11ycheck.model import Lang
from a11ycheck.text.words import Words, read_words

_OLDEST_PYTHON = (3, 11)
_OLDEST_PLAYWRIGHT = (1, 50)
_LANGUAGES: tuple[Lang, ...] = get_args(Lang)


@dataclass(frozen=True, slots=True)
class HealthCheck:
    """One thing that was checked: what was found, and what to do about it when it is not as it should be."""

    name: str
    ok: bool
    detail: str
    advice: str = ""


def diagnosis(browser: str | None, lang: Lang) -> tuple[str, bool]:
    """Return the results of all checks, one a line, and whether all is well."""
    words = read_words(lang)
    found, rows = run_checks(browser, words), []
    for check in found:
        rows.append(f"{words('doctor.good') if check.ok else words('doctor.bad')}  {check.name}: {check.detail}")
        if check.advice:
            rows.append(f"      {check.advice}")
    return "\n".join(rows), all(check.ok for check in found)


def run_checks(browser: str | None, words: Words, folder: Path | None = None) -> tuple[HealthCheck, ...]:
    """Run all checks and return their results, in order of importance.

    `browser` is the one that was asked for, `folder` the one for reports. The browser is started, with `--version`
    only; nothing else is started, and nothing is sent over the network.
    """
    return (
        _python(words),
        _playwright(words),
        *_browser(browser, words),
        _readable(words, "axe", lambda: read_axe().version),
        _readable(words, "rules", partial(_count_rules, words)),
        *(_readable(words, "language", partial(_read_language, lang, words), lang) for lang in _LANGUAGES),
        _writable(folder or Path.cwd(), words),
    )


def _python(words: Words) -> HealthCheck:
    ok = sys.version_info[:2] >= _OLDEST_PYTHON
    detail = f"{platform.python_version()} ({sys.executable})"
    return HealthCheck(words("doctor.python"), ok, detail, "" if ok else words("doctor.python-advice"))


def _playwright(words: Words) -> HealthCheck:
    name, advice = words("doctor.playwright"), words("doctor.playwright-advice")
    try:
        found = version("playwright")
    except PackageNotFoundError:
        return HealthCheck(name, False, words("doctor.missing"), advice)
    ok = tuple(int(part) for part in found.split(".")[:2] if part.isdigit()) >= _OLDEST_PLAYWRIGHT
    return HealthCheck(name, ok, found, "" if ok else advice)


def _browser(browser: str | None, words: Words) -> Iterator[HealthCheck]:
    name = words("doctor.browser")
    try:
        found = find(browser)
    except BrowserError as error:
        yield HealthCheck(name, False, words("doctor.missing"), words.error(error))
        return
    browser_version = ask_version(found)
    origin = words(f"doctor.browser-{found.kind}")
    if not browser_version:
        yield HealthCheck(name, False, f"{found.path} ({origin})", words("doctor.browser-advice"))
        return
    yield HealthCheck(name, True, f"{browser_version}, {found.path} ({origin})")
    if not sandbox_possible():
        yield HealthCheck(words("doctor.sandbox"), True, words("doctor.sandbox-root"))
    elif namespaces_closed():
        yield HealthCheck(words("doctor.sandbox"), True, words("doctor.sandbox-closed"), words("doctor.sandbox-advice"))
    else:
        yield HealthCheck(words("doctor.sandbox"), True, words("doctor.sandbox-on"))


def _readable(words: Words, name: str, read: Callable[[], str], lang: str = "") -> HealthCheck:
    """Check that something of our own can be read: it is there in any complete installation."""
    title = words(f"doctor.{name}", lang=lang)
    try:
        return HealthCheck(title, True, read())
    except A11yCheckError as error:
        return HealthCheck(title, False, words.error(error), words("doctor.reinstall"))
    except (OSError, ValueError) as error:
        return HealthCheck(title, False, str(error), words("doctor.reinstall"))


def _count_rules(words: Words) -> str:
    ours, axe = read_rules(words.lang), read_axe_rules(words.lang)
    if not ours or not axe:
        raise ValueError(words("doctor.missing"))
    return words("doctor.rules-count", ours=len(ours), axe=sum(rule.run for rule in axe.values()))


def _read_language(lang: Lang, words: Words) -> str:
    missing = set(words.table) - set(read_words(lang).table)
    if missing:
        raise ValueError(", ".join(sorted(missing)))
    return words("doctor.complete")


def _writable(folder: Path, words: Words) -> HealthCheck:
    """Try to write a file: permissions alone don't tell about full disks and read-only mounts."""
    existing = next(parent for parent in (folder, *folder.absolute().parents) if parent.exists())
    try:
        with tempfile.TemporaryFile(dir=existing) as file:
            file.write(b"a11ycheck")
    except OSError as error:
        return HealthCheck(words("doctor.write"), False, f"{folder}: {error.strerror}", words("doctor.write-advice"))
    return HealthCheck(words("doctor.write"), True, str(folder))
