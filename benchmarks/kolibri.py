"""Audits a real Kolibri as visitor, learner, coach and admin: python benchmarks/kolibri.py [--kolibri PATH]

Sets up a Kolibri with people, a class and a channel in a temporary folder; `pip install kolibri` in a separate
environment first. Prints for each role what was reached and found, and which requests other than GET arrived: only
signing in, and what Kolibri's own pages send whenever they are opened, should be among them.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

FOLDER = Path(__file__).resolve().parent
ACADEMY = FOLDER.parent / "fixtures" / "sites" / "academy"
PASSWORD = "pear-tree-42"  # noqa: S105, of people who do not exist
ROLES = {"visitor": "", "learner": "mila", "coach": "tom", "admin": "admin"}
HOP_HEADERS = {"connection", "keep-alive", "transfer-encoding", "content-length", "content-encoding"}


@contextmanager
def kolibri(program: str, home: Path) -> Iterator[int]:
    """Run a Kolibri with content until the block ends, and yield its port."""
    filling = {"password": PASSWORD, "files": {
        "video": str(ACADEMY / "media" / "hedges.webm"), "document": str(ACADEMY / "files" / "planting-calendar.pdf"),
    }}  # fmt: skip
    env = {**os.environ, "KOLIBRI_HOME": str(home), "KOLIBRI_FILLING": json.dumps(filling)}
    superuser = ("--superusername", "admin", "--superuserpassword", PASSWORD)
    provision = (
        "provisiondevice",
        "--facility",
        "Orchard School",
        *superuser,
        "--preset",
        "nonformal",
        "--language_id",
        "en",
    )
    subprocess.run([program, "manage", *provision, "--noinput"], env=env, check=True, capture_output=True)  # noqa: S603
    with (FOLDER / "kolibri_content.py").open("rb") as script:
        subprocess.run([program, "manage", "shell"], env=env, check=True, capture_output=True, stdin=script)  # noqa: S603
    port, zip_port = _free_port(), _free_port()
    with (home / "server.log").open("wb") as log:
        server = subprocess.Popen(  # noqa: S603
            [program, "start", "--foreground", "--port", str(port), "--zip-port", str(zip_port)],
            env=env, stdout=log, stderr=log,
        )  # fmt: skip
    try:
        _wait(port)
        yield port
    finally:
        server.terminate()
        server.wait(30)


@contextmanager
def recording_proxy(port: int) -> Iterator[tuple[str, list[str]]]:
    """Run a proxy in front of a server; yield its address, and the requests other than GET so far: "POST /api/…"."""
    sent: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)) or None
            if self.command not in ("GET", "HEAD"):
                sent.append(f"{self.command} {self.path.partition('?')[0]}")
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            try:
                connection.request(self.command, self.path, body, dict(self.headers.items()))
                answer = connection.getresponse()
                data = answer.read()
            finally:
                connection.close()
            with contextlib.suppress(OSError):  # the browser closed the connection
                self.send_response(answer.status)
                for name, value in answer.getheaders():
                    if name.lower() not in HOP_HEADERS or name.lower() == "content-encoding":
                        self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(data)

        do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_GET

        def log_message(self, *args: object) -> None:
            """Print nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *args: object) -> None:
            """Ignore browsers that close a connection."""

    server = Server(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", sent
    finally:
        server.shutdown()
        server.server_close()


def audit(role: str, url: str, out: Path, options: list[str]) -> dict[str, Any]:
    """Audit as one role, and return the report."""
    user = ROLES[role]
    env = {**os.environ, "A11YCHECK_USER": user, "A11YCHECK_PASSWORD": PASSWORD, "A11YCHECK_STATE": str(out / "state")}
    command = [sys.executable, "-m", "a11ycheck", "audit", f"{url}/", "--login", "kolibri" if user else "none"]
    subprocess.run(  # noqa: S603
        [*command, "--format", "json", "--format", "html", "--output", str(out), "-q", *options], env=env, check=False
    )
    report: dict[str, Any] = json.loads((out / "report.json").read_text(encoding="utf-8"))
    return report


def summary(role: str, report: dict[str, Any], sent: list[str]) -> str:
    """Return what was reached and found, and what was sent, as text."""
    coverage = report["targets"][0]["coverage"]
    outcomes = Counter(finding["outcome"] for finding in report["findings"])
    lines = [
        f"## {role}: {coverage['reached']} of {coverage['known']} screens, {outcomes['failure']} failures, "
        f"{outcomes['review']} to review, {report['seconds']:.0f} s; left: {coverage['reasons']}",
        *(
            f"{'' if screen['reached'] else '(not reached) '}{screen['url'].partition('//')[2].partition('/')[2]}: "
            f"{' › '.join([*screen['path'], screen['title']])}{' · ' + screen['state'] if screen['state'] else ''}"
            for screen in report["screens"]
        ),
        *(f"sent {n} × {what}" for what, n in sorted(Counter(sent).items())),
    ]
    return "\n".join(lines)


def _free_port() -> int:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return int(server.getsockname()[1])


def _wait(port: int) -> None:
    for _ in range(240):
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            connection.request("GET", "/api/public/info/")
            if connection.getresponse().status == 200:
                return
        time.sleep(0.5)
    raise SystemExit("Kolibri did not start.")


def main() -> None:
    """Parse the arguments, audit as each role, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kolibri", default="kolibri", help="the command, if it is not on the path")
    parser.add_argument("--role", choices=ROLES, action="append", help="only this one; repeat for more")
    parser.add_argument("--output", type=Path, help="keep the reports here")
    arguments, options = parser.parse_known_args()
    program = shutil.which(arguments.kolibri)
    if not program:
        print("Kolibri is not installed. Run `pip install kolibri` in a separate environment.")
        return
    with tempfile.TemporaryDirectory() as folder, kolibri(program, Path(folder, "home")) as port:
        for role in arguments.role or ROLES:
            with recording_proxy(port) as (url, sent):
                report = audit(role, url, (arguments.output or Path(folder, "reports")) / role, options)
                print(summary(role, report, sent), flush=True)


if __name__ == "__main__":
    main()
