"""A sample has each template and the common pages, a random tenth, and says what it stands for."""

from a11ycheck.sources.interface import Visit
from a11ycheck.sources.links import is_about_access
from a11ycheck.sources.sample import Sample, template
from a11ycheck.sources.website import CrawlLimits, Website

SITE = "http://127.0.0.1:9"


def crawl(links, **limits):
    """The addresses that a crawl opens, when each page has these links."""
    site = Website(f"{SITE}/", CrawlLimits(robots=False, **limits))
    level, opened = list(site.first()), []
    while level:
        opened += level
        level = list(site.after([Visit(page, page.address, tuple(SITE + to for to in links)) for page in level]))
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
