"""Patterns of the ARIA Authoring Practices and a good page, written for this test: no rule of ours accuses them."""

import asyncio
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from a11ycheck.browser import Browser
from a11ycheck.chromium import find
from a11ycheck.rules import read_rules
from tests.rule_harness import _Quiet, judge_html

PATTERNS = Path(__file__).parent.parent / "fixtures" / "sites" / "patterns"


async def _judge(names):
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(PATTERNS))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        async with Browser(find()) as browser:
            context = await browser.context(viewport={"width": 1280, "height": 800})
            tab = await context.new_page()
            rules = read_rules("en")
            judged = {
                name: (await judge_html(tab, f"http://127.0.0.1:{server.server_port}/{name}", rules))[0]
                for name in names
            }
        server.shutdown()
    return judged


@pytest.fixture(scope="module")
def judged():
    return asyncio.run(_judge(sorted(path.name for path in PATTERNS.glob("*.html"))))


@pytest.mark.parametrize("name", sorted(path.name for path in PATTERNS.glob("*.html")))
def test_a_good_pattern_is_left_alone(judged, name):
    assert judged[name] == []
