"""Pages that links lead to are opened as a visitor would, and closed without telling their server."""

import pytest

from a11ycheck.browser.frames import Frames
from a11ycheck.facts.resolvers.ends import LinkEnds
from tests.shared_browser import open_browser, run
from tests.site_server import serving

pytestmark = pytest.mark.browser

END = """<!DOCTYPE html><html lang="en"><title>{0}</title><h1>{0}</h1><script>
addEventListener("pagehide", () => navigator.sendBeacon("/left?{0}"))</script>"""


async def yes(_):
    return True


def test_a_page_that_is_looked_at_is_left_without_a_word():
    async def look(url):
        async with open_browser() as browser:
            tab = await (await browser.new_context()).new_page()
            await tab.goto(f"{url}/")
            ends = LinkEnds(Frames(tab, await tab.context.new_cdp_session(tab)), yes)
            return await ends.answer(None, [f"{url}/one", f"{url}/two"])

    with serving({"/": "<p>Words.</p>", "/one": END.format("One"), "/two": END.format("Two")}) as site:
        found = run(look(site.url))
        assert [end["title"] for end in found] == ["One", "Two"]
        assert site.sent == []
