"""Learning packages that play inside a page of a platform: they have more screens than the one that stands there."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qs, urlsplit

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Frame
from playwright.async_api import Page as Tab

ANSWER = 2.0
"""Seconds for a frame to answer."""
MOST = 40
"""Frames that are asked."""

# A run-time of SCORM 1.2 or 2004 stands in the page around the lesson, or above that; H5P says what it shows.
_RUNS = """() => {
  const has = (api, start) => { try { return typeof window[api]?.[start] === 'function' } catch { return false } };
  if (has('API', 'LMSInitialize') || has('API_1484_11', 'Initialize')) return 'package';
  try { return Object.keys(window.H5PIntegration?.contents ?? {}).length ? 'h5p' : '' } catch { return '' }
}"""


async def plays(tab: Tab) -> tuple[tuple[str, str, str], ...]:
    """What plays on a page, as the untested part of its screen: (address, stable word, "")."""
    frames = tab.frames[:MOST]
    said = await asyncio.gather(*map(_runs, frames))
    found: dict[str, str] = {}
    for frame, kind in zip(frames, said, strict=True):
        if kind == "h5p":
            found.setdefault(frame.url, "plays-h5p")
        elif kind == "package":
            for inside in frame.child_frames or [frame]:
                found.setdefault(inside.url, "plays-package")
        elif frame.parent_frame and _is_launch(frame.url):
            found.setdefault(frame.url, "plays-package")
    return tuple((address, why, "") for address, why in found.items() if address.startswith("http"))


async def _runs(frame: Frame) -> str:
    try:
        return str(await asyncio.wait_for(frame.evaluate(_RUNS), ANSWER))
    except (PlaywrightError, TimeoutError):
        return ""


def _is_launch(url: str) -> bool:
    """Whether an address hands over where results are sent: xAPI ("endpoint") or cmi5 ("fetch")."""
    query = parse_qs(urlsplit(url).query)
    return "endpoint" in query and bool({"actor", "fetch"} & query.keys())
