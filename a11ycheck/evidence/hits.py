"""What judging one screen yields, before it becomes findings: hits, and what each rule came to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from a11ycheck.evidence.reasons import Untested
from a11ycheck.model import Impact, Origin, TestOutcome

_NUMBERS = re.compile(r":nth-child\(\d+\)|\d{2,}")
_CLASS = re.compile(r"^<[^>]*?\sclass=[\"']([^\"'>]{1,200})")


@dataclass(frozen=True, slots=True)
class Hit:
    """One element of one frame under one message of a rule.

    `frame` is the address of the frame's document, "" in the root; `target` a selector in it; `ancestry` the full
    path of tags; `box` tells where to take a picture: the id of the frame and the selector parts.
    """

    rule: str
    key: str
    frame: str
    target: str
    ancestry: str
    html: str
    data: Mapping[str, str]
    impact: Impact | None = None
    place: tuple[str, tuple[str, ...]] = ("", ())
    origin: Origin | None = None
    picture: str = ""
    """The name of a picture that a trial made of it, "" where one is taken of the element."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Hits, what each rule came to where it ran, and what could not be judged."""

    hits: tuple[Hit, ...] = ()
    outcomes: Mapping[str, TestOutcome] = field(default_factory=dict)
    untested: tuple[Untested, ...] = ()


def selector(target: str | list[Any]) -> tuple[str, ...]:
    """A selector as parts, one for each shadow root on the way."""
    return (target,) if isinstance(target, str) else tuple(str(part) for part in target)


def joined(parts: tuple[str, ...]) -> str:
    """The parts as one line; ">>>" enters a shadow root."""
    return " >>> ".join(parts)


def component(hit: Hit) -> str:
    """The place's structure: tags on the way to the element, and its own classes, without numbers."""
    classes = _CLASS.match(hit.html)
    own = "." + ".".join(sorted(classes[1].split())) if classes else ""
    return steady(hit.ancestry + own)


def steady(target: str) -> str:
    """A selector without positions and numbers that change from page to page."""
    return _NUMBERS.sub("", target)


PictureCause = tuple[str, str]
"""A rule, and the structure of the place: hits with the same cause look alike, so one picture shows them all."""


def picture_cause(hit: Hit) -> PictureCause:
    """Return what makes this hit look as it does."""
    return hit.rule, component(hit)
