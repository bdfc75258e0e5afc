"""What a scan is given: how it is done, its targets, and who follows its progress."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from a11ycheck.browser.chromium import Chromium
from a11ycheck.logins.login import Login
from a11ycheck.model import Rule, Settings
from a11ycheck.scan.exam.instruments import Instruments
from a11ycheck.sources.interface import PackageFile, Source
from a11ycheck.text.words import Words
from a11ycheck.web.access import PUBLIC_ACCESS, Access


class Listener(Protocol):
    """Who wants to know how far the scan is."""

    def start(self, target: str, known: int | None) -> None: ...
    def total(self, target: str, known: int) -> None: ...
    def screen(self, name: str) -> None: ...
    def done(self, reached: bool) -> None: ...
    def stop(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Plan:
    """How a scan is done, whatever its targets are."""

    settings: Settings
    chromium: Chromium | None
    """None when no target needs a browser."""
    instruments: Instruments
    rules: Mapping[str, Rule]
    words: Words
    jobs: int = 2
    pictures: bool = True
    memory: int | None = None
    """Bytes of memory that a browser may take; None for what fits this computer."""
    every_screen: bool = False
    """Whether behaviour is tried on every screen, and not only on the first of each template."""
    organisation: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What the user says about the organisation: some rules of the whole site read which laws may apply."""
    editors: tuple[str, ...] = ()
    """Addresses of pages on which authors make content."""
    foreign_rules: bool = False
    """Whether some rules are the customer's own: their scripts are compiled once before the scan begins."""


@dataclass(frozen=True, slots=True)
class ScanTarget:
    """One target of a scan; `label` tells its findings apart from those of the others."""

    source: Source
    label: str
    access: Access = PUBLIC_ACCESS
    login: Login | None = None
    """Who is signed in while the target is audited."""
    package_file: PackageFile | None = None
    """The file of a package or document, and how it was opened."""
