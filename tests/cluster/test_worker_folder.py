"""What workers were sent does not stay in the temporary folder, and nothing else is removed from there."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

pytest.importorskip("fcntl")

from a11ycheck.cluster.worker_folder import LOCK, PREFIX, WorkerFolder, remove_leftovers

pytestmark = pytest.mark.slow

HOLD = """
import sys
from a11ycheck.cluster.worker_folder import WorkerFolder
folder = WorkerFolder()
(folder.path / "aa").mkdir()
(folder.path / "aa" / "course.zip").write_text("x")
(folder.path / "aa" / "outside").symlink_to(sys.argv[1])
print(folder.path, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_the_folder_of_a_worker_that_lives_stays_and_that_of_one_that_was_killed_goes(temporary, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "file").touch()
    environ = {**os.environ, "TMPDIR": str(temporary)}
    workers = [
        subprocess.Popen([sys.executable, "-c", HOLD, outside], env=environ, text=True, stdin=-1, stdout=-1)
        for _ in range(2)
    ]
    folders = [Path(worker.stdout.readline().strip()) for worker in workers]
    try:
        assert all(folder.stat().st_mode & 0o777 == 0o700 for folder in folders)
        remove_leftovers()
        assert all((folder / "aa" / "course.zip").exists() for folder in folders)
        workers[0].send_signal(signal.SIGKILL)
        workers[0].wait(30)
        assert folders[0].exists()
        remove_leftovers()
        assert [folder.exists() for folder in folders] == [False, True]
        workers[1].communicate(timeout=30)  # it ends in an orderly way
        assert not folders[1].exists()
    finally:
        for worker in workers:
            worker.kill()
            worker.communicate()
    assert (outside / "file").exists()


def test_a_worker_removes_its_folder_when_nothing_in_it_is_used_any_more(temporary):
    folder = WorkerFolder()
    (folder.path / "aa").mkdir()
    folder.remove()
    folder.remove()
    assert not [*temporary.iterdir()]


def test_nothing_else_is_removed(temporary, tmp_path):
    kept = tmp_path / "kept"

    def own(path):
        """Make a folder as a killed worker leaves it."""
        path.mkdir()
        (path / LOCK).touch()
        (path / "file").touch()
        return path

    own(kept)
    (temporary / f"{PREFIX}link").symlink_to(kept)
    own(temporary / "a11ycheck-other")
    own(temporary / f"not-{PREFIX}")
    own(temporary / f"{PREFIX}no-lock").joinpath(LOCK).unlink()
    linked = own(temporary / f"{PREFIX}lock-elsewhere")
    (linked / LOCK).unlink()
    (linked / LOCK).symlink_to(kept / LOCK)
    (temporary / f"{PREFIX}file").touch()
    if os.geteuid() == 0:
        os.chown(own(temporary / f"{PREFIX}of-somebody-else"), 12345, 12345)
    before = sorted(temporary.rglob("*"))
    left = own(temporary / f"{PREFIX}left")
    (left / "inner").symlink_to(kept)
    remove_leftovers()
    assert sorted(temporary.rglob("*")) == before
    assert (kept / "file").exists()
