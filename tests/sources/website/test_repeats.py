"""Pages that show the same again are not opened; pages that only look alike are."""

from a11ycheck.sources.website.repeats import MOST_DATES, MOST_PAGES, RepeatDetector
from a11ycheck.web.addresses import clean

SITE = "https://school.example"


def told(*paths):
    detector = RepeatDetector()
    return [detector.find(clean(SITE + path)) for path in paths]


def test_other_orders_of_a_list_are_the_same_list():
    paths = ("/courses", "/courses?sort=name&dir=asc", "/courses?orderby=date", "/courses?topic=bees&sort=name")
    assert told(*paths) == ["", "same-list", "same-list", ""]
    assert told("/list?sort=a", "/list?sort=b") == ["", "same-list"]


def test_a_calendar_ends_after_a_few_of_its_pages():
    months = [f"/calendar?month=2026-{n:02}" for n in range(1, 9)]
    assert told(*months) == [""] * MOST_DATES + ["dates"] * (8 - MOST_DATES)
    moments = [f"/calendar/view.php?view=month&time={1_760_000_000 + n * 2_600_000}" for n in range(5)]
    assert told(*moments)[-1] == "dates"
    assert told(*(f"/agenda/2026/{n}" for n in range(1, 6)))[-1] == "dates"


def test_a_long_list_is_followed_for_a_while():
    assert told(*(f"/news?page={n}" for n in range(1, 15))) == [""] * MOST_PAGES + ["paging"] * (14 - MOST_PAGES)
    assert told(*(f"/news/page/{n}" for n in range(1, 15)))[-1] == "paging"


def test_things_with_numbers_and_dates_of_their_own_are_not_repeats():
    paths = [f"/mod/quiz/view.php?id={n}" for n in range(30)] + [f"/news/2026/11/{n}/a-story-{n}" for n in range(1, 29)]
    paths += [f"/?p={n}" for n in range(30)] + [f"/shop?order={n}" for n in range(30)]
    paths += [f"/course/{n}" for n in range(30)]
    assert not any(told(*paths))
