"""PDF: its metadata, tags, pages and form fields. Nothing in it is executed.

The techniques are those of W3C for PDF (https://www.w3.org/WAI/WCAG22/Techniques/#pdf).
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf

from a11ycheck.documents.interface import DocumentFacts, FactCollector, Unreadable
from a11ycheck.documents.pdf_fields import look_at_fields
from a11ycheck.documents.pdf_pages import look_at_pages
from a11ycheck.documents.pdf_tags import look_at_tags
from a11ycheck.documents.pdf_values import blank, entry, listed, text
from a11ycheck.documents.wording import is_language_tag, is_made_up_title

MANY_PAGES = 20
"""A longer document needs bookmarks (PDF2)."""
BIT_IGNORED = 5
"""From this revision of encryption on, programs must give access to assistive technology whatever the bit says
(ISO 32000-2, 7.6), and files must set it (ISO 14289-1, 7.16), because older programs still obey it."""


def read(data: bytes) -> DocumentFacts:
    """Return the facts of a PDF. Raises Unreadable when it is broken, or needs a password or a key."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return _read(pdf)
    except pikepdf.PasswordError:
        raise Unreadable("document-password") from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, NotImplementedError) as error:
        # Encrypted for a certificate or by a shop; otherwise an object is not of the type that its place requires.
        locked = "unsupported encryption" in str(error)
        raise Unreadable("document-protected" if locked else "document-broken") from None


def _read(pdf: pikepdf.Pdf) -> DocumentFacts:
    facts, root = FactCollector(), pdf.Root
    metadata = _metadata(pdf)
    title = metadata["title"]
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
    if metadata["ua"]:
        facts.count("pdf-ua")
        faults = {fact.name for fact in facts.found} & {"tags", "picture", "title", "language"}
        if faults:
            facts.add("pdf-ua", "contradicted", part=metadata["ua"])
    return facts.result(title, unread)


def _metadata(pdf: pikepdf.Pdf) -> dict[str, str]:
    """Return the title, from XMP or the old dictionary, and the part of PDF/UA that the file claims to meet."""
    found = {"title": text(entry(pdf.trailer, "/Info", "/Title")), "ua": ""}
    try:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            found["title"] = str(xmp.get("dc:title") or "").strip() or found["title"]
            found["ua"] = str(xmp.get("{http://www.aiim.org/pdfua/ns/id/}part") or "")[:5]
    except Exception:  # noqa: BLE001, S110 - XMP is XML of any quality; a title that cannot be read is none
        pass
    return found


def _locked(facts: FactCollector, pdf: pikepdf.Pdf) -> None:
    facts.count("lock")
    if pdf.is_encrypted and not pdf.allow.accessibility:
        facts.add("lock", "closed" if pdf.encryption.R < BIT_IGNORED else "says-closed")


def _title(facts: FactCollector, root: Any, title: str) -> None:
    facts.count("title")
    if blank(title):
        facts.add("title", "missing-pdf")
    elif is_made_up_title(title):
        facts.add("title", "says-nothing", snippet=title, title=title)
    if not blank(title) and entry(root, "/ViewerPreferences", "/DisplayDocTitle") is not True:
        facts.add("title", "not-shown", title=title)


def _language(facts: FactCollector, root: Any) -> None:
    """Check the language of the catalogue, or of the outermost tags (PDF16)."""
    facts.count("language")
    language = text(entry(root, "/Lang"))
    tops = listed(entry(root, "/StructTreeRoot", "/K"))
    language = language or next((lang for top in tops[:10] if (lang := text(entry(top, "/Lang")))), "")
    if blank(language):
        facts.add("language", "missing")
    elif not is_language_tag(language):
        facts.add("language", "invalid", language=language)


def _bookmarks(facts: FactCollector, pdf: pikepdf.Pdf) -> None:
    pages = len(pdf.pages)
    if pages > MANY_PAGES:
        facts.count("bookmarks")
        if entry(pdf.Root, "/Outlines", "/First") is None:
            facts.add("bookmarks", "missing", pages=pages)
