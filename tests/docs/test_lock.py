"""The lock for build servers has a hash for each release, names no server, and keeps to the bounds that are told."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements-ci.txt").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


PINNED = {
    plain(name): version for name, version in re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==([^\s;]+)", LOCK, re.MULTILINE)
}


def test_each_release_has_a_hash_and_no_server_is_named() -> None:
    rows = re.split(r"\n(?=[a-z])", LOCK[LOCK.index("\n", LOCK.index("make lock")) + 1 :])
    assert [row.partition(" ")[0] for row in rows if "--hash=sha256:" not in row] == []
    assert "://" not in LOCK
    assert "index-url" not in LOCK


def test_what_is_locked_is_what_the_bounds_allow() -> None:
    wanted = [Requirement(each) for each in (*PROJECT["dependencies"], *EXTRAS["cluster"], *EXTRAS["dev"])]
    wanted = [each for each in wanted if each.name != "a11ycheck"]
    assert [each.name for each in wanted if PINNED[plain(each.name)] not in each.specifier] == []


def test_what_is_shipped_has_a_lowest_and_a_highest_release() -> None:
    needed = [Requirement(each) for each in (*PROJECT["dependencies"], *EXTRAS["cluster"])]
    assert [each.name for each in needed if {">=", "<"} - {one.operator for one in each.specifier}] == []
