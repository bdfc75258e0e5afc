"""Documents that are broken, locked or harmful are refused with a reason, in bounded time; good ones are read."""

import asyncio
import time
import zipfile
from io import BytesIO

import pikepdf
import pytest

from a11ycheck.documents import reading
from a11ycheck.documents.interface import Unreadable
from a11ycheck.documents.reading import read_document
from a11ycheck.text.words import read_words
from tests.documents.office import (
    ROW,
    document,
    make_sheets,
    make_slides,
    make_word,
    pack,
    paragraph,
    shape,
    slide_picture,
    word_picture,
)
from tests.documents.pdfs import TEXT, make_pdf, tag

pytestmark = pytest.mark.slow

LOCKED = make_pdf(encryption=pikepdf.Encryption(owner="o", user="u"))
NOT_ASKED = make_pdf(encryption=pikepdf.Encryption(owner="o", user=""))
BY_CERTIFICATE = make_pdf(encryption=pikepdf.Encryption(owner="o", R=3, aes=False, metadata=False)).replace(
    b"/Filter /Standard", b"/Filter /Adobe.PubSec"
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)
WORD = make_word(paragraph("Water"))


def read(kind, data, seconds=30.0):
    return asyncio.run(read_document(kind, data, seconds))


def bomb():
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 200_000_000)
    return written.getvalue()


def deep_xml():
    body = "<w:tbl><w:tr><w:tc>" * 200
    return make_word(body + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 200)


def entities():
    main = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="w"><w:body/></w:document>'
    return document("word/document.xml", "x", {"word/document.xml": main})


HOSTILE = {
    "an empty file": ("pdf", b"", "document-empty"),
    "no PDF": ("pdf", b"<html></html>", "document-broken"),
    "half a PDF": ("pdf", make_pdf()[:300], "document-broken"),
    "a PDF with a password": ("pdf", LOCKED, "document-password"),
    "a PDF with a certificate": ("pdf", BY_CERTIFICATE, "document-protected"),
    "Word with another suffix": ("powerpoint", WORD, "document-broken"),
    "no zip": ("word", b"PK\3\4" + bytes(100), "document-broken"),
    "half a zip": ("word", WORD[: len(WORD) // 2], "document-broken"),
    "a zip of something else": ("word", pack({"index.html": "<p>Hello</p>"}), "document-broken"),
    "an old document": ("powerpoint", OLE, "document-old-inside"),
    "Office with a password": ("excel", OLE + "EncryptedPackage".encode("utf-16-le"), "document-password"),
    "a bomb": ("word", bomb(), "document-harmful"),
    "entities": ("word", entities(), "document-broken"),
    "nesting beyond all bounds": ("word", deep_xml(), "document-broken"),
    "no text": ("captions", bytes(5000), "document-broken"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_read_is_said_in_a_sentence(name):
    kind, data, why = HOSTILE[name]
    began = time.monotonic()
    with pytest.raises(Unreadable) as caught:
        read(kind, data)
    assert caught.value.why == why
    assert time.monotonic() - began < 20
    for lang in ("en", "nl"):
        assert read_words(lang)(f"skipped.{why}", **caught.value.data)


def test_a_pdf_that_opens_without_its_password_is_read():
    assert read("pdf", NOT_ASKED).title == "Watering plants"


def test_reading_ends_when_its_time_is_over():
    with pytest.raises(Unreadable) as caught:
        read("pdf", make_pdf(contents=[TEXT] * 300), seconds=0.02)
    assert caught.value.why == "document-too-slow"


def test_a_file_beyond_the_bound_is_not_read(monkeypatch):
    monkeypatch.setattr(reading, "BYTES", 100)
    with pytest.raises(Unreadable) as caught:
        read("word", WORD)
    assert caught.value.why == "document-too-large"


def test_a_pdf_whose_tags_and_parents_lead_back_into_themselves_is_read():
    pdf = pikepdf.open(BytesIO(make_pdf(tags=[tag("Figure", 1)])))
    tree = pdf.Root.StructTreeRoot
    loop = pdf.make_indirect(tag("Sect"))
    loop.K.append(loop)
    tree.K.K.append(loop)
    page = pdf.pages[0].obj
    page.Annots = pikepdf.Array(
        [pdf.make_indirect(pikepdf.Dictionary(Subtype=pikepdf.Name.Widget, T=pikepdf.String("Text1")))]
    )
    page.Annots[0].Parent = page.Annots[0]
    written = BytesIO()
    pdf.save(written)
    assert {fact.name for fact in read("pdf", written.getvalue()).facts} == {"picture", "field"}


def test_a_form_of_an_old_kind_is_said():
    assert read("pdf", make_pdf(xfa=True)).unread == ("document-xfa",)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_captions_are_read_in_any_encoding(encoding):
    said = read("captions", "1\n00:00:01,000 --> 00:00:02,000\nEén café\n".encode(encoding))
    assert (said.facts, said.counts) == ((), {"captions": 1, "reading": 1})


def test_data_for_a_program_is_no_captions():
    said = read("captions", b"WEBVTT\n\n00:01.000 --> 00:02.000\nsprite.jpg#xywh=0,0,160,90\n")
    assert (said.facts, said.counts, said.unread) == ((), {}, ("captions-other",))


GOOD = {
    "pdf": make_pdf(tags=[tag("H1", 1), tag("H2", 2)]),
    "word": make_word(paragraph("Water", "Kop1") + paragraph("Now and then.") + word_picture('descr="A can"')),
    "powerpoint": make_slides(shape("Water", "title") + slide_picture('descr="A can"')),
    "excel": make_sheets({"Water": ROW}),
    "captions": b"WEBVTT - Watering\n\n1\n00:01.000 --> 00:04.000 line:0\n<v Ann>Water the plant.\n",
}


@pytest.mark.parametrize("kind", GOOD)
def test_of_a_good_document_nothing_is_said(kind):
    said = read(kind, GOOD[kind])
    assert (said.facts, said.unread) == ((), ())
    assert sum(said.counts.values()) > 0


def test_old_programs_pictures_are_not_counted_twice():
    old = (
        "<mc:AlternateContent xmlns:mc='m'><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    )
    picture = word_picture()
    assert len(read("word", make_word(old.format(picture, picture))).facts) == 1
