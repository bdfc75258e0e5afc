"""What was pressed when a page stopped answering: on a new stage it is left alone, so that the rest can be seen."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Traps:
    """`pressed` and its `label` are what was pressed last, while it is not known what came of it."""

    known: set[str] = field(default_factory=set)
    pressed: str = ""
    label: str = ""

    def press(self, what: str, label: str) -> bool:
        """Note that this is about to be pressed; False when it must not be."""
        if what in self.known:
            return False
        self.pressed, self.label = what, label
        return True

    def passed(self) -> None:
        """What was pressed led to a screen that was judged."""
        self.pressed = self.label = ""

    def spring(self) -> str:
        """The page stopped answering: from now on what was pressed is a trap; its label, "" when nothing was."""
        label = self.label or self.pressed
        if self.pressed:
            self.known.add(self.pressed)
        self.passed()
        return label
