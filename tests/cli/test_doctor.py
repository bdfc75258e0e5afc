"""`a11ycheck doctor` says what is there and how to get what is missing."""

import re
import stat
import sys
from pathlib import Path

import pytest

from a11ycheck.cli.doctor import HealthCheck, run_checks
from a11ycheck.text.words import read_words

pytestmark = pytest.mark.browser

EN = read_words("en")


def named(found: tuple[HealthCheck, ...], word: str) -> HealthCheck:
    return next(check for check in found if check.name == EN(f"doctor.{word}", lang="nl"))


def test_all_is_well_here_and_said_in_both_languages(tmp_path: Path) -> None:
    english = run_checks(None, EN, tmp_path)
    assert [check for check in english if not check.ok] == []
    dutch = run_checks(None, read_words("nl"), tmp_path)
    assert len(dutch) == len(english) == 9
    assert {check.name for check in dutch} != {check.name for check in english}


def test_what_is_found(tmp_path: Path) -> None:
    found = run_checks(None, EN, tmp_path)
    assert re.search(r"\d+\.\d+\.\d+", named(found, "browser").detail)
    assert re.fullmatch(r"4\.\d+\.\d+", named(found, "axe").detail)
    assert re.match(r"\d+ from a11ycheck, \d+ from axe-core", named(found, "rules").detail)
    assert named(found, "write").detail == str(tmp_path)


def test_a_browser_that_is_not_there(tmp_path: Path) -> None:
    check = named(run_checks(str(tmp_path / "none"), EN, tmp_path), "browser")
    assert not check.ok
    assert str(tmp_path / "none") in check.advice


@pytest.mark.skipif(sys.platform == "win32", reason="the number is read from a folder's name there")
def test_a_browser_that_does_not_start(tmp_path: Path) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(broken.stat().st_mode | stat.S_IXUSR)
    check = named(run_checks(str(broken), EN, tmp_path), "browser")
    assert (check.ok, "--version" in check.advice) == (False, True)


def test_a_folder_that_does_not_exist_yet_is_tried_where_it_will_be(tmp_path: Path) -> None:
    assert named(run_checks(None, EN, tmp_path / "reports" / "today"), "write").ok
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_which_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    check = named(run_checks(None, EN, tmp_path / "file"), "write")
    assert not check.ok
    assert "--output" in check.advice
