"""Faults of PowerPoint files."""

from __future__ import annotations

from tests.documents.office import DECORATIVE, ENGLISH, make_slides, shape, slide_picture, slide_table, solid
from tests.documents.twin import LONG, Twin

TITLE, BODY = shape("Watering", "title"), shape(LONG, "body")


def twins() -> list[Twin]:
    """All of them."""
    return _of_documents() + _of_slides()


def twin(rule: str, fault: str, bad: str | bytes, good: str | bytes, note: str = "") -> Twin:
    """Presentations, or the shapes of their only slide, with and without a fault."""
    return Twin(rule, fault, "powerpoint", _whole(bad), _whole(good), note)


def _whole(one: str | bytes) -> bytes:
    return one if isinstance(one, bytes) else make_slides(one, links=["https://example.org/water"])


def _of_documents() -> list[Twin]:
    click = '<a:hlinkClick r:id="l0"/>'
    return [
        twin("document-has-title", "missing-office", make_slides(TITLE, title=""), TITLE),
        twin("document-has-title", "says-nothing", make_slides(TITLE, title="PowerPoint-presentatie"), TITLE),
        twin("document-language", "missing", shape("Watering", "title", letters=""), TITLE),
        twin("document-picture", "missing", TITLE + slide_picture(), TITLE + slide_picture('descr="A watering can"')),
        twin(
            "document-picture", "missing", TITLE + slide_picture(), TITLE + slide_picture("", DECORATIVE), "decoration"
        ),
        twin("document-table", "no-headers", TITLE + slide_table(), TITLE + slide_table('firstRow="1"')),
        twin(
            "document-link-text",
            "says-nothing",
            TITLE + shape("here", run=click),
            TITLE + shape("How to water", run=click),
        ),
        twin(
            "document-contrast",
            "low",
            TITLE + shape("Pale", fill="FFFF00", run=solid("FFAA00")),
            TITLE + shape("Dark", fill="FFFF00", run=solid("333333")),
        ),
    ]


def _of_slides() -> list[Twin]:
    low = shape("Third", box=(0, 500, 900, 100))
    return [
        twin("slide-title", "missing", BODY, TITLE + BODY),
        twin(
            "slide-title",
            "missing",
            shape("", "title") + BODY,
            shape("Watering", "ctrTitle") + BODY,
            "a place that was left empty",
        ),
        twin("slide-title", "missing-no-text", slide_picture(), TITLE + slide_picture()),
        twin(
            "slide-title",
            "only-looks",
            shape("Watering", box=(0, 0, 900, 99), letters=f'{ENGLISH} sz="4000"')
            + shape(LONG, box=(0, 200, 900, 99), letters=f'{ENGLISH} sz="1800"'),
            TITLE + shape(LONG, box=(0, 200, 900, 99), letters=f'{ENGLISH} sz="1800"'),
        ),
        twin("slide-title", "same", make_slides(TITLE, TITLE), make_slides(TITLE, shape("Watering (2)", "title"))),
        twin(
            "slide-title",
            "same",
            make_slides(TITLE, BODY + TITLE),
            make_slides(TITLE, TITLE, hidden=[2]),
            "a hidden slide",
        ),
        twin("slide-order", "title-late", BODY + TITLE, TITLE + BODY),
        twin("slide-order", "upwards", TITLE + low + BODY, TITLE + BODY + low),
        twin(
            "slide-order",
            "upwards",
            TITLE + low + shape("Second", box=(0, 350, 900, 100)),
            TITLE + low + shape("Beside", box=(900, 350, 900, 100)),
            "text side by side",
        ),
    ]
