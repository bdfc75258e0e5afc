"""Pages a second with workers beside one machine alone: python -m benchmarks.cluster [--pages N] [--profile NAME]

Audits the same generated site with --jobs 1 and 2, and with 1 and 2 workers of a Dask scheduler on loopback; each
report must be the same. Prints a Markdown table. On one machine it shows what the cluster costs, not what it gains.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from fixtures.sites.many import many
from tests.cluster.processes import cluster
from tests.command_audits import read_without_times


def audit(address: str, pages: int, options: Sequence[str]) -> tuple[float, Mapping[str, Any]]:
    """Return the seconds that one audit takes from start to report, and its report without times."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "a11ycheck", "audit", f"{address}/", "--max-pages", str(pages), "-q"]
        command += ["--format", "json", "--no-sitemap", "--output", folder, *options]
        environ = {**os.environ, "A11YCHECK_STATE": f"{folder}/state"}
        began = time.monotonic()
        done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)  # noqa: S603
        seconds = time.monotonic() - began
        if done.returncode not in (0, 1, 3):
            sys.exit(done.stdout + done.stderr)
        return seconds, read_without_times(Path(folder, "report.json"))


def main() -> None:
    """Run each audit in turn, and print each row as it comes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--profile", default="quick")
    arguments = parser.parse_args()
    print("| where | seconds | pages/s | against --jobs 1 | report |\n|---|---|---|---|---|")
    expected: Mapping[str, Any] = {}
    base = 0.0
    with many(arguments.pages) as address, tempfile.TemporaryDirectory() as folder:
        runs: list[tuple[str, int, list[str]]] = [("--jobs 1", 0, ["--jobs", "1"]), ("--jobs 2", 0, ["--jobs", "2"])]
        runs += [("1 worker", 1, []), ("2 workers", 2, [])]
        for name, workers, options in runs:
            own_options = ["--profile", arguments.profile, *options]
            if workers:
                where = Path(folder, name)
                where.mkdir()
                with cluster(where, workers) as machines:
                    audit(
                        address, 1, [*own_options, "--cluster", machines.address]
                    )  # the browsers are open from then on
                    seconds, report = audit(address, arguments.pages, [*own_options, "--cluster", machines.address])
            else:
                seconds, report = audit(address, arguments.pages, own_options)
            expected, base = expected or report, base or seconds
            same = "the same" if report == expected else "DIFFERS"
            print(
                f"| {name} | {seconds:.1f} | {arguments.pages / seconds:.2f} | {base / seconds:.2f} | {same} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
