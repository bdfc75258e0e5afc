"""The result of judging one screen, before it becomes findings: hits, and the outcome of each rule."""

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
    """One element that one message of a rule is about.

    `frame` is the address of the frame's document, "" for the screen's own; `target` is a selector in it; `ancestry`
    is the full path of tags. `place` finds the element while the screen is shown: the id of its frame and the parts of
    its selector, one for each shadow root on the way.
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
    """The name of the picture that a behaviour took of it, "" where one is taken of the element."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Hits, the outcome of each rule that ran, and what could not be tested."""

    hits: tuple[Hit, ...] = ()
    outcomes: Mapping[str, TestOutcome] = field(default_factory=dict)
    untested: tuple[Untested, ...] = ()


def selector_parts(target: str | list[Any]) -> tuple[str, ...]:
    """Return a selector of axe as parts, one for each shadow root on the way."""
    return (target,) if isinstance(target, str) else tuple(str(part) for part in target)


def selector_text(parts: tuple[str, ...]) -> str:
    """Return the parts as one line, in which " >>> " enters a shadow root."""
    return " >>> ".join(parts)


def component(hit: Hit) -> str:
    """Return the tags on the way to the element and its own classes, without numbers: equal for equal components."""
    classes = _CLASS.match(hit.html)
    class_names = "." + ".".join(sorted(classes[1].split())) if classes else ""
    return without_numbers(hit.ancestry + class_names)


def without_numbers(target: str) -> str:
    """Return a selector without the positions and numbers that change from page to page."""
    return _NUMBERS.sub("", target)


PictureCause = tuple[str, str]
"""A rule, and the structure of the place: hits with the same cause look alike, so one picture shows them all."""


def picture_cause(hit: Hit) -> PictureCause:
    """Return what makes this hit look as it does."""
    return hit.rule, component(hit)
