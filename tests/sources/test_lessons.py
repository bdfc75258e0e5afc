"""Which addresses belong to a lesson on a page, and which to the platform around it."""

import asyncio

import pytest

from a11ycheck.model import Lesson, Page
from a11ycheck.sources.interface import Visit
from a11ycheck.sources.lessons import EmbeddedLessons, lesson_root, without_lessons

LMS = "https://lms.example"


@pytest.mark.parametrize(
    ("lesson", "page", "belongs"),
    [
        ("/file/7/content/1/shared/launch.html?a=1", "/mod/scorm/player.php?a=3", "/file/7/content/1/"),
        ("/content/ladders/index_lms.html", "/course/2/player", "/content/ladders/"),
        ("/scorm/lesson", "/course/2/player", "/scorm/"),
        ("/lesson/start.html", "/lesson", "/lesson/"),
        ("/course/2/scorm/start.html", "/course/2/player", "/course/2/scorm/"),
        ("/course/2/start.html", "/course/2/player", "/course/2/start.html"),
        ("/start.html", "/course/2/player", "/start.html"),
        ("/wp-admin/admin-ajax.php?action=h5p_embed&id=3", "/lesson/", "/wp-admin/admin-ajax.php"),
    ],
)
def test_what_belongs_to_a_lesson_never_has_the_page_of_the_platform_in_it(lesson, page, belongs):
    assert lesson_root(Lesson("package", 1, LMS + lesson), LMS + page) == LMS + belongs


def test_links_within_a_lesson_are_not_pages_of_the_platform():
    visit = Visit(Page("", ""), f"{LMS}/course/2", lessons=(Lesson("package", 1, f"{LMS}/file/7/1/start.html"),))
    links = (f"{LMS}/file/7/1/two.html", f"{LMS}/file/7/1/notes.pdf", f"{LMS}/file/8/1/other.html", f"{LMS}/course/3")
    assert without_lessons(links, visit) == [links[1], f"{LMS}/file/8/1/other.html", f"{LMS}/course/3"]


def test_a_lesson_on_two_pages_is_gone_through_once_and_one_of_another_host_is_said():
    mine, other = Lesson("package", 1, f"{LMS}/file/1.html"), Lesson("package", 2, "https://cdn.example/file/1.html")

    async def why_not_played(address):
        return "" if address.startswith(LMS) else "plays-elsewhere"

    lessons = EmbeddedLessons(why_not_played)
    visits = [Visit(Page(f"{LMS}/{n}", ""), f"{LMS}/{n}", title="Page", lessons=(mine, other)) for n in (1, 2)]
    (page,) = asyncio.run(lessons.find_new(visits))
    assert (page.address, page.url, page.path) == (f"{LMS}/1", mine.address, ("Page",))
    assert [(one.why, one.data["host"]) for one in lessons.skipped()] == [("plays-elsewhere", "cdn.example")]
    assert lessons.count == 1


def test_a_launch_is_told_without_who_learns():
    launch = f"{LMS}/file/1/start.html?endpoint={LMS}/lrs&auth=Basic+x&actor=%7B%22name%22%3A%22Mila%22%7D"
    visit = Visit(Page(f"{LMS}/1", ""), f"{LMS}/1", lessons=(Lesson("package", 1, launch),))

    async def play_all(_):
        return ""

    (page,) = asyncio.run(EmbeddedLessons(play_all).find_new([visit]))
    assert page.url == f"{LMS}/file/1/start.html"
