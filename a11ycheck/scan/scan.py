"""The pipeline: targets become pages, pages screens, screens findings; whatever happens, one Report comes out."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from datetime import UTC, datetime

import a11ycheck
from a11ycheck.browser.browser import Browser
from a11ycheck.browser.chromium import Chromium
from a11ycheck.errors import BrowserError, UsageError
from a11ycheck.evidence.screens import TargetResult
from a11ycheck.model import Report
from a11ycheck.report.assembly import ScanInfo, make_report
from a11ycheck.scan.local_backend import LocalBackend
from a11ycheck.scan.plan import Listener, Plan, ScanTarget
from a11ycheck.scan.session import Backend
from a11ycheck.scan.target_run import TargetRun
from a11ycheck.store.store import Store

BackendContext = AbstractAsyncContextManager[Backend]
"""Opens a backend on other computers. Raises ClusterError when it cannot."""
BrowserOpener = Callable[[Chromium, bool, int | None], AbstractAsyncContextManager[Browser]]
"""Opens a browser, from the arguments of `Browser`. Raises BrowserError when it cannot."""

__all__ = ["Listener", "Plan", "ScanTarget", "scan"]


async def scan(
    targets: Sequence[ScanTarget],
    plan: Plan,
    listener: Listener,
    store: Store | None = None,
    cluster: BackendContext | None = None,
    open_browser: BrowserOpener = Browser,
) -> Report:
    """Scan all targets, `plan.jobs` pages at the same time, and return the report.

    With a `store`, what it holds of an earlier, unfinished scan of the same targets is not done again. Pages are
    opened in the `cluster` when one is given. A program that scans again and again can lend its browsers with
    `open_browser`; by default each scan starts its own. When cancelled, stop at once and still return the report of
    what was done. Raises BrowserError when no browser can be started at all, and ClusterError.
    """
    clock = time.monotonic()
    started = datetime.now(UTC).isoformat(timespec="seconds")
    if store:
        started = store.begin(started)
    results: list[TargetResult] = []
    versions: set[str] = set()
    interrupted = False
    try:
        async with AsyncExitStack() as stack:
            browsers = await _open_browsers(stack, targets, plan, open_browser)
            backend = await stack.enter_async_context(cluster) if cluster and browsers else None
            runs = _make_runs(targets, plan, listener, browsers, backend, store)
            results += [run.result for run in runs]
            await _run_all(runs)
            versions = _versions(browsers, backend)
    except asyncio.CancelledError:
        interrupted = True
        if task := asyncio.current_task():
            task.uncancel()
    finally:
        listener.stop()
    info = ScanInfo(
        tool=f"a11ycheck {a11ycheck.__version__}",
        axe=plan.instruments.axe.version,
        browser=f"Chromium {', '.join(sorted(versions))}" if versions else "",
        started=started,
        seconds=round(store.seconds if store else time.monotonic() - clock, 1),
        settings=plan.settings,
        interrupted=interrupted,
        organisation=plan.organisation,
    )
    return make_report(results, plan.rules, plan.words, info)


async def _open_browsers(
    stack: AsyncExitStack, targets: Sequence[ScanTarget], plan: Plan, open_browser: BrowserOpener
) -> dict[bool, Browser]:
    """Open the browsers that the targets need: True → the one for packages, False → the one for websites.

    Packages have a browser of their own, which looks up no name: WebRTC looks up its relay servers beside the proxy,
    and that name would leave the computer.
    """
    needed = {_is_package(target) for target in targets if not target.source.info.only_documents}
    browsers = {
        is_package: await stack.enter_async_context(open_browser(plan.chromium, is_package, plan.memory))
        for is_package in needed
        if plan.chromium
    }
    if browsers and plan.foreign_rules:
        await _check_script(next(iter(browsers.values())), plan.instruments.compiled.source)
    return browsers


def _make_runs(
    targets: Sequence[ScanTarget],
    plan: Plan,
    listener: Listener,
    browsers: Mapping[bool, Browser],
    cluster: Backend | None,
    store: Store | None,
) -> list[TargetRun]:
    """Return a run for each target; on this computer, all share `plan.jobs` slots."""
    slots = asyncio.Semaphore(plan.jobs)
    runs = []
    for target in targets:
        browser = browsers.get(_is_package(target))
        backend = cluster or (LocalBackend(browser, slots, plan.jobs) if browser else None)
        runs.append(
            TargetRun(target, plan, listener, browser, backend, store if target.source.info.is_website else None)
        )
    return runs


def _is_package(target: ScanTarget) -> bool:
    return target.source.info.network is not None


def _versions(browsers: Mapping[bool, Browser], cluster: Backend | None) -> set[str]:
    """Return the versions of the browsers that were used, of this computer and of others."""
    local = next(iter(browsers.values()), None)
    return {local.version, *(cluster.browser_versions if cluster else ())} if local else set()


async def _check_script(browser: Browser, source: str) -> None:
    """Compile the rules' script without running it.

    Raises UsageError: otherwise every screen would fail with the same error.
    """
    context = await browser.new_context()
    session = await context.new_cdp_session(await context.new_page())
    await session.send("Runtime.enable")
    compiled = await session.send(
        "Runtime.compileScript", {"expression": source, "sourceURL": "rules", "persistScript": False}
    )
    await context.close()
    if problem := compiled.get("exceptionDetails"):
        raise UsageError("rule-script", error=problem["exception"]["description"].splitlines()[0])


async def _run_all(runs: Sequence[TargetRun]) -> None:
    """Run all targets at the same time. Raises BrowserError when nothing at all could be seen."""
    tasks = [asyncio.ensure_future(run.run()) for run in runs]
    try:
        await asyncio.wait(tasks)
    finally:
        for task in tasks:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
    for error in ended:
        if isinstance(error, BrowserError) and any(run.result.seen for run in runs):
            continue
        if isinstance(error, Exception):
            raise error
