"""An audit under way, on disk: what each page came to, so that a later command can go on where this one ended."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from a11ycheck.errors import UsageError
from a11ycheck.evidence.hits import PictureCause
from a11ycheck.evidence.screens import ScreenResult
from a11ycheck.model import Event, Lesson, Page, Tool
from a11ycheck.text.json_values import plain, restore

FORM = "3"
"""Of the tables and of what is in them."""
_TABLES = """
create table about (name text primary key, value text not null) without rowid;
create table pages (target text, page text, kept text not null, primary key (target, page)) without rowid;
"""


@dataclass(frozen=True, slots=True)
class Missed:
    """A place that was not reached, its stable word, and what fills the sentence."""

    place: Page
    why: str
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kept:
    """All that one page came to.

    `address` is where it ended, "" when it was not opened; `links` are those found on it, `lessons` what plays there.
    `stops`, `known`, `done`, `over`, `notes` and `tool` are those of its walkthrough; `causes` are those that its pictures
    show.
    """

    seen: tuple[ScreenResult, ...] = ()
    address: str = ""
    links: tuple[str, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    stops: tuple[Page, ...] = ()
    known: int | None = 1
    done: tuple[Page, ...] = ()
    missed: tuple[Missed, ...] = ()
    notes: tuple[tuple[Page, str, Mapping[str, str]], ...] = ()
    tool: Tool | None = None
    over: bool = True
    events: tuple[Event, ...] = ()
    causes: tuple[PictureCause, ...] = ()


@dataclass(frozen=True, slots=True)
class Command:
    """What was asked. Equal commands of one version give equal audits: these can be gone on with.

    `words` say it to a person, without secrets; `asked` is all that changes what is found.
    """

    version: str
    words: str
    asked: str

    @property
    def digest(self) -> str:
        """Equal for equal commands."""
        return hashlib.sha256(self.asked.encode("utf-8", "backslashreplace")).hexdigest()


class Store:
    """One audit on disk, for one process at a time; `went_on` tells whether something was kept there before.

    Everything is written before `keep` returns: a process that is killed loses only the page it was at.
    Raises UsageError when another process uses the file, or when `resume` finds an audit of something else;
    OSError when the file cannot be written.
    """

    def __init__(self, path: Path, command: Command, *, resume: bool) -> None:
        self.path = path
        path.touch(mode=0o600)
        self._base = sqlite3.connect(path, timeout=0.5, isolation_level=None)
        try:
            self._began = time.monotonic()
            self.went_on = self._open(command, resume)
            self.started = self._about("started")
            self._before = float(self._about("seconds") or 0)
        except sqlite3.DatabaseError as error:
            self._base.close()
            raise _trouble(error, path) from error
        except BaseException:
            self._base.close()
            raise

    def _open(self, command: Command, resume: bool) -> bool:
        self._base.execute("pragma locking_mode = exclusive")
        self._base.execute("pragma journal_mode = wal")
        self._base.execute("pragma synchronous = full")
        self._base.execute("begin exclusive")
        there = self._base.execute("select count(*) from sqlite_schema").fetchone()[0] > 0
        if there and resume:
            _same(self._about("form"), self._about("version"), self._about("digest"), self._about("words"), command)
            self._base.execute("commit")
            return True
        for name in ("about", "pages"):
            self._base.execute(f"drop table if exists {name}")
        for statement in _TABLES.strip().splitlines():
            self._base.execute(statement)
        rows = {"form": FORM, "version": command.version, "digest": command.digest, "words": command.words}
        self._base.executemany("insert into about values (?, ?)", rows.items())
        self._base.execute("commit")
        return False

    @property
    def seconds(self) -> float:
        """What the audit took so far, all its processes together."""
        return self._before + time.monotonic() - self._began

    def begin(self, started: str) -> str:
        """When the audit was first begun: `started` (ISO 8601) unless it goes on with an earlier one."""
        self.started = self.started or started
        self._base.execute("insert or replace into about values ('started', ?)", (self.started,))
        return self.started

    def kept(self, target: str, page: Page) -> Kept | None:
        """What a page of a target came to, None when it was not finished. UsageError when the file is damaged."""
        found = self._base.execute("select kept from pages where (target, page) = (?, ?)", (target, _json(page)))
        row = found.fetchone()
        try:
            return restore(Kept, json.loads(row[0])) if row else None
        except (ValueError, RecursionError) as error:
            raise UsageError("resume-broken", file=self.path) from error

    def keep(self, target: str, page: Page, kept: Kept) -> None:
        """Keep what a page came to; it is on disk when this returns."""
        self._base.execute("begin")
        self._base.execute("insert or replace into pages values (?, ?, ?)", (target, _json(page), _json(kept)))
        self._base.execute("insert or replace into about values ('seconds', ?)", (f"{self.seconds:.1f}",))
        self._base.execute("commit")

    def close(self, *, finished: bool) -> None:
        """Let go of the file; of a `finished` audit nothing is kept."""
        self._base.close()
        if finished:
            for end in ("", "-wal", "-shm"):
                Path(f"{self.path}{end}").unlink(missing_ok=True)

    def _about(self, name: str) -> str:
        row = self._base.execute("select value from about where name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""


def store_name(output: Path) -> str:
    """The file's name for audits that are reported in this folder: one for each."""
    return hashlib.sha256(os.fsencode(output.resolve())).hexdigest()[:20] + ".sqlite"


def _same(form: str, version: str, digest: str, words: str, command: Command) -> None:
    if (form, version) != (FORM, command.version):
        raise UsageError("resume-version", found=version, known=command.version)
    if digest != command.digest:
        raise UsageError("resume-other", command=words)


def _trouble(error: sqlite3.DatabaseError, path: Path) -> Exception:
    if "locked" in str(error):
        return UsageError("resume-busy")
    if "unable to open" in str(error) or "readonly" in str(error) or "disk" in str(error):
        return OSError(str(error))
    return UsageError("resume-broken", file=path)


def _json(value: object) -> str:
    """ASCII alone: half a surrogate pair, which a page can hold, has no UTF-8."""
    return json.dumps(plain(value), separators=(",", ":"))
