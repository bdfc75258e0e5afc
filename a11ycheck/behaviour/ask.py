"""One script of inpage/ in a frame that may be gone by now."""

from __future__ import annotations

from typing import Any

from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.inpage import script


async def ask(frame: Frame, name: str, *arguments: object) -> Any:
    """What inpage/NAME.js answers; None where it failed, or the frame left meanwhile."""
    try:
        return await frame.run(script(name), *arguments)
    except ScriptError:
        return None
