"""Each fault that a rule about documents finds, and beside it the same document done well."""

from __future__ import annotations

from dataclasses import dataclass

import pikepdf
from pikepdf import Dictionary, String

from tests.documents.office import (
    DECORATIVE,
    ROW,
    cell_style,
    make_sheets,
    make_slides,
    make_word,
    paragraph,
    shape,
    sheet_picture,
    slide_picture,
    slide_table,
    solid,
    word_link,
    word_picture,
    word_table,
)
from tests.documents.pdfs import EMPTY, LOOSE, SCAN, TEXT, field, link, make_pdf, tag

LONG = "Water the plant in the morning, when the ground is cool, and look at the leaves in the evening."


@dataclass(frozen=True)
class Twin:
    """The bad one has this fault and no other of the rule; the good one is looked at by the rule, and has none."""

    rule: str
    fault: str
    kind: str
    bad: bytes
    good: bytes
    note: str = ""


def _closed(accessibility: bool) -> pikepdf.Encryption:
    return pikepdf.Encryption(owner="x", R=3, aes=False, metadata=False, allow=pikepdf.Permissions(accessibility=accessibility))


def _vtt(*cues: str, head: str = "WEBVTT\n\n") -> bytes:
    return (head + "\n\n".join(cues) + "\n").encode()


def _cue(second: int, text: str = "Water the plant.", until: int = 0) -> str:
    return f"00:00:{second:02}.000 --> 00:00:{until or second + 3:02}.000\n{text}"


def _pdf() -> list[Twin]:
    def twin(rule: str, fault: str, bad: bytes, good: bytes, note: str = "") -> Twin:
        return Twin(rule, fault, "pdf", bad, good, note)

    figure = tag("Figure", 1)
    described = tag("Figure", 1, Alt=String("A hand with a watering can"))
    row, head = tag("TR", tag("TD", 1), tag("TD", 2)), tag("TR", tag("TH", 1), tag("TH", 2))
    button = Dictionary(CA=String("Send"))
    return [
        twin("pdf-tags", "none", make_pdf(tags=None), make_pdf()),
        twin("pdf-tags", "empty", make_pdf(tags=[EMPTY]), make_pdf()),
        twin("pdf-tags", "page", make_pdf(contents=[TEXT, LOOSE]), make_pdf(contents=[TEXT, TEXT])),
        twin("pdf-scan", "all", make_pdf(contents=[SCAN, SCAN]), make_pdf(contents=[SCAN + b" " + TEXT] * 2)),
        twin("pdf-scan", "page", make_pdf(contents=[TEXT, SCAN]), make_pdf(contents=[TEXT, SCAN], tags=[described])),
        twin("document-title", "missing-pdf", make_pdf(title=""), make_pdf()),
        twin("document-title", "says-nothing", make_pdf(title="Microsoft Word - water.docx"), make_pdf()),
        twin("document-title", "not-shown", make_pdf(shown=False), make_pdf()),
        twin("document-language", "missing", make_pdf(language=None), make_pdf(language="nl-NL")),
        twin("document-language", "invalid", make_pdf(language="English (UK)"), make_pdf()),
        twin("document-headings", "none", make_pdf(contents=[TEXT] * 5), make_pdf(contents=[TEXT] * 5, tags=[tag("H1", 1)])),
        twin("document-headings", "skipped", make_pdf(tags=[tag("H1", 1), tag("H3", 2)]), make_pdf(tags=[tag("H1", 1), tag("H2", 2), tag("H1", 3)])),
        twin("document-headings", "skipped", make_pdf(tags=[tag("Part", 1), tag("H3", 2)], roles={"Part": "H1"}), make_pdf(tags=[tag("Mine", 1), tag("H2", 2)], roles={"Mine": "H1"}), "roles of the author's own"),
        twin("document-picture", "missing", make_pdf(tags=[figure]), make_pdf(tags=[described])),
        twin("document-picture", "missing", make_pdf(tags=[tag("Sect", figure)]), make_pdf(tags=[tag("Sect", figure, Alt=String("Two cans"))]), "words of the parent"),
        twin("document-picture", "file-name", make_pdf(tags=[tag("Figure", 1, Alt=String("DSC_0012.JPG"))]), make_pdf(tags=[described])),
        twin("document-picture", "generic", make_pdf(tags=[tag("Figure", 1, Alt=String("Image 3"))]), make_pdf(tags=[described])),
        twin("document-table", "no-headers", make_pdf(tags=[tag("Table", row, row)]), make_pdf(tags=[tag("Table", head, row)])),
        twin("document-link-text", "untagged", make_pdf(links=[link()]), make_pdf(links=[link(StructParent=1)])),
        twin("pdf-bookmarks", "missing", make_pdf(contents=[TEXT] * 21), make_pdf(contents=[TEXT] * 21, bookmarks=True)),
        twin("pdf-form-field", "no-name", make_pdf(fields=[field(T=String("Text12"))]), make_pdf(fields=[field(T=String("Text12"), TU=String("First name"))])),
        twin("pdf-form-field", "only-internal", make_pdf(fields=[field(T=String("first name"))]), make_pdf(fields=[field("Btn", T=String("b"), Ff=1 << 16, MK=button)]), "a button with words on it"),
        twin("pdf-locked", "closed", make_pdf(encryption=_closed(False)), make_pdf(encryption=_closed(True))),
        twin("pdf-ua-claim", "contradicted", make_pdf(ua="1", tags=[figure]), make_pdf(ua="1", tags=[described])),
    ]  # fmt: skip


def _word() -> list[Twin]:
    def twin(rule: str, fault: str, bad: str | bytes, good: str | bytes, note: str = "") -> Twin:
        def whole(one: str | bytes) -> bytes:
            return one if isinstance(one, bytes) else make_word(one, links=["https://example.org/water"])

        return Twin(rule, fault, "word", whole(bad), whole(good), note)

    body = paragraph(LONG)
    long_text = paragraph(" ".join([LONG] * 40))
    one, two, three = (paragraph(f"Part {n}", f"Kop{n}") for n in (1, 2, 3))
    grey, dark = '<w:color w:val="999999"/>', '<w:color w:val="555555"/>'
    shaded = '<w:shd w:val="clear" w:fill="{}"/>'
    yellow = '<w:color w:val="0000FF"/><w:highlight w:val="black"/>'
    return [
        twin("document-title", "missing-office", make_word(body, title=""), body),
        twin("document-title", "says-nothing", make_word(body, title="Document1"), body),
        twin("document-language", "missing", make_word(body, language=""), body),
        twin("document-language", "invalid", make_word(body, language="Dutch"), body),
        twin("document-headings", "none-words", long_text, one + long_text),
        twin("document-headings", "skipped", one + body + three, one + two + three + one),
        twin("document-headings", "skipped", one + paragraph("Mine", "Mine") + paragraph("x", properties='<w:outlineLvl w:val="3"/>'), one + paragraph("Mine", "Mine") + three, "a style based on a heading"),
        twin("document-headings", "empty", one + paragraph("", "Kop2"), one + two),
        twin("document-headings", "fake", one + paragraph("How much water", run="<w:b/>") + body, one + paragraph("Note:", run="<w:b/>") + body + paragraph("How much water", "Kop2", "<w:b/>") + body),
        twin("document-picture", "missing", word_picture(), word_picture('descr="A watering can"')),
        twin("document-picture", "missing", word_picture('descr="  "'), word_picture("", DECORATIVE), "decoration"),
        twin("document-picture", "generic", word_picture('descr="afbeelding"'), word_picture('title="A watering can"'), "words in the title"),
        twin("document-picture", "file-name", word_picture('descr="image001.png"'), word_picture('descr="Form P.45"')),
        twin("document-picture", "made-by-machine", word_picture('descr="A plant Description automatically generated"'), word_picture('descr="A plant with yellow leaves"')),
        twin("document-table", "no-headers", word_table('<w:tblLook w:val="0400"/>'), word_table('<w:tblLook w:val="04A0"/>')),
        twin("document-table", "no-headers", word_table(), word_table(row="<w:tblHeader/>"), "the row that is repeated"),
        twin("document-link-text", "says-nothing", word_link("Klik hier"), word_link("How to water")),
        twin("document-link-text", "address", word_link("https://example.org/a/very/long/address/of/a/page"), word_link("example.org")),
        twin("document-link-text", "empty", word_link(""), word_link("How to water")),
        twin("document-contrast", "low", paragraph("Pale", run=grey), paragraph("Dark", run=dark)),
        twin("document-contrast", "low", word_table(cell=shaded.format("777777")).replace("<w:rPr></w:rPr>", f"<w:rPr>{dark}</w:rPr>"), word_table(cell=shaded.format("EEEEEE")).replace("<w:rPr></w:rPr>", f"<w:rPr>{dark}</w:rPr>"), "the colour of a cell"),
        twin("document-contrast", "low", paragraph("Pen", run=yellow), paragraph("Large", run=f'{grey.replace("999999", "8A8A8A")}<w:sz w:val="36"/>'), "a pen; large letters"),
    ]  # fmt: skip


def _slides() -> list[Twin]:
    def twin(rule: str, fault: str, bad: str | bytes, good: str | bytes, note: str = "") -> Twin:
        def whole(one: str | bytes) -> bytes:
            return one if isinstance(one, bytes) else make_slides(one, links=["https://example.org/water"])

        return Twin(rule, fault, "powerpoint", whole(bad), whole(good), note)

    title, body = shape("Watering", "title"), shape(LONG, "body", index="1")
    low = shape("Third", box=(0, 500, 900, 100))
    click = '<a:hlinkClick r:id="l0"/>'
    return [
        twin("document-title", "missing-office", make_slides(title, title=""), title),
        twin("document-title", "says-nothing", make_slides(title, title="PowerPoint-presentatie"), title),
        twin("document-language", "missing", shape("Watering", "title", lang=""), title),
        twin("slide-title", "missing", body, title + body),
        twin("slide-title", "missing", shape("", "title") + body, shape("Watering", "ctrTitle") + body, "a place that was left empty"),
        twin("slide-title", "missing-no-text", slide_picture(), title + slide_picture()),
        twin("slide-title", "only-looks", shape("Watering", box=(0, 0, 900, 99), size=4000) + shape(LONG, box=(0, 200, 900, 99), size=1800), title + shape(LONG, box=(0, 200, 900, 99), size=1800)),
        twin("slide-title", "same", make_slides(title, title), make_slides(title, shape("Watering (2)", "title"))),
        twin("slide-title", "same", make_slides(title, body + title), make_slides(title, title, hidden=[2]), "a hidden slide"),
        twin("slide-order", "title-late", body + title, title + body),
        twin("slide-order", "upwards", title + low + body, title + body + low),
        twin("slide-order", "upwards", title + low + shape("Second", box=(0, 350, 900, 100)), title + low + shape("Beside", box=(900, 350, 900, 100)), "text side by side"),
        twin("document-picture", "missing", title + slide_picture(), title + slide_picture('descr="A watering can"')),
        twin("document-picture", "missing", title + slide_picture(), title + slide_picture("", DECORATIVE), "decoration"),
        twin("document-table", "no-headers", title + slide_table(), title + slide_table('firstRow="1"')),
        twin("document-link-text", "says-nothing", title + shape("here", run=click), title + shape("How to water", run=click)),
        twin("document-contrast", "low", title + shape("Pale", fill="FFFF00", run=solid("FFAA00")), title + shape("Dark", fill="FFFF00", run=solid("333333"))),
    ]  # fmt: skip


def _sheets() -> list[Twin]:
    def twin(rule: str, fault: str, bad: bytes, good: bytes, note: str = "") -> Twin:
        return Twin(rule, fault, "excel", bad, good, note)

    data = {"Water": ROW}
    coloured = {"Water": ROW.replace('r="A1"', 'r="A1" s="1"')}
    table = 'id="1" displayName="Water" ref="A1:B3" {}'
    pale, dark = cell_style("FFAAAAAA", "FFEEEEEE"), cell_style("FF333333", "FFEEEEEE")
    return [
        twin("document-title", "missing-office", make_sheets(data, title=""), make_sheets(data)),
        twin("document-picture", "missing", make_sheets(data, drawing=sheet_picture()), make_sheets(data, drawing=sheet_picture('descr="Litres each month"'))),
        twin("document-table", "headers-off", make_sheets(data, table=table.format('headerRowCount="0"')), make_sheets(data, table=table.format(""))),
        twin("document-contrast", "low", make_sheets(coloured, styles=pale), make_sheets(coloured, styles=dark)),
        twin("sheet-name", "default", make_sheets({"Water": ROW, "Blad2": ROW}), make_sheets({"Water": ROW, "Soil": ROW, "Blad3": ""}), "an empty sheet"),
        twin("sheet-name", "default", make_sheets({"Water": ROW, "Sheet2": ROW}), make_sheets({"Water": ROW, "Soil": ROW, "Sheet3": ROW}, hidden=["Sheet3"]), "a hidden sheet"),
    ]  # fmt: skip


def _captions() -> list[Twin]:
    def twin(rule: str, fault: str, bad: bytes, good: bytes, note: str = "") -> Twin:
        return Twin(rule, fault, "captions", bad, good, note)

    good = _vtt(_cue(1), _cue(5), _cue(9))
    srt = b"1\r\n00:00:01,000 --> 00:00:03,000\r\nWater the plant.\r\n\r\n2\r\n00:00:04,5 --> 00:00:06,0\r\nNow.\r\n"
    long = "Water the plant in the morning while the ground is cool"
    return [
        twin("captions-file", "empty", _vtt(), good),
        twin("captions-file", "empty", b" \r\n", srt, "SubRip"),
        twin("captions-file", "no-header", _vtt(_cue(1), head=""), good),
        twin("captions-file", "broken", _vtt(_cue(1), "00:00:05 -> 00:00:06 --> x\nNow."), _vtt("NOTE a --> b is no cue", _cue(1), "named\n" + _cue(5))),
        twin("captions-file", "never-shown", _vtt(_cue(1), _cue(9, until=5)), good),
        twin("captions-file", "empty-cue", _vtt(_cue(1), _cue(5, "<i></i>")), _vtt(_cue(1), _cue(5, "<i>Now.</i>"))),
        twin("captions-file", "order", _vtt(_cue(5), _cue(1)), good),
        twin("captions-reading", "long-lines", _vtt(*(_cue(n * 4, long, n * 4 + 4) for n in range(5))), good),
        twin("captions-reading", "many-lines", _vtt(*(_cue(n * 4, "a\nb\nc\nd") for n in range(5))), _vtt(*(_cue(n * 4, "a\nb") for n in range(5)))),
        twin("captions-reading", "too-fast", _vtt(*(_cue(n, "Water the plant\nwhen it is cool\nand dry", n + 1) for n in range(5))), good),
    ]  # fmt: skip


TWINS = [*_pdf(), *_word(), *_slides(), *_sheets(), *_captions()]
