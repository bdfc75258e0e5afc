"""A failure of contrast needs no picture where text stands on one colour and nothing else may be painted there."""

import asyncio

import pytest

from a11ycheck.browser.frames import Frames
from a11ycheck.inpage import script
from tests.shared_browser import open_browser, run

pytestmark = pytest.mark.browser

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Grounds</title><style>
  body { margin: 8px } p { margin: 0 0 4px; color: #aaa; background: #fff; position: relative }
  .over { position: absolute; inset: 0; background: #fff; pointer-events: none }
  .bare { background: none } .deep { z-index: -1 } .black { background: #000 }
  .held { position: relative; z-index: 0; height: 24px }
  #pseudo-over::before { content: ""; position: absolute; inset: 0; background: #fff; pointer-events: none }
  #pseudo-below { z-index: 0; background: #fff }
  #pseudo-below::after { content: ""; position: absolute; inset: 0; background: #000; z-index: -1 }
</style></head><body>
<p id="plain">Plain</p>
<p id="unset" class="bare">On the white of the window</p>
<div class="black"><p id="on-black" class="bare" style="color: #333">On black</p></div>
<p id="child-over">Below a child<span class="over"></span></p>
<div class="held"><p id="sibling-over">Below a sibling</p><div class="over"></div></div>
<div class="held"><div class="over black deep"></div><p class="bare" id="sibling-below">On a sibling</p></div>
<p id="pseudo-over">Below a pseudo-element</p>
<p id="pseudo-below">On a pseudo-element</p>
<p id="gradient" style="background: linear-gradient(#fff, #eee)">On a gradient</p>
<p id="inset" class="bare" style="box-shadow: inset 0 0 0 99px #000">On a shadow</p>
<p id="border" style="border: 2px solid; border-image: linear-gradient(#000, #000) 1 fill">On a border</p>
<div style="background: rgb(0 0 0 / .9)"><p id="half" class="bare">On a half-clear ground</p></div>
<p id="shadow" style="text-shadow: 0 0 2px #000">With a shadow</p>
<p id="faint" style="opacity: .5">Faint</p>
<p id="filter" style="filter: invert(1)">Filtered</p>
<p id="mask" style="mask-image: linear-gradient(#000, #000)">Masked</p>
<p id="tiny" style="font-size: 1px">Tiny</p>
<div class="held"><svg class="over" width="300" height="24"><rect width="300" height="24" /></svg><p id="drawing"
  class="bare">On a drawing</p></div>
<div style="height: 60px; overflow: auto"><div style="height: 300px"></div><p id="scrolled">Scrolled away</p></div>
<div style="height: 10px; overflow: hidden"><p id="cut" style="margin-top: 40px">Cut off</p></div>
<x-host><template shadowrootmode="open"><div class="held" style="position: relative"><slot></slot><div
  style="position: absolute; inset: 0; background: #fff; pointer-events: none"></div></div></template>
  <p id="slotted">In a slot, and covered</p></x-host>
<x-host id="host"><template shadowrootmode="open"><p id="inner" style="color: #aaa; background: #fff">In a shadow
  root</p></template></x-host>
<input id="field" value="In a field" style="color: #aaa">
<iframe title="One" srcdoc="<p id=framed style='color:#aaa'>In a frame</p>"></iframe>
<div class="held" style="height: 160px"><iframe title="Two" srcdoc="<p id=framed style='color:#aaa'>Covered</p>">
</iframe><div class="over"></div></div>
<div class="black"><iframe title="Three" srcdoc="<p id=framed style='color:#333'>On black</p>"></iframe></div>
<div style="height: 900px"></div><p id="far">Far below</p></body></html>"""
WHITE, BLACK = [255, 255, 255], [0, 0, 0]
PLAIN = {"#plain", "#unset", "#on-black", "#scrolled", "#inner", "#far"}


@pytest.fixture(scope="module")
def found():
    async def look():
        async with open_browser() as browser:
            context = await browser.new_context(viewport={"width": 800, "height": 600})
            tab = await context.new_page()
            await tab.set_content(PAGE)
            root = await Frames(tab, await context.new_cdp_session(tab)).read()
            ids = await tab.evaluate("[...document.querySelectorAll('body [id]')].map((each) => `#${each.id}`)")
            places = [[one] for one in ids if one != "#host"] + [["#host", "#inner"]]
            texts = await root.run(script("judging/contrast_grounds"), places)
            framed = [await frame.run(script("judging/contrast_grounds"), [["#framed"]]) for frame in root.children]
            left = await tab.evaluate("[scrollY, document.adoptedStyleSheets.length]")
            return {place[-1]: text for place, text in zip(places, texts, strict=True)}, framed, left

    return run(asyncio.wait_for(look(), 60))


def test_only_text_with_nothing_over_it_on_one_colour_needs_no_picture(found):
    texts, _, _ = found
    assert {target for target, text in texts.items() if text} == PLAIN
    assert texts["#plain"] == {"color": [170, 170, 170], "alpha": 1, "large": False, "ground": WHITE}
    assert texts["#on-black"]["ground"] == BLACK


def test_what_is_around_a_frame_is_looked_at_too(found):
    _, framed, _ = found
    assert [texts[0] and texts[0]["ground"] for texts in framed] == [WHITE, None, BLACK]


def test_the_page_stands_as_it_stood(found):
    _, _, left = found
    assert left == [0, 0]
