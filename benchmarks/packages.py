"""What is reached of each package in a folder: python benchmarks/packages.py FOLDER [NAME…] [--h5p-player DIR]

Prints a Markdown table: format, tool, screens reached / known by the package itself, further states, what was not
reached and why, failures and things to review, seconds. When the folder has an index.json, the number of screens in it
stands beside ours. A package that cannot be opened has the error message. One that takes longer than --bound is
stopped, and what was seen until then is shown.
"""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

HEAD = ("package", "format", "tool", "reached / known", "expected", "states", "not reached", "found", "seconds")


def check(package: Path, expected: str, options: Sequence[str], bound: float) -> tuple[str, ...]:
    """Check one package with the command itself, in at most `bound` seconds, and return its row of the table."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "a11ycheck", "check", str(package), "--format", "json", "--output", out]
        began = time.monotonic()
        run = subprocess.Popen(  # noqa: S603
            [*command, *options, "--no-screenshots", "-q"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        try:
            errors = run.communicate(timeout=bound)[1]
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGINT)
            errors = run.communicate()[1]
        seconds = f"{time.monotonic() - began:.0f}"
        report = Path(out, "report.json")
        if not report.exists():
            sentence = (errors.strip().splitlines() or ["?"])[-1]
            return (package.name, "–", "", "–", expected, "", sentence, f"exit {run.returncode}", seconds)
        return (package.name, *cells_of(json.loads(report.read_text(encoding="utf-8")), expected), seconds)


def cells_of(report: dict[str, Any], expected: str) -> tuple[str, ...]:
    """Return the cells with what a report says of its one target."""
    target = report["targets"][0]
    coverage = target["coverage"]
    known = "?" if coverage["known"] is None else coverage["known"]
    states = sum(bool(screen["state"]) for screen in report["screens"])
    reasons = ", ".join(f"{n} {why}" for why, n in coverage["reasons"].items())
    outcomes = Counter(finding["outcome"] for finding in report["findings"])
    return (
        target["kind"],
        target["made_with"],
        f"{coverage['reached']} / {known}",
        expected,
        str(states or ""),
        reasons,
        f"{outcomes['failure']} + {outcomes['review']}",
    )


def main() -> None:
    """Parse the arguments, check each package, and print each row as it comes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", help="only packages whose name begins so")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--bound", type=float, default=900, help="seconds for one package")
    parser.add_argument("--h5p-player", help="the folder dist of h5p-standalone")
    arguments = parser.parse_args()
    options = ["--jobs", str(arguments.jobs), *(("--h5p-player", arguments.h5p_player) if arguments.h5p_player else ())]
    index = arguments.folder / "index.json"
    rows = json.loads(index.read_text(encoding="utf-8")) if index.exists() else []
    expected = {row["file"]: str(row["screens"]) for row in rows}
    print(f"| {' | '.join(HEAD)} |\n|{'---|' * len(HEAD)}")
    for package in sorted(arguments.folder.iterdir()):
        if package.name == "index.json" or arguments.names and not package.name.startswith(tuple(arguments.names)):
            continue
        cells = check(package, expected.get(package.name, ""), options, arguments.bound)
        print(f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |", flush=True)


if __name__ == "__main__":
    main()
