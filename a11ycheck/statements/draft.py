"""A draft as data, and how it is written as Markdown and as HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass

from a11ycheck.model import Report
from a11ycheck.text.html import content_security_policy, read_asset, template_environment
from a11ycheck.text.plain import one_line
from a11ycheck.text.words import Words

_SPECIAL = re.compile(r"([\\`*_{}\[\]#|~!])")
_LINE_START = re.compile(r"^(\s*)([-+>=]|\d+[.)])")
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Blank:
    """A place that a person must fill in; `text` is the whole mark: "[FILL IN: …]"."""

    text: str


DraftText = tuple[str | Blank, ...]


@dataclass(frozen=True, slots=True)
class DraftHeading:
    """A heading; `level` is 2 or 3, because the title of the draft is 1."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    parts: DraftText


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[DraftText, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels, each with the text behind it."""

    rows: tuple[tuple[str, DraftText], ...]


DraftBlock = DraftHeading | Paragraph | Items | Fields


@dataclass(frozen=True, slots=True)
class Draft:
    """A document: its title and its blocks."""

    title: str
    blocks: tuple[DraftBlock, ...]


def as_markdown(draft: Draft) -> str:
    """Return the draft as Markdown, in which text from a page stays text and no HTML gets through."""
    pieces = [f"# {_escaped(draft.title)}"]
    for block in draft.blocks:
        match block:
            case DraftHeading():
                pieces.append(f"{'#' * block.level} {_escaped(block.text)}")
            case Paragraph():
                pieces.append(_markdown(block.parts))
            case Items():
                pieces.append("\n".join(f"- {_markdown(item)}" for item in block.items))
            case Fields():
                pieces.append("\n".join(f"- **{_escaped(label)}:** {_markdown(parts)}" for label, parts in block.rows))
    return "\n\n".join(pieces) + "\n"


def as_html(draft: Draft, report: Report, words: Words) -> str:
    """Return the draft as one HTML document without a script."""
    style = read_asset("report.css")
    page = template_environment().get_template("statement.html.jinja")
    return page.render(draft=draft, report=report, words=words, style=style, csp=content_security_policy(style))


def _markdown(parts: DraftText) -> str:
    return " ".join(f"**{_escaped(part.text)}**" if isinstance(part, Blank) else _escaped(part) for part in parts)


def _escaped(text: str) -> str:
    """Return the text as one line in which Markdown has nothing to interpret."""
    text = one_line(text, _LONGEST).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _SPECIAL.sub(r"\\\1", text)
    return _LINE_START.sub(lambda mark: f"{mark[1]}\\{mark[2]}" if not mark[2][0].isdigit() else mark[0], text)
