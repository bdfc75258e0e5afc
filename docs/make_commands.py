"""Bring the help in docs/commands.md up to date with the commands: python docs/make_commands.py"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "commands.md"
BLOCK = re.compile(r"(?<=<!-- help:)(\w+)( -->\n).*?(?=<!-- /help:\1 -->)", re.DOTALL)
ENVIRON = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "COLUMNS": "100"}


def main() -> None:
    """Write the help of each command between its marks."""
    page = PAGE.read_text(encoding="utf-8")
    commands = BLOCK.findall(page)
    with ThreadPoolExecutor(4) as pool:
        texts = dict(
            zip((name for name, _ in commands), pool.map(help_of, (name for name, _ in commands)), strict=True)
        )
    page = BLOCK.sub(lambda block: f"{block[1]}{block[2]}```\n{texts[block[1]]}\n```\n", page)
    PAGE.write_text(page, encoding="utf-8", newline="\n")


def help_of(command: str) -> str:
    """Return what `a11ycheck COMMAND --help` prints, 98 columns wide."""
    environ = {name: value for name, value in os.environ.items() if name != "A11YCHECK_BROWSER"} | ENVIRON
    done = subprocess.run(
        [sys.executable, "-m", "a11ycheck", command, "--help"],
        env=environ, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return done.stdout.replace("python -m a11ycheck", "a11ycheck").rstrip()


if __name__ == "__main__":
    main()
