"""Which kind of package a file is, whatever its name; bad files are refused quickly with one sentence."""

import time
import tracemalloc
import zipfile

import pytest

from a11ycheck.errors import TargetError
from a11ycheck.report.exit_code import exit_code
from a11ycheck.sources import open_package
from a11ycheck.sources.served_host import HOST
from a11ycheck.text.words import read_words
from tests.scanning import plan_for, scan_source

PAGE = '<!doctype html><html lang="en"><title>T</title><main><h1>T</h1></main>'
ITEMS = '<item identifier="i" identifierref="{}"><title>Part</title></item>'
MANIFEST = """<manifest identifier="m">
<metadata><schema>ADL SCORM</schema><schemaversion>{0}</schemaversion></metadata>
<organizations><organization identifier="o"><title>Course</title>{1}</organization></organizations>
<resources><resource identifier="r" href="{2}"/></resources></manifest>"""
SOURCE = "<ode xmlns='http://www.intef.es/xsd/ode'><odeProperties>{}</odeProperties></ode>"
TITLE = "<odeProperty><key>pp_title</key><value>Our planet</value></odeProperty>"


def scorm(version="1.2", items=None, href="page.html"):
    return MANIFEST.format(version, ITEMS.format("r") if items is None else items, href)


def zipped(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return path


def refused(path):
    with pytest.raises(TargetError) as error:
        open_package(path)
    for lang in ("en", "nl"):
        assert path.name in read_words(lang).error(error.value)
    return error.value.key


def whys(package):
    return {one.why for one in package.skipped()}


@pytest.mark.parametrize(
    ("version", "kind"),
    [
        ("1.2", "scorm12"),
        ("CAM 1.3", "scorm2004-2"),
        ("2004 3rd Edition", "scorm2004-3"),
        ("2004 4th Edition", "scorm2004-4"),
        ("2004", "scorm2004"),
        ("IMS Content 1.1.3", "content-package"),
    ],
)
def test_editions_are_told_apart(tmp_path, version, kind):
    schema, _, number = version.rpartition("Content ")
    manifest = scorm(number).replace("ADL SCORM", f"{schema}Content") if schema else scorm(version)
    path = zipped(tmp_path / "course.epub", {"imsmanifest.xml": manifest, "page.html": PAGE})
    assert open_package(path).info.kind == kind
    for lang in ("en", "nl"):
        assert read_words(lang)(f"kind.{kind}")


def test_every_kind_has_a_word():
    from a11ycheck.sources import PACKAGES
    from a11ycheck.sources.packages.bundle import Bundle
    from a11ycheck.sources.packages.scorm import KINDS

    kinds = {kind.kind for kind in (*PACKAGES, Bundle) if hasattr(kind, "kind")} | set(KINDS.values())
    for lang in ("en", "nl"):
        assert {kind for kind in kinds if f"kind.{kind}" not in read_words(lang)} == {"exelearning"}  # never opened


@pytest.mark.parametrize(
    "href",
    ["PAGE.HTML", r"les\een.html", "caf%E9.html", "caf%C3%A9.html", "café.html", "./les/../page.html", "/page.html"],
)
def test_an_href_is_found_however_it_is_written(tmp_path, href):
    members = {"imsmanifest.xml": scorm(href=href), "page.html": PAGE, "les/een.html": PAGE, "café.html": PAGE}
    package = open_package(zipped(tmp_path / "c.zip", members))
    assert (len(package.first_pages()), whys(package)) == (1, set())
    window = package.info.network.respond("GET", "/.a11ycheck/launch/1", {}, b"").body.decode()
    path = window.partition(f'src="http://{HOST}')[2].partition('"')[0].replace("/./les/..", "")
    assert package.info.network.respond("GET", path, {}, b"").status == 200


@pytest.mark.parametrize("href", ["../../etc/passwd", "file:///etc/passwd", "..%2f..%2fetc/passwd", "http://["])
def test_an_href_that_leads_out_is_not_followed(tmp_path, href):
    package = open_package(zipped(tmp_path / "c.zip", {"imsmanifest.xml": scorm(href=href), "page.html": PAGE}))
    assert package.first_pages() == []
    assert whys(package) <= {"missing-file", "outside-package"}


def test_a_manifest_that_lists_nothing_lets_its_pages_be_tested(tmp_path):
    members = {"imsmanifest.xml": scorm(items=""), "page.html": PAGE}
    package = open_package(zipped(tmp_path / "c.zip", members))
    assert (package.info.kind, [page.url for page in package.first_pages()]) == ("scorm12", ["page.html"])
    assert whys(package) == {"manifest-lists-nothing"}
    package = open_package(zipped(tmp_path / "d.zip", {"imsmanifest.xml": "<manifest/>", "index.html": PAGE}))
    assert (package.info.kind, [page.url for page in package.first_pages()]) == ("folder", ["index.html"])
    assert whys(package) == {"manifest-lists-nothing"}
    assert refused(zipped(tmp_path / "e.zip", {"imsmanifest.xml": "<manifest/>", "a.txt": ""})) == "manifest-no-items"


def test_a_broken_manifest_is_said_even_beside_an_index_page(tmp_path):
    assert refused(zipped(tmp_path / "c.zip", {"imsmanifest.xml": "<x", "index.html": PAGE})) == "manifest-not-xml"


def test_what_stands_nearest_to_the_top_is_opened(tmp_path):
    members = {"index.html": PAGE, "demo/imsmanifest.xml": scorm(), "demo/page.html": PAGE, "a/b/h5p.json": "{}"}
    assert open_package(zipped(tmp_path / "c.zip", members)).info.kind == "folder"
    del members["index.html"]
    assert open_package(zipped(tmp_path / "d.zip", members)).info.kind == "scorm12"


def test_exelearning_is_named_by_its_title_and_its_source_is_no_export(tmp_path):
    web = {"content.xml": SOURCE.format(TITLE), "index.html": PAGE}
    assert open_package(zipped(tmp_path / "web.zip", web)).info.title == "Our planet"
    web["content.xml"] = f'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>{web["content.xml"]}'
    assert open_package(zipped(tmp_path / "entity.zip", web)).info.title == "entity.zip"
    assert refused(zipped(tmp_path / "new.elpx", {"content.xml": SOURCE.format("")})) == "exelearning-source"
    old = "<instance class='exe.engine.package.Package' xmlns='http://www.exelearning.org/content/v0.3'/>"
    assert refused(zipped(tmp_path / "old.elp", {"contentv3.xml": old})) == "exelearning-source"
    assert refused(zipped(tmp_path / "other.zip", {"content.xml": "<words/>"})) == "nothing-to-open"


def test_documents_are_handed_over_and_missing_files_are_said_once(tmp_path):
    members = {"index.html": PAGE, "files/a#1.PDF": "x", "b.docx": "x", "c.xlsx": "x", "d.pptx": "x", "e.txt": "x"}
    package = open_package(zipped(tmp_path / "c.zip", members))
    for path in ("/no.png", "/no.png", "/caf%C3%A9.mp4", "/favicon.ico", "/no/"):
        assert package.info.network.respond("GET", path, {}, b"").status == 404
    assert {(one.url, one.document) for one in package.documents()} == {
        ("files/a#1.PDF", "pdf"),
        ("b.docx", "word"),
        ("c.xlsx", "excel"),
        ("d.pptx", "powerpoint"),
    }
    (missing,) = (one for one in package.skipped() if one.why == "missing-files")
    assert missing.data == {"count": "3", "names": "café.mp4, no.png, no/"}
    for lang in ("en", "nl"):
        assert "café.mp4" in read_words(lang).reason(missing)


@pytest.mark.browser
def test_a_missing_file_is_reported_and_does_not_make_a_job_incomplete(tmp_path):
    page = PAGE.replace("</title>", '</title><link rel="stylesheet" href="look.css">').replace(
        "</main>", "<p>Words.</p></main>"
    )
    package = open_package(zipped(tmp_path / "c.zip", {"index.html": page}))
    package.has_inner_screens = False
    report = scan_source(package, plan_for())
    assert "look.css" in next(one.detail for one in report.skipped if one.why == "missing-files")
    assert exit_code(report, "minor", allow_incomplete=False) == 0


def test_a_file_can_be_asked_for_but_not_sent_to(tmp_path):
    origin = open_package(zipped(tmp_path / "c.zip", {"index.html": PAGE})).info.network.respond
    assert [origin(method, "/index.html", {}, b"").status for method in ("GET", "HEAD", "PUT", "POST", "DELETE")] == [
        200,
        200,
        405,
        405,
        405,
    ]


def test_a_manifest_of_fifty_megabytes_is_refused_without_reading_it(tmp_path):
    (tmp_path / "course").mkdir()
    with (tmp_path / "course" / "imsmanifest.xml").open("wb") as file:
        file.truncate(50 * 2**20)
    tracemalloc.start()
    began = time.monotonic()
    assert refused(tmp_path / "course") == "manifest-too-large"
    assert time.monotonic() - began < 2
    assert tracemalloc.get_traced_memory()[1] < 5 * 2**20
    tracemalloc.stop()


def test_twenty_thousand_files_are_opened_and_one_more_is_refused(tmp_path):
    members = {"index.html": PAGE, **{f"a/{n}/content.xml": "<x/>" for n in range(19_999)}}
    began = time.monotonic()
    assert open_package(zipped(tmp_path / "many.zip", members)).info.kind == "folder"
    assert time.monotonic() - began < 20
    with zipfile.ZipFile(tmp_path / "many.zip", "a") as package:
        package.writestr("one.more", "")
    assert refused(tmp_path / "many.zip") == "too-many-files"


def test_manifests_inside_themselves_end(tmp_path):
    items = ITEMS.format("again") * 50
    again = (
        f'<manifest identifier="again"><organizations><organization>{items}</organization></organizations></manifest>'
    )
    manifest = scorm(items=ITEMS.format("again")).replace("</manifest>", f"{again}</manifest>")
    began = time.monotonic()
    assert refused(zipped(tmp_path / "c.zip", {"imsmanifest.xml": manifest})) == "manifest-too-many-items"
    assert time.monotonic() - began < 10
    deep = scorm(items="<item>" * 5_000 + "</item>" * 5_000)
    assert refused(zipped(tmp_path / "d.zip", {"imsmanifest.xml": deep})) == "manifest-not-xml"


@pytest.mark.parametrize(
    ("names", "starts"),
    [
        ({"story.html": PAGE, "story_content/WebObjects/5a/index.html": PAGE}, ["story.html"]),
        ({"out/a001index.html": PAGE, "out/page2.html": PAGE}, ["out/a001index.html"]),
        ({"Film.html": "<iframe src='Film%20player.html'>", "Film player.html": PAGE, "notes.txt": "x"}, ["Film.html"]),
        ({"one.htm": "<a href='two.htm'>", "two.htm": "<a href='one.htm'>"}, ["one.htm", "two.htm"]),
        ({"a/one.html": PAGE, "a/b/two.html": PAGE, "__MACOSX/x.html": PAGE}, ["a/one.html"]),
    ],
    ids=["storyline", "lectora", "named", "in a circle", "least deep"],
)
def test_a_web_export_without_index_begins_with_the_page_that_leads_to_the_others(names, starts, tmp_path):
    package = open_package(zipped(tmp_path / "course.zip", names))
    assert (package.info.kind, [page.url for page in package.first_pages()]) == ("folder", starts)


def test_a_page_beside_a_package_in_a_folder_does_not_hide_it(tmp_path):
    members = {"readme.html": PAGE, "course/imsmanifest.xml": scorm(), "course/page.html": PAGE}
    assert open_package(zipped(tmp_path / "course.zip", members)).info.kind == "scorm12"


@pytest.mark.parametrize(
    ("members", "tool"),
    [
        (
            {"page.html": '<html><META content="eXeLearning v3.0.1 &amp; more" name=generator>'},
            "eXeLearning v3.0.1 & more",
        ),
        ({"page.html": '<meta name="description" content="generator">'}, ""),
        ({"page.html": PAGE, "common_html5/js/xenith.js": ""}, "Xerte Online Toolkits"),
    ],
    ids=["generator", "none", "file"],
)
def test_a_page_names_the_tool_that_made_it(members, tool, tmp_path):
    package = open_package(zipped(tmp_path / "course.zip", {"imsmanifest.xml": scorm(), **members}))
    assert str(package.walk_plan(package.first_pages()[0]).named_tool or "") == tool
