"""One page's work as it is kept, and back again."""

from __future__ import annotations

from collections.abc import Sequence

from a11ycheck.browser.element_pictures import Cause
from a11ycheck.evidence.screens import ScreenResult
from a11ycheck.model import Page
from a11ycheck.players.interface import WalkPlan
from a11ycheck.players.walkthrough import Walkthrough
from a11ycheck.scan.session import Log
from a11ycheck.sources.interface import Visit
from a11ycheck.store.store import Kept, Missed


def kept(
    walkthrough: Walkthrough, seen: Sequence[ScreenResult], visit: Visit | None, log: Log, causes: tuple[Cause, ...]
) -> Kept:
    """All that a page came to."""
    return Kept(
        seen=tuple(seen),
        address=visit.address if visit else "",
        links=visit.links if visit else (),
        lessons=visit.lessons if visit else (),
        stops=tuple(walkthrough.stops),
        known=walkthrough.known,
        done=tuple(walkthrough.done),
        missed=tuple(Missed(place, why, data) for place, (why, data) in walkthrough.missed.items()),
        notes=tuple(walkthrough.notes),
        tool=walkthrough.tool,
        over=walkthrough.over,
        events=tuple(log.events),
        causes=causes,
    )


def tour_of(kept: Kept, page: Page, way: WalkPlan) -> Walkthrough:
    """The walkthrough of a page that is done."""
    return Walkthrough(
        page,
        way,
        stops=dict.fromkeys(kept.stops, ""),
        known=kept.known,
        done=set(kept.done),
        missed={one.place: (one.why, one.data) for one in kept.missed},
        tool=kept.tool,
        over=kept.over,
        notes=list(kept.notes),
    )


def visit_of(kept: Kept, page: Page) -> Visit:
    """The visit of a page that is done."""
    trail = next((one.trail for one in kept.seen if one.trail), ())
    structure = next((one.structure for one in kept.seen if one.structure), "")
    title = next((one.title for one in kept.seen if not one.state), "")
    return Visit(page, kept.address, kept.links, trail, structure, title, kept.lessons)
