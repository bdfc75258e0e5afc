"""A browser that grows, hangs or dies is replaced, and only the page that caused it is skipped."""

import asyncio
import os
import signal
import sys
import threading
import time
from dataclasses import replace

import psutil
import pytest

from a11ycheck.browser import browser as browser_module
from a11ycheck.browser.browser import Browser
from a11ycheck.browser.chromium import find
from a11ycheck.browser.process_tree import MIB
from tests.scanning import plan_for, scan_source
from tests.site_server import Reply, serving

pytestmark = pytest.mark.browser

PAGE = '<!doctype html><html lang="en"><title>{0}</title><h1>{0}</h1><p>Something to read about {0}.</p>{1}'
HUNGRY = (
    "<style>body * { display: none }</style>"
    "<script>const all = []; setInterval(() => all.push(new Uint8Array(2e7).fill(1)), 40)</script>"
)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="stops a process with a signal")


def page(title, more=""):
    return PAGE.format(title, more)


def why(report):
    return {one.what.rpartition("/")[2]: one.why for one in report.skipped}


def test_a_page_that_eats_all_memory_is_skipped_and_its_neighbours_are_not(tmp_path):
    slow = page("slow", '<img src="/late.png">')
    replies = {
        "/slow": slow,
        "/late.png": Reply("", seconds=6),
        "/hungry": page("hungry", HUNGRY),
        "/next": page("next"),
    }
    plan = replace(plan_for(["image-alt"], jobs=2), memory=200 * MIB)
    with serving(replies) as site:
        report = scan_source([f"{site.url}/{name}" for name in ("slow", "hungry", "next")], plan, own_browser=True)
    assert why(report) == {"hungry": "memory"}
    assert [screen.title for screen in report.screens if screen.reached] == ["slow", "next"]
    assert site.asked.count("/hungry") == 2


GROWING = """<script>setInterval(() => { for (let i = 0; i < 20000; i++) {
const div = document.createElement("div"); div.textContent = "x".repeat(500) + i; document.body.append(div) } }, 50)
</script>"""


def test_a_page_whose_elements_fill_the_memory_is_ended_alone_and_said_so(monkeypatch):
    monkeypatch.setattr(browser_module, "ONE_PAGE", 250 * MIB)
    replies = {
        "/slow": page("slow", '<img src="/late.png">'),
        "/late.png": Reply("", seconds=6),
        "/growing": page("growing", GROWING),
        "/next": page("next"),
    }
    plan = replace(plan_for(["image-alt"], ours=(), jobs=2), memory=2048 * MIB)
    with serving(replies) as site:
        report = scan_source([f"{site.url}/{name}" for name in ("slow", "growing", "next")], plan, own_browser=True)
    assert why(report) == {"growing": "memory"}
    assert [screen.title for screen in report.screens if screen.reached] == ["slow", "next"]
    assert site.asked.count("/slow") == 1


def has_type(process):
    return any(word.startswith("--type=") for word in process.cmdline())


def is_head(process):
    """Tell whether a process is a browser itself: not the script that starts it, and not its child before exec."""
    return "chrom" in process.name() and not has_type(process) and any(map(has_type, process.children()))


@POSIX
def test_a_browser_that_stops_answering_is_ended_and_the_page_tried_anew(monkeypatch):
    monkeypatch.setattr(browser_module, "ANSWER", 3.0)
    with serving({"/slow": Reply(page("slow"), seconds=2), "/next": page("next")}) as site:

        def freeze():
            while "/slow" not in site.asked:
                time.sleep(0.05)
            heads = [one for one in psutil.Process().children(recursive=True) if is_head(one)]
            newest = max(heads, key=psutil.Process.create_time)  # the others are shared
            os.kill(newest.pid, signal.SIGSTOP)

        freezer = threading.Thread(target=freeze)
        freezer.start()
        report = scan_source(
            [f"{site.url}/slow", f"{site.url}/next"], plan_for(["image-alt"], ours=()), own_browser=True
        )
        freezer.join()
    assert not report.skipped
    assert [screen.title for screen in report.screens if screen.reached] == ["slow", "next"]
    assert [one.kind for one in report.events] == ["browser"]


def test_one_that_grew_is_left_to_its_pages_and_the_next_context_has_another():
    async def grow():
        async with Browser(find(), memory_limit=120 * MIB) as browser:
            first = await browser.new_context()
            tab = await first.new_page()
            await tab.evaluate("void (window.all = new Uint8Array(150e6).fill(1))")
            assert not browser.is_usable(first)
            second = await browser.new_context()
            assert browser.is_usable(second)
            assert first.browser is not second.browser
            assert await tab.evaluate("all.length") == 150e6
            await first.close()
        return browser.starts

    assert asyncio.run(grow()) == 2
