"""PDF: what the file says of itself, its tags, its pages and its form fields. Nothing in it is executed.

The techniques are W3C's for PDF (https://www.w3.org/WAI/WCAG22/Techniques/#pdf).
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf

from a11ycheck.documents.interface import Facts, Read, Unreadable
from a11ycheck.documents.pdf_fields import look_at_fields
from a11ycheck.documents.pdf_pages import look_at_pages
from a11ycheck.documents.pdf_tags import look_at_tags
from a11ycheck.documents.pdf_values import blank, entry, listed, text
from a11ycheck.documents.wording import language_tag, says_no_title

MANY_PAGES = 20
"""Beyond these a document needs bookmarks to find one's way (PDF2)."""
BIT_IGNORED = 5
"""From this revision of encryption on programs are to let assistive technology in, whatever the bit says (ISO 32000-2,
7.6), and files are to set it (ISO 14289-1, 7.16): older programs obey it still."""


def read(data: bytes) -> Read:
    """The facts of a PDF. Raises Unreadable when it is broken, or needs a password or a key."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return _read(pdf)
    except pikepdf.PasswordError:
        raise Unreadable("document-password") from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, NotImplementedError) as error:
        # Of a certificate or a shop's rights; else objects that are not what their place in the file calls for.
        locked = "unsupported encryption" in str(error)
        raise Unreadable("document-protected" if locked else "document-broken") from None


def _read(pdf: pikepdf.Pdf) -> Read:
    facts, root = Facts(), pdf.Root
    said = _metadata(pdf)
    title = said["title"]
    unread = []
    _locked(facts, pdf)
    _title(facts, root, title)
    tagged = look_at_tags(facts, pdf)
    _language(facts, root)
    _bookmarks(facts, pdf)
    if not look_at_pages(facts, pdf, tagged):
        unread.append("document-many-pages")
    look_at_fields(facts, pdf)
    if "/XFA" in (entry(root, "/AcroForm") or {}):
        unread.append("document-xfa")
    if said["ua"]:
        facts.look("pdf-ua")
        faults = {fact.name for fact in facts.found} & {"tags", "picture", "title", "language"}
        if faults:
            facts.add("pdf-ua", "contradicted", part=said["ua"])
    return facts.read(title, unread)


def _metadata(pdf: pikepdf.Pdf) -> dict[str, str]:
    """The title, as XMP or the old dictionary has it, and the part of PDF/UA that the file claims to meet."""
    found = {"title": text(entry(pdf.trailer, "/Info", "/Title")), "ua": ""}
    try:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            found["title"] = str(xmp.get("dc:title") or "").strip() or found["title"]
            found["ua"] = str(xmp.get("{http://www.aiim.org/pdfua/ns/id/}part") or "")[:5]
    except Exception:  # noqa: BLE001, S110 - XMP is XML of any quality: a title that cannot be read is none
        pass
    return found


def _locked(facts: Facts, pdf: pikepdf.Pdf) -> None:
    facts.look("lock")
    if pdf.is_encrypted and not pdf.allow.accessibility:
        facts.add("lock", "closed" if pdf.encryption.R < BIT_IGNORED else "says-closed")


def _title(facts: Facts, root: Any, title: str) -> None:
    facts.look("title")
    if blank(title):
        facts.add("title", "missing-pdf")
    elif says_no_title(title):
        facts.add("title", "says-nothing", snippet=title, title=title)
    if not blank(title) and entry(root, "/ViewerPreferences", "/DisplayDocTitle") is not True:
        facts.add("title", "not-shown", title=title)


def _language(facts: Facts, root: Any) -> None:
    """Of the catalogue, or of the outermost tags (PDF16)."""
    facts.look("language")
    said = text(entry(root, "/Lang"))
    tops = listed(entry(root, "/StructTreeRoot", "/K"))
    said = said or next((lang for top in tops[:10] if (lang := text(entry(top, "/Lang")))), "")
    if blank(said):
        facts.add("language", "missing")
    elif not language_tag(said):
        facts.add("language", "invalid", language=said)


def _bookmarks(facts: Facts, pdf: pikepdf.Pdf) -> None:
    pages = len(pdf.pages)
    if pages > MANY_PAGES:
        facts.look("bookmarks")
        if entry(pdf.Root, "/Outlines", "/First") is None:
            facts.add("bookmarks", "missing", pages=pages)
