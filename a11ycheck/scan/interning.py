"""Interning: equal values are kept once, because the pages of a site say the same things thousands of times."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from a11ycheck.evidence.hits import Hit, Judgement
from a11ycheck.evidence.screens import CleanScreen

T = TypeVar("T", bound=Hashable)
V = TypeVar("V")


class Interner:
    """One for each target. Saves half a gigabyte for ten thousand pages."""

    def __init__(self) -> None:
        self._first: dict[Hashable, Any] = {}

    def texts(self, values: tuple[str, ...]) -> tuple[str, ...]:
        """Return a new tuple of shared texts."""
        return tuple(map(self._one, values))

    def screen(self, seen: CleanScreen) -> CleanScreen:
        """Return an equal result that shares its values with earlier ones."""
        judged = Judgement(
            tuple(map(self._hit, seen.judged.hits)), self._mapping(seen.judged.outcomes), seen.judged.untested
        )
        facts = {self._one(probe): self._json(value) for probe, value in seen.facts.items()}
        return replace(seen, judged=judged, structure=self._one(seen.structure), facts=facts)

    def _one(self, value: T) -> T:
        """Return the first value that was equal to this one."""
        return self._as(value, value)

    def _as(self, key: Hashable, value: V) -> V:
        found: V = self._first.setdefault(key, value)
        return found

    def _hit(self, hit: Hit) -> Hit:
        """Return an equal hit without the place where its picture was taken: its screen is gone."""
        data = self._mapping(hit.data)
        # Shared values are told apart by their identity: each lives as long as the hit that holds it.
        kept = (id(data), id(hit.origin))
        key = (hit.rule, hit.key, hit.frame, hit.target, hit.ancestry, hit.html, hit.impact, hit.picture, *kept)
        if (known := self._first.get(key)) is not None:
            return known  # type: ignore[no-any-return]
        texts = {name: self._one(getattr(hit, name)) for name in ("rule", "frame", "target", "ancestry", "html")}
        return self._as(key, replace(hit, **texts, data=data, place=("", ())))

    def _mapping(self, value: Mapping[str, V]) -> Mapping[str, V]:
        return self._as(("mapping", *value.items()), value)

    def _json(self, value: V) -> V:
        return self._as(hashlib.sha256(json.dumps(value, sort_keys=True).encode()).digest(), value)
