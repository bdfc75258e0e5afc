"""An audit under way, on disk: the result of each page, so that a later command can resume where this one ended."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import time
from pathlib import Path

from a11ycheck.errors import UsageError
from a11ycheck.files.own_files import make_private_file
from a11ycheck.model import Page
from a11ycheck.store.saved import AuditIdentity, SavedPage
from a11ycheck.text.json_values import from_json, to_json

SCHEMA = "4"
"""The version of the tables and of what is in them."""
_SUFFIXES = ("", "-wal", "-shm")
"""What SQLite adds to the name of the file for those that it writes beside it."""
_TABLES = """
create table about (name text primary key, value text not null) without rowid;
create table pages (target text, page text, saved text not null, primary key (target, page)) without rowid;
"""


class Store:
    """One audit on disk, for one process at a time.

    `is_resumed` says whether it continues an audit that was saved before. `started` is when that audit began.

    Raises UsageError when another process uses the file, when `resume` finds an audit of something else, or when the
    file is a link or somebody else's; OSError when the file cannot be written.
    """

    def __init__(self, path: Path, identity: AuditIdentity, *, resume: bool) -> None:
        self.path = path
        for suffix in _SUFFIXES[1:]:
            if Path(f"{path}{suffix}").is_symlink():
                raise UsageError("file-link", file=f"{path}{suffix}")
        make_private_file(path)
        self._database = sqlite3.connect(path, timeout=0.5, isolation_level=None)
        try:
            self._opened = time.monotonic()
            self.is_resumed = self._open(identity, resume)
            self.started = self._read("started")
            self._seconds_before = float(self._read("seconds") or 0)
        except sqlite3.DatabaseError as error:
            self._database.close()
            raise _explained(error, path) from error
        except BaseException:
            self._database.close()
            raise

    def _open(self, identity: AuditIdentity, resume: bool) -> bool:
        """Make the tables, or check those that are there; return whether the audit is resumed."""
        self._database.execute("pragma locking_mode = exclusive")
        self._database.execute("pragma journal_mode = wal")
        self._database.execute("pragma synchronous = full")
        self._database.execute("begin exclusive")
        has_tables = self._database.execute("select count(*) from sqlite_schema").fetchone()[0] > 0
        if has_tables and resume:
            self._check_same(identity)
            self._database.execute("commit")
            return True
        for name in ("about", "pages"):
            self._database.execute(f"drop table if exists {name}")
        for statement in _TABLES.strip().splitlines():
            self._database.execute(statement)
        rows = {
            "schema": SCHEMA,
            "version": identity.version,
            "digest": identity.digest,
            "description": identity.description,
        }
        self._database.executemany("insert into about values (?, ?)", rows.items())
        self._database.execute("commit")
        return False

    @property
    def seconds(self) -> float:
        """How long the audit took so far, all its processes together."""
        return self._seconds_before + time.monotonic() - self._opened

    def begin(self, started: str) -> str:
        """Return when the audit was first begun: `started` (ISO 8601) unless it is resumed."""
        self.started = self.started or started
        self._database.execute("insert or replace into about values ('started', ?)", (self.started,))
        return self.started

    def find(self, target: str, page: Page) -> SavedPage | None:
        """Return the result of a page of a target, None when it was not finished.

        Raises UsageError when the file is damaged.
        """
        found = self._database.execute(
            "select saved from pages where (target, page) = (?, ?)", (target, _json(page))
        ).fetchone()
        try:
            return from_json(SavedPage, json.loads(found[0])) if found else None
        except (ValueError, RecursionError) as error:
            raise UsageError("resume-broken", file=self.path) from error

    def save(self, target: str, page: Page, saved: SavedPage) -> None:
        """Save the result of a page.

        It is on disk when this returns, so a process that is killed loses only the pages it was visiting.
        """
        self._database.execute("begin")
        self._database.execute("insert or replace into pages values (?, ?, ?)", (target, _json(page), _json(saved)))
        self._database.execute("insert or replace into about values ('seconds', ?)", (f"{self.seconds:.1f}",))
        self._database.execute("commit")

    def close(self, *, finished: bool) -> None:
        """Close the file, and delete it when the audit is `finished`."""
        self._database.close()
        if finished:
            for suffix in _SUFFIXES:
                Path(f"{self.path}{suffix}").unlink(missing_ok=True)

    def _check_same(self, identity: AuditIdentity) -> None:
        """Raise UsageError when the saved audit is not the one that this command asks for."""
        version = self._read("version")
        if (self._read("schema"), version) != (SCHEMA, identity.version):
            raise UsageError("resume-version", found=version, known=identity.version)
        if self._read("digest") != identity.digest:
            raise UsageError("resume-other", command=self._read("description"))

    def _read(self, name: str) -> str:
        row = self._database.execute("select value from about where name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""


def store_name(output: Path) -> str:
    """Return the name of the file for audits that are reported in this folder; each folder has its own."""
    return hashlib.sha256(os.fsencode(output.resolve())).hexdigest()[:20] + ".sqlite"


def _explained(error: sqlite3.DatabaseError, path: Path) -> Exception:
    if "locked" in str(error):
        return UsageError("resume-busy")
    if "unable to open" in str(error) or "readonly" in str(error) or "disk" in str(error):
        return OSError(str(error))
    return UsageError("resume-broken", file=path)


def _json(value: object) -> str:
    """Return JSON in ASCII: half a surrogate pair, which a page can contain, has no UTF-8."""
    return json.dumps(to_json(value), separators=(",", ":"))
