"""An audit killed at random moments and resumed each time: python -m benchmarks.kills [--kills 10] [--pages 60]

Each kill is a kill -9 of the main process, some seconds after its first page. Prints for each kill how many pages were
requested by then, and at the end whether the report is that of an undisturbed audit, which pages were missing, and how
many were requested twice.
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
from tests.command_audits import read_without_times


def start(address: str, pages: int, folder: Path, *more: str) -> subprocess.Popen[str]:
    """Start the audit in a process of its own."""
    command = [sys.executable, "-m", "a11ycheck", "audit", f"{address}/", "--max-pages", str(pages), "--jobs", "2"]
    command += ["--profile", "quick", "--format", "json", "--no-sitemap", "-q", "--output", str(folder), *more]
    environ = {**os.environ, "A11YCHECK_STATE": f"{folder}.state"}
    return subprocess.Popen(  # noqa: S603
        command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def main() -> None:
    """Run the audit once undisturbed and once with kills, and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--longest", type=float, default=5.0, help="seconds after the first page")
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    moments = random.Random(arguments.seed)  # noqa: S311
    with tempfile.TemporaryDirectory() as temporary, many(arguments.pages) as address:
        whole, broken = Path(temporary, "whole"), Path(temporary, "broken")
        start(address, arguments.pages, whole).communicate()
        undisturbed = Counter(asked)
        asked.clear()
        for kill in range(arguments.kills):
            before = len(asked)
            running = start(address, arguments.pages, broken, *(["--resume"] if kill else []))
            while len(asked) == before and running.poll() is None:
                time.sleep(0.02)
            time.sleep(moments.uniform(0, arguments.longest))
            running.send_signal(signal.SIGKILL)
            running.communicate()
            print(f"kill {kill + 1}: {len(asked)} pages requested, {running.returncode}", flush=True)
            if running.returncode != -signal.SIGKILL:
                sys.exit("The audit ended before it could be killed. Give it more pages.")
        start(address, arguments.pages, broken, "--resume").communicate()
        every = Counter(asked)
        reports = [read_without_times(folder / "report.json") for folder in (whole, broken)]
        print("report:", "the same" if reports[0] == reports[1] else "DIFFERS")
        print("pages that were missing:", sorted(undisturbed.keys() - every.keys()) or "none")
        print("pages requested again after a kill:", (every - undisturbed).total(), f"(at most {2 * arguments.kills})")


if __name__ == "__main__":
    main()
