"""What a player is: one authoring tool, how its packages are known, and the script that moves it on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from a11ycheck.files.interface import Files
from a11ycheck.model import Tool
from a11ycheck.players.causes import Cause, read_causes

_TOOLS = Path(__file__).parent / "tools"


@dataclass(frozen=True)
class Player:
    """`folder` is that of its files in tools/: the driver, and the causes (what comes from the tool itself).

    `variant` is "" or begins the names of both files, where one tool has several players.

    `recognise` looks at the files of a package and the launched file's name, and gives the tool when it made them.

    The driver is one object literal in parentheses; README.md beside this file says what its functions do.
    """

    folder: str
    recognise: Callable[[Files, str], Tool | None]
    variant: str = ""

    @property
    def name(self) -> str:
        """The name by which code and tests tell this player apart, such as "ispring_quiz"."""
        return f"{self.folder}_{self.variant}" if self.variant else self.folder

    @cached_property
    def driver(self) -> str:
        """The source of the driver."""
        return self._file("driver.js").read_text(encoding="utf-8").strip().removesuffix(";")

    @cached_property
    def causes(self) -> tuple[Cause, ...]:
        """What comes from the tool and not from the author; () when nothing is known."""
        return read_causes(self._file("causes.toml"))

    def _file(self, name: str) -> Path:
        return _TOOLS / self.folder / (f"{self.variant}_{name}" if self.variant else name)


@dataclass(frozen=True, slots=True)
class Stop:
    """A screen inside a page. `key` is the player's own name for it, `path` the sections above it."""

    key: str
    title: str = ""
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WalkPlan:
    """How to get through a page: players that fit its files, and whether to look for a way on where none answers.

    `guess` says that nothing but the page tells which of the players fits: where none answers, none is waited for.
    `crawled` says that links to other documents are followed by the source: exploring stays in this one. `elsewhere`
    are the addresses, without fragment, that are pages of their own. `again` says that the very same was gone through
    as another page: it is taken as it stands. `maker` is the tool that the page names where no player knows it.
    """

    players: tuple[tuple[Player, Tool], ...] = ()
    explore: bool = False
    guess: bool = False
    crawled: bool = False
    elsewhere: frozenset[str] = frozenset()
    again: bool = False
    maker: Tool | None = None

    @property
    def goes_on(self) -> bool:
        """Whether the page has screens of its own to be gone through."""
        return bool(self.players) or self.explore


STAY = WalkPlan()
"""The page as it stands, and nothing more."""
