"""Where frames are in the browser's window, and what a box of a frame is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playwright.async_api import Error as PlaywrightError

from a11ycheck.browser.frames import Frame, Frames
from a11ycheck.inpage import script

WindowBox = tuple[float, float, float, float]
"""x, y, width and height in CSS pixels of the browser's window."""


@dataclass(frozen=True, slots=True)
class FrameOffset:
    """Where the viewport of a frame begins in the browser's window, and the size there of one pixel of the frame."""

    x: float = 0.0
    y: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0

    def to_window(self, box: Sequence[float]) -> WindowBox:
        """Return a box of the frame (x, y, width, height) as a box of the window."""
        x, y = self.x + box[0] * self.scale_x, self.y + box[1] * self.scale_y
        return (x, y, box[2] * self.scale_x, box[3] * self.scale_y)

    def of_child(self, inner: Sequence[float]) -> FrameOffset:
        """Return the offset of a frame in this one; `inner` is its x, y, and ten times its scale on each axis."""
        scale_x, scale_y = self.scale_x * inner[2] / 10, self.scale_y * inner[3] / 10
        return FrameOffset(self.x + inner[0] * self.scale_x, self.y + inner[1] * self.scale_y, scale_x, scale_y)


async def screen_offset(frames: Frames, root: Frame) -> FrameOffset:
    """Return where the frame of the screen itself begins in the browser's window."""
    try:
        owner = await frames.session.send("DOM.getFrameOwner", {"frameId": root.id})
        quads = await frames.session.send("DOM.getContentQuads", {"backendNodeId": owner["backendNodeId"]})
        quad = quads["quads"][0]
        return FrameOffset(quad[0], quad[1])
    except (PlaywrightError, KeyError, IndexError):
        return FrameOffset()  # the page's own frame has no owner


async def frame_offset(frames: Frames, root: Frame, frame: Frame) -> FrameOffset:
    """Return where a frame begins in the browser's window, from the boxes of the frame elements around it.

    Scaling is left out of account.
    """
    path = _path(root, frame)
    offset, process_offset = await screen_offset(frames, root), FrameOffset()
    for parent, child in zip(path, path[1:], strict=False):
        try:
            owner = await parent.session.send("DOM.getFrameOwner", {"frameId": child.id})
            box = await parent.session.send("DOM.getBoxModel", {"backendNodeId": owner["backendNodeId"]})
        except PlaywrightError:
            return offset
        quad = box["model"]["content"]
        # Places are relative to the window of the process that tells them.
        offset = FrameOffset(process_offset.x + quad[0], process_offset.y + quad[1])
        process_offset = process_offset if parent.session is child.session else offset
    return offset


async def frame_corner(frame: Frame) -> tuple[float, float]:
    """Return where the boxes of a frame begin in the window: content quads count from the window, boxes from the frame.

    Raises PlaywrightError, ScriptError, KeyError and IndexError.
    """
    root_element = {"objectId": await frame.object_of(script("page.rootElement"))}
    quad = (await frame.session.send("DOM.getContentQuads", root_element))["quads"][0]
    left, top = await frame.run(script("browser/content_corner"))
    return min(quad[::2]) - left, min(quad[1::2]) - top


def _path(root: Frame, frame: Frame) -> list[Frame]:
    """Return the frames from `root` down to `frame`."""
    for child in root.children:
        if frame in child.walk():
            return [root, *_path(child, frame)]
    return [root]
