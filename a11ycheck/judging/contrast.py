"""Look at the pixels of texts whose contrast axe could not tell, or called too low.

For two pictures of the window a style sheet that no script of the page sees makes the letters transparent in one. One
pair of pictures serves all texts in the window. A text fails when some of its letters have too little contrast with
every pixel around them (https://www.w3.org/WAI/standards-guidelines/act/rules/afw4f7/). A doubt is dropped when each
letter has enough contrast with at least half of them, or when nobody can see the text: it is covered, clipped away or
meant for screen readers. What axe calls a failure is dropped when nobody can see it, or when each letter has enough
contrast with all that is around it. Everything else stays as it was. Most of axe's failures stand on one colour, with
nothing over them: these stay without a picture.
"""

from __future__ import annotations

import time
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.window_pictures import open_picture, window_picture
from a11ycheck.browser.frames import Frame, Frames, ScriptError
from a11ycheck.browser.geometry import FrameOffset, WindowBox, frame_corner, frame_offset
from a11ycheck.evidence.hits import Hit, Judgement
from a11ycheck.inpage import script
from a11ycheck.judging.contrast_pixels import Contrast, PlainText, Text, measure, pixels_of, ratio_on

MOST_TEXTS = 300
"""Texts of one screen that are looked at."""
MOST_PICTURES = 60
"""Pairs of pictures for the doubts of one screen."""
FOR_FAILURES = 12
"""Where as many were taken, none is taken for failures alone."""
SECONDS = 8.0
"""After this time no more pictures are taken; what is left stays as axe said."""
_SURPLUS = 0.1
"""What axe calls too low is dropped when it has more than enough, by as much."""
_RULES = {"color-contrast": (4.5, 3.0), "color-contrast-enhanced": (7.0, 4.5)}
_NO_TEXT = ("shortTextContent", "nonBmp")
"""axe's message keys for a single character and for one outside the basic plane: mostly icons."""

_Parts = tuple[str, ...]
_Place = tuple[str, _Parts]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A text as it was looked at: without `contrast`, nobody can see it; `elsewhere`: not now, but perhaps later."""

    text: Text | None
    contrast: Contrast | None = None
    elsewhere: bool = False


async def settle_contrast_doubts(frames: Frames, root: Frame, judgement: Judgement) -> Judgement:
    """Return axe's judgement, with what pixels show of contrast: a doubt is a failure or dropped, a failure dropped."""
    of_contrast = [hit for hit in judgement.hits if hit.rule in _RULES]
    if not of_contrast:
        return judgement
    doubts_first = sorted(of_contrast, key=lambda hit: hit.key == "violation")
    doubts = {hit.place for hit in of_contrast if hit.key != "violation"}
    places = list(dict.fromkeys(hit.place for hit in doubts_first))[:MOST_TEXTS]
    plain = await _plain_failures(root, [hit for hit in of_contrast if hit.place in {*places} - doubts])
    measured = await _Look(frames, root, doubts).at([place for place in places if place not in plain])
    hits: list[Hit] = []
    reported = {(hit.rule, hit.place) for hit in judgement.hits}
    for hit in judgement.hits:
        seen = measured.get(hit.place) if hit.rule in _RULES else None
        if not seen:
            hits.append(hit)
            continue
        hits += _decided(hit, seen)
        is_doubt = hit.rule == "color-contrast" and hit.key == "incomplete"
        if is_doubt and "color-contrast-enhanced" in judgement.outcomes:
            more = replace(hit, rule="color-contrast-enhanced")
            if (more.rule, more.place) not in reported:
                hits += [one for one in _decided(more, seen) if one.key == "violation"]
    outcomes = dict(judgement.outcomes)
    for rule in _RULES:
        if any(hit.rule == rule and hit.key == "violation" for hit in hits):
            outcomes[rule] = "failure"
    return Judgement(tuple(hits), outcomes, judgement.untested)


async def _plain_failures(root: Frame, failures: Sequence[Hit]) -> set[_Place]:
    """Return the places of failures that stay, as styles and the layout show without a picture."""
    unclear: set[_Place] = set()
    for frame in root.walk():
        hits = [hit for hit in failures if hit.place[0] == frame.id]
        if not hits:
            continue
        found = await frame.run_or_none(script("judging/contrast_grounds"), [list(hit.place[1]) for hit in hits])
        texts: list[PlainText | None] = found or [None] * len(hits)
        for hit, text in zip(hits, texts, strict=True):
            if text is None or ratio_on(text) >= _least(hit, text["large"]) + _SURPLUS:
                unclear.add(hit.place)
    return {hit.place for hit in failures} - unclear


def _least(hit: Hit, large: bool) -> float:
    return _RULES[hit.rule][1 if large else 0]


def _decided(hit: Hit, seen: _Seen) -> list[Hit]:
    """Return the hit as a failure, as it was, or not at all."""
    text, contrast = seen.text, seen.contrast
    if text is None or contrast is None:
        return [hit] if seen.elsewhere and hit.key == "violation" else []
    if text["behind"]:
        return [hit] if hit.key == "violation" else []
    least = _least(hit, text["large"])
    if hit.key == "violation":
        is_fine = contrast.worst >= least + _SURPLUS and not contrast.moves
        return [] if is_fine else [hit]
    sign = hit.data.get("messageKey") in _NO_TEXT
    if text["decoration"] and (sign or hit.data.get("messageKey") == "equalRatio"):
        return []
    if contrast.moves:
        return [hit]
    if contrast.worst >= least or not contrast.has_low(least):
        return []
    # At level AAA, a few letters over the dark end of a gradient are left to a person.
    low = contrast.middle if hit.rule == "color-contrast-enhanced" else contrast.best
    if low < least - 0.05 and text["plain"] and len(text["letters"]) > 1 and not sign:
        data = {
            "contrastRatio": f"{contrast.best:.2f}",
            "expectedContrastRatio": f"{least:g}:1",
            "fgColor": _hex(text["color"]),
            "bgColor": _hex(contrast.behind),
        }
        return [replace(hit, key="violation", data=data)]
    return [hit]


def _hex(colour: Sequence[int]) -> str:
    return "#" + "".join(f"{value:02x}" for value in colour)


@dataclass(slots=True)
class _Look:
    """A look at texts of one screen, frame by frame and window by window."""

    frames: Frames
    root: Frame
    doubts: Set[_Place]
    pictures: int = 0
    _until: float = field(default_factory=lambda: time.monotonic() + SECONDS)

    async def at(self, places: Sequence[_Place]) -> dict[_Place, _Seen]:
        """Return what could be seen of these texts; those are missing that could not be looked at."""
        found: dict[_Place, _Seen] = {}
        for frame in self.root.walk():
            waiting = [parts for frame_id, parts in places if frame_id == frame.id]
            if not waiting:
                continue
            try:
                while waiting and self._goes_on((frame.id, waiting[0])):
                    seen = await self._from_first(frame, waiting)
                    found |= {(frame.id, parts): one for parts, one in seen.items() if one}
                    waiting = [parts for parts in waiting[1:] if parts not in seen]
            except (PlaywrightError, ScriptError, KeyError, IndexError):
                pass  # the frame is gone or has no box: the rest stays as axe said
            await frame.run_or_none(script("judging/contrast_letters.scrollBack"))
        return found

    def _goes_on(self, place: _Place) -> bool:
        most = MOST_PICTURES if place in self.doubts else FOR_FAILURES
        return self.pictures < most and time.monotonic() < self._until

    async def _from_first(self, frame: Frame, waiting: Sequence[tuple[str, ...]]) -> dict[_Parts, _Seen | None]:
        """Scroll to the first of these texts, and return all that could be looked at there; None: it is gone."""
        texts: list[Text | None] = await frame.run(script("judging/contrast_texts"), [list(parts) for parts in waiting])
        seen: dict[_Parts, _Seen | None] = {}
        visible: list[tuple[_Parts, Text]] = []
        for n, (parts, text) in enumerate(zip(waiting, texts, strict=True)):
            if text is None:
                seen[parts] = None
            elif text["seen"] in ("no", "cut"):
                seen[parts] = _Seen(None, elsewhere=text["seen"] != "no")
            elif text["letters"] and (text["seen"] == "yes" or n == 0):
                visible.append((parts, text))
        if visible:
            seen |= await self._measured(frame, visible)
        return seen

    async def _measured(self, frame: Frame, texts: Sequence[tuple[_Parts, Text]]) -> dict[_Parts, _Seen | None]:
        session = self.frames.session
        offset = await self._offset(frame)
        view = (await session.send("Page.getLayoutMetrics"))["cssVisualViewport"]
        window = (view["clientWidth"], view["clientHeight"])
        self.pictures += 1
        inked = pixels_of(open_picture(await window_picture(session)))
        try:
            await frame.run(script("judging/contrast_letters.hide"), [list(parts) for parts, _ in texts])
            bare = pixels_of(open_picture(await window_picture(session)))
        finally:
            await frame.run(script("judging/contrast_letters.show"))
        if inked.shape != bare.shape:
            return {}
        scale = inked.shape[1] / window[0]
        seen: dict[_Parts, _Seen | None] = {}
        for n, (parts, text) in enumerate(texts):
            boxes = [offset.to_window(box) for box in text["letters"]]
            inside = [box for box in boxes if _is_inside(box, window)]
            if inside and (len(inside) == len(boxes) or n == 0):
                scaled = [[value * scale for value in box] for box in inside]
                seen[parts] = _Seen(text, measure(text, scaled, inked, bare))
        return seen

    async def _offset(self, frame: Frame) -> FrameOffset:
        if frame.session is self.frames.session:
            return FrameOffset(*await frame_corner(frame))
        return await frame_offset(self.frames, self.root, frame)


def _is_inside(box: WindowBox, window: tuple[float, float]) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[0] + box[2] <= window[0] + 1 and box[1] + box[3] <= window[1] + 1
