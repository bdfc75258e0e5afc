"""PowerPoint (ECMA-376 part 1, 19): titles, pictures, tables, links, reading order and contrast of slides."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.documents.colours import is_colour, low_contrast
from a11ycheck.documents.interface import DocumentFacts, FactCollector, Place
from a11ycheck.documents.ooxml import (
    OfficeParts,
    XmlElement,
    descendants,
    first_descendant,
    look_at_languages,
    look_at_link,
    look_at_picture,
    look_at_title,
    text_of,
)
from a11ycheck.documents.slide_order import SlideLayout, look_at_order, looks_like_title
from a11ycheck.web.xml import attribute, child, children, local

MOST = 1000
"""Slides that are read."""
DEFAULT_POINTS = 18.0
TITLES = ("title", "ctrTitle")


def read(data: bytes) -> DocumentFacts:
    """Return the facts of a presentation without its hidden slides. Raises Unreadable."""
    parts = OfficeParts(data, "presentation")
    facts = FactCollector()
    title = parts.title()
    look_at_title(facts, title)
    languages: set[str] = set()
    has_text = False
    titles: dict[str, int] = {}
    slides = list(_slides(parts))
    for number, name in slides[:MOST]:
        slide = parts.required(name)
        if attribute(slide, "show") in ("0", "false"):
            continue
        has_text = has_text or bool(text_of(slide))
        languages |= {
            attribute(one, "lang") for one in descendants(slide, "rPr", "endParaRPr") if attribute(one, "lang")
        }
        _title(facts, slide, number, titles)
        tree = first_descendant(slide, "spTree")
        _pictures(facts, tree, number)
        _tables(facts, tree, number)
        _links(facts, tree, number, parts, name)
        _contrast(facts, tree, number)
        layout = next(iter(parts.related(name, "slideLayout")), "")
        look_at_order(facts, tree, number, SlideLayout(parts, layout))
    if not languages:
        languages = _defaults(parts)
    look_at_languages(facts, languages, has_text)
    return facts.result(title, ("document-many-pages",) if len(slides) > MOST else ())


def _slides(parts: OfficeParts) -> Iterator[tuple[int, str]]:
    """Yield number and part of each slide in the order in which they are shown."""
    relations = parts.relations(parts.main)
    for number, one in enumerate(descendants(parts.required(parts.main), "sldId"), 1):
        # Two attributes are called id: one is the number of the slide, the other refers to its part.
        ids = [str(value) for key, value in one.attrib.items() if "}" in str(key)]
        for id_ in ids:
            if id_ in relations:
                yield number, relations[id_].target


def _defaults(parts: OfficeParts) -> set[str]:
    """Return the languages that the presentation sets for all text."""
    return {tag for one in descendants(parts.required(parts.main), "defRPr") if (tag := attribute(one, "lang"))}


def placeholder(shape: XmlElement) -> XmlElement | None:
    """Return the placeholder of the layout that a shape fills."""
    return first_descendant(next((one for one in shape if local(one).startswith("nv")), None), "ph")


def _title(facts: FactCollector, slide: XmlElement, number: int, titles: dict[str, int]) -> None:
    facts.count("slide-title")
    place = (("slide", str(number)),)
    title = ""
    for shape in descendants(slide, "sp"):
        holder = placeholder(shape)
        if holder is not None and attribute(holder, "type") in TITLES:
            title = title or text_of(shape)
    if not title:
        words, looks = text_of(slide), looks_like_title(first_descendant(slide, "spTree"))
        fault = "only-looks" if looks else "missing" if words else "missing-no-text"
        facts.add("slide-title", fault, "slide", place, looks or words[:80] or "slide", text=looks)
    elif title.casefold() in titles:
        before = titles[title.casefold()]
        facts.add("slide-title", "same", "slide", place, title, title=title, before=before)
    titles.setdefault(title.casefold(), number)


def _shapes(tree: XmlElement | None) -> Iterator[tuple[XmlElement, str]]:
    """Yield pictures, charts and diagrams, each with the alternative of a group around it."""
    stack = [(one, "") for one in reversed(list(tree) if tree is not None else [])]
    while stack:
        shape, outer = stack.pop()
        kind = local(shape)
        if kind in ("AlternateContent", "Choice"):
            stack += [(one, outer) for one in reversed(shape)]
        elif kind == "grpSp":
            own = first_descendant(child(shape, "nvGrpSpPr"), "cNvPr")
            mark = first_descendant(own, "decorative")
            words = attribute(own, "descr") if own is not None else ""
            if mark is None or attribute(mark, "val") in ("0", "false"):
                stack += [(one, words or outer) for one in reversed(shape)]
        elif kind == "pic" or (kind == "graphicFrame" and first_descendant(shape, "chart", "relIds") is not None):
            yield shape, outer


def _pictures(facts: FactCollector, tree: XmlElement | None, slide: int) -> None:
    for number, (shape, outer) in enumerate(_shapes(tree), 1):
        if first_descendant(shape, "videoFile", "audioFile", "wavAudioFile") is None:
            look_at_picture(
                facts, first_descendant(shape, "cNvPr"), (("figure", str(number)), ("slide", str(slide))), outer
            )


def _tables(facts: FactCollector, tree: XmlElement | None, slide: int) -> None:
    for number, table in enumerate(descendants(tree, "tbl"), 1):
        rows = children(table, "tr")
        if len(rows) < 2 or len(children(rows[0], "tc")) < 2:
            continue
        facts.count("table")
        properties = child(table, "tblPr")
        if properties is None or not {attribute(properties, "firstRow"), attribute(properties, "firstCol")} & {
            "1",
            "true",
        }:
            place = (("table", str(number)), ("slide", str(slide)))
            facts.add("table", "no-headers", "table", place, text_of(rows[0])[:80] or "table")


def _links(facts: FactCollector, tree: XmlElement | None, slide: int, parts: OfficeParts, name: str) -> None:
    relations = parts.relations(name)
    texts: dict[str, str] = {}
    for paragraph in descendants(tree, "p"):
        for run in children(paragraph, "r"):
            click = first_descendant(child(run, "rPr"), "hlinkClick")
            relation = relations.get(attribute(click, "id")) if click is not None else None
            if relation is not None and relation.outside:
                # One link is often cut into several runs.
                texts[relation.target] = texts.get(relation.target, "") + text_of(run) + " "
    for number, (address, words) in enumerate(texts.items(), 1):
        look_at_link(facts, words.strip(), address, (("link", str(number)), ("slide", str(slide))))


def _contrast(facts: FactCollector, tree: XmlElement | None, slide: int) -> None:
    """Check contrast where both a text and its shape set a colour themselves."""
    for shape in descendants(tree, "sp"):
        ground = _fill(child(shape, "spPr"))
        if not ground:
            continue
        found: dict[str, tuple[Place, str, float]] = {}
        for run in descendants(shape, "r"):
            properties, words = child(run, "rPr"), text_of(run)
            colour = _fill(properties)
            if not colour or not words or properties is None:
                continue
            facts.count("contrast")
            size = attribute(properties, "sz")
            points = int(size) / 100 if size.isdigit() else DEFAULT_POINTS
            low = low_contrast(colour, ground, points, attribute(properties, "b") in ("1", "true"))
            if low:
                found.setdefault(colour, ((("slide", str(slide)),), words, low))
        for colour, (place, words, low) in found.items():
            facts.add(
                "contrast", "low", "text", place, f"#{colour} #{ground} {words}",
                ratio=f"{int(low * 100) / 100:.2f}", colour=f"#{colour}", ground=f"#{ground}", text=words[:60], count=1,
            )  # fmt: skip


def _fill(properties: XmlElement | None) -> str:
    """Return the colour of a solid fill; "" for a colour of the theme, or one that is modified."""
    colour = child(child(properties, "solidFill"), "srgbClr")
    if colour is None or len(colour) or not is_colour(attribute(colour, "val")):
        return ""
    return attribute(colour, "val").upper()
