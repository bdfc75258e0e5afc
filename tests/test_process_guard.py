"""The guard of unit tests refuses programs and browsers, and says what to do."""

import subprocess
import sys

import pytest

from tests import process_guard
from tests.shared_browser import open_browser, run


def test_a_unit_test_cannot_start_a_program() -> None:
    with pytest.raises(pytest.fail.Exception, match=r"starts another program: .*Mark it with @pytest\.mark\.browser"):
        subprocess.run([sys.executable, "--version"])
    assert "test_a_unit_test_cannot_start_a_program" in process_guard.take_violation()


def test_a_unit_test_cannot_use_a_browser_that_runs_already() -> None:
    with pytest.raises(pytest.fail.Exception, match=r"uses a browser\. Mark it with @pytest\.mark\.browser"):
        run(open_browser().__aenter__())
    assert process_guard.take_violation()


@pytest.mark.slow
def test_a_marked_test_may_start_a_program() -> None:
    assert subprocess.run([sys.executable, "-c", ""]).returncode == 0
