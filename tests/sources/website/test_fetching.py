"""Documents are fetched within limits, from allowed hosts only, and every failure has a reason."""

import pytest

from a11ycheck.documents.interface import Unreadable
from a11ycheck.sources.website.fetching import fetch_document
from tests.site_server import Reply, serving

PDF = {"Content-Type": "application/pdf"}


def test_the_bytes_of_a_document() -> None:
    with serving({"/a.pdf": Reply(b"%PDF" * 50_000, headers=PDF)}) as site:
        assert len(fetch_document(f"{site.url}/a.pdf", lambda _: True)) == 200_000


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
        fetch_document(f"{site.url}{path}", lambda address: "/other/" not in address, seconds=1, limit=200_000)
    assert told.value.why == why
    assert "/other/x.pdf" not in site.asked
    assert all(told.value.data.values())


def test_a_host_that_is_not_there() -> None:
    with pytest.raises(Unreadable) as told:
        fetch_document("http://127.0.0.1:9/a.pdf", lambda _: True)
    assert told.value.why == "load-failed"
