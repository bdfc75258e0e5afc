"""The fixture platform audited as a learner and as a teacher: each of its traps is passed and reported."""

from types import SimpleNamespace

import pytest

from a11ycheck.logins.interface import Account
from a11ycheck.logins.login import Login
from a11ycheck.players import driver
from a11ycheck.scan.plan import ScanTarget
from a11ycheck.scan.sessions import limits
from a11ycheck.sources.website.crawl_limits import CrawlLimits
from a11ycheck.sources.website.website import Website
from a11ycheck.web.http_client import HttpClient
from fixtures.sites.platform import PEOPLE, platform
from tests.scanning import plan_for, scan_targets

pytestmark = [pytest.mark.browser, pytest.mark.early]

LEARNER, TEACHER = "mila", "tom"


@pytest.fixture(scope="module")
def audited():
    """The platform, the report, and for each person the screens and what was left, by path."""
    with pytest.MonkeyPatch.context() as patch, platform(lives=20) as site:
        patch.setattr(limits, "OPEN", 4.0)
        patch.setattr(driver, "START", 6.0)
        patch.setattr(driver, "SHOW", 3.0)
        orders = [_order(site, LEARNER), _order(site, TEACHER, include=("/teach", "/messages"))]
        report = scan_targets(orders, plan_for(["image-alt", "label"], (), jobs=2))
    return SimpleNamespace(
        site=site,
        report=report,
        screens={who: {_path(s.url): s for s in report.screens if s.target == who and s.reached} for who in PEOPLE},
        left={who: {_path(s.what): s for s in report.skipped if s.target == who} for who in PEOPLE},
    )


def _order(site, who, include=()):
    login = Login(f"{site.url}/", account=Account(who, PEOPLE[who][2]))
    limits = CrawlLimits(max_pages=80, include=include, robots=False)
    source = Website(f"{site.url}/", limits, HttpClient(state=lambda: login.state), name=who)
    return ScanTarget(source, who, login=login)


def _path(address):
    return "/" + address.partition("//")[2].partition("/")[2]


def test_all_courses_are_seen_with_their_quiz_player_activity_and_document(audited):
    learner = audited.screens[LEARNER]
    assert {
        "/", "/courses", "/course/1", "/course/1/unit/1", "/course/1/unit/2", "/course/1/quiz", "/course/2",
        "/course/2/unit/1", "/course/2/player", "/course/2/ladders", "/course/3",
        "/course/3/tea", "/course/3/unit/1", "/course/3/activity", "/messages",
    } <= set(learner)  # fmt: skip
    # The last is linked on the second slide of a lesson.
    documents = {"/files/calendar.pdf", "/files/guide.pdf", "/files/notes.pdf"}
    assert {path for path in learner if path.endswith(".pdf")} == documents


def test_each_role_sees_its_own(audited):
    assert "/teach" in audited.screens[TEACHER]
    assert "/teach" not in audited.screens[LEARNER]
    (field,) = (one for one in audited.report.findings if _path(one.url) == "/teach")
    assert audited.screens[TEACHER]["/teach"].id == field.screen


def test_a_screen_says_its_course(audited):
    assert audited.screens[LEARNER]["/course/1/quiz"].path == ("Courses", "Pruning fruit trees", "quiz")
    assert audited.screens[LEARNER]["/course/2"].path == ()


def test_a_session_that_ends_is_begun_again(audited):
    assert audited.site.logins > 3
    assert not [one for screens in audited.screens.values() for one in screens if one.startswith("/login")]


def test_nobody_is_signed_out_by_a_link_that_says_so(audited):
    assert not [path for path in audited.site.paths() if path.startswith("/logout")]
    assert audited.left[LEARNER]["/logout"].why == "changes-state"


def test_a_link_that_does_not_say_so_costs_only_itself(audited):
    assert audited.left[LEARNER]["/goodbye"].why == "session-ended"


def test_nothing_is_sent_but_the_signing_in(audited):
    assert set(audited.site.posted) == {"/login"}


def test_a_calendar_ends(audited):
    months = {path for path in audited.screens[LEARNER] if path.startswith("/calendar?")}
    assert len(months) == 3
    assert "dates" in {one.why for one in audited.left[LEARNER].values()}


def test_other_orders_of_a_list_are_one_list(audited):
    assert not [path for path in audited.screens[LEARNER] if "sort=" in path]
    assert "same-list" in {one.why for one in audited.left[LEARNER].values()}


def test_a_slow_page_and_a_busy_server_are_waited_for(audited):
    assert {"/slow", "/busy"} <= set(audited.screens[LEARNER])


def test_a_page_that_never_answers_is_left(audited):
    assert audited.left[LEARNER]["/never"].why == "timeout"


def test_a_page_that_kills_the_browser_costs_only_itself(audited):
    assert audited.left[LEARNER]["/crash"].why == "crashed"


def test_a_download_and_a_page_that_is_gone_are_said(audited):
    assert audited.left[LEARNER]["/download"].why == "download"
    assert audited.left[LEARNER]["/missing"].why == "http-status"


def test_the_page_around_a_lesson_is_judged_with_what_stands_in_it(audited):
    found = [one for one in audited.report.findings if _path(one.url) == "/course/2/player" and one.screen]
    assert ("image-alt", "/scorm/lesson") in {(one.rule, _path(one.frame)) for one in found}


def test_a_lesson_in_a_frame_is_gone_through_and_told_under_its_course(audited):
    paths = [screen.path for path, screen in audited.screens[LEARNER].items() if path.startswith("/scorm/lesson")]
    assert paths == [
        ("Courses", "Garden safety", "player", "Lesson"),
        ("Courses", "Garden safety", "player", "Lesson", "2. Wear gloves"),
    ]


def test_a_lesson_whose_tool_is_known_is_gone_through_by_its_player(audited):
    slides = "/content/storyline-ladders/index_lms.html#"
    reached = [screen.path for path, screen in audited.screens[LEARNER].items() if path.startswith(slides)]
    assert [path[2:] for path in reached] == [
        ("ladders", "Ladders at work", f"{n}. {title}")
        for n, title in ((1, "Ladders at work"), (2, "The right angle"), (3, "A question"), (5, "The end"))
    ]
    assert audited.left[LEARNER][f"{slides}_player.scene2.broken"].why == "not-shown"


def test_an_activity_in_the_page_itself_is_gone_through_and_one_without_a_player_is_said(audited):
    tea = [path for path in audited.screens[LEARNER] if path.startswith("/course/3/tea")]
    assert tea == ["/course/3/tea", "/course/3/tea#page", "/course/3/tea#1/1", "/course/3/tea#1/2"]
    assert audited.screens[LEARNER]["/course/3/tea#page"].same_as == audited.screens[LEARNER]["/course/3/tea"].id
    assert audited.left[LEARNER]["/course/3/activity"].why == "lesson-still"


def test_a_platform_hears_nothing_of_what_was_done_in_its_lessons(audited):
    assert "/track" not in audited.site.posted
