"""imsmanifest.xml as real tools write it, and as nobody should."""

import codecs

import pytest

from a11ycheck.errors import TargetError
from a11ycheck.sources import open_file
from a11ycheck.sources.packages.manifest import read_manifest
from a11ycheck.sources.packages.paths import join
from a11ycheck.text.words import read_words

XMLNS = 'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"'
NESTED = f"""<?xml version="1.0"?>
<manifest identifier="m" {XMLNS} xmlns:imsss="http://www.imsglobal.org/xsd/imsss" xml:base="course/">
<metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
<organizations default="long">
 <organization identifier="short"><title>Short way</title>
  <item identifier="s" identifierref="one"><title>Only this</title></item></organization>
 <organization identifier="long"><title>Long way</title>
  <item identifier="module"><title>Module</title>
   <item identifier="a" identifierref="one" parameters="?part=1"><title>First</title>
    <adlcp:dataFromLMS>seed=7</adlcp:dataFromLMS>
    <imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="know"/>
     <imsss:objective objectiveID="do"/></imsss:objectives></imsss:sequencing></item>
   <item identifier="b" identifierref="two" isvisible="false"><title>Second</title></item>
  </item>
  <item identifier="c" identifierref="gone"><title>Third</title></item>
 </organization>
</organizations>
<resources xml:base="html/">
 <resource identifier="one" type="webcontent" adlcp:scormType="sco" href="one.html?x=1"/>
 <resource identifier="two" type="webcontent" adlcp:scormType="sco" xml:base="deep/" href="two.html"/>
</resources></manifest>"""


def read(text):
    return read_manifest(text.encode() if isinstance(text, str) else text, "course.zip")


def refused(text):
    with pytest.raises(TargetError) as error:
        read(text)
    for lang in ("en", "nl"):
        assert "course.zip" in read_words(lang).error(error.value)
    return error.value.key


def test_organizations_default_first_and_items_in_order_with_base_and_parameters():
    manifest = read(NESTED)
    assert (manifest.version, manifest.title) == ("2004", "Long way")
    assert [organization.id for organization in manifest.organizations] == ["long", "short"]
    assert [(item.path, item.href) for item in manifest.organizations[0].items] == [
        (("Long way", "Module", "First"), "course/html/one.html?x=1&part=1"),
        (("Long way", "Module", "Second"), "course/html/deep/two.html"),
        (("Long way", "Third"), ""),
    ]


def test_what_the_run_time_needs_is_read():
    first = read(NESTED).organizations[0].items[0]
    assert first.objectives == ("know", "do")
    assert first.launch_data == "seed=7"


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, b"\n  "])
def test_a_byte_order_mark_and_blank_lines_before_the_declaration(mark):
    assert read(mark + NESTED.encode()).title == "Long way"


def test_utf_16():
    assert read(NESTED.replace('"1.0"?', '"1.0" encoding="UTF-16"?').encode("utf-16")).title == "Long way"


@pytest.mark.parametrize(
    ("href", "parameters", "joined"),
    [
        ("a.html", "?x=1", "a.html?x=1"),
        ("a.html", "x=1", "a.html?x=1"),
        ("a.html?y=2", "?x=1", "a.html?y=2&x=1"),
        ("a.html?y=2", "&x=1", "a.html?y=2&x=1"),
        ("a.html", "#top", "a.html#top"),
        ("a.html#one", "#two", "a.html#one"),
    ],
)
def test_parameters_join_as_scorm_says(href, parameters, joined):
    assert join(href, parameters) == joined


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "manifest-empty"),
        ('<?xml version="1.0" encoding="UTF-8"?>', "manifest-empty"),
        ("<manifest><organizations>", "manifest-not-xml"),
        ("{}", "manifest-not-xml"),
        ("<html></html>", "manifest-other"),
        ("<manifest/>", "manifest-no-items"),
        ("<manifest><organizations><organization/></organizations></manifest>", "manifest-no-items"),
    ],
)
def test_a_manifest_that_cannot_be_used(text, key):
    assert refused(text) == key


def test_entities_are_refused_and_never_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("hunter2")
    outside = f'<!DOCTYPE manifest [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    laughs = '<!DOCTYPE manifest [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    for doctype in (outside, laughs):
        text = NESTED.replace('<?xml version="1.0"?>', f'<?xml version="1.0"?>{doctype}').replace("Long way", "&e;")
        assert refused(text) == "manifest-entities"


LOM = """<manifest identifier="m" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"><metadata>{}</metadata>
<organizations><organization><item identifierref="r"><title>Start</title></item></organization></organizations>
<resources><resource identifier="r" href="a.html"><metadata><lom><general><language>fr</language></general></lom>
</metadata></resource></resources></manifest>"""
SAYS = """<lom><general><language>{}</language></general><metaMetadata><language>en</language></metaMetadata></lom>"""


def test_the_language_of_the_package_is_that_of_the_course_and_not_of_its_metadata():
    assert read(LOM.format(SAYS.format("nl-NL"))).languages == ("nl-NL",)
    assert read(LOM.format("")).languages == ()
    assert read(LOM.format("<adlcp:location>about.xml</adlcp:location>")).metadata_file == "about.xml"


@pytest.mark.parametrize(
    ("about", "languages"), [(SAYS.format("nl"), ("nl",)), ("<lom><general>", ()), (None, ()), ("<p>nl</p>", ())]
)
def test_metadata_in_a_file_of_their_own_are_read(tmp_path, about, languages):
    manifest = LOM.format("<adlcp:location>about.xml</adlcp:location>")
    for name, content in {"imsmanifest.xml": manifest, "a.html": "<p>Hoi</p>", "about.xml": about}.items():
        if content is not None:
            (tmp_path / name).write_text(content, encoding="utf-8")
    assert open_file(tmp_path).info.languages == languages
