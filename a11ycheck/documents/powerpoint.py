"""PowerPoint (ECMA-376 part 1, 19): each slide's title, pictures, tables, links, reading order and known contrast."""

from __future__ import annotations

from collections.abc import Iterator

from a11ycheck.documents.colours import is_colour, too_low
from a11ycheck.documents.interface import Facts, Place, Read
from a11ycheck.documents.ooxml import (
    Element,
    Parts,
    each,
    first,
    look_at_languages,
    look_at_link,
    look_at_picture,
    look_at_title,
    words_of,
)
from a11ycheck.documents.slide_order import Layout, look_at_order, looks_like_title
from a11ycheck.web.xml import attribute, child, children, local

MOST = 1000
"""Slides that are read."""
DEFAULT_POINTS = 18.0
TITLES = ("title", "ctrTitle")


def read(data: bytes) -> Read:
    """The facts of a presentation; hidden slides are left out. Raises Unreadable."""
    parts = Parts(data, "presentation")
    facts = Facts()
    title = parts.title()
    look_at_title(facts, title)
    languages: set[str] = set()
    has_text = False
    titles: dict[str, int] = {}
    slides = list(_slides(parts))
    for number, name in slides[:MOST]:
        slide = parts.needed(name)
        if attribute(slide, "show") in ("0", "false"):
            continue
        has_text = has_text or bool(words_of(slide))
        languages |= {attribute(one, "lang") for one in each(slide, "rPr", "endParaRPr") if attribute(one, "lang")}
        _title(facts, slide, number, titles)
        tree = first(slide, "spTree")
        _pictures(facts, tree, number)
        _tables(facts, tree, number)
        _links(facts, tree, number, parts, name)
        _contrast(facts, tree, number)
        layout = next(iter(parts.related(name, "slideLayout")), "")
        look_at_order(facts, tree, number, Layout(parts, layout))
    if not languages:
        languages = _defaults(parts)
    look_at_languages(facts, languages, has_text)
    return facts.read(title, ("document-many-pages",) if len(slides) > MOST else ())


def _slides(parts: Parts) -> Iterator[tuple[int, str]]:
    """In the order in which they are shown."""
    relations = parts.relations(parts.main)
    for number, one in enumerate(each(parts.needed(parts.main), "sldId"), 1):
        # Two attributes are called id: the number of the slide, and the relation.
        ids = [str(value) for key, value in one.attrib.items() if "}" in str(key)]
        for id_ in ids:
            if id_ in relations:
                yield number, relations[id_].target


def _defaults(parts: Parts) -> set[str]:
    """The languages that the presentation names for all text."""
    return {said for one in each(parts.needed(parts.main), "defRPr") if (said := attribute(one, "lang"))}


def placeholder(shape: Element) -> Element | None:
    """The place of the layout that a shape fills."""
    return first(next((one for one in shape if local(one).startswith("nv")), None), "ph")


def _title(facts: Facts, slide: Element, number: int, titles: dict[str, int]) -> None:
    facts.look("slide-title")
    place = (("slide", str(number)),)
    title = ""
    for shape in each(slide, "sp"):
        holder = placeholder(shape)
        if holder is not None and attribute(holder, "type") in TITLES:
            title = title or words_of(shape)
    if not title:
        said, looks = words_of(slide), looks_like_title(first(slide, "spTree"))
        fault = "only-looks" if looks else "missing" if said else "missing-no-text"
        facts.add("slide-title", fault, "slide", place, looks or said[:80] or "slide", text=looks)
    elif title.casefold() in titles:
        before = titles[title.casefold()]
        facts.add("slide-title", "same", "slide", place, title, title=title, before=before)
    titles.setdefault(title.casefold(), number)


def _shapes(tree: Element | None) -> Iterator[tuple[Element, str]]:
    """Pictures, charts and diagrams with the words for a group around them."""
    stack = [(one, "") for one in reversed(list(tree) if tree is not None else [])]
    while stack:
        shape, said = stack.pop()
        kind = local(shape)
        if kind in ("AlternateContent", "Choice"):
            stack += [(one, said) for one in reversed(shape)]
        elif kind == "grpSp":
            own = first(child(shape, "nvGrpSpPr"), "cNvPr")
            mark = first(own, "decorative")
            words = attribute(own, "descr") if own is not None else ""
            if mark is None or attribute(mark, "val") in ("0", "false"):
                stack += [(one, words or said) for one in reversed(shape)]
        elif kind == "pic" or (kind == "graphicFrame" and first(shape, "chart", "relIds") is not None):
            yield shape, said


def _pictures(facts: Facts, tree: Element | None, slide: int) -> None:
    for number, (shape, said) in enumerate(_shapes(tree), 1):
        if first(shape, "videoFile", "audioFile", "wavAudioFile") is None:
            look_at_picture(facts, first(shape, "cNvPr"), (("figure", str(number)), ("slide", str(slide))), said)


def _tables(facts: Facts, tree: Element | None, slide: int) -> None:
    for number, table in enumerate(each(tree, "tbl"), 1):
        rows = children(table, "tr")
        if len(rows) < 2 or len(children(rows[0], "tc")) < 2:
            continue
        facts.look("table")
        properties = child(table, "tblPr")
        if properties is None or not {attribute(properties, "firstRow"), attribute(properties, "firstCol")} & {
            "1",
            "true",
        }:
            place = (("table", str(number)), ("slide", str(slide)))
            facts.add("table", "no-headers", "table", place, words_of(rows[0])[:80] or "table")


def _links(facts: Facts, tree: Element | None, slide: int, parts: Parts, name: str) -> None:
    relations = parts.relations(name)
    said: dict[str, str] = {}
    for paragraph in each(tree, "p"):
        for run in children(paragraph, "r"):
            click = first(child(run, "rPr"), "hlinkClick")
            relation = relations.get(attribute(click, "id")) if click is not None else None
            if relation is not None and relation.outside:
                # One link is often cut into several runs.
                said[relation.target] = said.get(relation.target, "") + words_of(run) + " "
    for number, (address, words) in enumerate(said.items(), 1):
        look_at_link(facts, words.strip(), address, (("link", str(number)), ("slide", str(slide))))


def _contrast(facts: Facts, tree: Element | None, slide: int) -> None:
    """Where both the text and the shape that it stands in have a colour of their own."""
    for shape in each(tree, "sp"):
        ground = _fill(child(shape, "spPr"))
        if not ground:
            continue
        found: dict[str, tuple[Place, str, float]] = {}
        for run in each(shape, "r"):
            properties, said = child(run, "rPr"), words_of(run)
            colour = _fill(properties)
            if not colour or not said or properties is None:
                continue
            facts.look("contrast")
            size = attribute(properties, "sz")
            points = int(size) / 100 if size.isdigit() else DEFAULT_POINTS
            low = too_low(colour, ground, points, attribute(properties, "b") in ("1", "true"))
            if low:
                found.setdefault(colour, ((("slide", str(slide)),), said, low))
        for colour, (place, said, low) in found.items():
            facts.add(
                "contrast", "low", "text", place, f"#{colour} #{ground} {said}",
                ratio=f"{int(low * 100) / 100:.2f}", colour=f"#{colour}", ground=f"#{ground}", text=said[:60], count=1,
            )  # fmt: skip


def _fill(properties: Element | None) -> str:
    """The colour of a solid fill that stands there itself; "" for one of the theme, or one that is changed."""
    colour = child(child(properties, "solidFill"), "srgbClr")
    if colour is None or len(colour) or not is_colour(attribute(colour, "val")):
        return ""
    return attribute(colour, "val").upper()
