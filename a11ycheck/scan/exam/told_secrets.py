"""What a screen as a whole tells of people and secrets, so that no part of it is reported without that knowledge.

`<td>Password:</td><td>hunter2</td>`: of the second cell alone nobody could say that it holds a secret.
"""

from __future__ import annotations

from dataclasses import dataclass

from a11ycheck.browser.frames import Frame
from a11ycheck.inpage import script
from a11ycheck.text import redact


@dataclass(frozen=True, slots=True)
class ToldSecrets:
    """Names that may be people's, and words that are secrets by what stands before them."""

    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


async def read_told_secrets(root: Frame) -> ToldSecrets:
    """Return what all frames of a screen tell; a frame that left meanwhile tells nothing."""
    names: dict[str, None] = {}
    words: dict[str, None] = {}
    for frame in root.walk():
        told = await frame.run_or_none(script("scan/told")) or {"names": [], "words": ""}
        names |= dict.fromkeys(told["names"])
        for name in told["names"]:
            redact.hide_person(name)  # pictures are taken here, perhaps on another computer than the report
        words |= dict.fromkeys(sorted(redact.words_hidden_in(told["words"])))
    return ToldSecrets(tuple(names), tuple(words))
