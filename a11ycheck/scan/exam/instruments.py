"""What screens are examined with."""

from __future__ import annotations

from dataclasses import dataclass

from a11ycheck.judging.axe import Axe
from a11ycheck.judging.compiled_rules import CompiledRules


@dataclass(frozen=True, slots=True)
class Instruments:
    """axe, the names of its rules that run, and our own rules; `pictures` says whether pictures are wanted."""

    axe: Axe
    axe_rules: tuple[str, ...]
    compiled: CompiledRules
    pictures: bool = True
    patience: float = 1.0
    """Multiplies the time that behaviours may take: a computer that does much else needs more."""
    editors: frozenset[str] = frozenset()
    """Identities of pages on which authors make content: the dialogs of their editors are opened."""
