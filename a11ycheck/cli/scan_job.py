"""One scan from the command line: its progress is shown, it is saved while it runs, and its report is written."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Sequence

import click
from rich.console import Console

from a11ycheck.browser.chromium import sandbox_possible
from a11ycheck.cli.audit_store import open_store
from a11ycheck.cli.options import Options
from a11ycheck.cli.progress import TerminalProgress
from a11ycheck.cli.report_files import mark_known, write_report
from a11ycheck.cli.scan_plan import make_plan
from a11ycheck.cluster import is_readable_by_others, open_cluster
from a11ycheck.judging.rules import untranslated
from a11ycheck.model import Report
from a11ycheck.scan.plan import Listener, Plan, ScanTarget
from a11ycheck.scan.scan import BackendContext, scan
from a11ycheck.store.store import Store
from a11ycheck.text.words import read_words


def run_scan(targets: Sequence[ScanTarget], options: Options) -> int:
    """Scan the targets, write the reports, print the summary and return the exit code."""
    words = read_words(options.lang)
    needs_browser = any(not target.source.info.only_documents for target in targets)
    plan = make_plan(options, words, needs_browser=needs_browser)
    console = Console(stderr=True)
    if needs_browser and not sandbox_possible() and not options.quiet:
        console.print(words("terminal.sandbox-off"), style="dim", highlight=False)
    if (silent := untranslated(options.lang)) and not options.quiet:
        console.print(words("terminal.untranslated", rules=", ".join(silent)), style="dim", highlight=False)
    progress = TerminalProgress(words, console, quiet=options.quiet, verbose=options.verbose)
    cluster = open_cluster(options.cluster) if options.cluster else None
    if cluster and is_readable_by_others(options.cluster) and not options.quiet:
        console.print(words("terminal.cluster-plain", address=options.cluster), style="yellow", highlight=False)
    finished = False
    store = open_store(targets, plan, options)
    if store and store.is_resumed and not options.quiet:
        console.print(words("terminal.going-on"), style="dim", highlight=False)
    try:
        report = asyncio.run(_scan_until_stopped(targets, plan, progress, store, cluster))
        code = write_report(mark_known(report, options.baseline), words, options)
        finished = not report.interrupted
    finally:
        for target in targets:
            target.source.close()
        if store:
            store.close(finished=finished)
    if store and not finished:
        click.echo(words("terminal.kept"), err=True)
    return code


async def _scan_until_stopped(
    targets: Sequence[ScanTarget],
    plan: Plan,
    listener: Listener,
    store: Store | None,
    cluster: BackendContext | None,
) -> Report:
    """Scan; Ctrl-C or SIGTERM ends the scan and keeps its report. A second one ends the program."""
    for target in targets:
        await target.source.open()
    task, loop = asyncio.current_task(), asyncio.get_running_loop()
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def restore_handlers() -> None:
        for number, handler in handlers.items():
            signal.signal(number, handler)

    def stop(*_: object) -> None:
        restore_handlers()
        if task:
            loop.call_soon_threadsafe(task.cancel)

    for number in handlers:
        signal.signal(number, stop)
    try:
        return await scan(targets, plan, listener, store, cluster)
    finally:
        restore_handlers()
