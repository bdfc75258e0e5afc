"""The reading order of a slide, which is the order of its shapes, compared with their positions."""

from __future__ import annotations

from a11ycheck.documents.interface import FactCollector
from a11ycheck.documents.ooxml import OfficeParts, XmlElement, descendants, first_descendant, text_of
from a11ycheck.web.xml import attribute, child, local

ShapeBox = tuple[int, int, int, int]
"""Left, top, right, bottom, in EMU."""
LARGER, SHORT = 1.3, 12
"""A title has letters larger than all others by this factor, and no more words than this."""
_TITLES = ("title", "ctrTitle")
_APART = ("dt", "ftr", "sldNum", "hdr")


class SlideLayout:
    """The positions of placeholders in a slide's layout, or in its master."""

    def __init__(self, parts: OfficeParts, name: str) -> None:
        self._boxes: dict[tuple[str, str], ShapeBox] = {}
        master = next(iter(parts.related(name, "slideMaster")), "") if name else ""
        for part in filter(None, (name, master)):
            for shape in descendants(parts.xml(part), "sp"):
                holder, box = _placeholder(shape), _box(shape)
                if holder is not None and box is not None:
                    for key in _keys(holder):
                        self._boxes.setdefault(key, box)

    def box(self, shape: XmlElement) -> ShapeBox | None:
        """Return the position of a shape, its own or that of its placeholder; None when neither has one."""
        own = _box(shape)
        holder = _placeholder(shape)
        if own is not None or holder is None:
            return own
        return next((self._boxes[key] for key in _keys(holder) if key in self._boxes), None)


def look_at_order(facts: FactCollector, tree: XmlElement | None, number: int, layout: SlideLayout) -> None:
    """Add at most one fact: the title is not read first, or text is read before text above it."""
    texts = [
        shape
        for shape in (tree if tree is not None else [])
        if local(shape) == "sp" and text_of(shape) and _kind(shape) not in _APART
    ]
    if len(texts) < 2:
        return
    facts.count("slide-order")
    place = (("slide", str(number)),)
    titles = [at for at, shape in enumerate(texts) if _kind(shape) in _TITLES]
    if titles and titles[0] > 0:
        title, before = text_of(texts[titles[0]]), text_of(texts[0])
        facts.add("slide-order", "title-late", "slide", place, title[:80], title=title[:60], first=before[:60])
        return
    boxes = [layout.box(shape) for shape in texts]
    for at, (one, following) in enumerate(zip(boxes, boxes[1:], strict=False)):
        if one and following and one[1] >= following[3] and one[0] < following[2] and following[0] < one[2]:
            early, late = text_of(texts[at])[:60], text_of(texts[at + 1])[:60]
            facts.add("slide-order", "upwards", "slide", place, f"{early} / {late}", first=early, then=late)
            return


def looks_like_title(tree: XmlElement | None) -> str:
    """Return the text of the topmost shape when it is short and in far larger letters than all others, else ""."""
    rows = []
    for shape in tree if tree is not None else []:
        words, box = text_of(shape), _box(shape)
        if local(shape) == "sp" and words and box is not None and _kind(shape) not in _APART:
            sizes = [int(size) for one in descendants(shape, "rPr") if (size := attribute(one, "sz")).isdigit()]
            rows.append((box[1], max(sizes, default=0), words))
        elif words:
            return ""  # its position or the size of its letters is not known
    if len(rows) < 2:
        return ""
    (_, large, words), *others = sorted(rows)
    outstanding = all(size > 0 and large >= LARGER * size for _, size, _ in others)
    return words if outstanding and len(words.split()) <= SHORT else ""


def _kind(shape: XmlElement) -> str:
    holder = _placeholder(shape)
    return "" if holder is None else attribute(holder, "type")


def _placeholder(shape: XmlElement) -> XmlElement | None:
    return first_descendant(child(shape, "nvSpPr"), "ph")


def _keys(holder: XmlElement) -> list[tuple[str, str]]:
    """Return the keys by which a placeholder is found in the layout: its index, and its type."""
    kind, index = attribute(holder, "type"), attribute(holder, "idx")
    keys = [("index", index)] if index else []
    return [*keys, ("title" if kind in _TITLES else kind, "")] if kind else keys or [("body", "")]


def _box(shape: XmlElement) -> ShapeBox | None:
    frame = child(child(shape, "spPr"), "xfrm")
    at, size = child(frame, "off"), child(frame, "ext")
    if at is None or size is None or attribute(frame if frame is not None else at, "rot") not in ("", "0"):
        return None
    try:
        left, top = int(attribute(at, "x")), int(attribute(at, "y"))
        return left, top, left + int(attribute(size, "cx")), top + int(attribute(size, "cy"))
    except ValueError:
        return None
