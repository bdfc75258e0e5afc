"""An audit killed at random moments, each time gone on with: python -m benchmarks.kills [--kills 10] [--pages 60]

Each kill is kill -9 of the main process, at a moment between its start and some seconds after its first page. Prints
for each kill how many pages were asked for by then, and at the end whether the report is that of an undisturbed audit,
which pages were missing, and how many were asked for twice.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from fixtures.sites.many import asked, many
from tests.audits import without_times


def start(address: str, pages: int, folder: Path, *more: str) -> subprocess.Popen[str]:
    """The audit, as a process of its own."""
    command = [sys.executable, "-m", "a11ycheck", "audit", f"{address}/", "--max-pages", str(pages), "--jobs", "2"]
    command += ["--profile", "quick", "--format", "json", "--no-sitemap", "-q", "--output", str(folder), *more]
    environ = {**os.environ, "A11YCHECK_STATE": f"{folder}.state"}
    return subprocess.Popen(  # noqa: S603
        command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def main() -> None:
    """Once undisturbed, once with kills."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--longest", type=float, default=5.0, help="seconds after the first page")
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    moments = random.Random(given.seed)  # noqa: S311
    with tempfile.TemporaryDirectory() as temporary, many(given.pages) as address:
        whole, broken = Path(temporary, "whole"), Path(temporary, "broken")
        start(address, given.pages, whole).communicate()
        once = Counter(asked)
        asked.clear()
        for kill in range(given.kills):
            before = len(asked)
            running = start(address, given.pages, broken, *(["--resume"] if kill else []))
            while len(asked) == before and running.poll() is None:
                time.sleep(0.02)
            time.sleep(moments.uniform(0, given.longest))
            running.send_signal(signal.SIGKILL)
            running.communicate()
            print(f"kill {kill + 1}: {len(asked)} pages asked for, {running.returncode}", flush=True)
            if running.returncode != -signal.SIGKILL:
                sys.exit("It ended before it could be killed: give it more pages.")
        start(address, given.pages, broken, "--resume").communicate()
        every = Counter(asked)
        print(
            "report:",
            "the same" if without_times(whole / "report.json") == without_times(broken / "report.json") else "DIFFERS",
        )
        print("pages that were missing:", sorted(once.keys() - every.keys()) or "none")
        print("pages asked for again after a kill:", (every - once).total(), f"(at most {2 * given.kills})")


if __name__ == "__main__":
    main()
