"""A second look, at pixels, where axe could not tell the contrast of a text: over a picture or a gradient, mostly.

The text is made transparent for one screenshot of its place, in a style sheet that no script of the page sees. Then
the text's own colour is held against what is behind each of its letters. A text fails when some of its letters
cannot stand out enough against any pixel behind them (https://www.w3.org/WAI/standards-guidelines/act/rules/afw4f7/);
axe's doubt is dropped when each letter stands out from every pixel; else it stays for a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.frames import FIND_PLACE, Frame, Frames, ScriptError
from a11ycheck.evidence.hits import Hit, Judgement
from a11ycheck.inpage import script

MOST = 12
"""Texts looked at on one screen; axe's doubt about others stays for a person."""
_RULES = {"color-contrast": (4.5, 3.0), "color-contrast-enhanced": (7.0, 4.5)}
_NO_TEXT = ("shortTextContent", "nonBmp")
"""axe's words for a single sign and for signs outside the ordinary plane: mostly icons."""


async def settle_contrast_doubts(frames: Frames, root: Frame, axes: Judgement) -> Judgement:
    """axe's judgement, with its doubts about contrast settled where pixels settle them."""
    doubts = [hit for hit in axes.hits if hit.rule in _RULES and hit.key == "incomplete"]
    if not doubts:
        return axes
    places = {frame.id: frame for frame in root.walk()}
    measured: dict[tuple[str, tuple[str, ...]], Mapping[str, Any] | None] = {}
    for hit in doubts:
        if hit.place not in measured and len(measured) < MOST and hit.place[0] in places:
            measured[hit.place] = await _measure(frames, places[hit.place[0]], hit.place[1])
    hits: list[Hit] = []
    said = {(hit.rule, hit.place) for hit in axes.hits}
    for hit in axes.hits:
        seen = measured.get(hit.place) if hit.rule in _RULES and hit.key == "incomplete" else None
        if not seen:
            hits.append(hit)
            continue
        hits += _settled(hit, seen)
        if hit.rule == "color-contrast" and "color-contrast-enhanced" in axes.outcomes:
            more = replace(hit, rule="color-contrast-enhanced")
            if (more.rule, more.place) not in said:
                hits += [one for one in _settled(more, seen) if one.key == "violation"]
    outcomes = dict(axes.outcomes)
    for rule in _RULES:
        if any(hit.rule == rule and hit.key == "violation" for hit in hits):
            outcomes[rule] = "failure"
    return Judgement(tuple(hits), outcomes, axes.untested)


def _settled(hit: Hit, seen: Mapping[str, Any]) -> list[Hit]:
    """The hit as a failure, as the doubt that it was, or not at all."""
    least = _RULES[hit.rule][1 if seen["large"] else 0]
    sign = hit.data.get("messageKey") in _NO_TEXT
    if seen["decoration"] and (sign or hit.data.get("messageKey") == "equalRatio"):
        return []
    if seen["worst"] >= least:
        return []
    # At level AAA a few letters over the dark end of a gradient are left to a person.
    low = seen["middle"] if hit.rule == "color-contrast-enhanced" else seen["best"]
    if low < least - 0.05 and seen["sure"] and not sign:
        data = {
            "contrastRatio": f"{seen['best']:.2f}",
            "expectedContrastRatio": f"{least:g}:1",
            "fgColor": seen["color"],
            "bgColor": seen["behind"],
        }
        return [replace(hit, key="violation", data=data)]
    return [hit]


async def _measure(frames: Frames, frame: Frame, parts: tuple[str, ...]) -> Mapping[str, Any] | None:
    """{"best", "worst"}: the contrast of the letter that stands out least, at its best and its worst pixel."""
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
        view = (await frames.session.send("Page.getLayoutMetrics"))["cssVisualViewport"]
        text = await frame.run(script("judging/contrast_text"), list(parts))
        if not text:
            return None
        try:
            # Content quads count from the window, boxes from the frame: the difference is where the frame stands.
            left, top = min(quad[::2]) - text["left"], min(quad[1::2]) - text["top"]
            clip = {"x": text["x"] + left + view["pageX"], "y": text["y"] + top + view["pageY"],
                    "width": text["width"], "height": text["height"], "scale": 1}  # fmt: skip
            shot = await frames.session.send("Page.captureScreenshot", {"format": "png", "clip": clip})
        finally:
            await frame.run(script("judging/contrast_show"))
        seen: Mapping[str, Any] | None = await frame.run(script("judging/contrast_pixels"), text, shot["data"])
        return seen
    except (PlaywrightError, ScriptError, KeyError, IndexError):
        return None  # the element left, or has no box: axe's doubt stands
