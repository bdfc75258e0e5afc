"""What a player is: one authoring tool, how its packages are recognised, and the script that drives it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from a11ycheck.files.interface import Files
from a11ycheck.inpage import assemble
from a11ycheck.model import Page, Tool
from a11ycheck.players.causes import ToolCause, read_causes

_TOOLS = Path(__file__).parent / "tools"

JudgeScreen = Callable[[Page, str], Awaitable[None]]
"""Judge what the browser shows now, as this page in this state ("" for the screen as it first appears)."""


@dataclass(frozen=True)
class Player:
    """One authoring tool: how to recognise its packages, and the files in tools/`folder` that drive it.

    `recognise(files, href)` looks at the files of a package and at the name of the launched file, and returns the
    tool when that tool made the package.
    `variant` is the prefix of both file names where one tool has several players, otherwise "".
    `parts` are other scripts in the folder, each with one object: the driver finds them in `parts`, by their names.

    README.md beside this file describes the functions of a driver.
    """

    folder: str
    recognise: Callable[[Files, str], Tool | None]
    variant: str = ""
    parts: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name that code and tests use for this player, such as "ispring_quiz"."""
        return f"{self.folder}_{self.variant}" if self.variant else self.folder

    @cached_property
    def driver(self) -> str:
        """The driver as one JavaScript expression: an object, with the library that it requires in its scope."""
        driver = assemble(self._file("driver.js").read_text(encoding="utf-8"))
        parts = ",".join(f'"{name}": {assemble(self._script(name))}\n' for name in self.parts)
        return f"((parts) => ({driver}\n))({{{parts}}})" if parts else driver

    @cached_property
    def causes(self) -> tuple[ToolCause, ...]:
        """The parts of a screen that the tool writes and the author doesn't; () when none are known."""
        return read_causes(self._file("causes.toml"))

    def _script(self, name: str) -> str:
        return (_TOOLS / self.folder / f"{name}.js").read_text(encoding="utf-8")

    def _file(self, name: str) -> Path:
        return _TOOLS / self.folder / (f"{self.variant}_{name}" if self.variant else name)


@dataclass(frozen=True, slots=True)
class PlayerScreen:
    """A screen inside a page. `key` is the player's own name for it, `path` the titles of the sections above it."""

    key: str
    title: str = ""
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WalkPlan:
    """How to get through a page: the players that fit its files, and whether to explore when none of them answers.

    `guess` means that the files don't tell which player fits, so none of them is worth waiting for.
    `stay_in_document` means that the source follows links to other documents, so exploring must not.
    `other_pages` are the addresses, without fragment, that are tested as pages themselves.
    `duplicate` means that another page shows exactly the same: this one is judged as it is.
    `named_tool` is the authoring tool that the page names, for when no player knows it.
    """

    players: tuple[tuple[Player, Tool], ...] = ()
    explore: bool = False
    guess: bool = False
    stay_in_document: bool = False
    other_pages: frozenset[str] = frozenset()
    duplicate: bool = False
    named_tool: Tool | None = None

    @property
    def has_screens(self) -> bool:
        """Whether the page may have several screens to walk through."""
        return bool(self.players) or self.explore


NO_WALK = WalkPlan()
"""Judge the page as it is."""
