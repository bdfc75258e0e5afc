"""What pictures show: no e-mail addresses, tokens or contents of fields, and all else as it is."""

import base64
import io

import pytest
from PIL import Image

from a11ycheck.browser.element_pictures import take_pictures
from a11ycheck.browser.frames import Frames
from a11ycheck.evidence.hits import Hit
from a11ycheck.text import redact
from tests.reading_pictures import read_picture
from tests.shared_browser import open_browser, run
from tests.site_server import serving

pytestmark = pytest.mark.browser

STYLE = "<style>body {margin: 0; font: 22px sans-serif} div, p, input, iframe, svg, button {margin: 4px 0}</style>"
NAME = "Balthazar Ooijevaar"
TOKEN = "Kq7Zt2Lm9Xc4Vb8Nf3PdW6Rs"
SECRETS = {
    "plain": "<p>Mail jan.jansen@school.nl now</p>",
    "split": "<p>Mail <span>jan</span>.<b>jansen</b><wbr>@school.nl now</p>",
    "token": f"<p>Token {TOKEN} now</p>",
    "label": "<p><b>Wachtwoord:</b> Zomerfeest now</p>",
    "cells": "<table><td>Wachtwoord:<td>Zomerfeest<td>now</table>",
    "typed": '<input id="typed"> now',
    "default": '<input value="Zomerfeest"> now',
    "area": "<textarea>Zomerfeest</textarea> now",
    "hint": '<input placeholder="jan.jansen@school.nl" size="30"> now',
    "chosen": "<select><option>Zomerfeest</select> now",
    "editable": '<div contenteditable>Zomerfeest</div> now',
    "button": '<input type="button" value="jan.jansen@school.nl"> now',
    "drawn": '<p class="drawn" data-mail="jan.jansen@school.nl"> now</p>'
    '<style>.drawn::before {content: "Mail " attr(data-mail)}</style>',
    "svg": '<svg width="400" height="40"><text y="30">jan.jansen@school.nl now</text></svg>',
    "gradient": '<p style="background: linear-gradient(red, blue); background-clip: text; color: transparent">'
    "jan.jansen@school.nl now</p>",
    "turned": '<p style="transform: scale(1.2); transform-origin: 0 0">jan.jansen@school.nl now</p>',
    "shadow": '<div><template shadowrootmode="open"><p>jan.jansen@school.nl now</p></template></div>',
    "broken": '<img alt="jan.jansen@school.nl" src="/none.png" width="300" height="40"> now',
    "framed": f"<iframe width='500' height='60' srcdoc='{STYLE}<p>jan.jansen@school.nl now'></iframe>",
    "neighbours": f"<span>{NAME}</span> <a>x</a><br><span>{NAME}</span><br>{NAME} now",
    "list": "<ul><li>jan.jansen@school.nl now</li></ul>",
}  # fmt: skip
LEAKS = ("jansen", "school.nl", TOKEN[:12].lower(), TOKEN[12:].lower(), "zomer", "feest", "balthazar", "ooijevaar")


async def pictures_of(page, bodies):
    """Take a picture of the element `.one` of each page."""
    async with open_browser() as browser:
        context = await browser.new_context()
        tab = await context.new_page()
        pictures = {}
        for name, body in bodies.items():
            await tab.set_content(f"<!doctype html><html lang=en>{STYLE}<div class=one>{body}</div>")
            await page(tab)
            session = await context.new_cdp_session(tab)
            frames = Frames(tab, session)
            root = await frames.read()
            hit = Hit("r", "k", "", ".one", "", "", {}, place=(root.id, (".one",)))
            layout = await tab.evaluate("document.documentElement.outerHTML")
            taken = await take_pictures(frames, root, [hit], {}, [0])
            assert await tab.evaluate("document.documentElement.outerHTML") == layout
            pictures[name] = Image.open(io.BytesIO(base64.b64decode(taken[0].data)))
        return pictures


async def type_in(tab):
    if field := await tab.query_selector("#typed"):
        await field.fill("Zomerfeest")


@pytest.fixture(scope="module")
def pictures():
    redact.hide_person(NAME)
    inner = f"<!doctype html>{STYLE}<p>jan.jansen@school.nl now"
    with serving({"/frame": inner, "/outer": f"{STYLE}<p>x<iframe src='/frame' height=50 width=490>"}) as site:
        other = site.url.replace("127.0.0.1", "localhost")
        framed = {
            "elsewhere": f"<p>x<iframe width=500 height=60 src='{other}/frame'></iframe>",
            "twice": f"<p>x<iframe width=600 height=120 src='{other}/outer'></iframe>",
            "moved": f"<p>x<iframe style='margin: 9px 60px; border: 7px solid' width=400 src='{other}/frame'></iframe>",
        }
        return run(pictures_of(type_in, SECRETS | framed))


def test_no_secret_can_be_read_in_a_picture(pictures):
    """All in one picture: reading takes most of the time."""
    sheet = Image.new("RGB", (820, sum(each.height for each in pictures.values())), "white")
    at = 0
    for each in pictures.values():
        sheet.paste(each, (0, at))
        at += each.height
    read = read_picture(sheet)
    assert [leak for leak in LEAKS if leak in read] == []
    assert read.count("now") >= len(SECRETS) - 4, read


def test_a_bar_keeps_the_colours_of_letters_and_background():
    body = '<p style="color: #c00000; background: #ffe0e0">jan.jansen@school.nl</p>'
    picture = run(pictures_of(type_in, {"one": body}))["one"]
    colours = {colour for _, colour in picture.getcolors(1 << 20)}
    for wanted in ((0xC0, 0, 0), (0xFF, 0xE0, 0xE0)):
        assert any(max(abs(a - b) for a, b in zip(colour, wanted, strict=True)) < 12 for colour in colours)
