"""A screen that was examined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from a11ycheck.browser.frames import Frame
from a11ycheck.evidence.breadcrumbs import Breadcrumbs
from a11ycheck.evidence.hits import Judgement
from a11ycheck.model import Evidence, Lesson
from a11ycheck.scan.exam.told_secrets import ToldSecrets


@dataclass(frozen=True, slots=True)
class ExaminedScreen:
    """A screen that was looked at; `missing` is "" or the key of the reason why nothing could be seen on it.

    `structure` is equal for screens of one template; `claimed` says whether its behaviour is tried here. `pictures`
    are those that behaviours made, by name.
    """

    title: str
    address: str
    links: tuple[str, ...]
    judged: Judgement
    root: Frame
    missing: str = ""
    signature: str = ""
    structure: str = ""
    claimed: bool = False
    pictures: Mapping[str, Evidence] = field(default_factory=dict)
    hangs: bool = False
    """The page stopped answering while it was tried: nothing more can be asked of it."""
    facts: Mapping[str, object] = field(default_factory=dict)
    """The facts that rules of the whole site read, by name; JSON."""
    breadcrumbs: Breadcrumbs = ()
    lessons: tuple[Lesson, ...] = ()
    told: ToldSecrets = ToldSecrets()
    changing: tuple[str, ...] = ()
    """Those of the `links` that change something by what the page says of them, as Visit has them."""
