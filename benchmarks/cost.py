"""What a screen costs: python -m benchmarks.cost [FOLDER of .html] [--profile standard]

Prints for each page, measured in one run: axe alone, our rules for pages, and each behaviour of the profile, in seconds
of CPU time (this process and all of the browser's) and, in brackets, of real time. Without a folder, three pages made
here are measured: an ordinary one with forty tab stops, one of 50,000 elements, and one of 500 tab stops. The last
column is the sum of the behaviours: what the profile adds to quick.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import Awaitable
from pathlib import Path
from statistics import median
from typing import TypeVar

import psutil
from playwright.async_api import Page as Tab

from a11ycheck.behaviour import BEHAVIOURS
from a11ycheck.behaviour.interface import BehaviourContext, CurrentDocument, Observation
from a11ycheck.behaviour.running import GRACE
from a11ycheck.behaviour.screen_size import is_too_large
from a11ycheck.browser.browser import Browser
from a11ycheck.browser.chromium import find
from a11ycheck.browser.frames import Frames
from a11ycheck.browser.guard import Guard
from a11ycheck.facts.resolvers import answering
from a11ycheck.facts.resolvers.ends import never
from a11ycheck.judging.axe import read_axe, run_axe
from a11ycheck.judging.checks import judge_frames
from a11ycheck.judging.compiled_rules import CompiledRules, compile_rules
from a11ycheck.judging.rules import axe_in_force, in_force, in_profile, read_axe_rules, read_rules
from fixtures.sites.serving import serving_files

T = TypeVar("T")
AXE = tuple(axe_in_force(read_axe_rules("en"), "AA", "2.2"))
STYLE = "body { font: 16px/1.5 sans-serif } nav a { margin-right: 12px } section { margin: 16px 0 }"


def ordinary(stops: int, elements: int) -> str:
    """Return a lesson with this many links, fields and buttons, and about as many elements as asked."""
    links = "".join(f'<li><a href="#s{n % 5}">Lesson {n}: how plants drink water</a></li>' for n in range(stops - 12))
    fields = "".join(f'<p><label>Answer {n} <input name="a{n}"></label></p>' for n in range(6))
    more = "".join(
        f'<h3><button aria-expanded="false" aria-controls="p{n}">Part {n}</button></h3>'
        f'<div id="p{n}" hidden><p>Roots take water from the soil.</p></div>'
        for n in range(4)
    )
    rows = "".join(f"<tr><td>{n}</td><td>Leaf</td><td>Root</td></tr>" for n in range(max(0, elements - 4 * stops) // 4))
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>Plants</title><style>{STYLE}</style></head><body>'
        f'<header><a href="#main">Skip to the lesson</a><nav><ul>{links}</ul></nav></header>'
        f'<main id="main"><h1>Plants</h1>'
        f'<section id="s1"><h2>Water</h2><p>{"Plants drink with their roots. " * 40}</p></section>{more}'
        f'<form><h2>Questions</h2>{fields}<button type="button">Check</button></form>'
        f"<table><tr><th>Nr</th><th>Part</th><th>Other part</th></tr>{rows}</table></main><script>"
        "for (const one of document.querySelectorAll('[aria-controls]')) one.onclick = () => {"
        "const open = one.getAttribute('aria-expanded') !== 'true'; one.setAttribute('aria-expanded', open);"
        "document.getElementById(one.getAttribute('aria-controls')).hidden = !open };</script></body></html>"
    )


def cpu_seconds() -> float:
    """Return the seconds of CPU time that this process and all below it have used."""
    own = psutil.Process()
    total = 0.0
    for process in (own, *own.children(recursive=True)):
        try:
            used = process.cpu_times()
        except psutil.Error:
            continue
        total += used.user + used.system
    return total


async def timed(work: Awaitable[T]) -> tuple[T, tuple[float, float]]:
    """Return the result of some work, with its seconds of CPU time and of real time."""
    used, began = cpu_seconds(), time.monotonic()
    result = await work
    return result, (cpu_seconds() - used, time.monotonic() - began)


async def bounded(behaviour: Awaitable[Observation], seconds: float) -> Observation:
    """Return what a behaviour observed; nothing when it had to be stopped, as in a scan."""
    try:
        return await asyncio.wait_for(behaviour, seconds)
    except TimeoutError:
        return Observation(bounded="time")


async def measure(tab: Tab, address: str, compiled: CompiledRules, names: list[str]) -> dict[str, tuple[float, float]]:
    """Return the seconds of each part on one page; `names` are those of behaviours."""
    await tab.goto(address)
    await tab.wait_for_timeout(300)
    frames = Frames(tab, await tab.context.new_cdp_session(tab))
    root = await frames.read()
    for frame in root.walk():
        await frame.load(f"{read_axe().source}\n;{compiled.source}")
    cost = {}
    await judge_frames(root, compiled, answering(frames, never))  # the first page also reads what languages look like
    _, cost["axe"] = await timed(run_axe(root, AXE))
    _, cost["rules"] = await timed(judge_frames(root, compiled, answering(frames, never)))
    before: dict[str, Observation] = {}
    async with Guard(tab) as guard:
        is_large = await is_too_large(BehaviourContext(frames, CurrentDocument(root), 0))
        for name in names:
            if is_large and BEHAVIOURS[name].operates:  # nothing is pressed there
                cost[name] = (0.0, 0.0)
                continue
            until = time.monotonic() + BEHAVIOURS[name].seconds
            behaviour = BEHAVIOURS[name].run(
                BehaviourContext(frames, CurrentDocument(root), until, True, before, guard)
            )
            before[name], cost[name] = await timed(bounded(behaviour, BEHAVIOURS[name].seconds + GRACE))
    return cost


async def tabulate(folder: Path, compiled: CompiledRules, names: list[str]) -> None:
    """Measure each page of a folder, print each row as it comes."""
    print(f"| page | axe | rules | {' | '.join(names)} | behaviours |\n|{'---|' * (len(names) + 4)}")
    sums, shares = [], []
    with serving_files(folder) as url:
        async with Browser(find()) as browser:
            first = await (await browser.new_context()).new_page()
            await first.goto("about:blank")  # this one pays for the start
            for page in sorted(folder.rglob("*.html")):
                tab = await (await browser.new_context()).new_page()
                cost = await measure(tab, f"{url}/{page.relative_to(folder)}", compiled, names)
                await tab.close()
                used, passed = (sum(cost[name][n] for name in names) for n in (0, 1))
                cells = [cost["axe"], cost["rules"], *(cost[name] for name in names), (used, passed)]
                sums.append(used)
                shares.append(cost["rules"][1] / cost["axe"][1])
                print(f"| {page.stem} | {' | '.join(f'{c:.2f} ({w:.2f})' for c, w in cells)} |", flush=True)
    print(f"\nMedians of {len(sums)} pages: our page rules {median(shares):.2f} of axe's time (real time);")
    print(f"behaviours together {median(sums):.2f} s of CPU time.")


def main() -> None:
    """Parse the arguments, make pages when no folder is given, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--profile", default="standard", choices=("quick", "standard", "thorough"))
    arguments = parser.parse_args()
    compiled = compile_rules(in_profile(in_force(read_rules("en"), "AA", "2.2"), arguments.profile))
    names = sorted(
        (name for name in BEHAVIOURS if name in compiled.behaviours), key=lambda name: BEHAVIOURS[name].operates
    )
    with tempfile.TemporaryDirectory() as temporary:
        if not arguments.folder:
            for name, stops, elements in (("1-ordinary", 40, 400), ("2-elements", 40, 50_000), ("3-stops", 500, 2000)):
                Path(temporary, f"{name}.html").write_text(ordinary(stops, elements), encoding="utf-8")
        asyncio.run(tabulate(arguments.folder or Path(temporary), compiled, names))


if __name__ == "__main__":
    main()
