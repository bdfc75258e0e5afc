"""What is saved of an audit under way: which audit it is, and the result of each page."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from a11ycheck.evidence.hits import PictureCause
from a11ycheck.evidence.screens import CleanScreen
from a11ycheck.model import Event, Lesson, Page, Tool


@dataclass(frozen=True, slots=True)
class AuditIdentity:
    """What makes an audit the same one: equal settings of one version give equal audits, so these can be resumed.

    `description` names the targets for people, without secrets. `settings` is everything that changes what is found,
    as JSON.
    """

    version: str
    description: str
    settings: str

    @property
    def digest(self) -> str:
        """The SHA-256 of the settings."""
        return hashlib.sha256(self.settings.encode("utf-8", "backslashreplace")).hexdigest()


@dataclass(frozen=True, slots=True)
class MissedPlace:
    """A page, or a screen inside it, that was not reached: the key of the reason, and the data for its sentence."""

    place: Page
    why: str
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SavedPage:
    """All results of one page or document.

    `address` is where it ended, "" when it was not opened; `links` are the links on it, `changing` those of them
    that change something, `lessons` the learning packages embedded in it. `places`, `known`, `done`, `missed`,
    `notes`, `tool` and `over` are those of its walkthrough, where `places` are its screens. `causes` are those that
    its pictures show.
    """

    screens: tuple[CleanScreen, ...] = ()
    address: str = ""
    links: tuple[str, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    places: tuple[Page, ...] = ()
    known: int | None = 1
    done: tuple[Page, ...] = ()
    missed: tuple[MissedPlace, ...] = ()
    notes: tuple[tuple[Page, str, Mapping[str, str]], ...] = ()
    tool: Tool | None = None
    over: bool = True
    events: tuple[Event, ...] = ()
    causes: tuple[PictureCause, ...] = ()
    changing: tuple[str, ...] = ()
