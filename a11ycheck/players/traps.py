"""Controls that made a page hang: they are left alone in the next session, so that the rest can be seen."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Traps:
    """The controls `known` to hang the page, and the last one pressed whose effect isn't known yet."""

    known: set[str] = field(default_factory=set)
    pressed: str = ""
    label: str = ""

    def press(self, control: str, label: str) -> bool:
        """Note that a control is about to be pressed; return False when it must not be."""
        if control in self.known:
            return False
        self.pressed, self.label = control, label
        return True

    def passed(self) -> None:
        """Note that the last control pressed led to a screen that was judged."""
        self.pressed = self.label = ""

    def blame(self) -> str:
        """Make the last control pressed a trap, as the page stopped answering; return its label, "" without one."""
        label = self.label or self.pressed
        if self.pressed:
            self.known.add(self.pressed)
        self.passed()
        return label
