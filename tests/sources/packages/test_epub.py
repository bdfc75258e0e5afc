"""EPUB: documents in reading order, metadata, and what must not be read."""

import shutil

import pytest

from a11ycheck.content import CONTENT
from a11ycheck.errors import TargetError
from a11ycheck.judging.rules import read_rules
from a11ycheck.sources import open_package
from fixtures.zip_package import zip_package
from tests.scanning import plan_for, scan_source

BIRDS = CONTENT / "fixtures" / "packages" / "epub-garden-birds"
ENCRYPTION = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData
 xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="{}"/></EncryptedData></encryption>"""
NCX = """<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/ncx.dtd">
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>From the NCX</text></navLabel>
<content src="food.xhtml#start"/></navPoint></navMap><pageList><pageTarget><navLabel><text>1</text></navLabel>
<content src="food.xhtml#p1"/></pageTarget></pageList></ncx>"""


@pytest.fixture
def book(tmp_path):
    return shutil.copytree(BIRDS, tmp_path / "book")


def change(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def facts(package):
    page = package.info.network.respond("GET", "/.a11ycheck/epub/package", {}, b"").body.decode()
    return dict(part.partition('" data-value="')[::2] for part in page.replace('"><th', "\0").split('data-epub="')[1:])


def said(package, name):
    return facts(package)[name].partition("\0")[0]


@pytest.mark.browser
def test_a_book_document_by_document(tmp_path):
    report = scan_source(open_package(zip_package(BIRDS, tmp_path / "birds.epub")), plan_for())
    target = report.targets[0]
    assert (target.kind, target.title, target.coverage.reached, target.coverage.known) == (
        "epub",
        "Birds of the garden",
        3,
        4,
    )
    assert [(screen.url, screen.path[-1]) for screen in report.screens] == [
        ("EPUB/robin and wren.xml", "Robin and wren"),
        ("EPUB/food.xhtml", "What they eat"),
        ("EPUB/package.opf", "package.opf"),
    ]
    found = {(one.rule, one.url, one.key, one.data.get("property", "")) for one in report.findings}
    assert ("image-alt", "EPUB/robin and wren.xml") in {one[:2] for one in found}
    assert {one[2:] for one in found if one[0] == "epub-metadata"} == {
        ("missing", "schema:accessibilityHazard"),
        ("recommended", "schema:accessibilitySummary"),
    }
    assert len(found) == 3
    assert "missing-file" in {one.why for one in report.skipped}


@pytest.mark.browser
def test_the_next_page_opens_after_one_that_was_tried_with_nothing_let_out(tmp_path):
    ours = [rule for rule in read_rules("en") if "operate" in rule.needs][:1]
    book = open_package(zip_package(BIRDS, tmp_path / "birds.epub"))
    report = scan_source(book, plan_for([], ours=ours, profile="standard"))
    assert [screen.url for screen in report.screens if screen.reached][1:] == ["EPUB/food.xhtml", "EPUB/package.opf"]


def test_a_table_of_contents_of_epub_2_and_its_page_list(book):
    (book / "EPUB" / "toc.ncx").write_text(NCX)
    opf = book / "EPUB" / "package.opf"
    change(opf, ' properties="nav"', "")
    change(opf, "<spine>", '<spine toc="ncx">')
    change(opf, "<manifest>", '<manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>')
    package = open_package(book)
    assert "From the NCX" in {page.title for page in package.first_pages()}
    assert (said(package, "toc"), said(package, "page-list"), said(package, "source")) == ("1", "1", "")


def test_metadata_of_epub_2_and_the_source_of_page_numbers(book):
    opf = book / "EPUB" / "package.opf"
    change(
        opf,
        "<dc:language>",
        '<dc:source id="s">urn:isbn:9780000000002</dc:source><meta refines="#s" property="source-of">pagination</meta>'
        '<meta name="schema:accessibilityHazard" content="none"/><dc:language>',
    )
    package = open_package(book)
    assert (said(package, "accessibilityHazard"), said(package, "source")) == ("none", "pagination")
    assert said(package, "accessMode") == "textual; visual"


def test_pages_of_print_without_a_list(book):
    change(book / "EPUB" / "food.xhtml", "<main>", '<main><span role="doc-pagebreak" aria-label="7"></span>')
    package = open_package(book)
    assert (said(package, "page-breaks"), said(package, "page-list")) == ("yes", "")


def test_what_a_book_says_does_not_become_html(book):
    change(book / "EPUB" / "package.opf", "Birds of the garden", '&lt;script&gt;alert(1)&lt;/script&gt;"x')
    page = open_package(book).info.network.respond("GET", "/.a11ycheck/epub/package", {}, b"").body
    assert b"<script" not in page


@pytest.mark.parametrize(
    ("algorithm", "refused"),
    [
        ("http://www.w3.org/2001/04/xmlenc#aes256-cbc", True),
        ("http://www.idpf.org/2008/embedding", False),
        ("http://ns.adobe.com/pdf/enc#RC", False),
    ],
)
def test_encryption_is_said_and_hidden_fonts_are_not_encryption(book, algorithm, refused):
    (book / "META-INF" / "encryption.xml").write_text(ENCRYPTION.format(algorithm))
    if refused:
        with pytest.raises(TargetError) as error:
            open_package(book)
        assert error.value.key == "epub-encrypted"
    else:
        assert open_package(book).info.kind == "epub"


@pytest.mark.parametrize("file", ["META-INF/container.xml", "EPUB/package.opf"])
def test_entities_are_refused(book, file):
    text = (book / file).read_text()
    (book / file).write_text(text.replace("?>", '?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>', 1))
    with pytest.raises(TargetError) as error:
        open_package(book)
    assert error.value.key == "manifest-entities"


def test_a_book_without_package_document_or_without_pages(book):
    change(book / "EPUB" / "package.opf", "<spine>", "<spine/><other>")
    change(book / "EPUB" / "package.opf", "</spine>", "</other>")
    with pytest.raises(TargetError) as error:
        open_package(book)
    assert error.value.key == "epub-no-documents"
    (book / "EPUB" / "package.opf").unlink()
    with pytest.raises(TargetError) as error:
        open_package(book)
    assert error.value.key == "epub-no-package"
    shutil.rmtree(book / "META-INF")
    with pytest.raises(TargetError) as error:
        open_package(book)
    assert error.value.key == "epub-no-package"
