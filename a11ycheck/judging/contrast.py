"""Measure pixels where axe could not tell the contrast of a text, mostly over a picture or a gradient.

A style sheet that no script of the page sees makes the text transparent for one screenshot. Then the colour of the text
is compared with what is behind each letter. The text fails when some of its letters have too little contrast with every
pixel behind them (https://www.w3.org/WAI/standards-guidelines/act/rules/afw4f7/). The doubt is dropped when each letter
has enough contrast with every pixel. Otherwise it stays for a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.frames import Frame, Frames, ScriptError
from a11ycheck.evidence.hits import Hit, Judgement
from a11ycheck.inpage import script
from a11ycheck.inpage.shadowing import unshadowed

MOST = 12
"""Texts that are measured on one screen; doubts about others stay for a person."""
_RULES = {"color-contrast": (4.5, 3.0), "color-contrast-enhanced": (7.0, 4.5)}
_NO_TEXT = ("shortTextContent", "nonBmp")
"""axe's message keys for a single character and for one outside the basic plane: mostly icons."""


async def settle_contrast_doubts(frames: Frames, root: Frame, judgement: Judgement) -> Judgement:
    """Return axe's judgement, in which doubts about contrast are a failure or dropped where pixels show it."""
    doubts = [hit for hit in judgement.hits if hit.rule in _RULES and hit.key == "incomplete"]
    if not doubts:
        return judgement
    places = {frame.id: frame for frame in root.walk()}
    measured: dict[tuple[str, tuple[str, ...]], Mapping[str, Any] | None] = {}
    for hit in doubts:
        if hit.place not in measured and len(measured) < MOST and hit.place[0] in places:
            measured[hit.place] = await _measure(frames, places[hit.place[0]], hit.place[1])
    hits: list[Hit] = []
    reported = {(hit.rule, hit.place) for hit in judgement.hits}
    for hit in judgement.hits:
        seen = measured.get(hit.place) if hit.rule in _RULES and hit.key == "incomplete" else None
        if not seen:
            hits.append(hit)
            continue
        hits += _decided(hit, seen)
        if hit.rule == "color-contrast" and "color-contrast-enhanced" in judgement.outcomes:
            more = replace(hit, rule="color-contrast-enhanced")
            if (more.rule, more.place) not in reported:
                hits += [one for one in _decided(more, seen) if one.key == "violation"]
    outcomes = dict(judgement.outcomes)
    for rule in _RULES:
        if any(hit.rule == rule and hit.key == "violation" for hit in hits):
            outcomes[rule] = "failure"
    return Judgement(tuple(hits), outcomes, judgement.untested)


def _decided(hit: Hit, seen: Mapping[str, Any]) -> list[Hit]:
    """Return the hit as a failure, as the doubt that it was, or not at all."""
    least = _RULES[hit.rule][1 if seen["large"] else 0]
    sign = hit.data.get("messageKey") in _NO_TEXT
    if seen["decoration"] and (sign or hit.data.get("messageKey") == "equalRatio"):
        return []
    if seen["worst"] >= least:
        return []
    # At level AAA, a few letters over the dark end of a gradient are left to a person.
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
    """Return what inpage/judging/contrast_pixels.js measures; None when the element is gone or has no box."""
    try:
        found = await frame.session.send(
            "Runtime.callFunctionOn",
            {
                "functionDeclaration": unshadowed(script("browser/find_place")),
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
            # Quads are relative to the window, boxes to the frame: the difference is the position of the frame.
            left, top = min(quad[::2]) - text["left"], min(quad[1::2]) - text["top"]
            clip = {"x": text["x"] + left + view["pageX"], "y": text["y"] + top + view["pageY"],
                    "width": text["width"], "height": text["height"], "scale": 1}  # fmt: skip
            shot = await frames.session.send("Page.captureScreenshot", {"format": "png", "clip": clip})
        finally:
            await frame.run(script("judging/contrast_show"))
        seen: Mapping[str, Any] | None = await frame.run(script("judging/contrast_pixels"), text, shot["data"])
        return seen
    except (PlaywrightError, ScriptError, KeyError, IndexError):
        return None
