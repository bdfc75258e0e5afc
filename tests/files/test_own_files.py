"""The user's own files: no link redirects what is written, no folder of others is trusted, secrets are private."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from a11ycheck.cli.options import Options
from a11ycheck.cli.report_files import write_baseline, write_report
from a11ycheck.errors import UsageError
from a11ycheck.files.own_files import make_folder, make_private_file, private_folder, read_private, write_file
from a11ycheck.formats import json as saved
from a11ycheck.logins.accounts import find_account
from a11ycheck.logins.states import kept_state, read_state, save_state, state_file
from a11ycheck.store.folders import private_state_folder
from a11ycheck.store.saved import AuditIdentity
from a11ycheck.store.store import Store
from a11ycheck.text.words import read_words
from tests.reports import report

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and owners of POSIX")

STATE = '{"cookies": [], "origins": []}'
IDENTITY = AuditIdentity("a11ycheck 1", "https://example.org/", "{}")


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    """A file of the user that no link may lead to."""
    (tmp_path / "victim").write_text("precious", encoding="utf-8")
    return tmp_path / "victim"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, which a stranger filled."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setenv("A11YCHECK_STATE", str(tmp_path / "state"))
    return tmp_path / "work"


def refused(key: str, call, *words, **options) -> None:
    with pytest.raises(UsageError) as caught:
        call(*words, **options)
    assert caught.value.key == key
    for lang in ("en", "nl"):
        assert "{" not in read_words(lang).error(caught.value)


@pytest.mark.parametrize(
    "links",
    [
        {"a11ycheck-report": ".."},
        {"a11ycheck-report/report.json": "../../victim"},
        {"a11ycheck-report/report.json": "../../not-there-yet"},
        {"deep": "..", "output": "deep/victims/report"},
        {"a/b": "../..", "output": "a/b/there"},
        {"here": ".", "output": "here/report"},
    ],
    ids=["folder", "file", "dangling", "parent", "parent-below", "to-itself"],
)
def test_reports_are_not_written_through_links(work: Path, victim: Path, links: dict[str, str]) -> None:
    output = links.pop("output", "a11ycheck-report")
    for name, to in links.items():
        (work / name).parent.mkdir(exist_ok=True)
        (work / name).symlink_to(to)
    key = "file-link" if Path(next(iter(links))).suffix else "folder-link"
    for given in (Path(output), work / output, Path("..", "work", output)):
        refused(key, write_report, report(), read_words("en"), Options(formats=("json",), output=given))
    assert victim.read_text() == "precious"
    assert {each.name for each in work.parent.iterdir()} <= {"work", "victim", "state"}


def test_a_baseline_is_not_written_through_a_link(work: Path, victim: Path) -> None:
    (work / "report.json").write_text(saved.write(report(), read_words("en")), encoding="utf-8")
    (work / "a11ycheck-baseline.json").symlink_to(victim)
    (work / "out").symlink_to("..")
    refused("file-link", write_baseline, work / "report.json", Path("a11ycheck-baseline.json"), "en")
    refused("folder-link", write_baseline, work / "report.json", Path("out", "known.json"), "en")
    refused("file-link", write_baseline, work / "report.json", Path("/dev/null"), "en")
    assert victim.read_text() == "precious"
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)
    write_baseline(work / "report.json", Path("new", "known.json"), "en")
    write_baseline(work / "report.json", Path("new", "known.json"), "en")
    assert [each.name for each in (work / "new").iterdir()] == ["known.json"]


def test_a_link_of_the_user_around_the_current_folder_is_gone_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "real" / "work").mkdir(parents=True)
    (tmp_path / "home").symlink_to("real")
    monkeypatch.chdir(tmp_path / "home" / "work")
    make_folder(Path("report"))
    make_folder(tmp_path / "home" / "elsewhere" / "report")
    make_folder(Path())
    make_folder(Path(".."))


def test_what_is_half_written_is_not_there(work: Path) -> None:
    write_file(work / "a", ["one\n", "two"])
    assert (work / "a").read_bytes() == b"one\ntwo"

    def pieces():
        yield "three"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_file(work / "a", pieces())
    assert (work / "a").read_bytes() == b"one\ntwo"
    assert [each.name for each in work.iterdir()] == ["a"]


def test_a_new_file_takes_no_notice_of_links_that_were_guessed(work: Path, victim: Path, monkeypatch) -> None:
    monkeypatch.setattr("a11ycheck.files.own_files.token_hex", lambda _: "0")
    (work / ".a.0.new").symlink_to(victim)
    with pytest.raises(FileExistsError):
        write_file(work / "a", ["x"])
    assert victim.read_text() == "precious"


@pytest.mark.parametrize("mode", [0o604, 0o640, 0o620, 0o601, 0o644])
def test_files_with_secrets_are_refused_when_others_can_read_them(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "state.json"
    file.write_text(STATE, encoding="utf-8")
    file.chmod(mode)
    link = tmp_path / "link.json"
    link.symlink_to(file)
    for path in (file, link):
        refused("credentials-open", read_state, path)
        refused("credentials-open", find_account, "", path, None, {})
        refused("credentials-open", read_private, path, 10)
    file.chmod(0o600)
    assert read_state(file) == {"cookies": [], "origins": []}
    file.write_text('user = "mila"\npassword = "x"\n', encoding="utf-8")
    assert find_account("", file, None, {}).user == "mila"


def test_folders_of_the_state_are_closed_and_the_sign_in_in_them_is_private(work: Path) -> None:
    state = work.parent / "state"
    (state / "sessions").mkdir(parents=True, mode=0o755)
    file = save_state("https://school.example/", {"cookies": [], "origins": []})
    assert [stat.S_IMODE(each.stat().st_mode) for each in (file.parent, file)] == [0o700, 0o600]
    file.chmod(0o644)  # as it is after a copy from another computer: the folder keeps others out
    file.parent.chmod(0o755)
    assert kept_state("https://school.example/") == {"cookies": [], "origins": []}
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert kept_state("https://other.example/") is None


@pytest.mark.parametrize("name", ["sessions", "audits"])
def test_a_state_folder_that_is_a_link_or_open_to_others_is_refused(work: Path, name: str) -> None:
    state = work.parent / "state"
    state.mkdir()
    (work / "planted").mkdir()
    (work / "planted" / "school.example.json").write_text(STATE)
    (state / name).symlink_to(work / "planted")
    refused("state-folder-open", private_state_folder, name)
    if name == "sessions":
        refused("state-folder-open", save_state, "https://school.example/", {"cookies": [], "origins": []})
        refused("state-folder-open", kept_state, "https://school.example/")
    (state / name).unlink()
    for mode in (0o777, 0o722, 0o770):
        state.chmod(mode)
        refused("state-folder-open", private_state_folder, name)
    state.chmod(0o1777)  # as /tmp: others can't touch what is ours
    assert private_state_folder(name).is_dir()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away")
def test_what_belongs_to_somebody_else_is_refused(work: Path, victim: Path) -> None:
    state = work.parent / "state"
    private_folder(state, "audits", "deep")
    for folder in (state / "audits" / "deep", state / "audits", state):
        os.chown(folder, 12345, 12345)
        refused("state-folder-open", private_folder, state, "audits", "deep")
        os.chown(folder, 0, 0)
    os.chown(victim, 12345, 12345)
    refused("file-link", make_private_file, victim)
    (work / "shared").mkdir()
    (work / "shared").chmod(0o1777)
    (work / "shared" / "report").mkdir()
    os.chown(work / "shared" / "report", 12345, 12345)
    refused("folder-of-others", make_folder, work / "shared" / "report")
    (work / "shared").chmod(0o755)
    make_folder(work / "shared" / "report")


@pytest.mark.parametrize("suffix", ["", "-wal", "-shm"])
def test_a_saved_audit_is_not_written_through_a_link(work: Path, victim: Path, suffix: str) -> None:
    (work / f"a.sqlite{suffix}").symlink_to(victim)
    refused("file-link", Store, work / "a.sqlite", IDENTITY, resume=False)
    assert victim.read_text() == "precious"


def test_a_state_that_fills_the_memory_is_not_read_whole(work: Path) -> None:
    save_state("https://school.example/", {"cookies": [], "origins": []})
    state_file("https://school.example/").unlink()
    state_file("https://school.example/").symlink_to("/dev/zero")
    refused("state-unreadable", kept_state, "https://school.example/")


@pytest.mark.slow
def test_the_command_refuses_in_one_sentence(work: Path, victim: Path) -> None:
    (work / "report.json").write_text(saved.write(report(), read_words("en")), encoding="utf-8")
    (work / "a11ycheck-report").mkdir()
    (work / "a11ycheck-report" / "report.json").symlink_to(victim)
    (work / "a11ycheck-baseline.json").symlink_to(victim)
    (work / "state.json").write_text(STATE, encoding="utf-8")
    (work / "state.json").chmod(0o644)
    for words in (
        ("report", "report.json", "--format", "json"),
        ("baseline", "report.json"),
        ("audit", "https://school.example/", "--storage-state", "state.json"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "a11ycheck", *words],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1), done.stderr
    assert victim.read_text() == "precious"
