"""Faults of PowerPoint files."""

from __future__ import annotations

from tests.documents.office import DECORATIVE, make_slides, shape, slide_picture, slide_table, solid
from tests.documents.twin import LONG, Twin


def twins() -> list[Twin]:
    """All of them."""

    def twin(rule: str, fault: str, bad: str | bytes, good: str | bytes, note: str = "") -> Twin:
        def whole(one: str | bytes) -> bytes:
            return one if isinstance(one, bytes) else make_slides(one, links=["https://example.org/water"])

        return Twin(rule, fault, "powerpoint", whole(bad), whole(good), note)

    title, body = shape("Watering", "title"), shape(LONG, "body", index="1")
    low = shape("Third", box=(0, 500, 900, 100))
    click = '<a:hlinkClick r:id="l0"/>'
    return [
        twin("document-has-title", "missing-office", make_slides(title, title=""), title),
        twin("document-has-title", "says-nothing", make_slides(title, title="PowerPoint-presentatie"), title),
        twin("document-language", "missing", shape("Watering", "title", lang=""), title),
        twin("slide-title", "missing", body, title + body),
        twin(
            "slide-title",
            "missing",
            shape("", "title") + body,
            shape("Watering", "ctrTitle") + body,
            "a place that was left empty",
        ),
        twin("slide-title", "missing-no-text", slide_picture(), title + slide_picture()),
        twin(
            "slide-title",
            "only-looks",
            shape("Watering", box=(0, 0, 900, 99), size=4000) + shape(LONG, box=(0, 200, 900, 99), size=1800),
            title + shape(LONG, box=(0, 200, 900, 99), size=1800),
        ),
        twin("slide-title", "same", make_slides(title, title), make_slides(title, shape("Watering (2)", "title"))),
        twin(
            "slide-title",
            "same",
            make_slides(title, body + title),
            make_slides(title, title, hidden=[2]),
            "a hidden slide",
        ),
        twin("slide-order", "title-late", body + title, title + body),
        twin("slide-order", "upwards", title + low + body, title + body + low),
        twin(
            "slide-order",
            "upwards",
            title + low + shape("Second", box=(0, 350, 900, 100)),
            title + low + shape("Beside", box=(900, 350, 900, 100)),
            "text side by side",
        ),
        twin("document-picture", "missing", title + slide_picture(), title + slide_picture('descr="A watering can"')),
        twin(
            "document-picture", "missing", title + slide_picture(), title + slide_picture("", DECORATIVE), "decoration"
        ),
        twin("document-table", "no-headers", title + slide_table(), title + slide_table('firstRow="1"')),
        twin(
            "document-link-text",
            "says-nothing",
            title + shape("here", run=click),
            title + shape("How to water", run=click),
        ),
        twin(
            "document-contrast",
            "low",
            title + shape("Pale", fill="FFFF00", run=solid("FFAA00")),
            title + shape("Dark", fill="FFFF00", run=solid("333333")),
        ),
    ]
