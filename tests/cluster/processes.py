"""Start a Dask scheduler and workers as processes on loopback."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.command_audits import wait_for

DASK = [sys.executable, "-m", "dask"]
QUIET = ["--no-dashboard"]
SIDES = ("SCHEDULER", "WORKER", "CLIENT")


@dataclass
class Cluster:
    """`address` is the scheduler's; each process writes NAME.log into `folder`."""

    folder: Path
    address: str = ""
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self, name: str, *command: str, environ: Mapping[str, str] = {}) -> None:
        with (self.folder / f"{name}.log").open("wb") as log:
            self.running[name] = subprocess.Popen(
                [*DASK, *command],
                stdout=log,
                stderr=log,
                env={**os.environ, "TMPDIR": str(self.temporary), **environ},
                cwd=self.folder,
            )

    @property
    def temporary(self) -> Path:
        """The temporary folder of all its processes."""
        return self.folder / "tmp"

    def worker(self, name: str, environ: Mapping[str, str] = {}, threads: int = 1, more: Sequence[str] = ()) -> None:
        options = ["--nthreads", str(threads), "--no-nanny", *QUIET, *more]
        self.start(name, "worker", self.address, *options, environ=environ)

    def told(self) -> str:
        return "".join(log.read_text() for log in self.folder.glob("*.log"))

    def stop(self) -> None:
        for process in self.running.values():
            process.kill()
        for process in self.running.values():
            process.wait()


def certificate(folder: Path) -> dict[str, str]:
    """What Dask reads from the environment to speak TLS and nothing else, with a certificate that was made now."""
    cert, key = folder / "cert.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    subprocess.run([*command, "-keyout", str(key), "-out", str(cert)], check=True, capture_output=True, timeout=60)
    tls = "DASK_DISTRIBUTED__COMM__TLS__"
    files = {f"{tls}{who}__{what}": str(file) for who in SIDES for what, file in (("CERT", cert), ("KEY", key))}
    return {"DASK_DISTRIBUTED__COMM__REQUIRE_ENCRYPTION": "True", f"{tls}CA_FILE": str(cert), **files}


@contextmanager
def cluster(folder: Path, workers: int, protocol: str = "tcp") -> Iterator[Cluster]:
    """The workers may still be starting; an audit waits for the first."""
    one = Cluster(folder)
    one.temporary.mkdir()
    try:
        one.start("scheduler", "scheduler", "--host", "127.0.0.1", "--port", "0", "--protocol", protocol, *QUIET)
        wait_for(lambda: "Scheduler at:" in one.told(), 60)
        one.address = next(word for word in one.told().split() if word.startswith(f"{protocol}://"))
        for number in range(workers):
            one.worker(f"worker-{number}")
        wait_for(lambda: one.told().count("Registered to:") == workers, 90)
        yield one
    finally:
        one.stop()
