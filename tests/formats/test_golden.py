"""Every format writes the whole output that is kept in golden/."""

import re

import pytest

from a11ycheck.formats import FORMATS, read_format
from a11ycheck.model import Lang
from a11ycheck.text.words import read_words
from tests.goldens import same_as_golden
from tests.reports import report

_OWN_FILES = (
    (re.compile(r"(<style>).*?(</style>)", re.DOTALL), r"\1\2"),
    (re.compile(r"(<script>).*?(</script>)", re.DOTALL), r"\1\2"),
    (re.compile(r"'sha256-[^']+'|&#39;sha256-[^&]+&#39;"), "'sha256-…'"),
)


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("name", sorted(FORMATS))
def test_format(name: str, lang: Lang) -> None:
    output = read_format(name).write(report(lang), read_words(lang))
    for pattern, replacement in _OWN_FILES if name == "html" else ():
        output = pattern.sub(replacement, output)
    stem, _, suffix = read_format(name).file_name.rpartition(".")
    assert same_as_golden(f"{stem}.{lang}.{suffix}", output)


def test_the_same_report_gives_the_same_files() -> None:
    for each in map(read_format, FORMATS):
        assert each.write(report(), read_words("en")) == each.write(report(), read_words("en"))
