"""Documents as targets and in packages: each is a screen, with places described in words."""

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from a11ycheck.errors import TargetError
from a11ycheck.judging.rules import read_rules
from a11ycheck.model import Skipped
from a11ycheck.report.exit_code import CLEAN, COULD_NOT_RUN, FINDINGS, exit_code
from a11ycheck.sources import open_file
from a11ycheck.sources.website.website import Website
from a11ycheck.text.words import read_words, reworded
from tests.documents.office import make_slides, make_word, paragraph, shape, slide_picture, word_picture
from tests.documents.pdfs import make_pdf, tag
from tests.documents.test_reading import LOCKED
from tests.scanning import plan_for, scan_source
from tests.site_server import Reply, serving

PAGE = '<!DOCTYPE html><html lang="en"><title>Watering</title><h1>Watering</h1><p>Water the plant.</p></html>'
SLIDES = make_slides(shape("Water", "title"), shape("Light", "title") + slide_picture())
PICTURES = make_word(paragraph("Water", "Kop1") + word_picture())
PDF = make_pdf(tags=[tag("Figure", 1)])


def zipped(files):
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


def package(tmp_path, files):
    path = tmp_path / "course.zip"
    path.write_bytes(zipped(files))
    return open_file(path)


def places(report):
    return {(one.url, one.rule, one.target) for one in report.findings}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A zip with two packages and a document beside them."""
    inner = {
        "index.html": PAGE,
        "files/slides.pptx": SLIDES,
        "files/locked.pdf": LOCKED,
        "files/old.doc": b"\xd0\xcf\x11\xe0",
        "files/book.odt": b"PK",
        "files/~$slides.pptx": b"x",
        "__MACOSX/files/._slides.pptx": b"x",
    }
    other = {"index.html": PAGE, "text.docx": PICTURES, "captions/nl.vtt": "WEBVTT\n"}
    files = {"one.zip": zipped(inner), "two.zip": zipped(other), "guide.pdf": PDF}
    source = package(tmp_path_factory.mktemp("course"), files)
    return scan_source(source, plan_for(axe=[]))


@pytest.mark.browser
def test_documents_of_packages_in_a_zip_are_screens_with_places_in_words(course):
    assert places(course) == {
        ("one.zip/files/slides.pptx", "document-picture", "figure 1, slide 2"),
        ("two.zip/text.docx", "document-picture", "figure 1"),
        ("two.zip/captions/nl.vtt", "captions-file", ""),
        ("guide.pdf", "document-picture", "figure 1"),
    }
    reached = [screen.url for screen in course.screens if screen.reached]
    assert reached == [
        "one.zip/index.html", "two.zip/index.html",
        "one.zip/files/slides.pptx", "two.zip/captions/nl.vtt", "two.zip/text.docx", "guide.pdf",
    ]  # fmt: skip


MANIFEST = """<manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"><organizations><organization><title>Plants</title>
  <item identifierref="a"><title>Start</title></item><item identifierref="b"><title>The guide</title></item>
  </organization></organizations><resources><resource identifier="a" href="index.html"/>
  <resource identifier="b" href="guide.pdf"/></resources></manifest>"""


def test_a_document_that_a_manifest_starts_is_read_and_counted_once(tmp_path):
    source = package(tmp_path, {"imsmanifest.xml": MANIFEST, "index.html": PAGE, "guide.pdf": PDF})
    assert [page.title for page in source.first_pages()] == ["Start"]
    assert [(page.title, page.path) for page in source.documents()] == [("The guide", ("Plants", "The guide"))]
    assert (source.page_count(), source.skipped()) == (1, ())


@pytest.mark.browser
def test_what_is_not_read_is_said_with_its_reason(course):
    why = {one.what: one.why for one in course.skipped}
    assert why == {
        "one.zip/files/locked.pdf": "document-password",
        "one.zip/files/old.doc": "document-old",
        "one.zip/files/book.odt": "document-other",
    }
    assert "Save it as .docx" in next(one.detail for one in course.skipped if one.why == "document-old")
    coverage = course.targets[0].coverage
    assert (coverage.reached, coverage.known) == (6, 7), "the locked one is known, and was not reached"


@pytest.mark.browser
def test_places_are_said_again_in_the_other_language(course):
    dutch = reworded(course, read_words("nl"), {rule.id: rule for rule in read_rules("nl")})
    slide = next(one for one in dutch.findings if one.url.endswith(".pptx"))
    assert (slide.target, slide.message) == (
        "afbeelding 1, dia 2",
        "Deze afbeelding heeft geen alternatieve tekst, en is niet aangemerkt als versiering.",
    )
    assert {one.fingerprint for one in dutch.findings} == {one.fingerprint for one in course.findings}


@pytest.mark.browser
def test_pictures_of_one_kind_of_document_are_one_issue_and_criteria_are_judged(course):
    pictures = [issue for issue in course.issues if issue.rule == "document-picture"]
    assert len(pictures) == 3, "Word, PowerPoint and PDF: each is repaired in another program"
    status = {verdict.criterion: verdict.status for verdict in course.verdicts}
    assert (status["1.1.1"], status["3.1.1"], status["2.4.5"]) == ("fails", "nothing-found", "not-tested")


def document(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    return scan_source(open_file(path), plan_for(axe=[]))


@pytest.mark.browser
def test_a_document_is_a_target_of_its_own_and_its_fingerprints_outlive_a_new_slide(tmp_path):
    before = document(tmp_path, "slides.pptx", SLIDES)
    after = document(
        tmp_path,
        "slides.pptx",
        make_slides(*[shape(f"New {n}", "title") for n in range(12)], shape("Light", "title") + slide_picture()),
    )
    assert [one.target for one in (*before.findings, *after.findings)] == ["figure 1, slide 2", "figure 1, slide 13"]
    assert before.findings[0].fingerprint == after.findings[0].fingerprint
    (target,) = before.targets
    assert (target.kind, target.coverage.reached, target.coverage.known) == ("document", 1, 1)
    assert exit_code(before, "serious", False) == FINDINGS


@pytest.mark.browser
def test_a_document_with_a_password_could_not_be_tested(tmp_path):
    report = document(tmp_path, "locked.pdf", LOCKED)
    assert [(one.what, one.why) for one in report.skipped] == [("locked.pdf", "document-password")]
    assert exit_code(report, "serious", False) == COULD_NOT_RUN


@pytest.mark.browser
def test_a_zip_with_nothing_but_documents_is_read(tmp_path):
    report = scan_source(
        package(tmp_path, {"a/guide.pdf": make_pdf(), "b/text.docx": make_word(paragraph("Water"))}), plan_for(axe=[])
    )
    assert [screen.url for screen in report.screens if screen.reached] == ["a/guide.pdf", "b/text.docx"]
    assert report.targets[0].kind == "documents"
    assert exit_code(report, "minor", False) == CLEAN


@pytest.mark.parametrize(
    ("name", "key"), [("old.doc", "document-old"), ("missing.pdf", "no-such-file"), ("x.odt", "not-a-zip")]
)
def test_what_is_no_document_that_is_read_is_said_at_once(tmp_path, name, key):
    if key != "no-such-file":
        (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(TargetError) as caught:
        open_file(tmp_path / name)
    assert caught.value.key == key
    assert read_words("nl")(f"errors.{key}", **caught.value.data)


def test_a_web_page_is_not_left_out_for_a_document_beside_it(tmp_path):
    opened = package(tmp_path, {"lesson.html": PAGE, "guide.pdf": PDF})
    assert [page.url for page in (*opened.first_pages(), *opened.documents())] == ["lesson.html", "guide.pdf"]


def test_more_documents_than_are_read_are_counted(tmp_path):
    source = package(tmp_path, {"index.html": PAGE, **{f"{n:03}.vtt": "WEBVTT" for n in range(203)}})
    assert len(source.documents()) == 200
    assert source.skipped() == (Skipped("200.vtt", "more-documents", "", data={"count": "3"}),)


@pytest.mark.slow
def test_documents_alone_need_no_browser(tmp_path):
    (tmp_path / "guide.pdf").write_bytes(PDF)
    plan = replace(plan_for(axe=[]), chromium=None)
    report = scan_source(open_file(tmp_path / "guide.pdf"), plan)
    assert (report.browser, [one.rule for one in report.findings]) == ("", ["document-picture"])
    assert not package(tmp_path, {"index.html": PAGE}).info.only_documents


@pytest.mark.browser
def test_a_document_whose_address_does_not_tell_is_met_and_read():
    """As platforms give them out: by a number, shown or saved, at the end of a redirect."""
    pdf = {"Content-Type": "application/pdf"}
    replies = {
        "/": PAGE + '<a href="/view?id=1">A</a> <a href="/view?id=2">B</a> <a href="/view?id=3">C</a>',
        "/view?id=1": Reply(status=302, headers={"Location": "/file/9/guide.pdf"}),
        "/file/9/guide.pdf": Reply(PDF, headers=pdf),
        "/view?id=2": Reply(PDF, headers=pdf | {"Content-Disposition": 'attachment; filename="plan.pdf"'}),
        "/view?id=3": Reply("week;topic", headers={"Content-Type": "text/csv"}),
    }
    with serving(replies) as site:
        report = scan_source(Website(f"{site.url}/"), plan_for(axe=[]))
        listed = scan_source([f"{site.url}/file/9/guide.pdf"], plan_for(axe=[]))
    read = [one.url.removeprefix(site.url) for one in report.screens if one.reached]
    assert read == ["/", "/view?id=1", "/view?id=2"]
    assert [one.url.removeprefix(site.url) for one in report.findings] == ["/view?id=1", "/view?id=2"]
    assert [(one.what.removeprefix(site.url), one.why) for one in report.skipped] == [("/view?id=3", "download")]
    coverage = report.targets[0].coverage
    assert (coverage.reached, coverage.known) == (3, 4)
    assert ([one.rule for one in listed.findings], listed.targets[0].coverage.known) == (["document-picture"], 1)
