"""A package makes the browser look up no name, also when a website is tested beside it: a name server listens."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="en"><title>P</title><h1>P</h1>
<link rel="dns-prefetch" href="//prefetched.package.test"><link rel="preconnect" href="https://connected.package.test">
<img alt="x" src="http://image.package.test/x.png"><iframe title="x" src="http://frame.package.test/"></iframe>
<script>
for (const urls of ["stun:stun.package.test", "turn:udp.package.test", "turn:tcp.package.test?transport=tcp",
  "turns:tls.package.test"]) {
  const peer = new RTCPeerConnection({ iceServers: [{ urls, username: "x", credential: "x" }] });
  peer.createDataChannel("x");
  peer.createOffer().then((offer) => peer.setLocalDescription(offer));
}
new WebSocket("wss://socket.package.test/");
try { new WebTransport("https://transport.package.test/"); } catch {}
fetch("https://fetched.package.test/").catch(() => {});
navigator.sendBeacon("https://beacon.package.test/");
new Worker(URL.createObjectURL(new Blob(["fetch('https://worker.package.test/'); new WebSocket('ws://w.package.test')"])));
</script>"""


def namespaces() -> list[str]:
    """Return the command that gives a program a network and mounts of its own, [] where there is none."""
    program = shutil.which("unshare")
    if not program or not sys.platform.startswith("linux"):
        return []
    command = [program, "-nm"] if os.geteuid() == 0 else [program, "-Urnm"]
    needed = "ip link add v0 type veth peer name v1 && mount --bind /etc/hosts /etc/resolv.conf"
    allowed = subprocess.run([*command, "sh", "-c", needed], capture_output=True, check=False)
    return command if allowed.returncode == 0 else []


def test_a_package_looks_up_no_name_beside_a_site(tmp_path: Path) -> None:
    command = namespaces()
    if not command:
        pytest.skip("this system gives no network namespace in which to be the name server")
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "index.html").write_text(PAGE, encoding="utf-8")
    program = [sys.executable, "-m", "tests.browser.lookup_listener", str(tmp_path)]
    done = subprocess.run([*command, *program], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["reached"] == [1, 1]
    assert "asked.site.test" in found["heard"]  # else the name server would be deaf
    assert [name for name in found["heard"] if "package" in name] == []
