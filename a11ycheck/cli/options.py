"""The options of the commands, as data: one table for the command line and for the configuration file."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from a11ycheck.cli.config import Option, Role, check, read_config
from a11ycheck.formats import FORMATS
from a11ycheck.logins import BY_NAME
from a11ycheck.model import Edition, Lang, Level, Profile, WcagVersion
from a11ycheck.report.exit_code import FailOn
from a11ycheck.standards.en301549 import editions

_F = TypeVar("_F", bound=Callable[..., Any])
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for; each field is an option of the same name, "_" for "-"."""

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
    storage_state: Path | None = None
    credentials: Path | None = None
    resume: bool = False
    submit_forms: bool = False
    organisation: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Not an option: [organisation] of the configuration."""
    roles: tuple[Role, ...] = ()
    """Not an option: [[role]] of the configuration."""

    @property
    def edition(self) -> Edition | None:
        """The edition of EN 301 549 that was asked for."""
        return next((edition for edition in editions() if edition == f"V{self.en301549}"), None)

    @property
    def at_once(self) -> int:
        """How many screens at once: as asked, else one a core, and no more than helps."""
        return self.jobs or min(4, os.cpu_count() or 1)


def _choice(literal: object) -> click.Choice[str]:
    return click.Choice(get_args(literal))


_Declared = tuple[tuple[str, ...], dict[str, Any]]

_JUDGING: tuple[_Declared, ...] = (
    (
        ("--profile",),
        {
            "type": _choice(Profile),
            "help": "quick: each screen as it stands; standard: its behaviour too; thorough: also what needs waiting.",
        },
    ),
    (("--level",), {"type": _choice(Level), "help": "Conformance level whose criteria are checked."}),
    (("--wcag",), {"type": _choice(WcagVersion), "help": "Version of WCAG."}),
    (("--rules",), {"type": _FOLDER, "metavar": "DIR", "help": "A folder with rules of your own, beside ours."}),
    (("--axe",), {"type": _FILE, "metavar": "FILE", "help": "Another axe.min.js than the one that came along."}),
    (
        ("--browser",),
        {
            "envvar": "A11YCHECK_BROWSER",
            "metavar": "PATH",
            "help": "The Chromium, Chrome or Edge to use (or A11YCHECK_BROWSER).",
        },
    ),
    (
        ("--jobs",),
        {"type": click.IntRange(0, 64), "metavar": "N", "help": "Screens at once; 0: one for each core, 4 at most."},
    ),
    (
        ("--every-screen",),
        {"is_flag": True, "help": "Try behaviour on every screen, not only on the first of each template."},
    ),
    (
        ("--cluster",),
        {
            "metavar": "ADDRESS",
            "help": "Let the workers of this Dask scheduler judge the screens, such as tls://HOST:8786.",
        },
    ),
    (("--screenshots/--no-screenshots",), {"help": "Small pictures of what was found."}),
)
_OUTCOME: tuple[_Declared, ...] = (
    (
        ("--format", "formats"),
        {"type": click.Choice(list(FORMATS)), "multiple": True, "help": "What to write; repeat for more."},
    ),
    (
        ("--output",),
        {"type": click.Path(file_okay=False, path_type=Path), "metavar": "DIR", "help": "Where to write it."},
    ),
    (
        ("--en301549",),
        {
            "type": click.Choice([edition.removeprefix("V") for edition in editions()]),
            "help": "Edition of EN 301 549 whose clauses are shown; else the one that takes over the WCAG version.",
        },
    ),
    (("--lang",), {"type": _choice(Lang), "help": "Language of summary and reports."}),
    (("--fail-on",), {"type": _choice(FailOn), "help": "Least impact of a failure that gives exit code 1."}),
    (("--allow-incomplete",), {"is_flag": True, "help": "No exit code 3 when a part could not be tested."}),
    (
        ("--baseline",),
        {"type": _FILE, "metavar": "FILE", "help": "Findings known already: shown, and no reason to fail."},
    ),
    (("--quiet", "-q"), {"is_flag": True, "help": "Only the result and where the reports are."}),
    (("--verbose", "-v"), {"is_flag": True, "help": "Each screen and each place."}),
    (
        ("--config",),
        {
            "type": _FILE,
            "metavar": "FILE",
            "is_eager": True,
            "expose_value": False,
            "help": "Configuration; else a11ycheck.toml or pyproject.toml here.",
        },
    ),
)
_PACKAGES: tuple[_Declared, ...] = (
    (
        ("--allow-host",),
        {
            "multiple": True,
            "metavar": "HOST",
            "help": "Allow this host, *.example.org too: else a package uses none, and of a website documents are "
            "read, and lessons gone through, from its own host only.",
        },
    ),
    (("--max-files",), {"type": click.IntRange(1), "metavar": "N", "help": "Most files in a package."}),
    (
        ("--max-megabytes",),
        {"type": click.IntRange(1), "metavar": "N", "help": "Largest size of a package when unpacked."},
    ),
    (
        ("--max-ratio",),
        {"type": click.IntRange(2), "metavar": "N", "help": "Largest compression of a file in a package."},
    ),
    (
        ("--h5p-player",),
        {
            "type": _FOLDER,
            "metavar": "DIR",
            "help": "The folder dist of h5p-standalone, to run H5P content in (npm pack h5p-standalone).",
        },
    ),
)
_CRAWL: tuple[_Declared, ...] = (
    (("--max-pages",), {"type": click.IntRange(1), "metavar": "N", "help": "Most pages."}),
    (("--max-depth",), {"type": click.IntRange(0), "metavar": "N", "help": "Most links from the start page."}),
    (
        ("--include",),
        {"multiple": True, "metavar": "PATTERN", "help": "Only addresses like this, such as '/courses/*'."},
    ),
    (("--exclude",), {"multiple": True, "metavar": "PATTERN", "help": "No addresses like this."}),
    (
        ("--editor",),
        {
            "multiple": True,
            "metavar": "URL",
            "help": "A page on which authors make content: its editor is looked at too, its dialogs are opened.",
        },
    ),
    (
        ("--urls-from",),
        {"type": _FILE, "metavar": "FILE", "help": "Only the addresses in this file, one a line; nothing is crawled."},
    ),
    (("--robots/--no-robots",), {"help": "Obey robots.txt."}),
    (("--sitemap/--no-sitemap",), {"help": "Open the pages in the site's own sitemaps too."}),
    (
        ("--sample",),
        {
            "type": click.IntRange(2),
            "metavar": "N",
            "help": "At most N pages that stand for the others, chosen as in WCAG-EM, instead of --max-pages.",
        },
    ),
    (
        ("--rate",),
        {
            "type": click.FloatRange(0),
            "metavar": "N",
            "help": "Most pages a second; 0: no limit. Else 4, on this machine no limit.",
        },
    ),
    (
        ("--submit-forms",),
        {
            "is_flag": True,
            "help": "Send forms, empty and misfilled, to see how errors are told; only with a test account.",
        },
    ),
)

_ACCESS: tuple[_Declared, ...] = (
    (("--user-agent",), {"metavar": "TEXT", "help": "What the browser calls itself."}),
    (
        ("--header",),
        {
            "multiple": True,
            "metavar": "NAME=VARIABLE",
            "help": "Send this header, with the value of an environment variable.",
        },
    ),
    (("--proxy",), {"metavar": "ADDRESS", "help": "Go through this proxy, such as http://proxy.example:3128."}),
    (("--ignore-tls-errors",), {"is_flag": True, "help": "Open pages whose certificate is not trusted, too."}),
    (
        ("--client-certificate",),
        {
            "type": _FILE,
            "metavar": "FILE",
            "help": "A file with your certificate and its key (PEM), for sites that ask who comes; "
            "A11YCHECK_CERTIFICATE_PASSPHRASE opens the key.",
        },
    ),
    (
        ("--login",),
        {
            "type": click.Choice(["kept", "none", "basic", "auto", *(name for name in BY_NAME if name != "generic")]),
            "help": "kept: as 'a11ycheck login' kept it, if it did; none: signed out; basic: as the browser itself "
            "asks; auto, or a platform: by its form, as A11YCHECK_USER with A11YCHECK_PASSWORD, or --credentials.",
        },
    ),
    (("--login-page",), {"metavar": "ADDRESS", "help": "Where one signs in; else where the site leads."}),
    (("--storage-state",), {"type": _FILE, "metavar": "FILE", "help": "Be signed in as this file of Playwright says."}),
    (
        ("--credentials",),
        {"type": _FILE, "metavar": "FILE", "help": 'A private file with user = "…" and password = "…".'},
    ),
)
_KEPT: tuple[_Declared, ...] = (
    (("--resume",), {"is_flag": True, "help": "Go on with the same audit where it was broken off."}),
)

_DEFAULTS = {field.name: field.default for field in fields(Options)}
_ALL = (*_JUDGING, *_OUTCOME, *_PACKAGES, *_CRAWL, *_ACCESS)
"""What a configuration may say; that an audit goes on is said each time."""


def package_options(command: _F) -> _F:
    """The options of a command that checks packages."""
    return _add(command, (*_JUDGING, *_PACKAGES, *_OUTCOME))


def crawl_options(command: _F) -> _F:
    """The options of a command that audits websites."""
    return _add(command, (*_JUDGING, *_CRAWL, *_ACCESS, *_KEPT, _PACKAGES[0], *_OUTCOME))


def all_options(command: _F) -> _F:
    """The options of a command that does both."""
    return _add(command, (*_ALL, *_KEPT))


def report_options(command: _F) -> _F:
    """The options of a command that only writes."""
    return _add(command, _OUTCOME)


def statement_options(command: _F) -> _F:
    """The options of a command that drafts statements."""
    wanted = {"--output", "--en301549", "--lang", "--config"}
    return _add(command, tuple(each for each in _OUTCOME if each[0][0] in wanted))


def _add(command: _F, declared: tuple[_Declared, ...]) -> _F:
    for names, settings in reversed(declared):
        settings = dict(settings)
        parameter = _parameter(names)
        if parameter == "config":
            settings["callback"] = _configure
        else:
            settings |= {"default": _DEFAULTS[parameter], "show_default": _DEFAULTS[parameter] not in (None, (), 0, "")}
        command = click.option(*names, **settings)(command)
    return command


def _configure(context: click.Context, _: click.Parameter, path: Path | None) -> None:
    """Options of the configuration file stand in for the defaults."""
    config = check(read_config(path), CONFIGURABLE)
    context.obj = config
    context.default_map = {CONFIGURABLE[key].parameter: value for key, value in config.options.items()}


def _parameter(names: tuple[str, ...]) -> str:
    own = [name for name in names if not name.startswith("-")]
    return own[0] if own else names[0].partition("/")[0].lstrip("-").replace("-", "_")


def _configurable(names: tuple[str, ...], settings: dict[str, Any]) -> Option:
    kind = settings.get("type")
    flag = bool(settings.get("is_flag")) or "/" in names[0]
    return Option(
        parameter=_parameter(names),
        kind=(
            "switch" if flag
            else "path" if isinstance(kind, click.Path)
            else "whole" if isinstance(kind, click.IntRange)
            else "number" if isinstance(kind, click.FloatRange)
            else "text"
        ),
        choices=tuple(kind.choices) if isinstance(kind, click.Choice) else (),
        many=bool(settings.get("multiple")),
        least=kind.min if isinstance(kind, click.IntRange | click.FloatRange) else None,
        most=kind.max if isinstance(kind, click.IntRange | click.FloatRange) else None,
    )  # fmt: skip


CONFIGURABLE = {
    names[0].partition("/")[0].lstrip("-"): _configurable(names, settings)
    for names, settings in _ALL
    if names[0] != "--config"
}
"""What the configuration file may say, by the option's name without its dashes."""
