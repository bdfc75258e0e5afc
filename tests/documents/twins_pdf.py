"""Faults of PDF files."""

from __future__ import annotations

import pikepdf
from pikepdf import Dictionary, String

from tests.documents.pdfs import EMPTY, LOOSE, SCAN, TEXT, field, link, make_pdf, tag
from tests.documents.twin import Twin


def _closed(accessibility: bool) -> pikepdf.Encryption:
    return pikepdf.Encryption(
        owner="x", R=3, aes=False, metadata=False, allow=pikepdf.Permissions(accessibility=accessibility)
    )


def _closed_anew(accessibility: bool) -> bytes:
    """As AES-256 writes it (revision 6), where pikepdf itself always sets the bit."""
    allowed = make_pdf(encryption=pikepdf.Encryption(owner="x", R=6))
    return allowed if accessibility else allowed.replace(b"/P -1028 ", b"/P -1540 ")


def _closed_by_filter() -> bytes:
    """As revision 4 writes it: the key is that of revision 3, where the cipher is too."""
    third = make_pdf(encryption=_closed(False))
    fourth = b"/R 4 /CF << /StdCF << /CFM /V2 /Length 16 >> >> /StmF /StdCF /StrF /StdCF "
    return third.replace(b"/V 2 ", b"/V 4 ").replace(b"/R 3 ", fourth)


def _copied(extract: bool) -> pikepdf.Encryption:
    """In revision 2 one bit is for copying and for assistive technology."""
    return pikepdf.Encryption(owner="x", R=2, aes=False, metadata=False, allow=pikepdf.Permissions(extract=extract))


FIGURE = tag("Figure", 1)
DESCRIBED = tag("Figure", 1, Alt=String("A hand with a watering can"))


def twins() -> list[Twin]:
    """All of them."""
    return _of_documents() + _of_structure() + _of_pictures() + _of_locks()


def twin(rule: str, fault: str, bad: bytes, good: bytes, note: str = "") -> Twin:
    """Files with and without a fault."""
    return Twin(rule, fault, "pdf", bad, good, note)


def _of_documents() -> list[Twin]:
    return [
        twin("pdf-tags", "none", make_pdf(tags=None), make_pdf()),
        twin("pdf-tags", "empty", make_pdf(tags=[EMPTY]), make_pdf()),
        twin("pdf-tags", "page", make_pdf(contents=[TEXT, LOOSE]), make_pdf(contents=[TEXT, TEXT])),
        twin("pdf-scan", "all", make_pdf(contents=[SCAN, SCAN]), make_pdf(contents=[SCAN + b" " + TEXT] * 2)),
        twin("pdf-scan", "page", make_pdf(contents=[TEXT, SCAN]), make_pdf(contents=[TEXT, SCAN], tags=[DESCRIBED])),
        twin("document-has-title", "missing-pdf", make_pdf(title=""), make_pdf()),
        twin("document-has-title", "says-nothing", make_pdf(title="Microsoft Word - water.docx"), make_pdf()),
        twin("document-has-title", "not-shown", make_pdf(shown=False), make_pdf()),
        twin("document-language", "missing", make_pdf(language=None), make_pdf(language="nl-NL")),
        twin("document-language", "invalid", make_pdf(language="English (UK)"), make_pdf()),
        twin(
            "pdf-bookmarks", "missing", make_pdf(contents=[TEXT] * 21), make_pdf(contents=[TEXT] * 21, bookmarks=True)
        ),
    ]


def _of_structure() -> list[Twin]:
    row, head = tag("TR", tag("TD", 1), tag("TD", 2)), tag("TR", tag("TH", 1), tag("TH", 2))
    button = Dictionary(CA=String("Send"))
    return [
        twin(
            "document-headings",
            "none",
            make_pdf(contents=[TEXT] * 5),
            make_pdf(contents=[TEXT] * 5, tags=[tag("H1", 1)]),
        ),
        twin(
            "document-headings",
            "skipped",
            make_pdf(tags=[tag("H1", 1), tag("H3", 2)]),
            make_pdf(tags=[tag("H1", 1), tag("H2", 2), tag("H1", 3)]),
        ),
        twin(
            "document-headings",
            "skipped",
            make_pdf(tags=[tag("Part", 1), tag("H3", 2)], roles={"Part": "H1"}),
            make_pdf(tags=[tag("Mine", 1), tag("H2", 2)], roles={"Mine": "H1"}),
            "roles of the author's own",
        ),
        twin(
            "document-table",
            "no-headers",
            make_pdf(tags=[tag("Table", row, row)]),
            make_pdf(tags=[tag("Table", head, row)]),
        ),
        twin("document-link-text", "untagged", make_pdf(links=[link()]), make_pdf(links=[link(StructParent=1)])),
        twin(
            "pdf-form-field",
            "no-name",
            make_pdf(fields=[field(T=String("Text12"))]),
            make_pdf(fields=[field(T=String("Text12"), TU=String("First name"))]),
        ),
        twin(
            "pdf-form-field",
            "only-internal",
            make_pdf(fields=[field(T=String("first name"))]),
            make_pdf(fields=[field("Btn", T=String("b"), Ff=1 << 16, MK=button)]),
            "a button with words on it",
        ),
    ]


def _of_pictures() -> list[Twin]:
    return [
        twin("document-picture", "missing", make_pdf(tags=[FIGURE]), make_pdf(tags=[DESCRIBED])),
        twin(
            "document-picture",
            "missing",
            make_pdf(tags=[tag("Sect", FIGURE)]),
            make_pdf(tags=[tag("Sect", FIGURE, Alt=String("Two cans"))]),
            "words of the parent",
        ),
        twin(
            "document-picture",
            "file-name",
            make_pdf(tags=[tag("Figure", 1, Alt=String("DSC_0012.JPG"))]),
            make_pdf(tags=[DESCRIBED]),
        ),
        twin(
            "document-picture",
            "generic",
            make_pdf(tags=[tag("Figure", 1, Alt=String("Image 3"))]),
            make_pdf(tags=[DESCRIBED]),
        ),
        twin("pdf-ua-claim", "contradicted", make_pdf(ua="1", tags=[FIGURE]), make_pdf(ua="1", tags=[DESCRIBED])),
    ]


def _of_locks() -> list[Twin]:
    return [
        twin("pdf-locked", "closed", make_pdf(encryption=_closed(False)), make_pdf(encryption=_closed(True))),
        twin(
            "pdf-locked", "closed", make_pdf(encryption=_copied(False)), make_pdf(encryption=_copied(True)), "40 bits"
        ),
        twin(
            "pdf-locked",
            "closed",
            _closed_by_filter(),
            make_pdf(encryption=pikepdf.Encryption(owner="x", R=4, allow=pikepdf.Permissions(extract=False))),
            "crypt filters",
        ),
        twin("pdf-locked", "says-closed", _closed_anew(False), _closed_anew(True)),
    ]
