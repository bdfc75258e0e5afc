"""Run inside namespaces of one's own: scan a package and a site together, and print the names that were looked up.

`python -m tests.browser.lookup_listener FOLDER`. Their network leads nowhere, and its only name server is this program.
FOLDER holds the package.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
from pathlib import Path

from a11ycheck.scan.plan import ScanTarget
from a11ycheck.sources import open_package
from a11ycheck.sources.address_list import AddressList
from tests.scanning import plan_for, scan_targets
from tests.site_server import serving

NETWORK = (
    "link add v0 type veth peer name v1",
    "addr add 192.0.2.1/24 dev v0",
    "link set lo up",
    "link set v0 up",
    "link set v1 up",
)
"""A network card that leads nowhere: WebRTC looks up no relay on a computer that has none."""
SITE = '<!doctype html><html lang="en"><title>S</title><h1>S</h1><img alt="x" src="http://asked.site.test/x.png">'


def listen(heard: list[str]) -> None:
    """Be the name server of this computer, which knows no name."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    listener.bind(("127.0.0.1", 53))

    def hear() -> None:
        while True:
            question, sender = listener.recvfrom(2000)
            heard.append(_name(question[12:]))
            listener.sendto(question[:2] + b"\x81\x83" + question[4:6] + bytes(6) + question[12:], sender)

    threading.Thread(target=hear, daemon=True).start()


def _name(question: bytes) -> str:
    labels = []
    while length := question[0]:
        labels.append(question[1 : 1 + length].decode("ascii", "replace"))
        question = question[1 + length :]
    return ".".join(labels).lower()


def main(folder: Path) -> None:
    """Scan, and print the names as JSON."""
    for command in NETWORK:
        subprocess.run(["ip", *command.split()], check=True)
    resolver = folder / "resolv.conf"
    resolver.write_text("nameserver 127.0.0.1\n", encoding="ascii")
    subprocess.run(["mount", "--bind", resolver, "/etc/resolv.conf"], check=True)
    heard: list[str] = []
    listen(heard)
    with serving({"/": SITE}) as site:
        targets = [
            ScanTarget(open_package(folder / "package"), "package"),
            ScanTarget(AddressList([f"{site.url}/"], "site"), "site"),
        ]
        report = scan_targets(targets, plan_for(["image-alt"], jobs=2), own_browser=True)
    print(json.dumps({"heard": sorted(set(heard)), "reached": [each.coverage.reached for each in report.targets]}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
