"""axe and our rules, loaded into the frames of a screen."""

from __future__ import annotations

from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.inpage import script
from a11ycheck.inpage.shadowing import unshadowed
from a11ycheck.scan.exam.instruments import Instruments


class ScriptLoader:
    """Loads axe and our rules once into each world: a frame that changed its document has a new one.

    Where a field hides a member of its form, axe would fail or see another element: there it is loaded once more so
    that it asks forms for their own members, which takes it a tenth longer.
    """

    def __init__(self, instruments: Instruments) -> None:
        self._axe = instruments.axe
        self._check = f"({unshadowed(script('judging/shadowed_forms'))})()"
        self._source = f"{self._axe.source}\n;{unshadowed(instruments.compiled.source)};{self._check}"
        self._loaded: set[tuple[str, int]] = set()
        self._unshadowed: set[tuple[str, int]] = set()

    async def load(self, root: Frame) -> None:
        """Make this frame and all below it ready. Raises ScriptError when that fails in `root`."""
        for frame in root.walk():
            world = (frame.id, frame.world)
            if world in self._unshadowed:
                continue
            try:
                is_shadowed = await frame.load(self._check if world in self._loaded else self._source)
                self._loaded.add(world)
                if is_shadowed:
                    await frame.load(f"{self._axe.unshadowed_source};0")
                    self._unshadowed.add(world)
            except ScriptError:
                if frame is root:
                    raise
                # A frame that left or cannot be read: judging it fails too, and says so in the report.
