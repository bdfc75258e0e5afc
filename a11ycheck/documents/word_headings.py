"""The headings of a Word document, and paragraphs that only look like one."""

from __future__ import annotations

from a11ycheck.documents.interface import FactCollector
from a11ycheck.documents.ooxml import XmlElement, ancestor, descendants, first_descendant, text_of
from a11ycheck.documents.word_styles import Styles

LONG = 600
"""Words, about two pages, from which a document without headings is reported."""
SHORT, BODY = 10, 12
"""Most words of a paragraph that may be a heading, and fewest words of the paragraph below it."""
_NO_HEADING = (".", ",", ";", ":", "?", "!", "…")


def look_at_headings(facts: FactCollector, body: XmlElement | None, styles: Styles) -> None:
    """Check for skipped levels, empty headings, and bold paragraphs in place of headings."""
    paragraphs = [one for one in descendants(body, "p") if ancestor(one, "txbxContent", "tbl") is None]
    texts = [text_of(one) for one in paragraphs]
    before, number, levels = 0, 0, 0
    for paragraph, text in zip(paragraphs, texts, strict=True):
        level = styles.level(paragraph)
        if not level:
            continue
        number += 1
        place = (("heading", str(number)),)
        if not text:
            if first_descendant(paragraph, "drawing", "pict", "object", "oMath", "fldSimple", "instrText") is None:
                facts.add("headings", "empty", "heading", place, f"Heading {level}")
            continue
        levels += 1
        if before and level > before + 1:
            facts.add("headings", "skipped", "heading", place, text, level=level, before=before, text=text)
        before = level
    facts.count("headings", levels)
    _fake(facts, paragraphs, texts, styles, levels)


def _fake(facts: FactCollector, paragraphs: list[XmlElement], texts: list[str], styles: Styles, levels: int) -> None:
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
    facts.count("headings", found)
    words = sum(len(text.split()) for text in texts)
    if not levels and not found and words >= LONG:
        facts.count("headings")
        facts.add("headings", "none-words", words=words)


def _all_bold(paragraph: XmlElement, styles: Styles) -> bool:
    runs = [run for run in descendants(paragraph, "r") if text_of(run)]
    return bool(runs) and all(styles.is_bold(run, paragraph) for run in runs)
