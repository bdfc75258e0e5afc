"""A package reaches nothing but itself: a canary on loopback listens while a hostile package tries every way out."""

import asyncio
import shutil
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import replace
from xml.sax.saxutils import quoteattr

import pytest

from a11ycheck.browser.chromium import find
from a11ycheck.browser.closed_network import ClosedNetwork
from a11ycheck.content import CONTENT
from a11ycheck.sources import open_package
from a11ycheck.sources.address_list import AddressList
from tests.scanning import plan_for, scan_source

pytestmark = [pytest.mark.browser, pytest.mark.early]

HOSTILE = CONTENT / "fixtures" / "packages" / "hostile-network"
BROWSERS = [name for name in ("chromium-headless-shell", "chromium", "google-chrome") if shutil.which(name)] or [None]
MANIFEST = """<manifest identifier="m"><metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations><organization identifier="o"><title>Hostile</title>
<item identifier="i" identifierref="r" parameters={}><title>Calls home</title></item></organization></organizations>
<resources><resource identifier="r" type="webcontent" href="index.html"/></resources></manifest>"""


class Canary:
    """Hears whoever connects over TCP (IPv4, IPv6) or sends a datagram."""

    def __init__(self):
        self.heard = []
        self._sockets = []

    def listen(self, family, kind, address):
        listener = socket.socket(family, kind)
        listener.bind((address, 0))
        if kind == socket.SOCK_STREAM:
            listener.listen(50)
        listener.settimeout(0.2)
        self._sockets.append(listener)
        threading.Thread(target=self._hear, args=(listener, kind), daemon=True).start()
        return listener.getsockname()[1]

    def _hear(self, listener, kind):
        while listener.fileno() != -1:
            try:
                if kind == socket.SOCK_DGRAM:
                    self.heard.append(("udp", listener.recvfrom(2000)[0][:40]))
                    continue
                connection, _ = listener.accept()
                connection.settimeout(0.5)
                self.heard.append(("tcp", connection.recv(200)))
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nAccess-Control-Allow-Origin: *\r\n\r\nhi")
                connection.close()
            except TimeoutError:
                continue
            except OSError:
                continue

    def close(self):
        for listener in self._sockets:
            listener.close()


@contextmanager
def canary():
    bird = Canary()
    try:
        http = bird.listen(socket.AF_INET, socket.SOCK_STREAM, "127.0.0.1")
        tls = bird.listen(socket.AF_INET, socket.SOCK_STREAM, "127.0.0.1")
        udp = bird.listen(socket.AF_INET, socket.SOCK_DGRAM, "127.0.0.1")
        try:
            six = bird.listen(socket.AF_INET6, socket.SOCK_STREAM, "::1")
        except OSError:
            six = http  # this machine has no IPv6
        bird.query = f"?http=127.0.0.1:{http}&tls=127.0.0.1:{tls}&six=[::1]:{six}&udp={udp}"
        bird.http = f"127.0.0.1:{http}"
        yield bird
    finally:
        bird.close()


def hostile(folder, query):
    shutil.copytree(HOSTILE, folder / "hostile")
    (folder / "hostile" / "imsmanifest.xml").write_text(MANIFEST.format(quoteattr(query)), encoding="utf-8")
    return folder / "hostile"


@pytest.mark.parametrize("browser", BROWSERS)
def test_a_canary_on_loopback_hears_nothing(tmp_path, browser):
    with canary() as bird:
        package = open_package(hostile(tmp_path, bird.query))
        package.has_inner_screens = False
        plan = replace(plan_for(["image-alt"]), chromium=find(browser and shutil.which(browser)))
        report = scan_source(package, plan, own_browser=True)
        assert bird.heard == []
    assert report.targets[0].coverage.reached == 1
    assert bird.http in {one.what for one in report.events if one.kind == "blocked"}


def test_it_hears_nothing_while_the_package_is_walked_through(tmp_path):
    with canary() as bird:
        report = scan_source(open_package(hostile(tmp_path, bird.query)), plan_for(["image-alt"]), own_browser=True)
        assert bird.heard == []
    assert bird.http in {one.what for one in report.events if one.kind == "blocked"}


def test_an_allowed_host_is_reached_and_no_other(tmp_path):
    with canary() as bird:
        package = open_package(hostile(tmp_path, bird.query), allow_hosts=("127.0.0.1",))
        package.has_inner_screens = False
        report = scan_source(package, plan_for(["image-alt"]), own_browser=True)
        assert any(kind == "tcp" for kind, _ in bird.heard)
    assert not any(one.what.startswith("127.0.0.1") for one in report.events if one.kind == "blocked")


def test_the_same_page_on_an_open_network_is_heard(tmp_path):
    """Else the test above could not fail."""
    from tests.site_server import Reply, serving

    script = {"Content-Type": "text/javascript"}
    with canary() as bird:
        replies = {f"/index.html{bird.query}": (HOSTILE / "index.html").read_text("utf-8")}
        for name in ("ways-out.js", "worker.js", "service-worker.js"):
            replies[f"/{name}"] = Reply((HOSTILE / name).read_text("utf-8"), headers=script)
        with serving(replies) as site:
            scan_source(
                AddressList([f"{site.url}/index.html{bird.query}"], "open"), plan_for(["image-alt"]), own_browser=True
            )
        assert len([one for one in bird.heard if one[0] == "tcp"]) > 3


def test_the_package_runs_in_a_secure_context(tmp_path):
    page = (
        '<!doctype html><html lang="en"><title>S</title><h1>S</h1>'
        "<script>document.title = isSecureContext ? 'secure' : 'not secure'</script>"
    )
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    report = scan_source(open_package(tmp_path), plan_for(["image-alt"]))
    assert [screen.title for screen in report.screens] == ["secure"]


def test_a_neighbour_who_finds_the_port_gets_nothing(tmp_path):
    """The host is another one in each run; the name that reports show is no way in."""
    (tmp_path / "index.html").write_text("<title>Private</title>", encoding="utf-8")
    network = open_package(tmp_path).info.network
    assert len(network.host) > 32

    async def ask(host):
        async with ClosedNetwork(network) as closed:
            reader, writer = await asyncio.open_connection("127.0.0.1", int(closed.url.rpartition(":")[2]))
            writer.write(f"GET http://{host}/index.html HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
            return await reader.read()

    guesses = ("course.localhost", "localhost", "127.0.0.1", "", f"x.{network.host}", f"{network.host}.x", "course-*")
    assert not [host for host in guesses if b"Private" in asyncio.run(ask(host))]
    assert b"Private" in asyncio.run(ask(network.host))


def test_another_run_has_another_host():
    show = [sys.executable, "-c", "from a11ycheck.sources.served_host import HOST; print(HOST)"]
    assert len({subprocess.run(show, capture_output=True, check=True).stdout for _ in range(2)}) == 2
