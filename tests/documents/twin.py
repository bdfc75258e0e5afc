"""A fault in a document, and the same document without it."""

from __future__ import annotations

from dataclasses import dataclass

LONG = "Water the plant in the morning, when the ground is cool, and look at the leaves in the evening."
"""A sentence long enough to be no heading."""


@dataclass(frozen=True)
class Twin:
    """The bad one has this fault and no other of the rule; the good one is looked at by the rule, and has none."""

    rule: str
    fault: str
    kind: str
    bad: bytes
    good: bytes
    note: str = ""
