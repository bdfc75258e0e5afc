"""Bad packages are refused with one sentence, or opened without the part that is bad."""

import os
import struct
import zipfile

import pytest

from a11ycheck.errors import TargetError
from a11ycheck.files.archive import Archive
from a11ycheck.files.interface import Limits
from a11ycheck.sources import open_package
from a11ycheck.text.words import read_words

PAGE = "<!doctype html><html lang=en><title>T</title><h1>T</h1>"


def zipped(path, members, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", compression) as package:
        for name, content in members:
            package.writestr(name, content)
    return path


def refused(path, limits=None):
    with pytest.raises(TargetError) as error:
        open_package(path, limits).open()
    for lang in ("en", "nl"):
        sentence = read_words(lang).error(error.value)
        assert path.name in sentence
    return error.value.key


def patched(path, offset_in_entry, value):
    """The same zip with two bytes of its first central directory entry replaced."""
    data = bytearray(path.read_bytes())
    entry = data.index(b"PK\x01\x02")
    struct.pack_into("<H", data, entry + offset_in_entry, value)
    path.write_bytes(bytes(data))
    return path


def test_not_a_zip(tmp_path):
    (tmp_path / "course.zip").write_text("words")
    assert refused(tmp_path / "course.zip") == "not-a-zip"


def test_an_empty_file(tmp_path):
    (tmp_path / "course.zip").touch()
    assert refused(tmp_path / "course.zip") == "empty-file"


def test_a_truncated_zip(tmp_path):
    whole = zipped(tmp_path / "course.zip", [("index.html", PAGE * 200), ("b.txt", os.urandom(5000))])
    whole.write_bytes(whole.read_bytes()[:3000])
    assert refused(whole) == "truncated-zip"


def test_an_encrypted_zip(tmp_path):
    assert refused(patched(zipped(tmp_path / "course.zip", [("index.html", PAGE)]), 8, 1)) == "encrypted-zip"


@pytest.mark.parametrize(
    ("limits", "key"),
    [
        (Limits(members=3), "too-many-files"),
        (Limits(bytes=2_000_000), "package-too-large"),
        (Limits(ratio=50), "zip-bomb"),
    ],
)
def test_bombs_meet_the_limit_that_the_user_can_set(tmp_path, limits, key):
    zeros = [(f"{n}.bin", bytes(1_500_000)) for n in range(4)]
    bomb = zipped(tmp_path / "bomb.zip", [("index.html", PAGE), *zeros])
    assert refused(bomb, limits) == key
    assert open_package(bomb, Limits(ratio=100_000)).info.title is not None


def test_a_file_that_breaks_a_limit_is_left_out_and_said(tmp_path):
    silence = [("sound/pause.wav", bytes(1_800_000)), ("long.mp4", os.urandom(50_000))]
    files = Archive(zipped(tmp_path / "c.zip", [("index.html", PAGE), *silence]), Limits(member_bytes=1_790_000))
    assert set(files) == {"index.html", "long.mp4"}
    assert [(one.what, one.why, one.data["limit"]) for one in files.left_out] == [
        ("sound/pause.wav", "file-unpacks-large", "200")
    ]
    files.close()
    files = Archive(tmp_path / "c.zip", Limits(member_bytes=40_000, bytes=90_000))
    assert set(files) == {"index.html"}, "what is left out does not count for the whole"
    assert {one.why for one in files.left_out} == {"file-unpacks-large", "file-too-large"}
    files.close()


def test_a_header_that_lies_about_the_size_does_not_help_a_bomb(tmp_path):
    path = zipped(tmp_path / "liar.zip", [("index.html", PAGE), ("big.bin", bytes(30_000_000))])
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, entry + 24, 1000)
    path.write_bytes(bytes(data))
    files = Archive(path)
    with pytest.raises(KeyError):
        files["big.bin"]
    assert [one.why for one in files.left_out] == ["unreadable-file"]
    files.close()


def test_members_that_share_bytes_are_refused(tmp_path):
    path = zipped(tmp_path / "quoted.zip", [("index.html", PAGE), ("b.html", PAGE * 3)])
    data = bytearray(path.read_bytes())
    struct.pack_into("<I", data, data.rindex(b"PK\x01\x02") + 42, 0)  # the second member begins where the first does
    path.write_bytes(bytes(data))
    assert refused(path) == "overlapping-members"


def test_names_that_point_outside_are_left_out_and_said(tmp_path):
    bad = ["../up.html", "/absolute.html", "C:\\windows.html", "a/../../up.html"]
    files = Archive(zipped(tmp_path / "names.zip", [("index.html", PAGE), *((name, PAGE) for name in bad)]))
    assert "index.html" in files
    assert not [name for name in files if ".." in name or name.startswith("/") or ":" in name]
    assert {one.why for one in files.left_out} == {"bad-name"}
    files.close()


def test_backslashes_separate_folders(tmp_path):
    files = Archive(zipped(tmp_path / "windows.zip", [("index.html", PAGE), ("les\\een.html", PAGE)]))
    assert files["les/een.html"] == PAGE.encode()
    files.close()


def test_a_link_is_left_out(tmp_path):
    link = zipfile.ZipInfo("link.html")
    link.external_attr = 0o120777 << 16
    files = Archive(zipped(tmp_path / "link.zip", [("index.html", PAGE), (link, "/etc/passwd")]))
    assert "link.html" not in files
    assert [one.why for one in files.left_out] == ["link-in-package"]
    files.close()


def test_a_folder_does_not_lead_out_of_itself(tmp_path):
    (tmp_path / "secret.html").write_text("secret")
    folder = tmp_path / "course"
    folder.mkdir()
    (folder / "index.html").write_text(PAGE)
    try:
        (folder / "link.html").symlink_to(tmp_path / "secret.html")
    except OSError:
        pytest.skip("this system does not let us make links")
    package = open_package(folder)
    assert package.info.network is not None
    assert package.info.network.respond("GET", "/index.html", {}, b"").status == 200
    assert package.info.network.respond("GET", "/link.html", {}, b"").status == 404
    assert package.info.network.respond("GET", "/../secret.html", {}, b"").status == 404


def test_case_that_differs_is_found_as_a_windows_server_would(tmp_path):
    files = Archive(zipped(tmp_path / "case.zip", [("Lessons/One.HTML", PAGE)]))
    assert files.find("lessons/one.html") == "Lessons/One.HTML"
    files.close()


def test_names_that_are_not_utf_8_are_found(tmp_path):
    member = zipfile.ZipInfo("cafX.html")
    path = zipped(tmp_path / "old.zip", [(member, PAGE)])
    raw = path.read_bytes().replace(b"cafX.html", b"caf\x82.html")  # "é" in code page 437, as old zip tools wrote it
    path.write_bytes(raw)
    files = Archive(path)
    assert files.find("caf\u00e9.html") is not None
    files.close()


def test_a_damaged_member_is_said_and_the_rest_can_be_read(tmp_path):
    path = zipped(tmp_path / "bad.zip", [("index.html", PAGE), ("b.html", PAGE * 50)])
    data = bytearray(path.read_bytes())
    at = data.index(b"b.html") + 12
    data[at : at + 8] = bytes(8)
    path.write_bytes(bytes(data))
    files = Archive(path)
    assert files["index.html"] == PAGE.encode()
    with pytest.raises(KeyError):
        files["b.html"]
    assert [one.why for one in files.left_out] == ["unreadable-file"]
    files.close()
