"""axe and our rules, loaded into the frames of a screen."""

from __future__ import annotations

from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.scan.exam.instruments import Instruments


class ScriptLoader:
    """Loads axe and our rules once into each world: a frame that changed its document has a new one."""

    def __init__(self, instruments: Instruments) -> None:
        self._source = f"{instruments.axe.source}\n;{instruments.compiled.source}"
        self._loaded: set[tuple[str, int]] = set()

    async def load(self, root: Frame) -> None:
        """Make this frame and all below it ready. Raises ScriptError when that fails in `root`."""
        for frame in root.walk():
            if (frame.id, frame.world) in self._loaded:
                continue
            try:
                await frame.load(self._source)
                self._loaded.add((frame.id, frame.world))
            except ScriptError:
                if frame is root:
                    raise
                # A frame that left or cannot be read: judging it fails too, and says so in the report.
