"""The values of all options of a command."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from a11ycheck.cli.config import Role
from a11ycheck.model import Edition, Lang, Level, Profile, WcagVersion
from a11ycheck.report.exit_code import FailOn
from a11ycheck.standards.en301549 import editions

MOST_JOBS = 4
"""Screens at the same time when the user asks for no number: more doesn't help on one computer."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for; each field but the last two is an option of the options table (option_table.py)."""

    profile: Profile = "standard"
    every_screen: bool = False
    level: Level = "AA"
    wcag: WcagVersion = "2.2"
    en301549: str | None = None
    lang: Lang = "en"
    formats: tuple[str, ...] = ("html", "json")
    output: Path = Path("a11ycheck-report")
    fail_on: FailOn = "minor"
    allow_incomplete: bool = False
    baseline: Path | None = None
    jobs: int = 0
    rules: Path | None = None
    axe: Path | None = None
    browser: str | None = None
    cluster: str = ""
    screenshots: bool = True
    quiet: bool = False
    verbose: bool = False
    allow_host: tuple[str, ...] = ()
    max_files: int = 20_000
    max_megabytes: int = 2048
    max_ratio: int = 200
    h5p_player: Path | None = None
    max_pages: int = 50
    max_depth: int | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    urls_from: Path | None = None
    editor: tuple[str, ...] = ()
    robots: bool = True
    rate: float | None = None
    sitemap: bool = True
    sample: int | None = None
    user_agent: str = ""
    header: tuple[str, ...] = ()
    proxy: str = ""
    ignore_tls_errors: bool = False
    client_certificate: Path | None = None
    login: str = "kept"
    login_page: str = ""
    login_host: tuple[str, ...] = ()
    storage_state: Path | None = None
    credentials: Path | None = None
    resume: bool = False
    submit_forms: bool = False
    organisation: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """[organisation] of the configuration."""
    roles: tuple[Role, ...] = ()
    """[[role]] of the configuration."""

    @property
    def edition(self) -> Edition | None:
        """The edition of EN 301 549 that was asked for."""
        return next((edition for edition in editions() if edition == f"V{self.en301549}"), None)

    @property
    def screens_at_once(self) -> int:
        """How many screens to test at the same time: as asked, otherwise one for each core and at most four."""
        return self.jobs or min(MOST_JOBS, os.cpu_count() or 1)


DEFAULTS: Mapping[str, object] = {each.name: each.default for each in fields(Options)}
"""The default of each option, by its field."""
