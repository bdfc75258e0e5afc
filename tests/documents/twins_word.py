"""Faults of Word files."""

from __future__ import annotations

from tests.documents.office import DECORATIVE, make_word, paragraph, word_link, word_picture, word_table
from tests.documents.twin import LONG, Twin


def twins() -> list[Twin]:
    """All of them."""
    return _of_texts() + _of_objects() + _of_colours()


def twin(rule: str, fault: str, bad: str | bytes, good: str | bytes, note: str = "") -> Twin:
    """Documents, or what stands in them, with and without a fault."""
    return Twin(rule, fault, "word", _whole(bad), _whole(good), note)


def _whole(one: str | bytes) -> bytes:
    return one if isinstance(one, bytes) else make_word(one, links=["https://example.org/water"])


def _of_texts() -> list[Twin]:
    body = paragraph(LONG)
    long_text = paragraph(" ".join([LONG] * 40))
    one, two, three = (paragraph(f"Part {n}", f"Kop{n}") for n in (1, 2, 3))
    return [
        twin("document-has-title", "missing-office", make_word(body, title=""), body),
        twin("document-has-title", "says-nothing", make_word(body, title="Document1"), body),
        twin("document-language", "missing", make_word(body, language=""), body),
        twin("document-language", "invalid", make_word(body, language="Dutch"), body),
        twin("document-headings", "none-words", long_text, one + long_text),
        twin("document-headings", "skipped", one + body + three, one + two + three + one),
        twin(
            "document-headings",
            "skipped",
            one + paragraph("Mine", "Mine") + paragraph("x", properties='<w:outlineLvl w:val="3"/>'),
            one + paragraph("Mine", "Mine") + three,
            "a style based on a heading",
        ),
        twin("document-headings", "empty", one + paragraph("", "Kop2"), one + two),
        twin(
            "document-headings",
            "fake",
            one + paragraph("How much water", run="<w:b/>") + body,
            one + paragraph("Note:", run="<w:b/>") + body + paragraph("How much water", "Kop2", "<w:b/>") + body,
        ),
    ]


def _of_objects() -> list[Twin]:
    return [
        twin("document-picture", "missing", word_picture(), word_picture('descr="A watering can"')),
        twin("document-picture", "missing", word_picture('descr="  "'), word_picture("", DECORATIVE), "decoration"),
        twin(
            "document-picture",
            "generic",
            word_picture('descr="afbeelding"'),
            word_picture('title="A watering can"'),
            "words in the title",
        ),
        twin("document-picture", "file-name", word_picture('descr="image001.png"'), word_picture('descr="Form P.45"')),
        twin(
            "document-picture",
            "made-by-machine",
            word_picture('descr="A plant Description automatically generated"'),
            word_picture('descr="A plant with yellow leaves"'),
        ),
        twin(
            "document-table",
            "no-headers",
            word_table('<w:tblLook w:val="0400"/>'),
            word_table('<w:tblLook w:val="04A0"/>'),
        ),
        twin(
            "document-table", "no-headers", word_table(), word_table(row="<w:tblHeader/>"), "the row that is repeated"
        ),
        twin("document-link-text", "says-nothing", word_link("Klik hier"), word_link("How to water")),
        twin(
            "document-link-text",
            "address",
            word_link("https://example.org/a/very/long/address/of/a/page"),
            word_link("example.org"),
        ),
        twin("document-link-text", "empty", word_link(""), word_link("How to water")),
    ]


def _of_colours() -> list[Twin]:
    grey, dark = '<w:color w:val="999999"/>', '<w:color w:val="555555"/>'
    shaded = '<w:shd w:val="clear" w:fill="{}"/>'
    yellow = '<w:color w:val="0000FF"/><w:highlight w:val="black"/>'
    return [
        twin("document-contrast", "low", paragraph("Pale", run=grey), paragraph("Dark", run=dark)),
        twin(
            "document-contrast",
            "low",
            word_table(cell=shaded.format("777777")).replace("<w:rPr></w:rPr>", f"<w:rPr>{dark}</w:rPr>"),
            word_table(cell=shaded.format("EEEEEE")).replace("<w:rPr></w:rPr>", f"<w:rPr>{dark}</w:rPr>"),
            "the colour of a cell",
        ),
        twin(
            "document-contrast",
            "low",
            paragraph("Pen", run=yellow),
            paragraph("Large", run=f'{grey.replace("999999", "8A8A8A")}<w:sz w:val="36"/>'),
            "a pen; large letters",
        ),
    ]
