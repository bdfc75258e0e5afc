"""The options table: one entry for each option, for the command line and for the configuration file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import click

from a11ycheck.cli.config import TargetKind
from a11ycheck.cli.config_values import ConfigKey
from a11ycheck.cli.option_entry import OptionEntry
from a11ycheck.cli.options import DEFAULTS
from a11ycheck.formats import FORMATS
from a11ycheck.logins import BY_NAME
from a11ycheck.model import Lang, Level, Profile, WcagVersion
from a11ycheck.report.exit_code import FailOn
from a11ycheck.standards.en301549 import editions

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def _choice(literal: object) -> click.Choice[str]:
    return click.Choice(get_args(literal))


JUDGING = (
    OptionEntry(
        "--profile",
        "quick: test each screen as it first appears; standard: also try its behaviour; thorough: also test what "
        "takes waiting, such as motion and time limits.",
        power="none",
        type=_choice(Profile),
    ),
    OptionEntry("--level", "Check the criteria up to this conformance level.", power="none", type=_choice(Level)),
    OptionEntry("--wcag", "Version of WCAG.", power="none", type=_choice(WcagVersion)),
    OptionEntry(
        "--rules",
        "Folder with your own rules, used beside the built-in ones.",
        power="runs",
        type=_FOLDER,
        metavar="DIR",
    ),
    OptionEntry("--axe", "Use this axe.min.js instead of the built-in one.", power="runs", type=_FILE, metavar="FILE"),
    OptionEntry(
        "--browser",
        "Chromium, Chrome or Edge to use (or set A11YCHECK_BROWSER).",
        power="runs",
        metavar="PATH",
        environment_variable="A11YCHECK_BROWSER",
        changes_findings=False,
    ),
    OptionEntry(
        "--jobs",
        "Number of screens to test at the same time; 0 means one for each core, at most 4.",
        power="none",
        type=click.IntRange(0, 64),
        metavar="N",
        changes_findings=False,
    ),
    OptionEntry(
        "--every-screen",
        "Try behaviour on every screen, not only on the first one of each template.",
        power="none",
        is_flag=True,
    ),
    OptionEntry(
        "--cluster",
        "Test screens on the workers of this Dask scheduler, such as tls://HOST:8786.",
        power="reaches",
        metavar="ADDRESS",
        changes_findings=False,
    ),
    OptionEntry("--screenshots/--no-screenshots", "Take small pictures of what is found.", power="none"),
)
REPORTING = (
    OptionEntry(
        "--format",
        "Format to write; repeat the option for more than one.",
        power="none",
        type=click.Choice(FORMATS),
        field="formats",
        multiple=True,
        changes_findings=False,
    ),
    OptionEntry(
        "--output",
        "Folder to write the reports to.",
        power="writes",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        changes_findings=False,
    ),
    OptionEntry(
        "--en301549",
        "Edition of EN 301 549 whose clauses are shown. By default the edition that adopts the WCAG version.",
        power="none",
        type=click.Choice([edition.removeprefix("V") for edition in editions()]),
        changes_findings=False,
    ),
    OptionEntry("--lang", "Language of the summary and the reports.", power="none", type=_choice(Lang)),
    OptionEntry(
        "--fail-on",
        "Lowest impact of a failure that gives exit code 1.",
        power="none",
        type=_choice(FailOn),
        changes_findings=False,
    ),
    OptionEntry(
        "--allow-incomplete",
        "Don't exit with code 3 when part of the target could not be tested.",
        power="none",
        is_flag=True,
        changes_findings=False,
    ),
    OptionEntry(
        "--baseline",
        "File with known failures: they are shown, but don't give exit code 1.",
        power="reads",
        type=_FILE,
        metavar="FILE",
        changes_findings=False,
    ),
    OptionEntry(
        "--quiet",
        "Print only the result and where the reports are.",
        power="none",
        short="-q",
        is_flag=True,
        changes_findings=False,
    ),
    OptionEntry(
        "--verbose",
        "Print every screen and every place.",
        power="none",
        short="-v",
        is_flag=True,
        changes_findings=False,
    ),
)
ALLOW_HOST = OptionEntry(
    "--allow-host",
    "Host that may be used; *.example.org allows all hosts below it. Without this option, packages can't reach any "
    "host, and only documents and lessons on a website's own host are tested.",
    power="reaches",
    metavar="HOST",
    multiple=True,
)
PACKAGES = (
    ALLOW_HOST,
    OptionEntry(
        "--max-files", "Largest number of files in a package.", power="limit", type=click.IntRange(1), metavar="N"
    ),
    OptionEntry(
        "--max-megabytes", "Largest unpacked size of a package.", power="limit", type=click.IntRange(1), metavar="N"
    ),
    OptionEntry(
        "--max-ratio",
        "Largest compression ratio of a file in a package.",
        power="limit",
        type=click.IntRange(2),
        metavar="N",
    ),
    OptionEntry(
        "--h5p-player",
        "The dist folder of h5p-standalone, which runs H5P content (npm pack h5p-standalone).",
        power="runs",
        type=_FOLDER,
        metavar="DIR",
    ),
)
CRAWL = (
    OptionEntry("--max-pages", "Largest number of pages to open.", power="none", type=click.IntRange(1), metavar="N"),
    OptionEntry(
        "--max-depth",
        "Largest number of links between a start page and a page.",
        power="none",
        type=click.IntRange(0),
        metavar="N",
    ),
    OptionEntry(
        "--include",
        "Open only addresses that match this pattern, such as '/courses/*'.",
        power="none",
        metavar="PATTERN",
        multiple=True,
    ),
    OptionEntry(
        "--exclude", "Don't open addresses that match this pattern.", power="none", metavar="PATTERN", multiple=True
    ),
    OptionEntry(
        "--editor",
        "Page on which authors make content: its editor is tested too, and its dialogs are opened.",
        power="reaches",
        metavar="URL",
        multiple=True,
    ),
    OptionEntry(
        "--urls-from",
        "Open only the addresses in this file, one a line, and don't crawl.",
        power="reaches",
        type=_FILE,
        metavar="FILE",
    ),
    OptionEntry("--robots/--no-robots", "Obey robots.txt.", power="limit"),
    OptionEntry("--sitemap/--no-sitemap", "Also open the pages in the site's sitemaps.", power="none"),
    OptionEntry(
        "--sample",
        "Open at most N pages that represent the whole site, chosen as in WCAG-EM; replaces --max-pages.",
        power="none",
        type=click.IntRange(2),
        metavar="N",
    ),
    OptionEntry(
        "--rate",
        "Largest number of pages a second; 0 means no limit. By default 4, or no limit for a site on this computer.",
        power="limit",
        most_found=4,
        type=click.FloatRange(0),
        metavar="N",
    ),
    OptionEntry(
        "--submit-forms",
        "Submit forms, empty and with wrong values, to test their error messages. Use a test account only.",
        power="reaches",
        is_flag=True,
    ),
)
ACCESS = (
    OptionEntry("--user-agent", "User agent that the browser sends.", power="reaches", metavar="TEXT"),
    OptionEntry(
        "--header",
        "Send this header with the value of an environment variable.",
        power="secret",
        metavar="NAME=VARIABLE",
        multiple=True,
    ),
    OptionEntry(
        "--proxy", "Proxy server to use, such as http://proxy.example:3128.", power="reaches", metavar="ADDRESS"
    ),
    OptionEntry(
        "--ignore-tls-errors", "Also open pages whose certificate is not trusted.", power="reaches", is_flag=True
    ),
    OptionEntry(
        "--client-certificate",
        "File with your client certificate and its key (PEM). A11YCHECK_CERTIFICATE_PASSPHRASE holds the passphrase of "
        "the key.",
        power="secret",
        type=_FILE,
        metavar="FILE",
    ),
    OptionEntry(
        "--login",
        "kept: use what 'a11ycheck login' saved, if anything; none: don't sign in; basic: use HTTP authentication; "
        "auto, or the name of a platform: fill in its form. basic, auto and platforms take A11YCHECK_USER and "
        "A11YCHECK_PASSWORD, or --credentials.",
        power="secret",
        type=click.Choice(["kept", "none", "basic", "auto", *(name for name in BY_NAME if name != "generic")]),
        per_role=True,
    ),
    OptionEntry(
        "--login-page",
        "Address of the sign-in page. By default the one that the site leads to.",
        power="reaches",
        metavar="ADDRESS",
        per_role=True,
    ),
    OptionEntry(
        "--login-host",
        "Another host that may get your password and headers, such as login.example.org or *.example.org. By default "
        "only the site that you name, and the host of --login-page for the password.",
        power="reaches",
        metavar="HOST",
        multiple=True,
        per_role=True,
    ),
    OptionEntry(
        "--storage-state",
        "Sign in with this file with a storage state of Playwright.",
        power="secret",
        type=_FILE,
        metavar="FILE",
        per_role=True,
    ),
    OptionEntry(
        "--credentials",
        'Private file with user = "…" and password = "…".',
        power="secret",
        type=_FILE,
        metavar="FILE",
        changes_findings=False,
        per_role=True,
    ),
)
RESUME = OptionEntry(
    "--resume",
    "Continue the same audit where it was interrupted.",
    power="none",
    is_flag=True,
    changes_findings=False,
    in_config=False,
)
OPTIONS = (*JUDGING, *REPORTING, *PACKAGES, *CRAWL, *ACCESS, RESUME)

CONFIG_KEYS = {entry.key: entry.config_key(DEFAULTS[entry.parameter]) for entry in OPTIONS if entry.in_config}
"""What the configuration file may say, by key."""
_OF_THE_RUN = {"editor", "submit-forms"}
_OF_PACKAGES = {entry.key for entry in PACKAGES}
_OF_SITES = {entry.key for entry in (*CRAWL, *ACCESS, ALLOW_HOST)} - _OF_THE_RUN
TARGET_KEYS: Mapping[TargetKind, Mapping[str, ConfigKey]] = {
    "file": {key: CONFIG_KEYS[key] for key in _OF_PACKAGES},
    "url": {key: CONFIG_KEYS[key] for key in _OF_SITES},
}
"""What a [[targets]] with a file or a url may say for itself; other options are those of the whole run."""
CHANGES_FINDINGS = frozenset(entry.parameter for entry in OPTIONS if entry.changes_findings)
"""The fields of Options that can change what is found. Roles can too; the organisation only changes what is said."""
