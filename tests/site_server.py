"""Serve a small site on loopback: what each path answers, and a record of what was requested."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from fixtures.sites.serving import HTML, Answering, running


@dataclass
class Reply:
    """An answer. It begins after `seconds`; with `drip`, the body comes one byte at a time with that pause between."""

    body: bytes | str = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    drip: float = 0.0


@dataclass
class Site:
    """A running site, and what was requested from it.

    `url` has no slash at the end. `asked` holds the paths in order, `agents` the user agents, `sent` the method and
    path of requests other than GET.
    """

    url: str
    asked: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    sent: list[tuple[str, str]] = field(default_factory=list)


@contextmanager
def serving(replies: Mapping[str, Reply | str]) -> Iterator[Site]:
    """Serve a site that answers these paths, and 404 to any other."""

    class Handler(Answering):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.agents.append(self.headers["User-Agent"])
            found = replies.get(self.path, Reply(status=404))
            reply = Reply(found) if isinstance(found, str) else found
            body = reply.body.encode() if isinstance(reply.body, str) else reply.body
            time.sleep(reply.seconds)
            try:
                self.send_response(reply.status)
                for name, value in {"Content-Type": HTML, **reply.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                for piece in [body] if not reply.drip else [body[at : at + 1] for at in range(len(body))]:
                    self.wfile.write(piece)
                    time.sleep(reply.drip)
            except OSError:
                return  # the client went away, as some tests intend

        def _note_sent(self) -> None:
            site.sent.append((self.command, self.path))
            self.do_GET()

        do_POST = do_PUT = do_PATCH = do_DELETE = _note_sent

    site = Site("")
    with running(Handler) as site.url:
        yield site
