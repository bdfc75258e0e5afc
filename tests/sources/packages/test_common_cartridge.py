"""Common Cartridge: pages, topics and questions are judged; tools, links and documents are reported."""

import shutil

import pytest

from a11ycheck.content import CONTENT
from a11ycheck.errors import TargetError
from a11ycheck.sources import open_package
from a11ycheck.sources.served_host import HOST
from fixtures.zip_package import zip_package
from tests.scanning import plan_for, scan_source

CANALS = CONTENT / "fixtures" / "packages" / "common-cartridge-canals"


@pytest.mark.browser
def test_a_cartridge_item_by_item(tmp_path):
    package = open_package(zip_package(CANALS, tmp_path / "canals.imscc"))
    report = scan_source(package, plan_for())
    target = report.targets[0]
    assert (target.kind, target.title, target.coverage.reached, target.coverage.known) == (
        "common-cartridge",
        "Canals and locks",
        5,
        8,
    )
    assert [(screen.url, screen.path) for screen in report.screens] == [
        ("wiki_content/how.html", ("Canals and locks", "Week 1", "How a lock works")),
        ("topics/canal.xml", ("Canals and locks", "Week 1", "Your own canal")),
        ("quizzes/locks.xml", ("Canals and locks", "Week 1", "Test yourself")),
        ("wiki_content/more.html", ("Canals and locks",)),
        ("web_resources/map.pdf", ("Canals and locks", "Week 1", "Map to print")),
    ]
    assert {(one.rule, one.url) for one in report.findings} == {
        ("image-alt", "wiki_content/how.html"),
        ("image-alt", "quizzes/locks.xml"),
        ("link-name", "topics/canal.xml"),
    }
    why = {one.why: one for one in report.skipped}
    assert set(why) == {
        "outside-package",
        "outside-tool",
        "missing-resource",
        "missing-files",
    }
    # Of the pictures, in whichever way their folder is written, only the one that is not there was missed.
    assert why["missing-files"].data == {"count": "1", "names": "barge.svg"}


@pytest.mark.browser
def test_our_own_page_around_a_question_is_not_judged(tmp_path):
    folder = shutil.copytree(CANALS, tmp_path / "canals")
    quiz = folder / "quizzes" / "locks.xml"
    # An answer without words: the author's picture is judged, and not our field and our label beside it.
    quiz.write_text(quiz.read_text().replace('plain">Water', 'html">&lt;img src="../web_resources/lock gate.svg"&gt;'))
    report = scan_source(open_package(folder), plan_for(["image-alt", "label", "html-has-lang", "valid-lang"]))
    found = {(one.rule, one.snippet[:5]) for one in report.findings if one.url == "quizzes/locks.xml"}
    assert found == {("image-alt", "<img ")}


def test_questions_have_real_fields(tmp_path):
    origin = open_package(CANALS).info.network.respond
    page = origin("GET", "/.a11ycheck/text/3", {}, b"").body.decode()
    assert page.count('type="radio"') == 2
    assert "A motor &amp; a chain</p></label>" in page
    assert "<textarea" in page
    assert f'<base href="http://{HOST}/quizzes/">' in page


def test_entities_in_a_topic_are_not_read_and_the_others_are_tested(tmp_path):
    folder = shutil.copytree(CANALS, tmp_path / "canals")
    topic = folder / "topics" / "canal.xml"
    topic.write_text(topic.read_text().replace("?>", '?><!DOCTYPE t [<!ENTITY e SYSTEM "file:///etc/passwd">]>', 1))
    package = open_package(folder)
    assert "unreadable-file" in {one.why for one in package.skipped()}
    assert "quizzes/locks.xml" in {page.url for page in package.first_pages()}


def test_an_empty_cartridge_is_refused(tmp_path):
    (tmp_path / "imsmanifest.xml").write_text(
        '<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"><organizations/><resources/></manifest>'
    )
    with pytest.raises(TargetError) as error:
        open_package(tmp_path)
    assert error.value.key == "manifest-no-items"


@pytest.mark.browser
def test_what_canvas_exports_is_judged_as_it_shows_it(tmp_path):
    folder = shutil.copytree(CANALS, tmp_path / "canals")
    (folder / "course_settings").mkdir()
    (folder / "course_settings" / "canvas_export.txt").write_text("Q: What did the panda say?")
    bare = "<html><head><title>Locks &amp; gates</title></head><body>{}</body></html>"
    (folder / "wiki_content" / "how.html").write_text(bare.format('<p><img src="lock.svg"></p><script>x</script>'))
    (folder / "wiki_content" / "more.html").write_text(bare.format(" "))
    report = scan_source(open_package(folder), plan_for(axe=["html-has-lang", "image-alt"]))
    assert [(one.rule, one.url) for one in report.findings] == [
        ("image-alt", "wiki_content/how.html"),
        ("image-alt", "quizzes/locks.xml"),
    ]
    assert [screen.url for screen in report.screens if "wiki" in screen.url] == ["wiki_content/how.html"]
    assert "wiki_content/lock.svg" in next(one for one in report.skipped if one.why == "missing-files").data["names"]
