"""A page full of links that change something, whatever their addresses look like: an audit opens none of them."""

import html
from urllib.parse import urlsplit

import pytest

from a11ycheck.sources.website.crawl_limits import CrawlLimits
from a11ycheck.sources.website.website import Website
from tests.scanning import plan_for, scan_source
from tests.site_server import Reply, serving
from tests.web.link_examples import rows

pytestmark = pytest.mark.browser

PAGE = '<!doctype html><html lang="en"><title>{0}</title>{2}<main><h1>{0}</h1><p>Words about {0}.</p>{1}</main>'
LOGOUT = Reply(status=302, headers={"Location": "/logout"})
HARMLESS = [
    "/lessons/3",
    "/wiki/Remove_stains",
    "/help/logout-problems",
    "/mod/page/view.php?id=7",
    "/courses/1",
    "/more",
]
"""What may be opened, and is."""
LEADS_ON = {
    "/go/1": LOGOUT,
    "/go/2": Reply(status=307, headers={"Location": "/go/1"}),
    "/go/3": PAGE.format("Wait", "", '<meta http-equiv="refresh" content="0; url=/course/17/delete/confirm">'),
    "/go/4": PAGE.format("Wait", "", "<script>location.href = '/deleteItem/4'</script>"),
    "/go/5": PAGE.format("Wait", "", "<script>location.replace('/go/6')</script>"),
    "/go/6": Reply(status=303, headers={"Location": "/x?a=1&amp;sesskey=9fA3"}),
    "/go/7": Reply(status=302, headers={"Location": "/%2564elete/7"}),
    "/guide.pdf": Reply(status=302, headers={"Location": "/session/end"}),
}
"""What may be opened as well, because nothing says where it leads; from there nothing is followed."""
ASKED = (
    '<section><p>Delete “Ladders”? Are you sure?</p><a href="/sure/1">Go on</a> <a href="/sure/2">OK</a>'
    '<a href="/more">Cancel</a></section>'
)
HIDDEN = (
    '<style>.out::before { content: "Log out" }</style><a class="out" href="/drawn/1"></a>'
    '<a href="/drawn/2"><img alt="Uitloggen" src="/i.png"></a><a href="/drawn/3">Lo<b hidden>xyz</b>g out</a>'
    '<a href="/drawn/4" aria-label="Kurs löschen">x</a><a href="/drawn/5" title="Supprimer">x</a>'
    '<a href="/drawn/6" aria-labelledby="who"><svg><title>Delete course</title></svg></a><i id="who">17</i>'
    '<a href="/drawn/7"><svg class="i"><use href="/icons.svg#trash"></use></svg></a>'
    '<map name="m"><area href="/drawn/8" alt="Sign out" shape="rect" coords="0,0,9,9"></map>'
    '<a href="/drawn/9" onmousedown="held = 1">Delete course</a>'
)
EAGER = (
    "<script>for (const kind of ['mouseover', 'focusin'])"
    " addEventListener(kind, (event) => event.target.closest('a') && fetch(event.target.closest('a').href))</script>"
)
"""Many pages fetch a link as soon as the mouse or the focus is on it."""
SAME_NAME = '<p><a href="/go/1">The plan</a></p><p><a href="/go/2">The plan</a></p><p><a href="/s/9">The plan</a></p>'


def _link(row):
    name, address, attributes = row
    given = " ".join(f'{key}="{html.escape(value)}"' for key, value in attributes.items() if not key.startswith("("))
    return f'<p><a href="{html.escape(address)}" {given}>{name}</a></p>'


TRAPS = [row for row in rows("links_changing") if row[1] != "/portal/exit"][::4]
"""Every fourth: tests/web/test_changes.py judges all."""


def _site():
    rooms = "".join(f'<p><a href="{address}">Room {n}</a></p>' for n, address in enumerate([*HARMLESS, *LEADS_ON]))
    signs = '<p><a href="/portal/exit">Sign out</a></p>'
    first = PAGE.format("Start", "".join(map(_link, TRAPS)) + rooms + ASKED + HIDDEN + SAME_NAME + signs, EAGER)
    return {"/": first, **{address: PAGE.format(f"Room {address}", signs, "") for address in HARMLESS}, **LEADS_ON}


@pytest.fixture(scope="module")
def audited():
    """The report, with every behaviour that is tried unasked, and the site."""
    with serving(_site()) as site:
        website = Website(f"{site.url}/", CrawlLimits(max_pages=300))
        yield scan_source(website, plan_for(axe=["image-alt"], profile="standard")), site


def test_nothing_arrives_that_changes_something(audited):
    _, site = audited
    opened = {"/", *HARMLESS, *LEADS_ON, "/robots.txt", "/favicon.ico", "/i.png", "/icons.svg"}
    assert len(TRAPS) > 40
    assert set(site.asked) <= opened
    assert site.sent == []


def test_what_only_shows_something_is_opened(audited):
    report, site = audited
    reached = {screen.url.removeprefix(site.url) for screen in report.screens if screen.reached}
    assert reached == {"/", *HARMLESS}


def test_it_is_told_what_was_left_alone_and_what_led_on(audited):
    report, site = audited
    (left,) = (one for one in report.skipped if one.why == "changes-state")
    assert int(left.data["count"]) > 40
    led = {urlsplit(one.what).path for one in report.skipped if one.why == "redirects-to-change"}
    assert led >= {address for address in LEADS_ON if address != "/go/6"}
