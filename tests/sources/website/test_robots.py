"""robots.txt: its rules, and sites where it cannot be read."""

import socket
import time

from a11ycheck.sources.website.robots import LARGEST, parse_robots, read_robots
from tests.site_server import Reply, serving

RULES = "User-agent: *\nDisallow: /private\nAllow: /private/open\nDisallow: /*.cgi$\nCrawl-delay: 2\n"


def test_wildcards_longest_match_and_delay() -> None:
    robots = parse_robots(RULES.encode())
    assert robots.allows("http://x.example/")
    assert not robots.allows("http://x.example/private/1")
    assert robots.allows("http://x.example/private/open/1")
    assert not robots.allows("http://x.example/run.cgi")
    assert robots.allows("http://x.example/run.cgi?x")
    assert robots.delay == 2


def test_our_own_name_comes_before_the_star() -> None:
    robots = parse_robots(b"User-agent: *\nDisallow: /\n\nUser-agent: a11ycheck\nDisallow: /drafts\n")
    assert robots.allows("http://x.example/")
    assert not robots.allows("http://x.example/drafts/1")


def test_a_byte_order_mark_and_bytes_that_are_no_text() -> None:
    assert not parse_robots(b"\xef\xbb\xbfUser-agent: *\nDisallow: /a\n\xff\xfe\x00").allows("http://x.example/a")


def test_reading_from_a_site() -> None:
    with serving({"/robots.txt": RULES}) as site:
        robots = read_robots(site.url)
        assert not robots.allows(f"{site.url}/private/1")
        assert robots.unreachable == ""
        assert site.asked == ["/robots.txt"]
        assert site.agents == ["a11ycheck"]


def test_no_file_means_no_rules() -> None:
    with serving({}) as site:
        assert read_robots(site.url).allows(f"{site.url}/private/1")


def test_a_site_in_trouble_is_left_alone() -> None:
    with serving({"/robots.txt": Reply(status=503)}) as site:
        robots = read_robots(site.url)
    assert not robots.allows(f"{site.url}/")
    assert robots.unreachable == "HTTP 503"


def test_nobody_there() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        robots = read_robots(f"http://127.0.0.1:{taken.getsockname()[1]}")
    assert not robots.allows("http://127.0.0.1/")
    assert robots.unreachable


def test_something_else_than_http() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(5)
        port = server.getsockname()[1]
        import threading

        def greet() -> None:
            connection, _ = server.accept()
            connection.sendall(b"220 mail ready\r\n")
            connection.close()

        threading.Thread(target=greet, daemon=True).start()
        assert read_robots(f"http://127.0.0.1:{port}", timeout=3).unreachable


def test_a_drip_does_not_keep_us() -> None:
    with serving({"/robots.txt": Reply("User-agent: *\n" * 100, drip=0.05)}) as site:
        started = time.monotonic()
        assert read_robots(site.url, timeout=0.4).unreachable
        assert time.monotonic() - started < 2


def test_what_comes_after_the_limit_is_not_read() -> None:
    body = "User-agent: *\nDisallow: /a\n#" + "x" * LARGEST + "\nDisallow: /b\n"
    with serving({"/robots.txt": body}) as site:
        robots = read_robots(site.url)
    assert not robots.allows("http://x.example/a")
    assert robots.allows("http://x.example/b")


def test_redirects_are_followed_and_end() -> None:
    replies = {
        "/robots.txt": Reply(status=301, headers={"Location": "/rules"}),
        "/rules": RULES,
    }
    with serving(replies) as site:
        assert not read_robots(site.url).allows(f"{site.url}/private")
    with serving({"/robots.txt": Reply(status=302, headers={"Location": "/robots.txt"})}) as site:
        assert read_robots(site.url).allows(f"{site.url}/private")
        assert len(site.asked) <= 8


def test_a_redirect_to_a_local_file_is_not_followed(tmp_path) -> None:
    rules = tmp_path / "robots.txt"
    rules.write_text("User-agent: *\nDisallow: /\n")
    with serving({"/robots.txt": Reply(status=302, headers={"Location": rules.as_uri()})}) as site:
        assert read_robots(site.url).allows(f"{site.url}/")


def test_a_redirect_to_another_host_is_not_followed() -> None:
    with serving({"/robots.txt": "User-agent: *\nDisallow: /\n"}) as other:
        away = other.url.replace("127.0.0.1", "localhost") + "/robots.txt"
        with serving({"/robots.txt": Reply(status=302, headers={"Location": away})}) as site:
            assert read_robots(site.url).allows(f"{site.url}/")
        assert other.asked == []
