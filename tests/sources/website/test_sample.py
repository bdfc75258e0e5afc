"""A sample has pages of each template, the common pages and a random tenth, and says what it stands for."""

import asyncio

from a11ycheck.sources.interface import Visit
from a11ycheck.sources.website.crawl_limits import CrawlLimits
from a11ycheck.sources.website.sample import Sample
from a11ycheck.sources.website.website import Website
from a11ycheck.web.address_patterns import template
from a11ycheck.web.links import is_about_access

SITE = "http://127.0.0.1:9"


def crawl(links, built=lambda _: "", **limits):
    """The addresses that a crawl opens, when each page has these links and is `built` so."""
    site = Website(f"{SITE}/", CrawlLimits(robots=False, **limits))
    level, opened = list(site.first_pages()), []
    while level:
        opened += level
        to = tuple(SITE + one for one in links)
        visits = [Visit(page, page.address, to, structure=built(page.address.removeprefix(SITE))) for page in level]
        level = list(asyncio.run(site.next_pages(visits)))
    return site, [page.address.removeprefix(SITE) for page in opened]


MANY = [f"/course/{n}" for n in range(60)] + [f"/course/{n}/quiz" for n in range(60)] + [
    f"/people/name-{word}" for word in "abcdefghijkl"
] + [f"/view.php?id={n}" for n in range(40)] + ["/help", "/contact", "/accessibility-statement", "/login"]  # fmt: skip


def test_templates_common_pages_and_a_random_tenth():
    site, opened = crawl(MANY, sample=25)
    assert len(opened) <= 25
    assert {"/", "/help", "/contact", "/accessibility-statement", "/login"} <= set(opened)
    assert len({template(SITE + one) for one in opened}) >= 9
    of_courses = [one for one in opened if one.startswith("/course/") and not one.endswith("quiz")]
    said = next(one for one in site.skipped() if one.data.get("template", "").endswith("/course/*"))
    assert said.why == "sample"
    assert (said.data["n"], said.data["of"]) == (str(len(of_courses)), "60")


def test_it_is_chosen_the_same_each_time_and_some_of_it_by_chance():
    first, again = crawl(MANY, sample=25)[1], crawl(MANY, sample=25)[1]
    assert first == again
    structured = Sample(25, f"{SITE}/")
    # Links about accessibility are followed before others.
    links = sorted(MANY, key=lambda one: not is_about_access(SITE + one))
    taken = [one for one in ["/", *links] if structured.take(SITE + one)]
    assert first[: len(taken)] == taken
    assert len(first) == len(taken) + max(1, len(taken) // 10)


def test_a_small_site_is_opened_whole_as_far_as_the_sample_reaches():
    assert crawl(["/help", "/a"], sample=10)[1] == ["/", "/help", "/a"]
    assert len(crawl(MANY, sample=3)[1]) == 3


def test_more_is_opened_of_pages_that_are_built_differently():
    def built(path):
        return f"kind {int(path.rpartition('/')[2]) % 3}" if path.startswith("/content/") else path.rpartition("/")[0]

    links = [f"/content/{n}" for n in range(30)] + [f"/people/{n}" for n in range(30)]
    site, opened = crawl(links, built, sample=25)
    assert len([one for one in opened if one.startswith("/people/")]) <= 3  # one, another built alike, one by chance
    contents = [one for one in opened if one.startswith("/content/")]
    assert {built(one) for one in contents} == {"kind 0", "kind 1", "kind 2"}
    assert len(contents) <= 5
    said = next(one for one in site.skipped() if one.why == "sample-chosen")
    assert int(said.data["n"]) == len(opened)
    assert int(said.data["structure"]) >= 3


def test_a_whole_way_of_a_learner_stands_in_the_sample():
    names = [f"/learn/{name}" for name in ("alpha", "beta", "gamma", "delta", "catalogue", "lesson", "quiz", "results")]
    opened = crawl(names, sample=20)[1]
    assert {"/learn/catalogue", "/learn/lesson", "/learn/quiz", "/learn/results"} <= set(opened)
