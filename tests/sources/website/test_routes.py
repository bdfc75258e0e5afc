"""Routes of an application are pages, whether links or only buttons lead to them."""

from pathlib import Path

import pytest

from a11ycheck.judging.rules import read_rules
from a11ycheck.sources.website.crawl_limits import CrawlLimits
from a11ycheck.sources.website.website import Website
from fixtures.sites.serving import Answering, running
from tests.scanning import plan_for, scan_source

pytestmark = pytest.mark.browser

APP = (Path(__file__).parents[3] / "fixtures" / "sites" / "spa" / "index.html").read_bytes()


@pytest.fixture(scope="module")
def audited():
    """What was asked for, and the report."""
    asked = []

    class Handler(Answering):
        def do_GET(self):
            asked.append(f"{self.command} {self.path}")
            self.send(200, APP)

        do_POST = do_GET

    with running(Handler) as url:
        few = [rule for rule in read_rules("en") if rule.id == "down-event"]  # it presses, and little else
        yield asked, scan_source(Website(f"{url}/", CrawlLimits(robots=False)), plan_for([], few, profile="standard"))


def where(screen):
    return "/" + screen.url.partition("//")[2].partition("/")[2]


def test_routes_behind_links_and_buttons_are_pages(audited):
    _, report = audited
    found = [where(screen) for screen in report.screens if not screen.state]
    assert found == [
        "/", "/courses", "/shelf/1", "/shelf/2", "/shop", "/progress", "/badges", "/forum",
        "/courses/1", "/courses/2", "/courses/3", "/book/apples", "/book/pears", "/book/plums", "/book/cherries",
        "/courses/1/quiz",
    ]  # fmt: skip


def test_cards_are_pressed_on_each_page_and_other_buttons_on_the_first_of_a_template(audited):
    asked, report = audited
    shelves = {where(screen): screen for screen in report.screens if not screen.state}
    assert shelves["/shelf/2"].like == shelves["/shelf/1"].id
    assert [one for one in asked if "/api/count" in one] == ["GET /api/count/shelf/1"]


def test_nothing_but_get_comes_to_the_server(audited):
    asked, _ = audited
    assert {one.partition(" ")[0] for one in asked} == {"GET"}
    assert not [one for one in asked if "/api/" in one and "/api/count" not in one]


def test_a_page_says_its_way_and_gives_it_to_those_below(audited):
    _, report = audited
    paths = {where(screen): screen.path for screen in report.screens}
    assert paths["/courses"] == ("Courses",)
    assert paths["/courses/2"] == ("Courses", "Garden safety – Orchard app")
    assert paths["/progress"] == ()


HASHED = """<!doctype html><html lang="en"><head><title>App</title></head><body><nav aria-label="Main">
<a href="#/home">Home</a> <a href="#/marks">Marks</a></nav><main></main><script>
const show = () => {
  const name = location.hash.slice(2) || (location.replace('#/home'), 'home');
  document.title = name;
  document.querySelector('main').innerHTML = `<h1>${name}</h1><p>All of your ${name}.</p>
    <button type="button" data-to="#/${name}/more">Further on</button>`;
};
addEventListener('hashchange', show);
addEventListener('click', ({ target }) => { if (target.dataset.to) location.hash = target.dataset.to; });
show();
</script></body></html>"""


def test_a_page_that_was_pressed_on_keeps_its_route():
    class Handler(Answering):
        def do_GET(self):
            self.send(200, HASHED)

    with running(Handler) as url:
        few = [rule for rule in read_rules("en") if rule.id == "text-spacing"]
        report = scan_source(
            Website(f"{url}/#/home", CrawlLimits(robots=False, max_depth=1)), plan_for([], few, profile="standard")
        )
    assert [where(screen) for screen in report.screens] == ["/#/home", "/#/marks", "/#/home/more"]
    assert [screen.title for screen in report.screens] == ["home", "marks", "home/more"]
