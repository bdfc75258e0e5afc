"""Which step of a learner's journey a screen belongs to, by its words."""

from dataclasses import replace

import pytest

from a11ycheck.model import Screen
from a11ycheck.report.journeys import step_names, step_of_screen
from a11ycheck.text.words import read_words


def screen(url: str, title: str = "", *path: str) -> Screen:
    return Screen("s1", "t", url, title, path, "", True)


@pytest.mark.parametrize(
    ("url", "title", "step"),
    [
        ("https://x.example/", "Academy", "find"),
        ("https://x.example/login/index.php", "Academy", "sign-in"),
        ("https://x.example/nl/winkelwagen", "", "buy"),
        ("https://x.example/enrol/7", "Safety", "buy"),
        ("https://x.example/mod/quiz/view.php?id=4", "Ladders", "quiz"),
        ("https://x.example/a/7", "Eindtoets", ""),
        ("https://x.example/a/7", "Toets 1", "quiz"),
        ("https://x.example/certificaat/7", "", "result"),
        ("https://x.example/hulp", "", "help"),
        ("https://x.example/cursus/3/les/2", "Tillen", "learn"),
        ("https://quiz.example/over-ons", "Over ons", ""),
        ("https://x.example/%E0%A4%A", "", ""),
        ("http://[x", "", "find"),
        ("http://[x/lesson", "", "learn"),
    ],
)
def test_on_a_website(url: str, title: str, step: str) -> None:
    assert step_of_screen(screen(url, title), website=True) == step


@pytest.mark.parametrize(
    ("url", "title", "path", "step"),
    [
        ("index.html", "Welcome", (), "learn"),
        ("content/checkout.html", "Paying at the till", (), "learn"),
        ("content/4.html", "Question 2", ("Course", "Quiz"), "quiz"),
        ("content/9.html", "Your score", (), "result"),
        ("content/4.html", "Slide 4", ("Course", "Quiz"), "quiz"),
    ],
)
def test_in_a_package(url: str, title: str, path: tuple[str, ...], step: str) -> None:
    assert step_of_screen(screen(url, title, *path), website=False) == step


def test_every_step_has_a_name() -> None:
    for lang in ("en", "nl"):
        words = read_words(lang)  # type: ignore[arg-type]
        assert all(words(f"journey.{step}") for step in step_names())
    assert len(step_names()) == 7


def test_a_lesson_that_plays_on_a_page_is_for_learning() -> None:
    slide = screen("https://x.example/courses/hedges.html", "Catalogue")
    assert step_of_screen(slide, website=True) == "find"
    assert step_of_screen(replace(slide, embedded=True), website=True) == "learn"
