"""The reading order of a slide, which is the order of its shapes, beside where these stand."""

from __future__ import annotations

from a11ycheck.documents.interface import Facts
from a11ycheck.documents.ooxml import Element, Parts, each, first, words_of
from a11ycheck.web.xml import attribute, child, local

Box = tuple[int, int, int, int]
"""Left, top, right, bottom, in EMU."""
LARGER, SHORT = 1.3, 12
"""Letters so much larger than the others, and no more words than this, make a title."""
_TITLES = ("title", "ctrTitle")
_APART = ("dt", "ftr", "sldNum", "hdr")


class Layout:
    """Where the placeholders of a slide's layout, or of its master, stand."""

    def __init__(self, parts: Parts, name: str) -> None:
        self._boxes: dict[tuple[str, str], Box] = {}
        master = next(iter(parts.related(name, "slideMaster")), "") if name else ""
        for part in filter(None, (name, master)):
            for shape in each(parts.xml(part), "sp"):
                holder, box = _placeholder(shape), _box(shape)
                if holder is not None and box is not None:
                    for key in _keys(holder):
                        self._boxes.setdefault(key, box)

    def box(self, shape: Element) -> Box | None:
        """Of the shape itself, or of the place that it fills; None when neither says."""
        own = _box(shape)
        holder = _placeholder(shape)
        if own is not None or holder is None:
            return own
        return next((self._boxes[key] for key in _keys(holder) if key in self._boxes), None)


def look_at_order(facts: Facts, tree: Element | None, number: int, layout: Layout) -> None:
    """One fact for a slide at most: its title is not read first, or text is read before what stands above it."""
    texts = [
        shape
        for shape in (tree if tree is not None else [])
        if local(shape) == "sp" and words_of(shape) and _kind(shape) not in _APART
    ]
    if len(texts) < 2:
        return
    facts.look("slide-order")
    place = (("slide", str(number)),)
    titles = [at for at, shape in enumerate(texts) if _kind(shape) in _TITLES]
    if titles and titles[0] > 0:
        said, before = words_of(texts[titles[0]]), words_of(texts[0])
        facts.add("slide-order", "title-late", "slide", place, said[:80], title=said[:60], first=before[:60])
        return
    boxes = [layout.box(shape) for shape in texts]
    for at, (one, following) in enumerate(zip(boxes, boxes[1:], strict=False)):
        if one and following and one[1] >= following[3] and one[0] < following[2] and following[0] < one[2]:
            early, late = words_of(texts[at])[:60], words_of(texts[at + 1])[:60]
            facts.add("slide-order", "upwards", "slide", place, f"{early} / {late}", first=early, then=late)
            return


def looks_like_title(tree: Element | None) -> str:
    """The words of the one shape that stands on top, in letters larger by far than all others, and is short."""
    rows = []
    for shape in tree if tree is not None else []:
        words, box = words_of(shape), _box(shape)
        if local(shape) == "sp" and words and box is not None and _kind(shape) not in _APART:
            sizes = [int(size) for one in each(shape, "rPr") if (size := attribute(one, "sz")).isdigit()]
            rows.append((box[1], max(sizes, default=0), words))
        elif words:
            return ""  # where it stands, or how large its letters are, is not known
    if len(rows) < 2:
        return ""
    (_, large, words), *others = sorted(rows)
    outstanding = all(size > 0 and large >= LARGER * size for _, size, _ in others)
    return words if outstanding and len(words.split()) <= SHORT else ""


def _kind(shape: Element) -> str:
    holder = _placeholder(shape)
    return "" if holder is None else attribute(holder, "type")


def _placeholder(shape: Element) -> Element | None:
    return first(child(shape, "nvSpPr"), "ph")


def _keys(holder: Element) -> list[tuple[str, str]]:
    """A placeholder is found again by its index, a title by its type."""
    kind, index = attribute(holder, "type"), attribute(holder, "idx")
    keys = [("index", index)] if index else []
    return [*keys, ("title" if kind in _TITLES else kind, "")] if kind else keys or [("body", "")]


def _box(shape: Element) -> Box | None:
    frame = child(child(shape, "spPr"), "xfrm")
    at, size = child(frame, "off"), child(frame, "ext")
    if at is None or size is None or attribute(frame if frame is not None else at, "rot") not in ("", "0"):
        return None
    try:
        left, top = int(attribute(at, "x")), int(attribute(at, "y"))
        return left, top, left + int(attribute(size, "cx")), top + int(attribute(size, "cy"))
    except ValueError:
        return None
