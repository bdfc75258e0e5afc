"""Secrets do not get into a report, and hostile text does not slow the audit down."""

import time

import pytest

from a11ycheck.text import redact
from a11ycheck.text.spellings import spellings


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


T = "Kq7Zt2Lm9Xc4Vb8Nf3PdW6Rs"
H = "9f86d081884c7d659a2feaa0c55ad015"
UUID = "9f8e7d6c-1a2b-4c3d-8e9f-0a1b2c3d4e5f"
ATTACKS = [
    *(f"/a?{name}=hemel9" for name in ("invite", "ltik", "magic", "SAMLart", "login_hint", "assertion", "passcode",
        "actor", "SESSKEY", "sess-key", "user[token]", "%74oken", "%2574oken", "%252574oken", "x.token", "ｔoken",
        "PassWord", "pass%77ord", "csrf_token", "wachtwoord", "contraseña", "SAMLResponse", "otp", "pin", "id_token")),
    f"/a?q={H[:16]}", f"/a?q={H[:16].upper()}", f"/a?{H}", f"/a?q={T}", f"/a?x={UUID}", f"/a?userId={UUID}", f"/a#{T}",
    f"/a#!/b?q={T}", f"/a;v={T}", f"/a?q=%4B{T[1:]}", f"/{T}{T}/b", f"/{H}/b", "/a/eyJhbGciOiJIUzI1NiJ9.eyJzdWIi.aaa",
    "/invite/hemel9", "/Invite/hemel9", "/users/invite/accept/hemel9", "/reset-password/hemel9", "/x/confirm/hemel9",
    "/magic-link/hemelwater", "/#/verify/hemel9", "/%69nvite/hemel9",
    "/u/hemel9%40school.nl", "/u/hemel9%2540school.nl", "/u?a=hemel9%252540school.nl", "mailto:hemel9%2Bx%40school.nl",
    "/a?to=%2Fb%3Ftoken%3Dhemel9", "/a?to=%252Fb%253Ftoken%253Dhemel9", "/a?j=%7B%22token%22%3A%22hemel9%22%7D",
    "https://jan:hemel9@school.nl/",
]  # fmt: skip
WORD_ATTACKS = [
    "Wachtwoord: hemel9", "WACHTWOORD : hemel9", "password = hemel9", 'password="a\\"hemel9"', "Bearer hemel9",
    "bearer hemel9", "Authorization: Basic aGVtZWw5OmhlbWVsOQ==", "Uw wachtwoord is hemel9", "PIN: 482913",
    "Uw code is 482 913", "hemel9&#64;school.nl", "hemel9&commat;school.nl", "hemel9＠school.nl", "hemel9@школа.рф",
    "see https://school.nl/invite/hemel9.", f"key {T}", f"key {T}=", f"#id-{H}", f".c{H}", 'input[value="hemel9"]',
    "input[value=hemel9]", 'a[href$="?token=hemel9"]', '{\\"token\\":\\"hemel9\\"}', "token：hemel9",
]  # fmt: skip
HTML_ATTACKS = [
    "<b>Wachtwoord:</b> hemel9", "<td>Password:</td>\n<td>hemel9</td>", "<dt>Token</dt><dd>hemel9</dd>",
    "<input value=hemel9>", "<INPUT TYPE=search VALUE='hemel9'>", "<textarea>hemel9</textarea>", "<textarea>hemel9",
    '<a href="/a&quest;b?token&equals;hemel9">', '<a href="/a?x=1&#38;token=hemel9">', "<p data-token=hemel9>",
    '<a href="hemel9&#x40;school.nl">', f"<p id={H} class='a {T}'>",
]  # fmt: skip
LEFT_ALONE = [
    f"/course/{UUID}/unit/3", f"/view?courseId={UUID}", f"/a?id={UUID}", "/auth/oauth2/login.php", "/invite/accept/3",
    "scormcontent/index.html#/lessons/2_3bGfNvL7kRr8xOjYkXq1TpUo-D2hKs", f"/img/{H}.png", "/users/invite/new",
    "/reset/index.php", "/mod/quiz/view.php?id=12&page=2#question-3-1", "/wiki/Slag_bij_Nieuwpoort_(1600)?title=Start",
]  # fmt: skip
LEFT_WORDS = [
    "Error code: 404", "the password is required", "Basic principles of H5P", "#main > .card:nth-child(2)",
    "yui_3_17_2_1_1699999999999_1234", "cjk3u2v9w0000a1b2c3d4e5f6", "MyVeryLongCamelCaseIdentifierName2Content",
    "btnNext_slide_12_layer_3_object_14", "img/logo@2x.png", "Donaudampfschifffahrtsgesellschaft",
]  # fmt: skip


def secrets_in(words):
    parts = ("hemel9", "hemelwater", "482913", "482 913", "aGVtZW", H[:16], H[:16].upper(), T[1:12], T[12:], UUID[:8])
    return [part for part in parts if part in words]


@pytest.mark.parametrize(
    ("redacted", "given"),
    [
        *((redact.url, each) for each in ATTACKS),
        *((redact.text, each) for each in WORD_ATTACKS),
        *((redact.text, f"see https://school.nl{each} now") for each in ATTACKS if each.startswith("/")),
        *((redact.snippet, each) for each in HTML_ATTACKS),
        *((redact.snippet, f'<a href="{each}">') for each in ATTACKS),
    ],
)
def test_other_spellings_hide_no_secret(redacted, given) -> None:
    clean = redacted(given)
    assert secrets_in(clean) == []
    assert redacted(clean) == clean


@pytest.mark.parametrize(
    ("redacted", "given"),
    [*((redact.url, each) for each in LEFT_ALONE), *((redact.text, each) for each in (*LEFT_WORDS, *LEFT_ALONE[:1]))],
)
def test_what_pages_and_elements_are_found_by_stays(redacted, given) -> None:
    assert redacted(given) == given


def test_what_this_process_signed_in_with_is_hidden_in_each_spelling() -> None:
    redact.hide("zee/paard&44")
    for spelled in spellings("zee/paard&44"):
        assert spelled not in redact.text(f"so {spelled} it is")


def test_a_person_has_one_number_everywhere() -> None:
    redact.hide_person("Wilhelmina van der Zeepaard")
    redact.hide_person("Pieternel Zeeschuimer")
    redact.hide_person("View Profile")
    first = redact.text("WILHELMINA VAN DER ZEEPAARD")
    assert first.startswith("person ")
    assert redact.url("/p?n=Wilhelmina%20van%20der%20Zeepaard").endswith(first)
    assert redact.text("Pieternel Zeeschuimer") not in (first, "Pieternel Zeeschuimer")
    assert redact.text("View Profile of Zeeschuimer") == "View Profile of Zeeschuimer"
    assert redact.without_person_numbers(f"a {first}") == "a person"


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
