"""A small picture of the first element of each cause, taken while its screen still stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from playwright.async_api import CDPSession
from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.frames import FIND_PLACE, Frame
from a11ycheck.evidence.hits import Hit, component
from a11ycheck.model import Evidence, Rule

MOST = 40
"""Pictures in one report: they are most of its size."""
_MARGIN = 16
_WIDE, _HIGH = 320, 120
"""A picture is at least this large: a bare radio button shows nobody where it stands."""
_WIDEST, _HIGHEST = 800, 400


Cause = tuple[str, str]
"""A rule, and the structure of the place."""
Shown = Mapping[Cause, int]


class Album:
    """Decides which hits are worth a picture.

    Each cause is shown on the first page that has it, in the order of the pages and not of their visits: `number` is
    a page's place in that order.
    """

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        self._rules = rules
        self._first: dict[Cause, int] = {}

    def wanted(self, hits: tuple[Hit, ...], made: Iterable[str], number: int) -> tuple[int, ...]:
        """Indexes of hits to take a picture of: of rules whose fault can be seen, the first of each cause; `made` are
        the names of pictures that trials made."""
        found: list[int] = []
        for n, hit in enumerate(hits):
            rule, cause = self._rules.get(hit.rule), _cause(hit)
            if not rule or not (rule.picture or hit.picture in made) or hit.key not in rule.messages:
                continue
            if self._first.get(cause, number + 1) <= number:
                continue
            if sum(first <= number for first in self._first.values()) >= MOST:
                break
            self.remember([cause], number)
            found.append(n)
        return tuple(found)

    def causes(self, number: int) -> tuple[Cause, ...]:
        """Those that were first met on this page."""
        return tuple(cause for cause, first in self._first.items() if first == number)

    def remember(self, causes: Iterable[Cause], number: int) -> None:
        """These were met on this page."""
        for cause in causes:
            if number < self._first.get(cause, number + 1):
                self._first.pop(cause, None)  # so that those of one page stay in their order
                self._first[cause] = number

    def shown(self) -> Shown:
        """The causes whose pictures are shown, and the page that shows each: not too many."""
        return dict(sorted(self._first.items(), key=lambda row: row[1])[:MOST])


def chosen(shown: Shown, hits: tuple[Hit, ...], pictures: Mapping[int, Evidence], number: int) -> dict[int, Evidence]:
    """The pictures of a screen of this page that no page before it shows too."""
    return {n: picture for n, picture in pictures.items() if shown.get(_cause(hits[n])) == number}


def _cause(hit: Hit) -> Cause:
    return hit.rule, component(hit)


async def take(
    session: CDPSession, root: Frame, hits: Sequence[Hit], made: Mapping[str, Evidence], wanted: Iterable[int]
) -> dict[int, Evidence]:
    """Pictures of the `wanted` hits, while their screen stands; `made` are those that trials made, by name."""
    frames = {frame.id: frame for frame in root.walk()}
    taken: dict[int, Evidence] = {}
    for n in wanted:
        frame = frames.get(hits[n].place[0])
        picture = made.get(hits[n].picture) or (frame and await _picture(session, frame, hits[n].place[1]))
        if picture:
            taken[n] = picture
    return taken


async def _picture(session: CDPSession, frame: Frame, parts: tuple[str, ...]) -> Evidence | None:
    try:
        found = await frame.session.send(
            "Runtime.callFunctionOn",
            {
                "functionDeclaration": FIND_PLACE,
                "executionContextId": frame.world,
                "arguments": [{"value": part} for part in parts],
            },
        )
        element = {"objectId": found["result"]["objectId"]}
        await frame.session.send("DOM.scrollIntoViewIfNeeded", element)
        quad = (await frame.session.send("DOM.getContentQuads", element))["quads"][0]
        view = (await session.send("Page.getLayoutMetrics"))["cssVisualViewport"]
        left, top, right, bottom = min(quad[::2]), min(quad[1::2]), max(quad[::2]), max(quad[1::2])
        if right - left < 2 or bottom - top < 2:
            return None
        x, width = _span(left, right, _WIDE, _WIDEST, view["clientWidth"])
        y, height = _span(top, bottom, _HIGH, _HIGHEST, view["clientHeight"])
        clip = {"x": x + view["pageX"], "y": y + view["pageY"], "width": width, "height": height, "scale": 1}
        if clip["width"] < 2 or clip["height"] < 2:
            return None
        shot = await session.send("Page.captureScreenshot", {"format": "jpeg", "quality": 70, "clip": clip})
        return Evidence("screenshot", "image/jpeg", shot["data"])
    except (PlaywrightError, KeyError, IndexError):
        return None  # the element left, or has no box: the finding stands without a picture


def _span(start: float, end: float, least: int, most: int, room: float) -> tuple[float, float]:
    """Where a picture begins and how long it is, in one direction, with a margin around the element."""
    margin = max(_MARGIN, (least - (end - start)) / 2)
    begin = max(0.0, start - margin)
    return begin, min(end + margin - begin, most, room - begin)
