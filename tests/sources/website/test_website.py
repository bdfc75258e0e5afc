"""The crawl of a website: order, limits, what is left out, robots.txt and the owner of redirects."""

import asyncio
import time

import pytest

from a11ycheck.errors import TargetError
from a11ycheck.sources.interface import Source, Visit
from a11ycheck.sources.website.crawl_limits import CrawlLimits
from a11ycheck.sources.website.policy import _matches, _pattern
from a11ycheck.sources.website.website import Website
from tests.site_server import Reply, serving

HOME = "https://school.example/"


def crawl(website: Website, links: dict[str, list[str]], ends: dict[str, str] | None = None) -> list[list[str]]:
    """The levels in which a site with these links is visited; `ends` are redirects."""
    levels = []
    pages = website.first_pages()
    while pages:
        levels.append([page.address for page in pages])
        visits = [
            Visit(page, (ends or {}).get(page.address, page.address), tuple(links.get(page.address, ())))
            for page in pages
        ]
        pages = asyncio.run(website.next_pages(visits))
    return levels


def left(website: Website) -> dict[str, int]:
    return {entry.why: int(entry.data.get("count", "1")) for entry in website.skipped()}


def free(**limits: object) -> CrawlLimits:
    return CrawlLimits(robots=False, **limits)  # type: ignore[arg-type]


def test_it_is_a_source() -> None:
    source: Source = Website(HOME)
    info = source.info
    assert (info.kind, info.name, info.title, info.network) == ("website", HOME, "school.example", None)


def test_breadth_first_in_document_order_each_page_once() -> None:
    website = Website(HOME, free())
    links = {
        HOME: [f"{HOME}b", f"{HOME}a", f"{HOME}b#part", "https://elsewhere.example/", "mailto:x@school.example"],
        f"{HOME}b": [HOME, f"{HOME}c?y=1&x=2"],
        f"{HOME}a": [f"{HOME}c?x=2&y=1", f"{HOME}d"],
    }
    assert crawl(website, links) == [[HOME], [f"{HOME}b", f"{HOME}a"], [f"{HOME}c?y=1&x=2", f"{HOME}d"]]
    assert website.page_count() == 5
    assert website.skipped() == []


def test_the_order_does_not_depend_on_which_page_was_done_first() -> None:
    website = Website(HOME, free())
    (home,) = website.first_pages()
    one, two = asyncio.run(website.next_pages([Visit(home, HOME, (f"{HOME}1", f"{HOME}2"))]))
    visits = [Visit(two, two.address, (f"{HOME}z",)), Visit(one, one.address, (f"{HOME}y",))]
    found = asyncio.run(website.next_pages(visits))
    assert [page.address for page in found] == [f"{HOME}y", f"{HOME}z"]
    assert {page.depth for page in found} == {2}


def test_the_start_pages_end_defines_the_site() -> None:
    website = Website("http://school.example/start", free())
    ends = {"http://school.example/start": "https://www.school.example/nl/"}
    links = {
        "http://school.example/start": [
            "https://www.school.example/en/",
            "http://school.example/over",
            "/nl/",
            "https://lms.school.example/",
        ]
    }
    assert crawl(website, links, ends) == [
        ["http://school.example/start"],
        ["https://www.school.example/en/", "http://school.example/over"],
    ]
    assert website.page_count() == 3


def test_a_start_that_leads_to_somebody_elses_site() -> None:
    website = Website(HOME, free())
    levels = crawl(
        website, {HOME: ["https://login.elsewhere.example/help"]}, {HOME: "https://login.elsewhere.example/"}
    )
    assert levels == [[HOME]]
    (entry,) = website.skipped()
    assert (entry.why, entry.data["host"]) == ("left-site", "login.elsewhere.example")


def test_where_a_redirect_ended_is_not_visited_again() -> None:
    website = Website(HOME, free())
    links = {HOME: [f"{HOME}old"], f"{HOME}old": [f"{HOME}new", f"{HOME}next"]}
    assert crawl(website, links, {f"{HOME}old": f"{HOME}new"}) == [[HOME], [f"{HOME}old"], [f"{HOME}next"]]
    assert website.page_count() == 3


def test_links_of_a_page_that_left_the_site_are_not_followed() -> None:
    website = Website(HOME, free())
    levels = crawl(
        website, {HOME: [f"{HOME}out"], f"{HOME}out": [f"{HOME}x"]}, {f"{HOME}out": "https://elsewhere.example/"}
    )
    assert levels == [[HOME], [f"{HOME}out"]]


def test_limits_are_counted_and_not_listed_one_by_one() -> None:
    website = Website(HOME, free(max_pages=3, max_depth=1))
    links = {HOME: [f"{HOME}{n}" for n in range(10)], f"{HOME}0": [f"{HOME}deep", f"{HOME}deeper"]}
    assert crawl(website, links) == [[HOME], [f"{HOME}0", f"{HOME}1"]]
    assert website.page_count() == 13
    assert left(website) == {"max-pages": 8, "max-depth": 2}
    assert {entry.why: entry.data["limit"] for entry in website.skipped()} == {"max-pages": "3", "max-depth": "1"}


def test_what_is_never_opened() -> None:
    website = Website(HOME, free())
    links = [f"{HOME}logout", f"{HOME}x?action=delete", f"{HOME}logo.png", f"{HOME}reader.pdf", f"{HOME}reader.pdf?v=2"]
    assert crawl(website, {HOME: links}) == [[HOME]]
    assert [(entry.what, entry.why) for entry in website.skipped()] == [(f"{HOME}logout", "changes-state")]
    assert left(website)["changes-state"] == 2
    assert website.page_count() == 1


def test_documents_are_kept_to_be_read_and_others_are_named() -> None:
    website = Website(HOME, free(allow_hosts=("*.cdn.example",)))
    links = ["reader.pdf", "reader.pdf?v=2", "slides.pptx", "old.doc", "book.epub"]
    others = ["https://eu.cdn.example/a.docx", "https://eu.cdn.example/page", "https://elsewhere.example/b.pdf"]
    assert crawl(website, {HOME: [HOME + link for link in links] + others}) == [[HOME]]
    assert [(page.url.removeprefix(HOME), page.document) for page in website.documents()] == [
        ("reader.pdf", "pdf"),
        ("reader.pdf?v=2", "pdf"),
        ("slides.pptx", "powerpoint"),
        ("https://eu.cdn.example/a.docx", "word"),
    ]
    assert [(entry.what, entry.why, entry.data["kind"]) for entry in website.skipped()] == [
        (f"{HOME}old.doc", "document-old", "DOC"),
        (f"{HOME}book.epub", "document-other", "EPUB"),
    ]


def test_very_many_documents_are_counted() -> None:
    website = Website(HOME, free())
    crawl(website, {HOME: [f"{HOME}{n}.pdf" for n in range(300)]})
    assert len(website.documents()) == 200
    assert left(website)["more-documents"] == 100


@pytest.mark.parametrize(
    ("include", "exclude", "wanted"),
    [
        ((), ("/forum*",), ["cursus/1", "cursus/1?print=1"]),
        (("/cursus/*",), (), ["cursus/1", "cursus/1?print=1"]),
        (("*school.example/cursus/*",), ("*print=*",), ["cursus/1"]),
        (("/cursus",), (), []),
        (("/forum/[1]",), (), ["forum/[1]"]),
    ],
)
def test_patterns(include: tuple[str, ...], exclude: tuple[str, ...], wanted: list[str]) -> None:
    website = Website(HOME, free(include=include, exclude=exclude))
    paths = ["cursus/1", "cursus/1?print=1", "forum/[1]"]
    levels = crawl(website, {HOME: [HOME + path for path in paths]})
    assert [address for level in levels[1:] for address in level] == [HOME + path for path in wanted]
    assert left(website) == {"excluded": len(paths) - len(wanted)}


def test_routes_are_pages() -> None:
    website = Website(f"{HOME}app#/", free())
    links = [f"{HOME}app#/", f"{HOME}app", f"{HOME}app#/les/1", f"{HOME}app#main"]
    assert crawl(website, {f"{HOME}app#/": links}) == [[f"{HOME}app#/"], [f"{HOME}app#/les/1"]]


def test_a_skip_link_on_a_route_is_no_page() -> None:
    website = Website(f"{HOME}app#/les/1", free())
    assert crawl(website, {f"{HOME}app#/les/1": [f"{HOME}app#main"]}) == [[f"{HOME}app#/les/1"]]


def test_robots_is_obeyed_and_start_pages_are_opened_all_the_same() -> None:
    with serving({"/robots.txt": "User-agent: *\nDisallow: /private\nCrawl-delay: 60\n"}) as site:
        start = f"{site.url}/private/"
        website = Website(start)
        assert website.pace == 0
        asyncio.run(website.open())
        assert website.pace == 10
        levels = crawl(website, {start: [f"{site.url}/private/1", f"{site.url}/public"]})
        assert levels == [[start], [f"{site.url}/public"]]
        assert left(website) == {"robots": 1}
        assert website.page_count() == 3
        assert site.asked == ["/robots.txt"]


def test_robots_can_be_set_aside() -> None:
    with serving({"/robots.txt": "User-agent: *\nDisallow: /\nCrawl-delay: 5"}) as site:
        website = Website(site.url, CrawlLimits(robots=False))
        asyncio.run(website.open())
        assert crawl(website, {site.url: [f"{site.url}/a"]}) == [[site.url], [f"{site.url}/a"]]
        assert (website.pace, site.asked) == (0, [])


def test_a_site_whose_robots_cannot_be_read() -> None:
    with serving({"/robots.txt": Reply(status=500)}) as site:
        website = Website(site.url)
        asyncio.run(website.open())
        assert crawl(website, {site.url: [f"{site.url}/a"]}) == [[site.url]]
        assert left(website) == {"robots-unreachable": 1}


def test_robots_is_read_once_while_everything_else_goes_on() -> None:
    """A redirect may lead to a host whose robots.txt is still unknown, while other pages are being judged."""

    async def ask(url: str) -> tuple[list[bool], int]:
        website = Website(url)
        (home,) = website.first_pages()
        await website.next_pages([Visit(home, f"{url}/")])
        answers = asyncio.gather(website.may_open(f"{url}/private/1"), website.may_open(f"{url}/public"))
        turns = 0
        while not answers.done():
            await asyncio.sleep(0.01)
            turns += 1
        return await answers, turns

    with serving({"/robots.txt": Reply("User-agent: *\nDisallow: /private", seconds=0.5)}) as site:
        answers, turns = asyncio.run(ask(site.url))
        assert site.asked == ["/robots.txt"]
    assert answers == [False, True]
    assert turns > 5


@pytest.mark.parametrize(("rate", "pace"), [(None, 0.25), (0, 0), (2, 0.5), (10, 0.1)])
def test_pace(rate: float | None, pace: float) -> None:
    assert Website(HOME, free(rate=rate)).pace == pace


def test_a_rate_that_was_asked_for_goes_before_crawl_delay() -> None:
    with serving({"/robots.txt": "User-agent: *\nCrawl-delay: 5"}) as site:
        website = Website(site.url, CrawlLimits(rate=20))
        asyncio.run(website.open())
        assert website.pace == 0.05


def test_several_start_pages() -> None:
    website = Website([HOME, "other.example/x", HOME], free())
    levels = crawl(website, {HOME: ["https://other.example/y"]})
    assert levels == [[HOME, "https://other.example/x"], ["https://other.example/y"]]


def test_a_start_that_is_no_address() -> None:
    with pytest.raises(TargetError):
        Website("ftp://school.example")


def test_secrets_do_not_reach_the_report() -> None:
    website = Website(f"{HOME}?token=abcdef", free(max_pages=1))
    crawl(website, {f"{HOME}?token=abcdef": [f"{HOME}x?password=abcdef", f"{HOME}a.pdf?token=abcdef"]})
    assert "abcdef" not in website.info.name + str(website.skipped())


def test_a_pattern_with_many_stars_costs_no_more_than_one() -> None:
    many = _pattern("*" + "a*" * 60 + "b")
    started = time.monotonic()
    assert not _matches([many], "https://school.example/" + "a" * 4000)
    assert _matches([many], "https://school.example/" + "a" * 60 + "b")
    assert time.monotonic() - started < 1
    for one in ("/courses/*", "*nl*", "/courses/*/1", "**", "*"):
        assert _matches([_pattern(one)], "/courses/nl/1")
    assert not _matches([_pattern("/c*s")], "/courses/nl/1")
    assert not _matches([_pattern("/courses")], "/courses/")
