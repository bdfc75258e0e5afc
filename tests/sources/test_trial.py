"""What would be read without end is refused in time; encodings that no page may have are not used."""

import contextlib
import time
import zipfile

import pytest

from a11ycheck.errors import TargetError
from a11ycheck.files.interface import Limits
from a11ycheck.sources import open_package_file
from a11ycheck.sources.interface import PackageFile
from a11ycheck.sources.trial import try_opening
from a11ycheck.web.xml import decode

pytestmark = pytest.mark.slow
QUADRATIC = b"a" * 300_000 + b"-" + b"b" * 100_000


def package(tmp_path, manifest, name="imsmanifest.xml"):
    path = tmp_path / "course.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, manifest)
        archive.writestr("index.html", "<p>Hello</p>")
    return PackageFile(path, Limits(ratio=10_000))


def test_reading_a_package_ends_when_its_time_is_over(tmp_path):
    items = "".join(f'<item identifier="i{n}" identifierref="r"><title>{n}</title></item>' for n in range(4000))
    file = package(
        tmp_path,
        f"<manifest><organizations><organization>{items}</organization></organizations><resources>"
        '<resource identifier="r" type="webcontent" href="index.html"/></resources></manifest>',
    )
    with pytest.raises(TargetError) as caught:
        try_opening(file, seconds=0.01)
    assert caught.value.key == "package-too-slow"
    try_opening(file)


@pytest.mark.parametrize(
    "encoding",
    ["punycode", "PunyCode", "idna", "unicode_escape", "raw-unicode-escape", "utf-7", "hex", "rot13", "zlib", "bz2",
     "uu", "quopri", "mbcs", "undefined", "cp037", "base64_codec", "x" * 90],
)  # fmt: skip
def test_encodings_come_from_a_list(encoding):
    data = f'<?xml version="1.0" encoding="{encoding}"?><a>'.encode() + QUADRATIC + b"</a>"
    began = time.process_time()
    assert decode(data) == data.decode()
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("iso-8859-1", "één"), ("windows-1252", "€"), ("utf-16", "é"), ("UTF8", "é"), ("Shift_JIS", "試験"),
     ("gb2312", "考试"), ("koi8-r", "тест"), ("windows-1251", "тест"), ("latin1", "é"), ("iso-8859-15", "€")],
)  # fmt: skip
def test_encodings_of_pages_are_used(encoding, text):
    assert text in decode(f'<?xml version="1.0" encoding="{encoding}"?><a>{text}</a>'.encode(encoding))


@pytest.mark.parametrize("name", ["imsmanifest.xml", "cmi5.xml", "tincan.xml", "course.crs", "META-INF/container.xml"])
def test_a_package_whose_encoding_is_hostile_is_opened_or_refused_in_time(tmp_path, name):
    data = b'<?xml version="1.0" encoding="punycode"?><manifest>' + QUADRATIC * 7 + b"</manifest>"
    began = time.process_time()
    with contextlib.suppress(TargetError):
        open_package_file(package(tmp_path, data, name)).close()
    assert time.process_time() - began < 5
