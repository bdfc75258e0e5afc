"""Documents are lent to be read: asked for as who is signed in while their site is audited, and judged."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace

from a11ycheck.documents.interface import Unreadable
from a11ycheck.documents.reading import read_document
from a11ycheck.evidence.screens import ScreenResult, TargetResult
from a11ycheck.judging.documents import judge_document
from a11ycheck.logins.login import Login
from a11ycheck.model import Page, Rule
from a11ycheck.scan.plan import ScanTarget
from a11ycheck.sources.interface import Library
from a11ycheck.store.store import Kept, Missed

Renew = Callable[[int], Awaitable[bool]]
"""Signs in again after the session of a number ended; whether that could be done."""

SHUT = ("401", "403")
"""What a server answers to somebody who is not signed in; others give the page on which one signs in."""


def met(gathered: TargetResult) -> Sequence[Page]:
    """Pages of a website that the browser would only save: documents whose address did not tell what they are.

    They are taken from what was skipped.
    """
    found = []
    for page in gathered.pages if gathered.kind == "website" else ():
        missed = gathered.skipped.get(page, {}).get(page)
        if missed and (kind := missed.data.get("document")):
            del gathered.skipped[page]
            found.append(replace(page, document=kind))
    return found


async def read_lent(source: Library, page: Page, order: ScanTarget, renew: Renew, rules: Iterable[Rule]) -> Kept:
    """What reading a document came to."""
    try:
        facts = await read_document(page.document, await lent(source, page, order.session, renew))
    except Unreadable as error:
        return Kept(missed=(Missed(page, error.why, error.data),))
    return Kept(seen=(ScreenResult(page, "", facts.title, judge_document(page.document, facts, rules), {}),))


async def lent(source: Library, page: Page, session: Login | None, renew: Renew) -> bytes:
    """The bytes of a document; asked for once more when the session had ended, and another one could begin.

    Raises Unreadable.
    """
    number = session.number if session else 0
    try:
        return await asyncio.to_thread(source.read, page)
    except Unreadable as error:
        shut = error.why == "document-is-page" or error.data.get("status") in SHUT
        if not (session and shut and await renew(number)):
            raise
    return await asyncio.to_thread(source.read, page)
