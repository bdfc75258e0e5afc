"""What is saved of an audit comes back whole, and only to the same audit."""

import sqlite3

import pytest

from a11ycheck.errors import UsageError
from a11ycheck.model import Page
from a11ycheck.store.saved import AuditIdentity, MissedPlace, SavedPage
from a11ycheck.store.store import SCHEMA, Store

IDENTITY = AuditIdentity("a11ycheck 1", "https://example.org/", "{}")
PAGE = Page("https://example.org/", "Half a pair: \ud83d")


def test_a_saved_page_comes_back_when_the_audit_is_resumed(tmp_path):
    saved = SavedPage(links=("https://example.org/a",), missed=(MissedPlace(PAGE, "http-status", {"status": "500"}),))
    store = Store(tmp_path / "a.sqlite", IDENTITY, resume=True)
    assert not store.is_resumed
    assert store.begin("2026-01-01T00:00:00+00:00") == "2026-01-01T00:00:00+00:00"
    store.save("", PAGE, saved)
    store.close(finished=False)
    store = Store(tmp_path / "a.sqlite", IDENTITY, resume=True)
    assert store.is_resumed
    assert store.begin("2026-02-02T00:00:00+00:00") == "2026-01-01T00:00:00+00:00"
    assert store.find("", PAGE) == saved
    assert store.find("other target", PAGE) is None
    store.close(finished=True)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "value", "key"),
    [("version", "a11ycheck 0", "resume-version"), ("schema", "3", "resume-version"), ("digest", "x", "resume-other")],
)
def test_an_audit_of_another_version_schema_or_command_is_not_resumed(tmp_path, name, value, key):
    Store(tmp_path / "a.sqlite", IDENTITY, resume=False).close(finished=False)
    database = sqlite3.connect(tmp_path / "a.sqlite")
    with database:
        database.execute("update about set value = ? where name = ?", (value, name))
    database.close()
    with pytest.raises(UsageError) as error:
        Store(tmp_path / "a.sqlite", IDENTITY, resume=True)
    assert error.value.key == key
    store = Store(tmp_path / "a.sqlite", IDENTITY, resume=False)
    assert (store.is_resumed, store._read("schema")) == (False, SCHEMA)
    store.close(finished=True)


def test_an_audit_saved_in_the_tables_of_an_earlier_version_is_refused(tmp_path):
    database = sqlite3.connect(tmp_path / "a.sqlite")
    with database:
        database.execute("create table about (name text primary key, value text not null) without rowid")
        database.executemany(
            "insert into about values (?, ?)",
            {"form": "3", "version": IDENTITY.version, "digest": IDENTITY.digest, "words": "x"}.items(),
        )
    database.close()
    with pytest.raises(UsageError) as error:
        Store(tmp_path / "a.sqlite", IDENTITY, resume=True)
    assert error.value.key == "resume-version"
