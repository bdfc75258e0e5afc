"""Make the pictures in docs/images from a check of the demo package: python docs/make_pictures.py"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from a11ycheck.browser.chromium import find, sandbox_possible

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
FIXTURE = ROOT / "fixtures" / "packages" / "scorm12-garden-safety"
PACKAGE = "garden-safety.zip"
COLUMNS = 80
EXAMPLE = "4.5:1"
"""The problem in the picture of the report is the first that says this: it shows figures, a picture and a repair."""
LEFT_OUT = """
nav, footer, main > :not(#summary, #problems), #summary .counts ~ *,
#problems > :not(article), #problems article:not(.example) { display: none }
#problems .example { border: 0; margin: 0; padding: 0 }
"""
THEME = TerminalTheme(
    (33, 33, 33),
    (232, 232, 232),
    [(0, 0, 0), (255, 138, 138), (125, 211, 125), (236, 200, 90),
     (130, 177, 255), (224, 150, 224), (110, 205, 215), (232, 232, 232)],
)  # fmt: skip
"""Every colour has a contrast of at least 7:1 with the background."""


def main() -> None:
    """Check the demo package once and write both pictures."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        output = check(Path(folder))
        (IMAGES / "terminal.svg").write_text(terminal(output), encoding="utf-8", newline="\n")
        photograph(Path(folder, "report", "report.html"), IMAGES / "report.png")


def check(folder: Path) -> str:
    """Check the demo package in this folder; return what the terminal shows, colours included."""
    run([ROOT / "fixtures" / "zip_package.py", FIXTURE, folder / PACKAGE], folder, expected=0)
    return run(["-m", "a11ycheck", "check", PACKAGE, "--output", "report"], folder, expected=1)  # 1: it has problems


def run(arguments: list[str | Path], folder: Path, expected: int) -> str:
    """Run Python with these arguments; return its standard output."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    environ |= {"COLUMNS": str(COLUMNS), "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    environ.pop("NO_COLOR", None)
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environ, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode != expected:
        sys.exit(f"{done.stderr}\nExit code {done.returncode} instead of {expected}")
    return done.stdout


def terminal(output: str) -> str:
    """Draw the command, the first problem and the result as SVG."""
    parts = output.rstrip().split("\n\n")
    shown = [f"$ a11ycheck check {PACKAGE}", *parts[:2], "  …", *parts[-2:]]
    text = Text.from_ansi("\n\n".join(shown))
    text.stylize("not dim")  # dimmed text would have too little contrast in the picture
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(text, end="\n\n")
    drawn = console.export_svg(title="a11ycheck", theme=THEME, unique_id="a11ycheck")
    return re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)  # the font would come from the network


def photograph(report: Path, picture: Path) -> None:
    """Take a picture of the parts of a report that show what it is: its title, the counts and one problem."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find().path, chromium_sandbox=sandbox_possible())
        context = browser.new_context(bypass_csp=True, color_scheme="light", viewport={"width": 900, "height": 600})
        tab = context.new_page()
        tab.goto(report.as_uri())
        tab.locator("#problems article", has_text=EXAMPLE).first.evaluate("one => one.classList.add('example')")
        tab.add_style_tag(content=LEFT_OUT)
        tab.screenshot(path=picture, full_page=True)
        browser.close()


if __name__ == "__main__":
    main()
