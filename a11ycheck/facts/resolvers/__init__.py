"""Answers to what probes ask and a page cannot tell by itself: one module each, listed here by the probe's name."""

from __future__ import annotations

from collections.abc import Mapping

from a11ycheck.browser.frames import Frames
from a11ycheck.facts.resolvers import cues, ends, languages, sounds, zoomed
from a11ycheck.facts.resolvers.ends import Follow
from a11ycheck.facts.resolvers.interface import Resolver


def answering(frames: Frames, follow: Follow) -> Mapping[str, Resolver]:
    """Who answers which probe, on the screen of these frames; `follow` says which links may be opened."""
    opened = ends.Ends(frames, follow)
    return {
        "languages": languages.answer,
        "ends": opened.answer,
        "starts": opened.answer,
        "media": sounds.answer,
        "timed": cues.answer,
        "clips": zoomed.Zoomed(frames).answer,
    }
