"""A small picture of the first element of each cause, taken while its screen still stands."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.async_api import CDPSession
from playwright.async_api import Error as PlaywrightError

from a11ycheck.findings import component
from a11ycheck.frames import FIND_PLACE, Frame
from a11ycheck.hits import Hit
from a11ycheck.model import Evidence, Rule

MOST = 40
"""Pictures in one report: they are most of its size."""
_MARGIN = 16
_WIDE, _HIGH = 320, 120
"""A picture is at least this large: a bare radio button shows nobody where it stands."""
_WIDEST, _HIGHEST = 800, 400


class Album:
    """Decides which hits are worth a picture, and takes it."""

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        self._rules = rules
        self._seen: set[tuple[str, str]] = set()

    async def take(
        self, session: CDPSession, root: Frame, hits: tuple[Hit, ...], made: Mapping[str, Evidence]
    ) -> dict[int, Evidence]:
        """Pictures by index of the hit: of rules whose fault can be seen, the first of each cause; `made` are those
        that trials made, by name."""
        frames = {frame.id: frame for frame in root.walk()}
        taken: dict[int, Evidence] = {}
        for n, hit in enumerate(hits):
            rule = self._rules.get(hit.rule)
            cause = (hit.rule, component(hit))
            shows = rule and (rule.picture or hit.picture in made) and hit.key in rule.messages
            if not shows or cause in self._seen:
                continue
            if len(self._seen) >= MOST:
                break
            self._seen.add(cause)
            frame = frames.get(hit.place[0])
            picture = made.get(hit.picture) or (frame and await _picture(session, frame, hit.place[1]))
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
