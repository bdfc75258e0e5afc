"""Documents of a target: fetched as the person who is signed in, read, and judged."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace

from a11ycheck.documents.interface import Unreadable
from a11ycheck.documents.reading import read_document
from a11ycheck.evidence.clean import clean_screen
from a11ycheck.evidence.screens import ScreenResult, TargetResult
from a11ycheck.judging.documents import judge_document
from a11ycheck.model import Page, Rule
from a11ycheck.scan.plan import ScanTarget
from a11ycheck.store.saved import MissedPlace, SavedPage

SignInAgain = Callable[[int], Awaitable[bool]]
"""Signs in again after the login of this number ended; tells whether that worked."""

NOT_SIGNED_IN = ("401", "403")
"""What a server answers to somebody who is not signed in; other servers give the sign-in page instead."""


def documents_among(result: TargetResult) -> Sequence[Page]:
    """Take from the skipped pages of a website those that turned out to be documents, and return them.

    They are pages that the browser would only save: their address did not tell what they are.
    """
    found = []
    for page in result.pages if result.kind == "website" else ():
        missed = result.skipped.get(page, {}).get(page)
        if missed and (kind := missed.data.get("document")):
            del result.skipped[page]
            found.append(replace(page, document=kind))
    return found


async def read_fetched(page: Page, target: ScanTarget, sign_in_again: SignInAgain, rules: Iterable[Rule]) -> SavedPage:
    """Return the result of reading a document of a target."""
    try:
        facts = await read_document(page.document, await fetch_signed_in(page, target, sign_in_again))
    except Unreadable as error:
        return SavedPage(missed=(MissedPlace(page, error.why, error.data),))
    return SavedPage(
        screens=(clean_screen(ScreenResult(page, "", facts.title, judge_document(page.document, facts, rules), {})),)
    )


async def fetch_signed_in(page: Page, target: ScanTarget, sign_in_again: SignInAgain) -> bytes:
    """Return the bytes of a document; ask once more when the login had ended and another one could begin.

    Raises Unreadable.
    """
    number = target.login.number if target.login else 0
    try:
        return await target.source.read(page)
    except Unreadable as error:
        is_closed = error.why == "document-is-page" or error.data.get("status") in NOT_SIGNED_IN
        if not (target.login and is_closed and await sign_in_again(number)):
            raise
    return await target.source.read(page)
