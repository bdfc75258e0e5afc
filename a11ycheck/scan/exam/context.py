"""Everything that the examination of one screen depends on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from a11ycheck.browser.frames import Frames
from a11ycheck.browser.guard import Guard
from a11ycheck.facts.resolvers.ends import Follow, never
from a11ycheck.scan.exam.examined_screen import ExaminedScreen
from a11ycheck.scan.exam.front_layers import LayerClosing
from a11ycheck.scan.exam.instruments import Instruments

Claim = Callable[[str, str], Awaitable[bool]]
"""Whether the behaviour of a screen of this structure, at this address, is to be tried here."""
OnState = Callable[[str, ExaminedScreen], Awaitable[None]]
"""Gets each further state of the screen, by name, while it is shown."""
KnownScreens = Mapping[str, ExaminedScreen]
"""Screens that were examined already, by signature."""


async def never_tried(structure: str, address: str) -> bool:  # noqa: ARG001
    """Leave the behaviour of every screen alone (a Claim)."""
    return False


@dataclass(frozen=True, slots=True)
class ExamContext:
    """`frames` reads the frames of the page; `inside` names the one that holds the content, "" for the page's own.

    `patience` is how many seconds the screen has to render. A screen that is identical to a `known` one is not judged
    again; None where nothing explores, so that no screen comes again. `is_package`: the screen is one of a package, and
    nothing that it sends arrives. `follow` says which links may be opened to see where they lead, `claim` whether the
    behaviour of the screen is tried. `guard` is switched on for that and left on; None when nothing can be sent anyway.
    `on_state` gets what was opened meanwhile. `has_editor` says that authors make content on this page: the dialogs of
    its editor are opened too. `layers` says how what lies over the page may be closed before it is judged, None where
    that is the state that was asked for; `on_layer` gets each such layer.
    """

    frames: Frames
    instruments: Instruments
    inside: str = ""
    patience: float = 0
    known: KnownScreens | None = None
    follow: Follow = never
    claim: Claim = never_tried
    guard: Guard | None = None
    on_state: OnState | None = None
    has_editor: bool = False
    is_package: bool = False
    layers: LayerClosing | None = None
    on_layer: OnState | None = None

    @property
    def is_explored(self) -> bool:
        """Whether the page is explored, as packages are: screens that were seen come again. No page of a website is."""
        return self.known is not None
