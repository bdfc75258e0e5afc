"""Secrets do not get into a report, and hostile text does not slow the audit down."""

import time

import pytest

from a11ycheck.text import redact


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://jan:geheim@lms.example/course/1", "https://lms.example/course/1"),
        ("//jan@lms.example/x", "//lms.example/x"),
        (
            "https://lms.example/view.php?id=12&sesskey=Ab12&page=2",
            "https://lms.example/view.php?id=12&sesskey=…&page=2",
        ),
        ("https://lms.example/?PHPSESSID=9f&lang=nl", "https://lms.example/?PHPSESSID=…&lang=nl"),
        ("https://lms.example/a;jsessionid=9F8E?x=1", "https://lms.example/a;jsessionid=…?x=1"),
        (
            "https://lms.example/cb#access_token=abc&expires_in=60",
            "https://lms.example/cb#access_token=…&expires_in=60",
        ),
        ("https://lms.example/#/reset?code=123456", "https://lms.example/#/reset?code=…"),
        (
            "https://s3.example/f?X-Amz-Signature=abc&X-Amz-Date=2",
            "https://s3.example/f?X-Amz-Signature=…&X-Amz-Date=2",
        ),
        ("https://lms.example/l?to=https%3A%2F%2Fx.example%2F%3Ftoken%3Dabc", "https://lms.example/l?to=…"),
        ("https://lms.example/l?to=%2Fcourse%2F3", "https://lms.example/l?to=%2Fcourse%2F3"),
        ("https://lms.example/u?who=jan%40school.nl", "https://lms.example/u?who=…"),
        ("https://lms.example/user/jan@school.nl/", "https://lms.example/user/…@school.nl/"),
        (
            "https://lms.example/tokenpluginfile.php/0123abcd/1/x.png",
            "https://lms.example/tokenpluginfile.php/…/1/x.png",
        ),
        (
            "https://lms.example/?keyword=taal&author=12&keyboard=1",
            "https://lms.example/?keyword=taal&author=12&keyboard=1",
        ),
        ("img/logo@2x.png", "img/logo@2x.png"),
        ("shared/launchpage.html?content=playing&pin", "shared/launchpage.html?content=playing&pin"),
        ("data:image/png;base64," + "A" * 5000, "data:image/png;base64,…"),
        ("mailto:jan@school.nl", "mailto:…@school.nl"),
    ],
)
def test_url(given: str, kept: str) -> None:
    assert redact.url(given) == kept
    assert redact.url(kept) == kept


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ('<input type="password" value="hunter2">', '<input type="password" value="…">'),
        ("<input value=hunter2 type=password>", "<input value=… type=password>"),
        ("<INPUT VALUE='x' TYPE='hidden' NAME='q'>", "<INPUT VALUE='…' TYPE='hidden' NAME='q'>"),
        ('<input value="hunt', '<input value="…'),
        ('<input type="text" name="otp" value="123456">', '<input type="text" name="otp" value="…">'),
        ('<input type="submit" value="Send &amp; close">', '<input type="submit" value="Send &amp; close">'),
        ('<meta name="csrf-token" content="abc">', '<meta name="csrf-token" content="…">'),
        ('<meta name="viewport" content="width=device-width">', '<meta name="viewport" content="width=device-width">'),
        ('<a href="/x?id=1&amp;token=abc">more</a>', '<a href="/x?id=1&amp;token=…">more</a>'),
        ('<a href="/x?id=1&amp;page=2">more</a>', '<a href="/x?id=1&amp;page=2">more</a>'),
        ('<a href="mailto:jan@school.nl">jan@school.nl</a>', '<a href="mailto:…@school.nl">…@school.nl</a>'),
        ('<div data-api-token="abc" data-state="open">', '<div data-api-token="…" data-state="open">'),
        ('<a accesskey="s" href="#main">', '<a accesskey="s" href="#main">'),
        (
            '<div data-x=\'{"sesskey":"abc","n":1}\'>',
            "<div data-x='{&quot;sesskey&quot;:&quot;…&quot;,&quot;n&quot;:1}'>",
        ),
        (
            '<script nonce="r4nd">M.cfg = {"sesskey":"abc def"}</script>',
            '<script nonce="…">M.cfg = {"sesskey":"…"}</script>',
        ),
        ("<img src='data:image/gif;base64," + "R" * 900 + "' alt=''>", "<img src='data:image/gif;base64,…' alt=''>"),
        ('<p style="color: red">Error code: 404</p>', '<p style="color: red">Error code: 404</p>'),
        ("<p>geheim eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc</p>", "<p>geheim …</p>"),
    ],
)
def test_snippet(given: str, kept: str) -> None:
    assert redact.snippet(given) == kept


def test_a_snippet_is_short_and_says_that_it_was_cut() -> None:
    cut = redact.snippet('<p class="a">' + "word " * 200)
    assert len(cut) == redact.LONGEST_SNIPPET
    assert cut.endswith("…")


def test_a_selector_keeps_its_form() -> None:
    assert redact.text('a[href$="view.php?sesskey=abc"]') == 'a[href$="view.php?sesskey=…"]'
    assert redact.text("#main > .card:nth-child(2)") == "#main > .card:nth-child(2)"


@pytest.mark.parametrize(
    "unit",
    ["<", "<a ", '"', "='", "a@", "//@", "eyJ", "a.", "data:,", "&x=", "%", "token=", " ", "/ ", "<a b='", "a:", '\\"',
     "a@a.", "?a=b;", "=//", "<input "],
)  # fmt: skip
def test_hostile_text_takes_time_in_proportion(unit: str) -> None:
    words = unit * (200_000 // len(unit))
    started = time.thread_time()
    redact.url(words)
    redact.text(words)
    redact.snippet(words)
    redact.snippet("<a href=" + words)
    redact.snippet('<a title="' + words)
    assert time.thread_time() - started < 2
