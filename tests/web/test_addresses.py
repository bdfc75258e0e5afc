"""Addresses: what a user may type, one form for links, and where links lead."""

from pathlib import Path

import pytest

from a11ycheck.errors import TargetError
from a11ycheck.web.addresses import belongs_together, clean, identity, is_loopback, read_start
from a11ycheck.web.links import leads_to


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("school.example", "https://school.example"),
        ("  school.example/nl  ", "https://school.example/nl"),
        ("school.example:8443/nl", "https://school.example:8443/nl"),
        ("localhost:8000", "http://localhost:8000"),
        ("127.0.0.1:8000/x", "http://127.0.0.1:8000/x"),
        ("[::1]:8000/", "http://[::1]:8000/"),
        ("http://school.example/?a=1#/b", "http://school.example/?a=1#/b"),
        ("https://bücher.example/", "https://bücher.example/"),
    ],
)
def test_what_a_user_may_type(given: str, address: str) -> None:
    assert read_start(given) == address


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ("", "address-unreadable"),
        ("http://", "address-unreadable"),
        ("http://a b/", "address-unreadable"),
        ("http://host:port/", "address-unreadable"),
        ("http://host:99999/", "address-unreadable"),
        ("http://a\x00b/", "address-unreadable"),
        ("http://" + "a" * 70 + ".example/", "address-unreadable"),
        ("ftp://school.example/", "address-scheme"),
        ("file:///etc/passwd", "address-scheme"),
        ("javascript:alert(1)", "address-scheme"),
        ("https://anna:geheim@school.example/", "address-password"),
    ],
)
def test_what_cannot_be_opened(given: str, key: str) -> None:
    with pytest.raises(TargetError) as caught:
        read_start(given)
    assert caught.value.key == key
    assert "geheim" not in str(caught.value.data)


def test_a_file_is_pointed_out(tmp_path: Path) -> None:
    package = tmp_path / "course.zip"
    package.write_bytes(b"PK")
    with pytest.raises(TargetError) as caught:
        read_start(str(package))
    assert caught.value.key == "address-is-a-file"


@pytest.mark.parametrize(
    ("link", "cleaned"),
    [
        ("HTTP://School.Example:80/A", "http://school.example/A"),
        ("https://k.example/en/#/c/1?prevName=LIBRARY&prevQuery=%7B%7D", "https://k.example/en/#/c/1"),
        ("https://k.example/en/#/c/1?topic=2&last=HOME&utm_x=1", "https://k.example/en/#/c/1?topic=2"),
        ("https://k.example/en/?last=2", "https://k.example/en/?last=2"),
        ("https://school.example:443", "https://school.example/"),
        ("https://school.example:80/", "https://school.example:80/"),
        ("http://school.example/a/./b/../c/%2e%2e/d", "http://school.example/a/d"),
        ("http://school.example/../../x/..", "http://school.example/"),
        ("http://school.example/%7euser/%c3%a9", "http://school.example/~user/%C3%A9"),
        ("http://school.example/é è", "http://school.example/%C3%A9%20%C3%A8"),
        ("http://school.example/100%zz", "http://school.example/100%zz"),
        ("http://school.example/a\\b", "http://school.example/a/b"),
        ("http://school.example/a#top", "http://school.example/a"),
        ("http://school.example/a#/les/1", "http://school.example/a#/les/1"),
        ("http://school.example/a#!les", "http://school.example/a#!les"),
        ("http://school.example/?b=2&a=1&b=1", "http://school.example/?b=2&a=1&b=1"),
        ("http://school.example/?id=3&utm_source=mail&fbclid=x&&", "http://school.example/?id=3"),
        ("http://school.example/a;jsessionid=9F?PHPSESSID=8&id=3", "http://school.example/a?id=3"),
        ("http://school.example/?sid=12", "http://school.example/?sid=12"),
        ("http://school.example/?sid=0123456789abcdef0123", "http://school.example/"),
        ("http://anna:geheim@school.example/", "http://school.example/"),
        ("http://[::1]:8080/a", "http://[::1]:8080/a"),
        ("mailto:anna@school.example", ""),
        ("javascript:void(0)", ""),
        ("http://school.example:0x/", ""),
        ("http://[::1/", ""),
        ("http://school.example/" + "a" * 5000, ""),
    ],
)
def test_one_form_for_links(link: str, cleaned: str) -> None:
    assert clean(link) == cleaned
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("http://school.example/?a=1&b=2", "http://school.example/?b=2&a=1", True),
        ("http://school.example/a", "https://www.school.example/a", True),
        ("http://school.example/app", "http://school.example/app#/", True),
        ("http://school.example/app#/1", "http://school.example/app#/2", False),
        ("http://school.example/a", "http://school.example/a/", False),
        ("http://school.example/?p=1&p=2", "http://school.example/?p=1", False),
        ("http://school.example:8080/", "http://school.example/", False),
    ],
)
def test_which_addresses_are_one_page(one: str, other: str, equal: bool) -> None:
    assert (identity(clean(one)) == identity(clean(other))) is equal


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("http://school.example/", "https://www.school.example/nl", True),
        ("https://school.example/", "https://lms.school.example/", True),
        ("http://localhost:1/", "http://localhost:2/", True),
        ("https://school.example/", "https://login.elsewhere.example/", False),
        ("https://school.example/", "https://notschool.example/", False),
        ("http://127.0.0.1/", "http://127.0.0.2/", False),
        ("http://1.127.0.0.1/", "http://127.0.0.1/", False),
        ("https://example/", "https://evil.example/", False),
        ("https://school.github.io/", "https://github.io/", False),
        ("https://school.github.io/", "https://www.school.github.io/", True),
        ("https://school.github.io/", "https://evil.github.io/", False),
        ("https://lms.school.example/", "https://school.example/", False),
    ],
)
def test_which_redirects_stay_with_the_owner(one: str, other: str, together: bool) -> None:
    assert belongs_together(one, other) is together


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        ("/", "page"),
        ("/course/view.php?id=3", "page"),
        ("/a.b/c", "page"),
        ("/help/how-to-delete-a-course", "page"),
        ("/nieuws/archief", "page"),
        ("/wissen", "page"),
        ("/enrol/index.php?id=3", "page"),
        ("/list?delete=0&sort=a", "page"),
        ("/logo.PNG", "file"),
        ("/course.zip?v=3", "file"),
        ("/pluginfile.php/12/reader.pdf", "document"),
        ("/hand-out.DOCX", "document"),
        ("/login/logout.php?x=1", "change"),
        ("/sso/Log-Out/return", "change"),
        ("/afmelden", "change"),
        ("/d%C3%A9connexion", "change"),
        ("/app#/sign_out", "change"),
        ("/course/delete.php?id=2", "change"),
        ("/course/3/enrol", "change"),
        ("/foto/verwijderen/12", "change"),
        ("/photo.png?action=delete", "change"),
        ("/x?delete=12", "change"),
        ("/x?action=archive", "change"),
        ("/x?sesskey=abc", "change"),
        ("/shop?add-to-cart=9", "change"),
        ("/app#/list?do=logout", "change"),
    ],
)
def test_where_a_link_leads(path: str, leads: str) -> None:
    assert leads_to(clean("https://school.example" + path)) == leads


def test_loopback() -> None:
    assert all(map(is_loopback, ["localhost", "a.localhost", "127.0.0.1", "127.9.9.9", "::1"]))
    assert not any(map(is_loopback, ["localhost.example", "10.0.0.1", "", "0.0.0.0"]))
