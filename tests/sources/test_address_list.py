"""A list of addresses: each is opened as written, and nothing is crawled."""

import asyncio
from pathlib import Path

import pytest

from a11ycheck.errors import UsageError
from a11ycheck.sources.address_list import AddressList, read_addresses
from a11ycheck.sources.interface import Source, Visit


def test_the_file(tmp_path: Path) -> None:
    file = tmp_path / "pages.txt"
    file.write_bytes(
        b"\xef\xbb\xbf# our pages\r\n\r\nhttp://a.example/x?b=1&a=2#top\r\n  b.example \nhttp://a.example/x?b=1&a=2#top\n"
    )
    assert read_addresses(file) == ("http://a.example/x?b=1&a=2#top", "https://b.example")


@pytest.mark.parametrize(
    ("content", "key", "line"),
    [
        (b"http://a.example/\n\nftp://b.example/\n", "addresses-line", 3),
        (b"# nothing\n\n", "addresses-empty", None),
        (b"http://a.example/\xff", "addresses-unreadable", None),
        (None, "addresses-unreadable", None),
    ],
)
def test_a_file_that_cannot_be_used(tmp_path: Path, content: bytes | None, key: str, line: int | None) -> None:
    file = tmp_path / "pages.txt"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UsageError) as caught:
        read_addresses(file)
    assert (caught.value.key, caught.value.data.get("line")) == (key, line)


def test_each_is_opened_as_written_and_nothing_is_crawled() -> None:
    addresses = ["http://a.example/x?b=1&a=2#top", "http://a.example/logout", "http://a.example/x.pdf"]
    source: Source = AddressList(addresses, "pages.txt")
    asyncio.run(source.open())
    pages = source.first_pages()
    assert [page.address for page in pages] == addresses
    assert not asyncio.run(source.next_pages([Visit(pages[0], pages[0].address, ("http://a.example/y",))]))
    assert (source.info.name, source.page_count(), list(source.skipped()), source.pace) == ("pages.txt", 3, [], 0.25)


def test_pace() -> None:
    assert AddressList(["http://127.0.0.1:1/"], "x").pace == 0
    assert AddressList(["http://127.0.0.1:1/"], "x", rate=2).pace == 0.5
