"""Documents as a real office program writes them: good and bad twins, where LibreOffice is there to make them.

Its import of HTML loses text alternatives, so the good twin has no picture.
"""

import shutil
import subprocess
import zlib

import pytest

from a11ycheck.documents import pdf, word

pytestmark = pytest.mark.slow

SOFFICE = shutil.which("soffice")
GOOD = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Watering plants</title></head>
<body lang="en-GB"><h1>Watering plants</h1><p>Water the plant in the morning, when the ground is cool.</p>
<h2>When</h2><p>Not at noon. <a href="https://example.org/water">How much a plant needs</a></p>
<table border="1"><thead>
<tr><th>Day</th><th>Litres</th></tr></thead><tbody><tr><td>Monday</td><td>2</td></tr></tbody></table></body></html>"""
BAD = """<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>
<p><font size="6"><b>Watering plants</b></font></p>
<p>Water the plant in the morning, when the ground is cool. <a href="https://example.org/water">click here</a></p>
<p><font color="#cccccc">Light grey words that are hard to read for many people</font></p>
<p><img src="can.png" width="90" height="90"></p>
<table border="1"><tr><td>Day</td><td>Litres</td></tr><tr><td>Monday</td><td>2</td></tr></table></body></html>"""


def png():
    """A picture of four grey dots."""

    def chunk(kind, data):
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = (2).to_bytes(4, "big") * 2 + b"\x08\x00\x00\x00\x00"
    parts = chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(b"\0\x80\x80" * 2)), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def convert(folder, to, *names, more=()):
    """With a profile of its own, no window and no network."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--norestore", *more, "--convert-to", to, "--outdir", str(folder)]
    subprocess.run([*command, *(str(folder / one) for one in names)], capture_output=True, timeout=200, check=True)


def faults(read):
    return {(fact.name, fact.fault) for fact in read.facts}


@pytest.mark.skipif(not SOFFICE, reason="no LibreOffice here")
def test_a_text_in_word_and_as_pdf(tmp_path):
    (tmp_path / "can.png").write_bytes(png())
    (tmp_path / "good.html").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.html").write_text(BAD, encoding="utf-8")
    convert(tmp_path, "docx:MS Word 2007 XML", "good.html", "bad.html", more=["--infilter=HTML (StarWriter)"])
    good, bad = (word.read((tmp_path / f"{name}.docx").read_bytes()) for name in ("good", "bad"))
    assert faults(good) == set()
    assert good.counts["table"] == 1
    assert faults(bad) == {
        ("title", "missing-office"), ("headings", "fake"), ("picture", "missing"), ("table", "no-headers"),
        ("link", "says-nothing"), ("contrast", "low"),
    }  # fmt: skip
    convert(
        tmp_path, 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}', "good.docx", "bad.docx"
    )
    good, bad = (pdf.read((tmp_path / f"{name}.pdf").read_bytes()) for name in ("good", "bad"))
    assert faults(good) == set()
    assert {("title", "missing-pdf"), ("picture", "missing")} <= faults(bad)
