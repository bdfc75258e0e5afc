"""A worker, or a scheduler, that is somebody else's runs nothing here and gets nothing from here."""

import asyncio
import os
import pickle
import signal
import struct
import tempfile
from pathlib import Path

import pytest

pytest.importorskip("distributed")

import msgpack

from a11ycheck.browser.navigation_errors import Died
from a11ycheck.cluster import remote_session
from a11ycheck.cluster.answers import MissingAssets, Ready
from a11ycheck.cluster.connection import WorkerConnection, WorkerLost
from a11ycheck.cluster.packed_assets import PackedAssets
from a11ycheck.cluster.remote_session import RemoteSession
from a11ycheck.cluster.requests import Asset, EndAudit, SendAsset, StartBrowser
from a11ycheck.cluster.scheduler import MAX_MESSAGE, Scheduler, UnexpectedMessage
from a11ycheck.cluster.worker_folder import PREFIX
from a11ycheck.cluster.worker_pool import WorkerPool
from a11ycheck.errors import ClusterError
from a11ycheck.model import Page
from a11ycheck.players.interface import NO_WALK
from a11ycheck.players.walkthrough import Walkthrough
from a11ycheck.scan.session import Log, SessionSetup
from tests.cluster import hostile_worker
from tests.cluster.hostile_worker import REFUSED, VISITS, Canary
from tests.cluster.processes import cluster
from tests.command_audits import PAGE, make_folders, read_report, start_audit, wait_for, wait_until_ended
from tests.scanning import plan_for
from tests.site_server import serving

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.early]


@pytest.fixture(scope="module")
def machines(tmp_path_factory):
    """A scheduler with an honest worker and a hostile one, whose names are in `addresses`."""
    folder = tmp_path_factory.mktemp("hostile")
    with cluster(folder, 0) as found:
        found.worker("bad", threads=4, more=["--preload", hostile_worker.__file__])
        wait_for(lambda: found.told().count("Registered to:") == 1, 90)
        found.bad = next(iter(asking(found.address, Scheduler.threads)))
        found.worker("good")
        wait_for(lambda: found.told().count("Registered to:") == 2, 90)
        found.good = next(one for one in asking(found.address, Scheduler.threads) if one != found.bad)
        yield found


@pytest.fixture
def attack(machines):
    """Set what the hostile worker answers from now on."""
    yield (machines.folder / "attack").write_text
    (machines.folder / "attack").unlink()


def asking(address, ask):
    """Return what a coroutine gives that gets a connection to the scheduler."""

    async def asked():
        scheduler = Scheduler(address)
        try:
            return await ask(scheduler)
        finally:
            scheduler.close()

    return asyncio.run(asked())


def canaries(folder, process=None):
    return [*folder.glob(f"canary-{process or os.getpid()}")]


def test_a_canary_would_be_seen(tmp_path):
    pickle.loads(pickle.dumps(Canary(tmp_path)))
    assert canaries(tmp_path)


@pytest.mark.parametrize("name", REFUSED)
def test_what_a_hostile_worker_answers_runs_nothing_and_is_refused(name, machines, attack):
    attack(name)

    async def ask(scheduler):
        with pytest.raises(WorkerLost) as error:
            await WorkerConnection(scheduler, machines.bad).ask(StartBrowser(), 20)
        return str(error.value)

    said = asking(machines.address, ask)
    assert not canaries(machines.folder)
    assert "passwd" not in said
    assert said.isprintable()


def session_on(scheduler, address, log):
    """Return a session on a worker in which the rule button-name of axe runs."""

    async def nobody(*_):
        return False

    instruments = plan_for(axe=["button-name"], ours=[]).instruments
    setup = SessionSetup("target", None, instruments, log, {}, nobody, nobody)
    return RemoteSession(WorkerConnection(scheduler, address), setup, PackedAssets(), "audit")


@pytest.mark.parametrize("name", VISITS)
def test_a_worker_that_keeps_the_schema_and_breaks_the_order_is_refused(name, machines, attack, monkeypatch):
    attack(name)
    monkeypatch.setattr(remote_session, "MOST_STEPS", 20)
    log, kept = Log(), []

    async def keep(screen, take_pictures):
        kept.append(await take_pictures([0]))

    async def visit(scheduler):
        session = session_on(scheduler, machines.bad, log)
        with pytest.raises(Died) as error:
            await session.visit(Walkthrough(Page("/", "/"), NO_WALK), keep, log)
        assert (error.value.why, session.is_usable) == ("worker-refused", False)

    asking(machines.address, visit)
    assert [event.kind for event in log.events] == ["worker"]
    assert not kept


def test_no_file_goes_to_a_worker_that_the_session_does_not_need(machines, attack):
    attack("a file of this computer")
    (machines.folder / "asked").unlink(missing_ok=True)

    async def ask(scheduler):
        assert isinstance(await WorkerConnection(scheduler, machines.bad).ask(StartBrowser()), MissingAssets)
        with pytest.raises(WorkerLost):
            await session_on(scheduler, machines.bad, Log()).open(isolated=False)

    asking(machines.address, ask)
    assert (machines.folder / "asked").read_text().split() == ["StartBrowser", *["OpenSession"] * 3]


def test_a_hostile_worker_that_is_there_at_the_start_is_named(machines, attack):
    attack("a wrong schema")

    async def enter():
        async with WorkerPool(machines.address):
            pass

    with pytest.raises(ClusterError) as error:
        asyncio.run(enter())
    assert (error.value.key, error.value.data["worker"]) == ("cluster-refused", machines.bad)


def test_a_page_of_a_hostile_worker_is_tested_elsewhere_and_that_is_said(machines, attack, tmp_path):
    attack("the honest answer, and a wrong one to the second request")
    (here,) = make_folders(tmp_path, "here")
    left = set()

    def ended():
        left.update(machines.temporary.glob(f"{PREFIX}*"))
        return running.poll() is not None

    with serving({"/": PAGE.format("Start", "<button></button>")}) as site:
        running = start_audit(site, here, "--cluster", machines.address)
        wait_for(ended, 150)
        wait_until_ended(running, 1)
    report = read_report(here)
    assert [(one["kind"], one["what"]) for one in report["events"]] == [("worker", machines.bad)]
    assert any(one["rule"] == "button-name" for one in report["findings"])
    assert not report["skipped"]
    assert not canaries(machines.folder, running.pid)
    assert left  # what workers are sent lies there
    assert not [*machines.temporary.glob(f"{PREFIX}*")]  # and is removed when the audit ends


def test_a_worker_removes_what_it_was_sent_when_it_is_told_to_stop(machines):
    folder = machines.temporary

    def sent(audit, digest):
        return SendAsset(audit, Asset(digest, "course.zip"), b"x", is_last=True)

    async def ask(scheduler):
        worker = WorkerConnection(scheduler, machines.good)
        for request in (sent("one", "aa"), sent("two", "aa"), sent("two", "bb"), EndAudit("one")):
            assert isinstance(await worker.ask(request), Ready)

    asking(machines.address, ask)
    assert {file.parent.name for file in folder.rglob("course.zip")} == {"aa", "bb"}
    machines.running["good"].send_signal(signal.SIGTERM)
    machines.running["good"].wait(30)
    assert not [*folder.glob(f"{PREFIX}*")]


def message(*frames, sizes=None, together=None):
    """A message as Dask frames it, or as nobody should."""
    sizes = [len(frame) for frame in frames] if sizes is None else sizes
    head = struct.pack(f"{1 + len(sizes)}Q", len(sizes), *sizes)
    together = len(head) + sum(map(len, frames)) if together is None else together
    return struct.pack("Q", together) + head + b"".join(frames)


def reply(value, *frames):
    return message(msgpack.packb(value), *frames)


GOOD = {"compression": None, "python": [3, 11, 0], "pickle-protocol": 5}
PICKLE = pickle.dumps(Canary(Path(tempfile.gettempdir())))
HANDSHAKES = {
    "a pickle": reply({"__Pickled__": 1}, msgpack.packb({"pickled-obj": PICKLE, "num-sub-frames": 0})),
    "a gigabyte": message(b"", sizes=[1024**3]),
    "a billion gigabytes": message(b"", sizes=[2**63 - 1]),
    "a little too much together": message(b"", b"", sizes=[8, MAX_MESSAGE]),
    "a billion frames": struct.pack("QQ", 2**40, 2**30),
    "no frames": message(),
    "frames that are more than all together": message(b"x" * 8, together=4),
    "lists in lists": message(b"\x91" * 100_000 + b"\xc0"),
    "a list of four billion": message(b"\xdd\xff\xff\xff\xff"),
    "a mapping whose key is a list": message(b"\x81\x90\xc0"),
    "text that is none": message(b"\xa1\xff"),
    "no mapping": reply([]),
    "an empty frame": message(b""),
    "plain pickle": message(PICKLE),
    "HTTP": b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n",
    "nothing more": b"",
    "half a message": message(b"x", sizes=[100]),
}
REPLIES = {
    "a pickle": reply({"w": {"__Pickled__": 1}}, msgpack.packb({"pickled-obj": PICKLE, "num-sub-frames": 0})),
    "workers that are numbers": reply({1: 1}),
    "threads that are text": reply({"w": "2"}),
    "threads that are a truth": reply({"w": True}),
    "less than no threads": reply({"w": -1}),
    "an exception": reply({"status": "uncaught-error", "exception": PICKLE, "exception_text": "x"}),
    "a list": reply([["w", 1]]),
}


TALKS = {
    **{f"handshake: {name}": (one,) for name, one in HANDSHAKES.items()},
    **{f"reply: {name}": (reply(GOOD), one) for name, one in REPLIES.items()},
}


CUT_OFF = {"handshake: a pickle", "handshake: nothing more", "handshake: half a message"}
"""After these the connection ends: there is nothing to refuse, and the pickle is not looked at."""


@pytest.mark.parametrize("name", TALKS)
def test_what_a_hostile_scheduler_sends_runs_nothing_and_is_refused(name):
    ended = asyncio.Event()

    async def serve(reader, writer):
        for each in TALKS[name]:
            writer.write(each)
            await reader.read(10)
        writer.close()
        ended.set()

    async def talk():
        async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
            scheduler = Scheduler(f"tcp://127.0.0.1:{server.sockets[0].getsockname()[1]}")
            try:
                with pytest.raises(OSError if name in CUT_OFF else UnexpectedMessage):
                    await scheduler.threads()
            finally:
                scheduler.close()
            await ended.wait()

    asyncio.run(asyncio.wait_for(talk(), 10))
    assert not canaries(Path(tempfile.gettempdir()))
