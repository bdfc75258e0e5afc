"""Documents from the web: bounded, from hosts that may be asked, and each trouble has its reason."""

import ssl
import subprocess
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from threading import Thread

import pytest

from a11ycheck.access import Access
from a11ycheck.documents.interface import Unreadable
from a11ycheck.sources.fetching import fetch
from fixtures.sites.serving import Answering, running
from tests.site_server import Reply, serving

PDF = {"Content-Type": "application/pdf"}


def test_the_bytes_of_a_document() -> None:
    with serving({"/a.pdf": Reply(b"%PDF" * 50_000, headers=PDF)}) as site:
        assert len(fetch(f"{site.url}/a.pdf", lambda _: True)) == 200_000


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/absent.pdf", "http-status"),
        ("/sign-in.pdf", "document-is-page"),
        ("/huge.pdf", "document-too-large"),
        ("/says-huge.pdf", "document-too-large"),
        ("/elsewhere.pdf", "document-elsewhere"),
        ("/to-a-file.pdf", "http-status"),
        ("/slow.pdf", "timeout"),
        ("/drips.pdf", "timeout"),
    ],
)
def test_what_cannot_be_had_has_a_reason(path: str, why: str) -> None:
    replies = {
        "/sign-in.pdf": "<title>Sign in</title>",
        "/huge.pdf": Reply(b"x" * 300_000, headers=PDF),
        "/says-huge.pdf": Reply(b"x", headers=PDF | {"Content-Length": "999999999"}),
        "/elsewhere.pdf": Reply(status=302, headers={"Location": "/other/x.pdf"}),
        "/other/x.pdf": Reply(b"%PDF", headers=PDF),
        "/to-a-file.pdf": Reply(status=302, headers={"Location": "file:///etc/passwd"}),
        "/slow.pdf": Reply(b"%PDF", headers=PDF, seconds=2),
        "/drips.pdf": Reply(b"%PDF" * 100, headers=PDF, drip=0.05),
    }
    with serving(replies) as site, pytest.raises(Unreadable) as told:
        fetch(f"{site.url}{path}", lambda address: "/other/" not in address, seconds=1, limit=200_000)
    assert told.value.why == why
    assert "/other/x.pdf" not in site.asked
    assert all(told.value.data.values())


def test_a_host_that_is_not_there() -> None:
    with pytest.raises(Unreadable) as told:
        fetch("http://127.0.0.1:9/a.pdf", lambda _: True)
    assert told.value.why == "load-failed"


SIGNED_IN = Access(
    user_agent="a11ycheck for school",
    headers={"X-Key": "a-key"},
    basic=("mila", "pear"),
    cookies=[
        {"name": "inside", "value": "1", "domain": "127.0.0.1", "path": "/", "expires": -1, "secure": False},
        {"name": "below", "value": "1", "domain": "127.0.0.1", "path": "/file", "expires": -1, "secure": False},
        {"name": "over", "value": "1", "domain": "127.0.0.1", "path": "/", "expires": 1000.0, "secure": False},
        {"name": "safe", "value": "1", "domain": "127.0.0.1", "path": "/", "expires": -1, "secure": True},
        {"name": "other", "value": "1", "domain": ".school.example", "path": "/", "expires": -1, "secure": False},
    ],
)


@contextmanager
def hearing(onward: str = ""):
    """A server that gives a document, or leads on; and the headers that it heard."""
    heard = []

    class Handler(Answering):
        def do_GET(self) -> None:
            heard.append((self.path, dict(self.headers)))
            if onward and "moved" in self.path:
                return self.send(302, "", Location=onward)
            return self.send(200, b"%PDF", "application/pdf")

    with running(Handler) as url:
        yield url, heard


def test_the_site_hears_who_is_signed_in_and_another_host_no_secret() -> None:
    with hearing() as (other, theirs), hearing(f"{other}/file/b.pdf") as (site, ours):
        fetch(f"{site}/file/a.pdf", lambda _: True, SIGNED_IN)
        fetch(f"{site}/moved.pdf", lambda _: True, SIGNED_IN)
    said = ours[0][1]
    assert (said["Cookie"], said["X-Key"], said["User-Agent"]) == ("inside=1; below=1", "a-key", "a11ycheck for school")
    assert said["Authorization"].startswith("Basic ")
    assert ours[1][1]["Cookie"] == "inside=1"
    assert not {"Cookie", "X-key", "X-Key", "Authorization"} & theirs[0][1].keys()
    assert SIGNED_IN.headers_for("https://www.school.example/")["Cookie"] == "other=1"
    assert "Cookie" not in SIGNED_IN.headers_for("https://notschool.example/")
    assert SIGNED_IN.to_others().headers_for(f"{site}/") == {}


def test_documents_go_through_the_proxy_that_was_asked_for() -> None:
    with hearing() as (proxy, asked):
        assert fetch("http://school.example/a.pdf", lambda _: True, Access(proxy=proxy)) == b"%PDF"
    assert [path for path, _ in asked] == ["http://school.example/a.pdf"]


def test_a_certificate_that_is_not_trusted_is_only_passed_when_asked(tmp_path) -> None:
    key, certificate = str(tmp_path / "key.pem"), str(tmp_path / "cert.pem")
    made = ["openssl", "req", "-x509", "-nodes", "-newkey", "rsa:2048", "-subj", "/CN=school", "-days", "2"]
    try:
        subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True, timeout=60)
    except FileNotFoundError:
        pytest.skip("no openssl here")

    class Handler(Answering):
        def do_GET(self) -> None:
            self.send(200, b"%PDF", "application/pdf")

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"https://127.0.0.1:{server.server_port}/a.pdf"
    try:
        with pytest.raises(Unreadable, match="certificate"):
            fetch(address, lambda _: True)
        assert fetch(address, lambda _: True, Access(trusting=True)) == b"%PDF"
    finally:
        server.shutdown()
        server.server_close()
