"""The pipeline: targets become pages, pages screens, screens findings; one Report comes out, whatever happens."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from datetime import UTC, datetime

import a11ycheck
from a11ycheck.browser.browser import Browser
from a11ycheck.errors import BrowserError, UsageError
from a11ycheck.evidence.screens import TargetResult
from a11ycheck.model import Report
from a11ycheck.report import assembly as gather
from a11ycheck.scan.local_backend import LocalBackend
from a11ycheck.scan.plan import Listener, Plan, ScanTarget
from a11ycheck.scan.session import Backend
from a11ycheck.scan.target_run import Run
from a11ycheck.sources.interface import Lasting, needs_browser
from a11ycheck.store.store import Store

Elsewhere = AbstractAsyncContextManager[Backend]

__all__ = ["Listener", "ScanTarget", "Plan", "scan"]


async def scan(
    orders: Sequence[ScanTarget],
    plan: Plan,
    listener: Listener,
    store: Store | None = None,
    elsewhere: Elsewhere | None = None,
) -> Report:
    """Scan all targets, `plan.jobs` screens at once. Raises BrowserError when no browser can be started at all.

    With a `store`, what it kept of an earlier, unfinished scan of the same targets is not done again. Screens play
    `elsewhere` when that is given; ClusterError when they cannot.

    When cancelled it stops at once and still returns the report of what was done.
    """
    began, clock = datetime.now(UTC), time.monotonic()
    started = began.isoformat(timespec="seconds")
    if store:
        started = store.begin(started)
    targets: list[TargetResult] = []
    version, interrupted = "", False
    try:
        async with AsyncExitStack() as stack:
            # Packages have a browser of their own, which looks no name up: a relay server of WebRTC is asked for
            # beside the proxy, and its name would go out.
            browsers = {
                closed: await stack.enter_async_context(Browser(plan.chromium, closed, plan.memory))
                for closed in {order.source.network is not None for order in orders if needs_browser(order.source)}
                if plan.chromium
            }
            one = next(iter(browsers.values()), None)
            if one and plan.foreign_rules:
                await _check_script(one, plan.instruments.compiled.source)
            cluster = await stack.enter_async_context(elsewhere) if elsewhere and browsers else None
            slots = asyncio.Semaphore(plan.jobs)
            runs = [
                Run(
                    order,
                    plan,
                    listener,
                    browser := browsers.get(order.source.network is not None),
                    cluster or (LocalBackend(browser, slots, plan.jobs) if browser else None),
                    store if isinstance(order.source, Lasting) else None,
                )
                for order in orders
            ]
            targets += [run.gathered for run in runs]
            await _all(runs)
            version = ", ".join(sorted({one.version, *(cluster.browsers if cluster else ())})) if one else ""
    except asyncio.CancelledError:
        interrupted = True
        if task := asyncio.current_task():
            task.uncancel()
    finally:
        listener.stop()
    about = gather.Frame(
        tool=f"a11ycheck {a11ycheck.__version__}",
        axe=plan.instruments.axe.version,
        browser=f"Chromium {version}" if version else "",
        started=started,
        seconds=round(store.seconds if store else time.monotonic() - clock, 1),
        settings=plan.settings,
        interrupted=interrupted,
    )
    return gather.report(targets, plan.rules, plan.words, about)


async def _check_script(browser: Browser, source: str) -> None:
    """Read the rules' script without running it. Raises UsageError: else each screen would fail with the same error."""
    context = await browser.context()
    session = await context.new_cdp_session(await context.new_page())
    await session.send("Runtime.enable")
    read = await session.send(
        "Runtime.compileScript", {"expression": source, "sourceURL": "rules", "persistScript": False}
    )
    await context.close()
    if trouble := read.get("exceptionDetails"):
        raise UsageError("rule-script", error=trouble["exception"]["description"].splitlines()[0])


async def _all(runs: Sequence[Run]) -> None:
    """All targets at once, as far as there are slots. Raises BrowserError when nothing at all could be seen."""
    tasks = [asyncio.ensure_future(run.run()) for run in runs]
    try:
        await asyncio.wait(tasks)
    finally:
        for task in tasks:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
    for error in ended:
        if isinstance(error, BrowserError) and any(run.gathered.seen for run in runs):
            continue
        if isinstance(error, Exception):
            raise error
