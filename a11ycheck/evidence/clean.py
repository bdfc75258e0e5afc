"""The one door through which what was seen leaves a session: behind it nothing keeps a secret.

Report, store and formats get a `CleanScreen` and nothing else of a screen; only `clean_screen` makes one. Addresses
that are still to be opened (`ScreenResult.place`) keep their secrets in memory, because without them nothing opens;
report and store have their own way with those.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import cast

from a11ycheck.evidence.hits import Hit, Judgement
from a11ycheck.evidence.reasons import Untested
from a11ycheck.evidence.screens import CleanScreen, ScreenResult
from a11ycheck.text import redact

_SELECTOR_WORD = re.compile(r'(?<==")([^"\\]{4,200})(?=")')


def clean_screen(seen: ScreenResult, links: Iterable[str] = (), told: Iterable[str] = ()) -> CleanScreen:
    """Return the screen without secrets in what its content said.

    `links` are those on the screen: a selector may have the end of an address only, which does not tell a secret.
    `told` are words that are secrets by what stands before them on the screen.
    """
    judged = seen.judged
    hidden = frozenset(secret for link in links for secret in redact.hidden_in(link))
    told = tuple(told)
    clean = Judgement(
        tuple(_clean_hit(_without_told(hit, told), hidden) for hit in judged.hits),
        judged.outcomes,
        tuple(map(_clean_untested, judged.untested)),
    )
    return CleanScreen(
        replace(
            seen,
            state=redact.text(seen.state),
            title=redact.text(seen.title),
            judged=clean,
            facts=cast("Mapping[str, object]", redact.json_value(seen.facts)),
            breadcrumbs=tuple((redact.text(name), redact.url(address)) for name, address in seen.breadcrumbs),
        )
    )


def _without_told(hit: Hit, told: Collection[str]) -> Hit:
    if not told:
        return hit
    data = {name: redact.without_words(value, told) for name, value in hit.data.items()}
    target, html = redact.without_words(hit.target, told), redact.without_words(hit.html, told)
    return replace(hit, target=target, html=html, data=data)


def _clean_hit(hit: Hit, hidden: frozenset[str]) -> Hit:
    def without_hidden(found: re.Match[str]) -> str:
        return "…" if found[0] in hidden else found[0]

    return replace(
        hit,
        frame=redact.url(hit.frame),
        target=redact.text(_SELECTOR_WORD.sub(without_hidden, hit.target) if hidden else hit.target),
        ancestry=redact.text(hit.ancestry),
        html=redact.markup(hit.html),
        data=redact.data(hit.data),
    )


def _clean_untested(row: Untested) -> Untested:
    return replace(row, what=redact.url(row.what), detail=redact.text(row.detail))
