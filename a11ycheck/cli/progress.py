"""The progress of a scan: one moving line on a terminal, or a line for each screen when the user wants that."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID
from rich.text import Text

from a11ycheck.text import redact
from a11ycheck.text.dates import duration
from a11ycheck.text.plain import encodable, printable_line
from a11ycheck.text.words import Words

_BAR = 16


class TerminalProgress:
    """A `Listener` (scan/plan.py) that shows the progress of all targets; silent when quiet, or without a terminal.

    Call it from one thread. Totals may grow while a site is crawled or a package is walked through.
    """

    def __init__(self, words: Words, console: Console, *, quiet: bool = False, verbose: bool = False) -> None:
        self._words = words
        self._console = console
        self._shows_bar = console.is_terminal and not console.is_dumb_terminal and not quiet
        self._prints_lines = verbose and not quiet and not self._shows_bar
        self._bar: Progress | None = None
        self._task = TaskID(0)
        self._totals: dict[str, int | None] = {}

    def start(self, name: str, known: int | None) -> None:
        """Show that a target begins; `known` is its own count of screens, or None."""
        self._totals[name] = known
        title = self._printable(self._words("terminal.testing", name=name))
        if self._prints_lines:
            self._print(title)
        if self._bar:
            self._bar.update(self._task, total=self._total(), screen=title)
        elif self._shows_bar:
            columns = BarColumn(bar_width=_BAR), _Count(self._words, self._console)
            self._bar = Progress(*columns, console=self._console, transient=True)
            self._task = self._bar.add_task("", total=known, screen=title)
            self._bar.start()

    def total(self, name: str, known: int) -> None:
        """Take over how many screens a target turned out to have."""
        self._totals[name] = known
        if self._bar:
            self._bar.update(self._task, total=self._total())

    def _total(self) -> int | None:
        return None if None in self._totals.values() else sum(known or 0 for known in self._totals.values())

    def screen(self, name: str) -> None:
        """Show the screen that is tested now."""
        name = self._printable(name)
        if self._bar:
            self._bar.update(self._task, screen=name)
        if self._prints_lines:
            self._print(f"  {name}")

    def done(self, reached: bool) -> None:  # noqa: ARG002
        """Count a screen as done; the summary says whether it was reached, and why not."""
        if self._bar:
            self._bar.advance(self._task)

    def stop(self) -> None:
        """Remove the moving line. May be called more than once."""
        if self._bar:
            self._bar.stop()
        self._bar = None

    def _print(self, text: str) -> None:
        self._console.print(Text(text), soft_wrap=True, highlight=False)

    def _printable(self, text: str) -> str:
        return encodable(printable_line(redact.text(redact.url(text))), self._console.encoding)


class _Count(ProgressColumn):
    """The column with n of m, the time left and the screen, cut to the width of the terminal."""

    def __init__(self, words: Words, console: Console) -> None:
        super().__init__()
        self._words = words
        self._console = console

    def render(self, task: Task) -> Text:
        done = int(task.completed)
        parts = [f"{done}/{int(task.total)}" if task.total else str(done)]
        if done and task.total and task.elapsed and done < task.total:
            left = task.elapsed / done * (task.total - done)
            parts.append(self._words("terminal.left", time=duration(left, self._words)))
        text = Text("  ".join([*parts, task.fields["screen"]]), no_wrap=True)
        text.truncate(max(self._console.width - _BAR - 2, 10), overflow="crop")
        return text
