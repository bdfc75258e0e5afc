"""How an examined screen is handed over while it is shown: its result first, pictures of it when they are asked for."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as Tab

from a11ycheck.browser.element_pictures import take_pictures
from a11ycheck.browser.frames import Frames
from a11ycheck.evidence.screens import ScreenResult
from a11ycheck.model import Page
from a11ycheck.scan.exam.examined_screen import ExaminedScreen
from a11ycheck.scan.session import Pictures, ShownScreen


def shown_screen(place: Page, state: str, examined: ExaminedScreen) -> ShownScreen:
    """Return what is kept of a screen, in its state ("" as it first stood)."""
    result = ScreenResult(
        place,
        state,
        examined.title,
        examined.judged,
        {},
        missing=examined.missing,
        signature=examined.signature,
        structure=examined.structure,
        tried=examined.claimed,
        facts=examined.facts,
        breadcrumbs=examined.breadcrumbs,
    )
    return ShownScreen(
        result,
        examined.address,
        examined.links,
        made=tuple(examined.pictures),
        lessons=examined.lessons,
        changing=examined.changing,
        people=examined.told.names,
        secrets=examined.told.words,
    )


async def pictures_of(tab: Tab, examined: ExaminedScreen, wanted: Sequence[int]) -> Pictures:
    """Take pictures of the hits with these indexes; {} when the tab is gone or answers no more."""
    if examined.hangs:
        return {}
    try:
        session = await tab.context.new_cdp_session(tab)
        pictures = await take_pictures(
            Frames(tab, session), examined.root, examined.judged.hits, examined.pictures, wanted
        )
        await session.detach()
    except PlaywrightError:
        return {}  # the findings stand without pictures
    return pictures
