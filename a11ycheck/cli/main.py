"""The commands: parse, call, exit code.

Commands import what they need when they run, so that --help doesn't wait for the browser's and the reports' libraries.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

import a11ycheck
from a11ycheck.cli.command_options import (
    all_options,
    crawl_options,
    package_options,
    report_options,
    statement_options,
)
from a11ycheck.cli.config import Config
from a11ycheck.cli.crash_output import guard_crash_output
from a11ycheck.cli.options import Options
from a11ycheck.errors import A11yCheckError
from a11ycheck.model import Lang
from a11ycheck.report.exit_code import COULD_NOT_RUN
from a11ycheck.text.plain import printable_line, visible_text
from a11ycheck.text.words import read_words

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_LANG = click.option("--lang", type=click.Choice(["en", "nl"]), default="en", show_default=True, help="Language.")
_BROWSER = click.option("--browser", envvar="A11YCHECK_BROWSER", metavar="PATH", help="The browser to use.")


@click.group(context_settings=_SETTINGS)
@click.version_option(a11ycheck.__version__, prog_name="a11ycheck")
def cli() -> None:
    """Find out how accessible your learning content is, and how to improve it.

    Exit codes: 0 nothing found at or above --fail-on; 1 findings; 2 could not run (usage, target or browser);
    3 ran, but part of the target could not be tested (unless --allow-incomplete is given).
    Automated checks find only some of the problems: no result means that content conforms to WCAG or to the law.
    """


@cli.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@package_options
@click.pass_context
def check(context: click.Context, /, files: tuple[Path, ...], **values: Any) -> None:
    """Check packages, documents or folders before publication."""
    from a11ycheck.cli.scan_job import run_scan
    from a11ycheck.cli.targets import package_target

    options = _options(context, values)
    context.exit(run_scan([package_target(file, file.name, options) for file in files], options))


@cli.command()
@click.argument("urls", nargs=-1, metavar="[URL]...")
@crawl_options
@click.pass_context
def audit(context: click.Context, /, urls: tuple[str, ...], **values: Any) -> None:
    """Audit a platform by crawling its pages.

    The crawl begins at these addresses. Nothing on the platform is changed.
    """
    from a11ycheck.cli.scan_job import run_scan
    from a11ycheck.cli.targets import website_targets

    options = _options(context, values)
    context.exit(run_scan(website_targets(urls, options), options))


@cli.command()
@click.argument("url", metavar="URL")
@_BROWSER
@_LANG
def login(url: str, browser: str | None, lang: Lang) -> None:
    """Sign in once by hand, for later audits.

    A browser window opens at this address. The login is saved for later audits of the same site.
    """
    from a11ycheck.cli.signing_in import sign_in_by_hand

    sign_in_by_hand(url, browser, lang)


@cli.command()
@all_options
@click.pass_context
def ci(context: click.Context, /, **values: Any) -> None:
    """Test all targets of the configuration file.

    This is for scheduled jobs: it audits or checks each of the [[targets]] and writes one report on all of them.
    """
    from a11ycheck.cli.scan_job import run_scan
    from a11ycheck.cli.targets import configured_targets

    options = _options(context, values)
    context.exit(run_scan(configured_targets(context.obj, options), options))


@cli.command()
@click.argument("file", metavar="REPORT.JSON", type=click.Path(path_type=Path))
@report_options
@click.pass_context
def report(context: click.Context, /, file: Path, **values: Any) -> None:
    """Write a saved report in other formats or languages."""
    from a11ycheck.cli.report_files import rewrite_report

    context.exit(rewrite_report(file, _options(context, values)))


@cli.command()
@click.argument("file", metavar="REPORT.JSON", type=click.Path(path_type=Path))
@statement_options
@click.pass_context
def statement(context: click.Context, /, file: Path, **values: Any) -> None:
    """Draft statements from a saved report.

    The drafts are the accessibility information of a service and the findings of a public body. A person must finish
    them.
    """
    from a11ycheck.cli.report_files import write_statements

    write_statements(file, _options(context, values))


@cli.command()
@click.argument("file", metavar="REPORT.JSON", type=click.Path(path_type=Path))
@click.option(
    "--to", type=click.Path(dir_okay=False, path_type=Path), default="a11ycheck-baseline.json", show_default=True,
    metavar="FILE", help="The baseline to write.",
)  # fmt: skip
@_LANG
def baseline(file: Path, to: Path, lang: Lang) -> None:
    """Record the failures in a report as known.

    Use the file that this writes with --baseline.
    """
    from a11ycheck.cli.report_files import write_baseline

    write_baseline(file, to, lang)


@cli.command()
@_LANG
def rules(lang: Lang) -> None:
    """List what is checked."""
    from a11ycheck.cli.rule_pages import list_of_rules

    click.echo(list_of_rules(lang))


@cli.command()
@click.argument("rule")
@_LANG
def explain(rule: str, lang: Lang) -> None:
    """Explain a rule and how to repair what it finds."""
    from a11ycheck.cli.rule_pages import rule_page

    click.echo(rule_page(rule, lang))


@cli.command()
@_BROWSER
@_LANG
@click.pass_context
def doctor(context: click.Context, /, browser: str | None, lang: Lang) -> None:
    """Check that everything needed is installed.

    What is missing is listed, with how to get it.
    """
    from a11ycheck.cli.doctor import diagnosis

    text, is_healthy = diagnosis(browser, lang)
    click.echo(text)
    context.exit(0 if is_healthy else COULD_NOT_RUN)


def _options(context: click.Context, values: dict[str, Any]) -> Options:
    """Return the options of a command, with the organisation and the roles of the configuration, whose file is said.

    Only --quiet keeps that unsaid: a file that was found may not hide itself.
    """
    config: Config = context.obj
    if config.path and context.get_parameter_source("quiet") is not ParameterSource.COMMANDLINE:
        click.echo(printable_line(read_words(values["lang"])("terminal.configured", file=config.path)), err=True)
    return Options(**values, organisation=config.organisation, roles=config.roles)


def main() -> None:
    """Run the command line; print one of our own errors as a sentence, and exit with code 2."""
    guard_crash_output()
    try:
        cli()
    except A11yCheckError as error:
        click.echo(visible_text(read_words(_language()).error(error)), err=True)
        sys.exit(COULD_NOT_RUN)


def _language() -> Lang:
    """Return the language that was asked for, also when the command could not be parsed."""
    arguments = " ".join(sys.argv[1:])
    return "nl" if "--lang nl" in arguments or "--lang=nl" in arguments else "en"


if __name__ == "__main__":
    main()
