"""Resolvers answer what facts ask and a page cannot tell by itself; each is listed by the name of its fact."""

from __future__ import annotations

from collections.abc import Mapping

from a11ycheck.browser.frames import Frames
from a11ycheck.facts.resolvers import cues, ends, languages, sounds, zoomed
from a11ycheck.facts.resolvers.ends import Follow
from a11ycheck.facts.resolvers.interface import Resolver


def resolvers_for(frames: Frames, follow: Follow) -> Mapping[str, Resolver]:
    """Return the resolvers for the screen of these frames; `follow` says which links may be opened."""
    link_ends = ends.LinkEnds(frames, follow)
    return {
        "languages": languages.answer,
        "ends": link_ends.answer,
        "starts": link_ends.answer,
        "media": sounds.answer,
        "timed": cues.answer,
        "clips": zoomed.Zoomed(frames).answer,
    }
