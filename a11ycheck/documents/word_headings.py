"""The headings of a Word document, and paragraphs that only look like one."""

from __future__ import annotations

from a11ycheck.documents.interface import Facts
from a11ycheck.documents.ooxml import Element, each, first, within, words_of
from a11ycheck.documents.word_styles import Styles

LONG = 600
"""Words, about two pages, from which a document without headings is worth a look."""
SHORT, BODY = 10, 12
"""Words of what may be a heading at most, and of the paragraph below it at least."""
_NO_HEADING = (".", ",", ";", ":", "?", "!", "…")


def look_at_headings(facts: Facts, body: Element | None, styles: Styles) -> None:
    """Levels that are skipped, headings without words, paragraphs in bold that stand for headings."""
    paragraphs = [one for one in each(body, "p") if within(one, "txbxContent", "tbl") is None]
    texts = [words_of(one) for one in paragraphs]
    before, number, levels = 0, 0, 0
    for paragraph, text in zip(paragraphs, texts, strict=True):
        level = styles.level(paragraph)
        if not level:
            continue
        number += 1
        place = (("heading", str(number)),)
        if not text:
            if first(paragraph, "drawing", "pict", "object", "oMath", "fldSimple", "instrText") is None:
                facts.add("headings", "empty", "heading", place, f"Heading {level}")
            continue
        levels += 1
        if before and level > before + 1:
            facts.add("headings", "skipped", "heading", place, text, level=level, before=before, text=text)
        before = level
    facts.look("headings", levels)
    _fake(facts, paragraphs, texts, styles, levels)


def _fake(facts: Facts, paragraphs: list[Element], texts: list[str], styles: Styles, levels: int) -> None:
    found = 0
    for number, (paragraph, text, below) in enumerate(zip(paragraphs, texts, [*texts[1:], ""], strict=False), 1):
        if not 0 < len(text.split()) <= SHORT or len(below.split()) < BODY or text.endswith(_NO_HEADING):
            continue
        follower = paragraphs[number] if number < len(paragraphs) else None
        if (
            not styles.level(paragraph)
            and not styles.is_listed(paragraph)
            and _all_bold(paragraph, styles)
            and follower is not None
            and not _all_bold(follower, styles)
        ):
            found += 1
            facts.add("headings", "fake", "paragraph", (("paragraph", str(number)),), text, text=text)
    facts.look("headings", found)
    words = sum(len(text.split()) for text in texts)
    if not levels and not found and words >= LONG:
        facts.look("headings")
        facts.add("headings", "none-words", words=words)


def _all_bold(paragraph: Element, styles: Styles) -> bool:
    runs = [run for run in each(paragraph, "r") if words_of(run)]
    return bool(runs) and all(styles.is_bold(run, paragraph) for run in runs)
