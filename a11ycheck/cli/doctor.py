"""Whether everything is here that a scan needs, and how to get what is not."""

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
class Check:
    """One thing looked at: what was found, and when it is not as it should be, what to do."""

    name: str
    ok: bool
    detail: str
    advice: str = ""


def checks(browser: str | None, words: Words, folder: Path | None = None) -> tuple[Check, ...]:
    """All of them, in the order in which they matter; `browser` is the one asked for, `folder` where reports go.

    The browser is really started, with `--version`; nothing else is, and nothing goes over the network.
    """
    return (
        _python(words),
        _playwright(words),
        *_browser(browser, words),
        _sound(words, "axe", lambda: read_axe().version),
        _sound(words, "rules", partial(_count_rules, words)),
        *(_sound(words, "language", partial(_read_language, lang, words), lang) for lang in _LANGUAGES),
        _writable(folder or Path.cwd(), words),
    )


def _python(words: Words) -> Check:
    ok = sys.version_info[:2] >= _OLDEST_PYTHON
    detail = f"{platform.python_version()} ({sys.executable})"
    return Check(words("doctor.python"), ok, detail, "" if ok else words("doctor.python-advice"))


def _playwright(words: Words) -> Check:
    name, advice = words("doctor.playwright"), words("doctor.playwright-advice")
    try:
        found = version("playwright")
    except PackageNotFoundError:
        return Check(name, False, words("doctor.missing"), advice)
    ok = tuple(int(part) for part in found.split(".")[:2] if part.isdigit()) >= _OLDEST_PLAYWRIGHT
    return Check(name, ok, found, "" if ok else advice)


def _browser(browser: str | None, words: Words) -> Iterator[Check]:
    name = words("doctor.browser")
    try:
        found = find(browser)
    except BrowserError as error:
        yield Check(name, False, words("doctor.missing"), words.error(error))
        return
    said = ask_version(found)
    origin = words(f"doctor.browser-{found.kind}")
    if not said:
        yield Check(name, False, f"{found.path} ({origin})", words("doctor.browser-advice"))
        return
    yield Check(name, True, f"{said}, {found.path} ({origin})")
    if not sandbox_possible():
        yield Check(words("doctor.sandbox"), True, words("doctor.sandbox-root"))
    elif namespaces_closed():
        yield Check(words("doctor.sandbox"), True, words("doctor.sandbox-closed"), words("doctor.sandbox-advice"))
    else:
        yield Check(words("doctor.sandbox"), True, words("doctor.sandbox-on"))


def _sound(words: Words, name: str, read: Callable[[], str], lang: str = "") -> Check:
    """Something of our own that is there in any sound installation."""
    title = words(f"doctor.{name}", lang=lang)
    try:
        return Check(title, True, read())
    except A11yCheckError as error:
        return Check(title, False, words.error(error), words("doctor.reinstall"))
    except (OSError, ValueError) as error:
        return Check(title, False, str(error), words("doctor.reinstall"))


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


def _writable(folder: Path, words: Words) -> Check:
    """Tried by writing: permissions alone don't tell about full disks and read-only mounts."""
    there = next(parent for parent in (folder, *folder.absolute().parents) if parent.exists())
    try:
        with tempfile.TemporaryFile(dir=there) as file:
            file.write(b"a11ycheck")
    except OSError as error:
        return Check(words("doctor.write"), False, f"{folder}: {error.strerror}", words("doctor.write-advice"))
    return Check(words("doctor.write"), True, str(folder))
