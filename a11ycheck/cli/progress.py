"""How far the audit is: one moving line on a terminal, or a line for each screen when that is asked for."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID
from rich.text import Text

from a11ycheck.text.dates import duration
from a11ycheck.text.plain import fitting, stripped
from a11ycheck.text.words import Words

_BAR = 16


class Listener:
    """Hears of the screens of all targets; says nothing when quiet, or when nobody watches.

    Call it from one thread. `total` may grow while a site is crawled or a package plays.
    """

    def __init__(self, words: Words, console: Console, *, quiet: bool = False, verbose: bool = False) -> None:
        self._words = words
        self._console = console
        self._moving = console.is_terminal and not console.is_dumb_terminal and not quiet
        self._lines = verbose and not quiet and not self._moving
        self._bar: Progress | None = None
        self._task = TaskID(0)
        self._totals: dict[str, int | None] = {}

    def start(self, name: str, known: int | None) -> None:
        """A target begins; `known` is its own count of screens, or None."""
        self._totals[name] = known
        title = self._fitting(self._words("terminal.testing", name=name))
        if self._lines:
            self._print(title)
        if self._bar:
            self._bar.update(self._task, total=self._sum(), screen=title)
        elif self._moving:
            columns = BarColumn(bar_width=_BAR), _Count(self._words, self._console)
            self._bar = Progress(*columns, console=self._console, transient=True)
            self._task = self._bar.add_task("", total=known, screen=title)
            self._bar.start()

    def total(self, name: str, known: int) -> None:
        """A target turned out to have so many screens."""
        self._totals[name] = known
        if self._bar:
            self._bar.update(self._task, total=self._sum())

    def _sum(self) -> int | None:
        return None if None in self._totals.values() else sum(known or 0 for known in self._totals.values())

    def screen(self, name: str) -> None:
        """A screen is being tested now."""
        name = self._fitting(name)
        if self._bar:
            self._bar.update(self._task, screen=name)
        if self._lines:
            self._print(f"  {name}")

    def done(self, reached: bool) -> None:  # noqa: ARG002
        """A screen is done; whether it was reached is told at the end, with the reason."""
        if self._bar:
            self._bar.advance(self._task)

    def stop(self) -> None:
        """All is done; the moving line goes away. May be called more than once."""
        if self._bar:
            self._bar.stop()
        self._bar = None

    def _print(self, text: str) -> None:
        self._console.print(Text(text), soft_wrap=True, highlight=False)

    def _fitting(self, text: str) -> str:
        return fitting(stripped(text), self._console.encoding)


class _Count(ProgressColumn):
    """n of m, the time that is left and the screen, cut to the width of the terminal."""

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
