"""A cluster gives the same report as one process does, even when a worker is killed."""

import asyncio
import importlib.metadata
import json
import shutil
import signal
import subprocess
import sys

import pytest

pytest.importorskip("distributed")

from click.testing import CliRunner
from distributed import Scheduler

from a11ycheck.cli.main import cli
from a11ycheck.cluster import is_readable_by_others, open_cluster, worker_pool
from a11ycheck.errors import ClusterError
from tests import embedded_lesson
from tests.cluster.processes import certificate, cluster
from tests.command_audits import (
    COMMAND,
    PAGE,
    course_replies,
    make_folders,
    read_report,
    requested_pages,
    start_audit,
    wait_for,
    wait_until_ended,
)
from tests.site_server import Reply, serving

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.early]

SLOW = ("/unit1", "/unit2", "/unit3")
SECRET = "red-squirrel-51"


@pytest.fixture(scope="module")
def machines(tmp_path_factory):
    """Three workers; over TLS where a certificate can be made."""
    folder = tmp_path_factory.mktemp("cluster")
    with pytest.MonkeyPatch.context() as patch:
        secret = bool(shutil.which("openssl"))
        for name, value in certificate(folder).items() if secret else ():
            patch.setenv(name, value)
        with cluster(folder, 3, "tls" if secret else "tcp") as found:
            yield found


def test_a_worker_that_is_killed_costs_its_page_in_flight_and_the_report_is_the_same(machines, tmp_path, monkeypatch):
    plain, spread = make_folders(tmp_path, "plain", "spread")
    monkeypatch.setenv("SECRET", SECRET)
    replies = course_replies()
    with serving(replies) as site:
        wait_until_ended(start_audit(site, plain), 1)
        expected, once = read_report(plain), sorted(requested_pages(site))
        site.asked.clear()
        replies |= {path: Reply(replies[path], seconds=2) for path in SLOW}
        running = start_audit(site, spread, "--cluster", machines.address, "--header", "X-Key=SECRET")
        wait_for(lambda: set(SLOW) <= set(site.asked), 150)
        machines.running["worker-1"].send_signal(signal.SIGKILL)  # each of the three has one of the slow pages
        wait_until_ended(running, 1)
        twice = sorted(requested_pages(site))
        for path in once:
            twice.remove(path)
        assert len(twice) == 1
        assert twice[0] in SLOW
    assert read_report(spread) == expected
    assert "serve" in machines.told()
    assert SECRET not in machines.told() + json.dumps(read_report(spread))


def test_a_folder_is_sent_to_the_workers(machines, tmp_path):
    plain, spread, course = make_folders(tmp_path, "plain", "spread", "course")
    for n in range(3):
        link = f'<a href="p{n + 1}.html">Part {n + 1}</a><img src="lost{n}.png">' if n < 2 else "<button></button>"
        (course / ("index.html" if n == 0 else f"p{n}.html")).write_text(PAGE.format(f"Part {n}", link))
    for where, more in ((plain, ()), (spread, ("--cluster", machines.address))):
        command = [*COMMAND, "check", str(course), "--format", "json", "--profile", "quick", *more]
        done = subprocess.run(command, cwd=where, capture_output=True, text=True, timeout=300)
        assert done.returncode == 1, done.stdout + done.stderr
    assert read_report(spread) == read_report(plain)
    assert any(one["why"] == "missing-files" for one in read_report(spread)["skipped"])


def test_a_lesson_that_plays_on_a_page_is_gone_through_on_a_worker_too(machines, tmp_path):
    plain, spread = make_folders(tmp_path, "plain", "spread")
    with serving(embedded_lesson.replies()) as site:
        wait_until_ended(start_audit(site, plain), 1)
        wait_until_ended(start_audit(site, spread, "--cluster", machines.address), 1)
    assert read_report(spread) == read_report(plain)
    assert sum("/file/1/" in screen["url"] for screen in read_report(spread)["screens"]) == 3


def enter(address):
    async def entered():
        async with open_cluster(address):
            pass

    with pytest.raises(ClusterError) as error:
        asyncio.run(entered())
    return error.value


def test_a_scheduler_that_does_not_answer_or_has_no_workers_is_said(monkeypatch):
    monkeypatch.setattr(worker_pool, "CONNECT_TIMEOUT", 0.5)
    assert enter("tcp://127.0.0.1:1").key == "cluster-unreachable"
    assert enter("nowhere").key == "cluster-unreachable"

    async def empty():
        async with Scheduler(host="127.0.0.1", port=0, dashboard_address=":0") as one, open_cluster(one.address):
            pass

    with pytest.raises(ClusterError) as error:
        asyncio.run(empty())
    assert error.value.key == "cluster-empty"


@pytest.mark.parametrize(
    ("address", "readable"),
    [
        ("tcp://127.0.0.1:8786", False), ("127.0.0.1:8786", False), ("tcp://127.1:8786", False),
        ("tcp://[::1]:8786", False), ("tcp://localhost:8786", False), ("tls://192.0.2.1:8786", False),
        ("tcp://192.0.2.1:8786", True), ("192.0.2.1:8786", True), ("tcp://[2001:db8::1]:8786", True),
        ("tcp://[::ffff:192.0.2.1]:8786", True), ("ws://192.0.2.1:8786", True), ("TLS://192.0.2.1:8786", True),
        ("tcp://tls://192.0.2.1:8786", True), ("tls://tcp://192.0.2.1:8786", True), ("tcp://[", True),
    ],
)  # fmt: skip
def test_what_others_can_read_is_known_by_the_address(address, readable):
    assert is_readable_by_others(address) == readable


@pytest.mark.parametrize(("lang", "said"), [("en", "is not encrypted"), ("nl", "is niet versleuteld")])
def test_a_connection_that_others_can_read_is_warned_of(lang, said, tmp_path):
    (tmp_path / "index.html").write_text(PAGE.format("Start", ""))
    command = ["check", str(tmp_path), "--lang", lang, "--output", str(tmp_path / "out"), "--cluster"]
    errors = [CliRunner().invoke(cli, [*command, where]).stderr for where in ("tcp://[", "tcp://127.0.0.1:99999")]
    assert [said in " ".join(each.split()) for each in errors] == [True, False]


def test_a_worker_of_another_version_and_a_lost_scheduler_end_the_audit(machines, tmp_path):
    path, here, there = make_folders(tmp_path, "path", "here", "there")
    other = path / "a11ycheck-0.0.0.dist-info"
    other.mkdir()
    (other / "METADATA").write_text("Metadata-Version: 2.1\nName: a11ycheck\nVersion: 0.0.0\n")
    with serving(course_replies() | {"/unit2": Reply("x", seconds=60)}) as site:
        running = start_audit(site, here, "--cluster", machines.address)
        wait_for(lambda: "/unit2" in site.asked or running.poll() is not None, 150)
        machines.worker("old", {"PYTHONPATH": str(path)})
        wait_for(lambda: machines.told().count("Registered to:") == 4)
        refused = wait_until_ended(start_audit(site, there, "--cluster", machines.address), 2)
        machines.running["scheduler"].kill()
        assert "--resume" in wait_until_ended(running, 2)
    assert f"(0.0.0) than this computer ({importlib.metadata.version('a11ycheck')})" in " ".join(refused.split())
    assert list((here / "state" / "audits").glob("*.sqlite"))


def test_without_dask_it_says_what_to_install(monkeypatch):
    for name in ("cluster_backend", "worker_pool", "connection", "answer_codec", "scheduler"):
        monkeypatch.delitem(sys.modules, f"a11ycheck.cluster.{name}", raising=False)
    for name in [name for name in sys.modules if name.partition(".")[0] == "distributed"]:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ClusterError) as error:
        open_cluster("tcp://127.0.0.1:1")
    assert error.value.key == "cluster-extra"
