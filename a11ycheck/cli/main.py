"""The command line: parse, call, exit code."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

import a11ycheck
from a11ycheck.cli import information as pages
from a11ycheck.cli import job
from a11ycheck.cli import signing_in as signing
from a11ycheck.cli.config import Config
from a11ycheck.cli.options import (
    Options,
    all_options,
    crawl_options,
    package_options,
    report_options,
    statement_options,
)
from a11ycheck.errors import A11yCheckError
from a11ycheck.model import Lang
from a11ycheck.report.exit_code import COULD_NOT_RUN
from a11ycheck.text.words import read_words

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_LANG = click.option("--lang", type=click.Choice(["en", "nl"]), default="en", show_default=True, help="Language.")


@click.group(context_settings=_SETTINGS)
@click.version_option(a11ycheck.__version__, prog_name="a11ycheck")
def cli() -> None:
    """How accessible is our learning content really, and what can we do about it?

    Exit codes: 0 nothing found at or above --fail-on; 1 findings; 2 could not run (usage, target, browser);
    3 ran, but not all of the target could be tested (unless --allow-incomplete).
    A machine finds a part of all faults: no result here says that content conforms to WCAG or the law.
    """


@cli.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@package_options
@click.pass_context
def check(context: click.Context, /, files: tuple[Path, ...], **given: Any) -> None:
    """Check learning packages or folders before they are published."""
    context.exit(job.check(files, _options(context, given)))


@cli.command()
@click.argument("urls", nargs=-1, metavar="[URL]...")
@crawl_options
@click.pass_context
def audit(context: click.Context, /, urls: tuple[str, ...], **given: Any) -> None:
    """Audit a platform: crawl its pages from these addresses. Nothing is sent."""
    context.exit(job.audit(urls, _options(context, given)))


@cli.command()
@click.argument("url", metavar="URL")
@click.option("--browser", envvar="A11YCHECK_BROWSER", metavar="PATH", help="The browser to use.")
@_LANG
def login(url: str, browser: str | None, lang: Lang) -> None:
    """Sign in once by hand, in a window, and keep that for later audits of the same site."""
    signing.by_hand(url, browser, lang)


@cli.command()
@all_options
@click.pass_context
def ci(context: click.Context, /, **given: Any) -> None:
    """Audit and check all [[targets]] of the configuration, for a scheduled job: one report over all."""
    config: Config = context.obj
    context.exit(job.ci(config, _options(context, given)))


@cli.command()
@click.argument("file", metavar="REPORT.JSON", type=click.Path(path_type=Path))
@report_options
@click.pass_context
def report(context: click.Context, /, file: Path, **given: Any) -> None:
    """Write other formats, or the other language, from a saved result."""
    context.exit(job.write_again(file, _options(context, given)))


@cli.command()
@click.argument("file", metavar="REPORT.JSON", type=click.Path(path_type=Path))
@statement_options
@click.pass_context
def statement(context: click.Context, /, file: Path, **given: Any) -> None:
    """Draft the accessibility information and a public body's findings from a saved result, for a person to finish."""
    job.write_statements(file, _options(context, given))


@cli.command()
@click.argument("file", metavar="REPORT.JSON", type=click.Path(path_type=Path))
@click.option(
    "--to", type=click.Path(dir_okay=False, path_type=Path), default="a11ycheck-baseline.json", show_default=True,
    metavar="FILE", help="The baseline to write.",
)  # fmt: skip
@_LANG
def baseline(file: Path, to: Path, lang: Lang) -> None:
    """Keep the failures of a saved result as known, for --baseline."""
    job.write_baseline(file, to, lang)


@cli.command()
@_LANG
def rules(lang: Lang) -> None:
    """List what is checked."""
    click.echo(pages.all_rules(lang))


@cli.command()
@click.argument("rule")
@_LANG
def explain(rule: str, lang: Lang) -> None:
    """What a rule means: why it matters, who is affected, how to repair it."""
    click.echo(pages.one_rule(rule, lang))


@cli.command()
@click.option("--browser", envvar="A11YCHECK_BROWSER", metavar="PATH", help="The browser to use.")
@_LANG
@click.pass_context
def doctor(context: click.Context, /, browser: str | None, lang: Lang) -> None:
    """Is everything here that is needed, and how do I get what is not?"""
    text, well = pages.health(browser, lang)
    click.echo(text)
    context.exit(0 if well else COULD_NOT_RUN)


def _options(context: click.Context, given: dict[str, Any]) -> Options:
    """The options of a command, with what the configuration says of the organisation."""
    config: Config = context.obj
    return Options(**given, organisation=config.organisation, roles=config.roles)


def main() -> None:
    """Run the command line; an error of ours is one sentence and exit code 2."""
    try:
        cli()
    except A11yCheckError as error:
        click.echo(read_words(_language()).error(error), err=True)
        sys.exit(COULD_NOT_RUN)


def _language() -> Lang:
    """The language asked for, when the command could not even be read."""
    words = " ".join(sys.argv[1:])
    return "nl" if "--lang nl" in words or "--lang=nl" in words else "en"


if __name__ == "__main__":
    main()
