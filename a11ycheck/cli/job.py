"""One command's work: options become a plan and targets, the scan's report becomes files, words and an exit code."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from a11ycheck.browser.chromium import find, sandbox_possible
from a11ycheck.cli import signing_in as signing
from a11ycheck.cli.config import Config
from a11ycheck.cli.options import CONFIGURABLE, Options
from a11ycheck.cli.progress import Listener
from a11ycheck.cli.resume import open_store
from a11ycheck.cli.terminal import summary
from a11ycheck.cluster import open_cluster
from a11ycheck.errors import UsageError
from a11ycheck.files.interface import MIB, Limits
from a11ycheck.formats import FORMATS
from a11ycheck.formats import json as saved
from a11ycheck.formats.interface import pieces
from a11ycheck.judging import rules
from a11ycheck.judging.axe import read_axe
from a11ycheck.judging.compiled_rules import compile_rules
from a11ycheck.model import Lang, Report, Rule, Settings
from a11ycheck.report import baseline
from a11ycheck.report.edition import shown_in
from a11ycheck.report.exit_code import COULD_NOT_RUN, exit_code
from a11ycheck.scan.scan import Elsewhere, Plan, ScanTarget, scan
from a11ycheck.scan.screen_exam import Instruments
from a11ycheck.sources import open_parcel
from a11ycheck.sources.address_list import AddressList, read_addresses
from a11ycheck.sources.interface import PackageFile, needs_browser
from a11ycheck.sources.website.website import CrawlLimits, Website
from a11ycheck.statements import drafts
from a11ycheck.store.store import Store
from a11ycheck.text.words import Words, read_words, reworded
from a11ycheck.web.addresses import clean, identity, read_start


def check(files: Sequence[Path], options: Options) -> int:
    """Check packages and folders; the exit code."""
    return _run([_package(file, file.name, options) for file in files], options)


def audit(urls: Sequence[str], options: Options) -> int:
    """Audit websites; the exit code. Raises UsageError when there is no address."""
    return _run(_websites(urls, options), options)


def ci(config: Config, options: Options) -> int:
    """Every target of the configuration, each with options of its own; the exit code of the worst."""
    if not config.targets:
        raise UsageError("no-targets")
    orders: list[ScanTarget] = []
    for target in config.targets:
        given: dict[str, Any] = {CONFIGURABLE[key].parameter: value for key, value in target.options.items()}
        own = replace(options, **given)
        if target.file:
            orders.append(_package(target.file, target.name, own))
        else:
            orders += [
                replace(order, label=" ".join(filter(None, [target.name, order.label])))
                for order in _websites([target.url], own)
            ]
    return _run(orders, options)


def write_again(file: Path, options: Options) -> int:
    """Write a saved report in other formats or in the other language."""
    report = _saved(file)
    words = read_words(options.lang)
    report = _known(reworded(report, words, _all_rules(options.lang, options.rules)), options)
    return _finish(replace(report, organisation=options.organisation or report.organisation), words, options)


def write_statements(file: Path, options: Options) -> None:
    """Draft statements from a saved report."""
    report = _saved(file)
    words = read_words(options.lang)
    report = shown_in(reworded(report, words, _all_rules(options.lang, options.rules)), options.edition)
    report = replace(report, organisation=options.organisation or report.organisation)
    paths = _put({name: [text] for name, text in drafts(report, words).items()}, options.output)
    click.echo("\n".join([words("terminal.statement-written"), *map(str, paths)]))


def write_baseline(file: Path, to: Path, lang: Lang) -> None:
    """Keep the failures of a saved report as known."""
    report = _saved(file)
    baseline.write(report, to)
    known = sum(finding.outcome == "failure" for finding in report.findings)
    click.echo(read_words(lang).count("terminal.baseline-written", known, file=to))


def _saved(file: Path) -> Report:
    try:
        return saved.read(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("not-a-report") from error


def _package(file: Path, label: str, options: Options) -> ScanTarget:
    limits = Limits(members=options.max_files, bytes=options.max_megabytes * MIB, ratio=options.max_ratio)
    parcel = PackageFile(file, limits, options.allow_host, options.h5p_player)
    return ScanTarget(open_parcel(parcel), label, parcel=parcel)


def _websites(urls: Sequence[str], options: Options) -> list[ScanTarget]:
    """The website, once for each role."""
    return [signing.signed(_website(urls, own), own, role) for role, own in signing.roles(options)]


def _website(urls: Sequence[str], options: Options) -> ScanTarget:
    if options.urls_from:
        every = [*read_addresses(options.urls_from), *options.editor]
        listed = AddressList(every, options.urls_from.name, options.rate, options.allow_host)
        return ScanTarget(listed, "")
    if not urls:
        raise UsageError("no-address")
    limits = CrawlLimits(
        max_pages=options.max_pages,
        max_depth=options.max_depth,
        include=options.include,
        exclude=options.exclude,
        robots=options.robots,
        rate=options.rate,
        allow_hosts=options.allow_host,
        sitemap=options.sitemap,
        sample=options.sample,
    )
    return ScanTarget(Website([*urls, *options.editor], limits), "")


def _run(orders: Sequence[ScanTarget], options: Options) -> int:
    words = read_words(options.lang)
    browser = any(needs_browser(order.source) for order in orders)
    plan = _plan(options, words, browser=browser)
    console = Console(stderr=True)
    if browser and not sandbox_possible() and not options.quiet:
        console.print(words("terminal.sandbox-off"), style="dim", highlight=False)
    listener = Listener(words, console, quiet=options.quiet, verbose=options.verbose)
    elsewhere = open_cluster(options.cluster) if options.cluster else None
    finished = False
    store = open_store(orders, plan, options)
    if store and store.went_on and not options.quiet:
        console.print(words("terminal.going-on"), style="dim", highlight=False)
    try:
        for order in orders:
            order.source.open()
        report = asyncio.run(_until_stopped(orders, plan, listener, store, elsewhere))
        code = _finish(replace(_known(report, options), organisation=options.organisation), words, options)
        finished = not report.interrupted
    finally:
        for order in orders:
            order.source.close()
        if store:
            store.close(finished=finished)
    if store and not finished:
        click.echo(words("terminal.kept"), err=True)
    return code


def _plan(options: Options, words: Words, *, browser: bool) -> Plan:
    axe_rules = rules.axe_in_force(rules.read_axe_rules(options.lang), options.level, options.wcag)
    ours = rules.in_force(_own_rules(options.lang, options.rules), options.level, options.wcag)
    ours = rules.of_profile(ours, options.profile, asked=options.submit_forms)
    return Plan(
        settings=Settings(options.profile, options.level, options.wcag, options.lang),
        chromium=find(options.browser) if browser else None,
        instruments=Instruments(
            read_axe(options.axe),
            tuple(axe_rules),
            compile_rules(ours),
            options.screenshots,
            editors=frozenset() if options.profile == "quick" else _identities(options.editor),
        ),
        rules={**axe_rules, **{rule.id: rule for rule in ours}},
        words=words,
        jobs=options.at_once,
        pictures=options.screenshots,
        every_screen=options.every_screen,
        organisation=options.organisation,
        editors=options.editor,
        foreign_rules=options.rules is not None,
    )


def _identities(addresses: Sequence[str]) -> frozenset[str]:
    return frozenset(identity(clean(read_start(each))) for each in addresses)


def _own_rules(lang: Lang, folder: Path | None) -> tuple[Rule, ...]:
    """Ours, and the customer's, which may replace one of ours."""
    found = {rule.id: rule for rule in rules.read_rules(lang)}
    if folder:
        found |= {rule.id: rule for rule in rules.read_rules(lang, folder)}
    return tuple(found.values())


def _all_rules(lang: Lang, folder: Path | None) -> dict[str, Rule]:
    axe = {name: one.rule for name, one in rules.read_axe_rules(lang).items()}
    return axe | {rule.id: rule for rule in _own_rules(lang, folder)}


def _known(report: Report, options: Options) -> Report:
    return baseline.apply(report, baseline.read(options.baseline)) if options.baseline else report


def _finish(report: Report, words: Words, options: Options) -> int:
    """Write the formats, say the summary."""
    report = shown_in(report, options.edition)
    paths = _write(report, words, options.formats, options.output)
    summary(report, words, Console(), verbose=options.verbose, quiet=options.quiet, paths=paths)
    code = exit_code(report, options.fail_on, options.allow_incomplete)
    if code == COULD_NOT_RUN:
        click.echo(words("errors.nothing-tested"), err=True)
    return code


def _write(report: Report, words: Words, formats: Iterable[str], folder: Path) -> list[Path]:
    return _put({FORMATS[name].file_name: pieces(FORMATS[name], report, words) for name in formats}, folder)


def _put(files: Mapping[str, Iterable[str]], folder: Path) -> list[Path]:
    paths = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            path = folder / name
            with path.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(text)
            paths.append(path)
    except OSError as error:
        raise UsageError("output-unwritable", folder=folder, reason=error.strerror or "?") from error
    return paths


async def _until_stopped(
    orders: Sequence[ScanTarget], plan: Plan, listener: Listener, store: Store | None, elsewhere: Elsewhere | None
) -> Report:
    """Scan; Ctrl-C or SIGTERM ends the scan and keeps the report. A second one ends the program."""
    task, loop = asyncio.current_task(), asyncio.get_running_loop()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def stop(*_: object) -> None:
        for number, handler in before.items():
            signal.signal(number, handler)
        if task:
            loop.call_soon_threadsafe(task.cancel)

    for number in before:
        signal.signal(number, stop)
    try:
        return await scan(orders, plan, listener, store, elsewhere)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
