"""Write PDF files for tests, without faults except those asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

TEXT = b"/P <</MCID 0>> BDC BT /F1 12 Tf 72 700 Td (How to water a plant) Tj ET EMC"
LOOSE = b"BT /F1 12 Tf 72 700 Td (How to water a plant) Tj ET"
SCAN = b"q 612 0 0 792 0 0 cm /Im1 Do Q"


@dataclass(frozen=True, kw_only=True)
class PdfParts:
    """What a PDF file has.

    `tags` stand below one paragraph with the text of page 1; None makes no tags at all, [EMPTY] an empty tree.
    """

    title: str = "Watering plants"
    shown: bool = True
    language: str | None = "en"
    tags: Sequence[Dictionary] | None = ()
    contents: Sequence[bytes] = (TEXT,)
    bookmarks: bool = False
    fields: Sequence[Dictionary] = ()
    links: Sequence[Dictionary] = ()
    ua: str = ""
    roles: Mapping[str, str] = dataclass_field(default_factory=dict)
    encryption: pikepdf.Encryption | None = None
    xfa: bool = False


def make_pdf(**parts: Any) -> bytes:
    """Return a PDF file with these parts (see `PdfParts`)."""
    wanted = PdfParts(**parts)
    pdf = pikepdf.new()
    for content in wanted.contents:
        _add_page(pdf, content)
    _describe(pdf, wanted)
    _add_notes(pdf, wanted)
    written = BytesIO()
    pdf.save(written, encryption=wanted.encryption or False)
    return written.getvalue()


def _add_page(pdf: pikepdf.Pdf, content: bytes) -> None:
    page = pdf.add_blank_page(page_size=(612, 792))
    page.obj.Contents = Stream(pdf, content)
    image = Stream(pdf, b"\x80", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8)
    image.ColorSpace = Name.DeviceGray
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.obj.Resources = Dictionary(Font=Dictionary(F1=font), XObject=Dictionary(Im1=image))


def _describe(pdf: pikepdf.Pdf, wanted: PdfParts) -> None:
    """Write the tags, the language, the title, the bookmarks and what the file says of itself."""
    if wanted.tags is not None:
        _tag(pdf, pdf.pages[0].obj, wanted.tags, wanted.roles)
    if wanted.language is not None:
        pdf.Root.Lang = String(wanted.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=wanted.shown)
    if wanted.ua:
        with pdf.open_metadata() as xmp:
            xmp["{http://www.aiim.org/pdfua/ns/id/}part"] = wanted.ua
    if wanted.title:
        pdf.docinfo[Name.Title] = String(wanted.title)
    if wanted.bookmarks:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Start", 0))


def _add_notes(pdf: pikepdf.Pdf, wanted: PdfParts) -> None:
    """Add the links and the form fields to page 1."""
    notes = [pdf.make_indirect(one) for one in (*wanted.links, *wanted.fields)]
    if notes:
        pdf.pages[0].obj.Annots = Array(notes)
    if wanted.fields or wanted.xfa:
        pdf.Root.AcroForm = Dictionary(Fields=Array(notes[len(wanted.links) :]))
    if wanted.xfa:
        pdf.Root.AcroForm.XFA = Stream(pdf, b"<xdp/>")


EMPTY = Dictionary(Type=Name.StructElem, S=Name.Document)


def tag(kind: str, *kids: Any, **entries: Any) -> Dictionary:
    """An element of the tags."""
    return Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), K=Array(kids), **entries)


def field(kind: str = "Tx", **entries: Any) -> Dictionary:
    """A form field with one widget, its own."""
    box = Array([72, 600, 200, 620])
    return Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name(f"/{kind}"), Rect=box, F=4, **entries)


def link(**entries: Any) -> Dictionary:
    """A link to a web page."""
    action = Dictionary(S=Name.URI, URI=String("https://example.org/water"))
    return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([72, 500, 200, 520]), A=action, **entries)


def _tag(pdf: pikepdf.Pdf, page: Any, tags: Sequence[Dictionary], roles: Mapping[str, str]) -> None:
    kids = [EMPTY] if list(tags) == [EMPTY] else [tag("P", 0, Pg=page), *tags]
    document = Dictionary(Type=Name.StructElem, S=Name.Document, K=Array(kids))
    root = Dictionary(Type=Name.StructTreeRoot, K=document)
    root.RoleMap = Dictionary({f"/{own}": Name(f"/{standard}") for own, standard in roles.items()})
    pdf.Root.StructTreeRoot = pdf.make_indirect(root)
    pdf.Root.MarkInfo = Dictionary(Marked=True)
