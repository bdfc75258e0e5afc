"""A draft as data, and how it is written as Markdown and as HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass

from a11ycheck.model import Report
from a11ycheck.text.html import content_security_policy, read_asset, template_environment
from a11ycheck.text.plain import one_line
from a11ycheck.text.words import Words

_MARKS = re.compile(r"([\\`*_{}\[\]#|~!])")
_START = re.compile(r"^(\s*)([-+>=]|\d+[.)])")


@dataclass(frozen=True, slots=True)
class Blank:
    """A place that a person must fill; `text` is the whole mark: "[FILL IN: …]"."""

    text: str


Parts = tuple[str | Blank, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` is 2 or 3: the title of the draft is 1."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    parts: Parts


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Parts, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels, each with what stands behind it."""

    rows: tuple[tuple[str, Parts], ...]


Block = Heading | Paragraph | Items | Fields


@dataclass(frozen=True, slots=True)
class Draft:
    """A document: its title and its blocks."""

    title: str
    blocks: tuple[Block, ...]


def as_markdown(draft: Draft) -> str:
    """The draft as Markdown; text that comes from a page stays text, and no HTML gets through."""
    pieces = [f"# {_safe(draft.title)}"]
    for block in draft.blocks:
        match block:
            case Heading():
                pieces.append(f"{'#' * block.level} {_safe(block.text)}")
            case Paragraph():
                pieces.append(_parts(block.parts))
            case Items():
                pieces.append("\n".join(f"- {_parts(item)}" for item in block.items))
            case Fields():
                pieces.append("\n".join(f"- **{_safe(label)}:** {_parts(parts)}" for label, parts in block.rows))
    return "\n\n".join(pieces) + "\n"


def as_html(draft: Draft, report: Report, words: Words) -> str:
    """The draft as one HTML document without a script."""
    style = read_asset("report.css")
    page = template_environment().get_template("statement.html.jinja")
    return page.render(draft=draft, report=report, words=words, style=style, csp=content_security_policy(style))


def _parts(parts: Parts) -> str:
    return " ".join(f"**{_safe(part.text)}**" if isinstance(part, Blank) else _safe(part) for part in parts)


def _safe(text: str) -> str:
    """One line in which Markdown has nothing to interpret."""
    text = _MARKS.sub(r"\\\1", one_line(text, 1000).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
    return _START.sub(lambda match: f"{match[1]}\\{match[2]}" if not match[2][0].isdigit() else match[0], text)
