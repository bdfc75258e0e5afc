"""The bytes of a document, asked for as who is signed in while its site is audited."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

from a11ycheck.access import Access
from a11ycheck.documents.interface import Unreadable
from a11ycheck.logins.session import Session
from a11ycheck.model import Page
from a11ycheck.sources.interface import Library

SHUT = ("401", "403")
"""What a server answers to somebody who is not signed in; others give the page on which one signs in."""


async def lent(
    source: Library, page: Page, access: Access, session: Session | None, renew: Callable[[int], Awaitable[bool]]
) -> bytes:
    """Asked for once more when the session had ended, and `renew` of its number could begin another one.

    Raises Unreadable.
    """
    if not session:
        return await asyncio.to_thread(source.read, page, access)
    try:
        return await asyncio.to_thread(source.read, page, _with_cookies(access, session))
    except Unreadable as error:
        shut = error.why == "document-is-page" or error.data.get("status") in SHUT
        if not (shut and await renew(session.number)):
            raise
    return await asyncio.to_thread(source.read, page, _with_cookies(access, session))


def _with_cookies(access: Access, session: Session) -> Access:
    return replace(access, cookies=session.state.get("cookies", ()))
