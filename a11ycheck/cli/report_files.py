"""Reports: written after a scan, or again from a saved one, with the statements and the baseline made from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import click
from rich.console import Console

from a11ycheck.cli.options import Options
from a11ycheck.cli.scan_plan import all_rules
from a11ycheck.cli.terminal import print_summary
from a11ycheck.errors import UsageError
from a11ycheck.files.own_files import make_folder, write_file
from a11ycheck.formats import json as json_format
from a11ycheck.formats import read_format
from a11ycheck.formats.interface import pieces
from a11ycheck.model import Lang, Report
from a11ycheck.report import baseline
from a11ycheck.report.clauses import shown_in
from a11ycheck.report.conclusions import with_organisation
from a11ycheck.report.exit_code import COULD_NOT_RUN, exit_code
from a11ycheck.statements import drafts
from a11ycheck.text.words import Words, read_words, reworded


def write_report(report: Report, words: Words, options: Options) -> int:
    """Write a report in all formats asked for, print its summary and return the exit code.

    Raises UsageError when a file cannot be written.
    """
    report = shown_in(report, options.edition)
    formats = [read_format(name) for name in options.formats]
    paths = _write_files({each.file_name: pieces(each, report, words) for each in formats}, options.output)
    print_summary(report, words, Console(), verbose=options.verbose, quiet=options.quiet, paths=paths)
    code = exit_code(report, options.fail_on, options.allow_incomplete)
    if code == COULD_NOT_RUN:
        click.echo(words("errors.nothing-tested"), err=True)
    return code


def mark_known(report: Report, file: Path | None) -> Report:
    """Return the report with the failures in a baseline marked as known. Raises UsageError when it cannot be read."""
    return baseline.apply(report, baseline.read(file)) if file else report


def rewrite_report(file: Path, options: Options) -> int:
    """Write a saved report in other formats or in the other language, and return the exit code."""
    words = read_words(options.lang)
    report = reworded(_read_report(file), words, all_rules(options.lang, options.rules))
    report = mark_known(report, options.baseline)
    return write_report(with_organisation(report, options.organisation or report.organisation), words, options)


def write_statements(file: Path, options: Options) -> None:
    """Write drafts of the statements that can be made from a saved report, and print where they are."""
    words = read_words(options.lang)
    report = reworded(_read_report(file), words, all_rules(options.lang, options.rules))
    report = shown_in(report, options.edition)
    report = with_organisation(report, options.organisation or report.organisation)
    paths = _write_files({name: [text] for name, text in drafts(report, words).items()}, options.output)
    click.echo("\n".join([words("terminal.statement-written"), *map(str, paths)]))


def write_baseline(file: Path, baseline_file: Path, lang: Lang) -> None:
    """Write the failures of a saved report to a baseline, and print how many they are."""
    report = _read_report(file)
    baseline.write(report, baseline_file)
    known = sum(finding.outcome == "failure" for finding in report.findings)
    click.echo(read_words(lang).count("terminal.baseline-written", known, file=baseline_file))


def _read_report(file: Path) -> Report:
    try:
        return json_format.read(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("not-a-report") from error


def _write_files(files: Mapping[str, Iterable[str]], folder: Path) -> list[Path]:
    """Write texts, each given in pieces, to files of these names. Raises UsageError when one cannot be written."""
    paths = []
    try:
        make_folder(folder)
        for name, text in files.items():
            write_file(folder / name, text)
            paths.append(folder / name)
    except OSError as error:
        raise UsageError("output-unwritable", folder=folder, reason=error.strerror or "?") from error
    return paths
