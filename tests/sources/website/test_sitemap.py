"""Sitemaps add pages to a crawl, and harmful ones cost little."""

import asyncio
import gzip

import pytest

from a11ycheck.sources.interface import Visit
from a11ycheck.sources.website.crawl_limits import CrawlLimits
from a11ycheck.sources.website.sitemap import LARGEST, read_sitemaps
from a11ycheck.sources.website.website import Website
from tests.site_server import Reply, serving

pytestmark = pytest.mark.slow

HEAD = '<?xml version="1.0"?>'


def urls(*addresses):
    return f"{HEAD}<urlset>{''.join(f'<url><loc>{one}</loc></url>' for one in addresses)}</urlset>"


def maps(*addresses):
    return f"{HEAD}<sitemapindex>{''.join(f'<sitemap><loc>{one}</loc></sitemap>' for one in addresses)}</sitemapindex>"


def test_pages_of_the_sitemap_come_after_those_of_the_start_page():
    replies = {}
    with serving(replies) as site:
        inner = urls(f"{site.url}/hidden", f"{site.url}/linked", "https://other.example/", f"{site.url}/logout")
        replies |= {
            "/robots.txt": f"Sitemap: {site.url}/maps.xml",
            "/maps.xml": maps(f"{site.url}/one.xml.gz"),
            "/one.xml.gz": Reply(gzip.compress(inner.encode()), headers={"Content-Type": "application/gzip"}),
        }
        source = Website(f"{site.url}/", CrawlLimits(sitemap=True))
        asyncio.run(source.open())
        (start,) = source.first_pages()
        found = asyncio.run(source.next_pages([Visit(start, start.address, (f"{site.url}/linked",))]))
        assert [page.url.removeprefix(site.url) for page in found] == ["/linked", "/hidden"]
        assert {one.why for one in source.skipped()} == {"changes-state"}
        assert asyncio.run(source.next_pages([])) == []


def test_what_is_no_sitemap_or_goes_in_circles_is_passed_over():
    asked = []
    here = "https://school.example"
    bomb = gzip.compress(urls(*[f"{here}/x"] * 3).encode() + b" " * (LARGEST * 2))
    answers = {
        f"{here}/sitemap.xml": maps(
            f"{here}/sitemap.xml", f"{here}/bomb", "https://evil.example/s.xml", f"{here}/list"
        ),
        f"{here}/bomb": bomb,
        f"{here}/list": f"{here}/plain\njavascript:alert(1)\n",
        f"{here}/html": "<!doctype html><p>404",
        f"{here}/entities": '<!DOCTYPE x [<!ENTITY a "b">]><urlset/>',
    }

    async def fetch(address):
        asked.append(address)
        found = answers.get(address, b"")
        return found.encode() if isinstance(found, str) else found

    first = [f"{here}/sitemap.xml", f"{here}/html", f"{here}/entities", f"{here}/none"]
    assert asyncio.run(read_sitemaps(first, fetch, lambda address: address.startswith(here))) == [
        f"{here}/x",
        f"{here}/plain",
    ]
    assert sorted(asked) == sorted({*first, f"{here}/bomb", f"{here}/list"})


@pytest.mark.parametrize("named", ["elsewhere", "by another name", "in a redirect", "in a chain", "in an index"])
def test_a_sitemap_elsewhere_is_never_asked_for(named):
    replies, rest = {}, {"/x.xml": urls("http://127.0.0.1/stolen")}
    with serving(rest) as other, serving(replies) as site:
        away = f"{other.url}/x.xml"
        replies |= {
            "/own.xml": Reply(status=302, headers={"Location": away}),
            "/chain.xml": Reply(status=307, headers={"Location": "/own.xml"}),
            "/index.xml": maps(away, f"{site.url}/logout", f"{site.url}@{other.url[7:]}/x.xml", f"{site.url}/own.xml"),
        }
        sitemap = {
            "elsewhere": away,
            "by another name": away.replace("127.0.0.1", "localhost"),
            "in a redirect": f"{site.url}/own.xml",
            "in a chain": f"{site.url}/chain.xml",
            "in an index": f"{site.url}/index.xml",
        }[named]
        replies["/robots.txt"] = (
            f"Sitemap: {sitemap}\nSitemap: {site.url}/course/17/delete\nSitemap: file:///etc/passwd"
        )
        source = Website(f"{site.url}/", CrawlLimits(sitemap=True))
        asyncio.run(source.open())
        (start,) = source.first_pages()
        assert asyncio.run(source.next_pages([Visit(start, start.address, ())])) == []
        assert other.asked == []
        assert not {"/logout", "/course/17/delete"} & {*site.asked}


def test_a_redirect_of_robots_txt_or_a_sitemap_to_what_changes_something_is_not_followed():
    replies = {name: Reply(status=302, headers={"Location": "/logout"}) for name in ("/robots.txt", "/sitemap.xml")}
    with serving(replies) as site:
        source = Website(f"{site.url}/", CrawlLimits(sitemap=True))
        asyncio.run(source.open())
        (start,) = source.first_pages()
        asyncio.run(source.next_pages([Visit(start, start.address, ())]))
        assert site.asked == ["/robots.txt", "/sitemap.xml"]
