"""The scripts that touch a page are one object: a name that two of them give to something means only one of these."""

import re
from collections import Counter
from pathlib import Path

from a11ycheck import inpage

HERE = Path(inpage.__file__).parent
FILES = ["eyes.js", *(f"operate/{path.name}" for path in (HERE / "operate").glob("*.js"))]


def test_no_name_is_given_twice():
    given = [re.findall(r"^  (?:async )?([A-Za-z]+)(?:\(|:)", (HERE / file).read_text(), re.M) for file in FILES]
    assert [name for name, times in Counter(sum(given, [])).items() if times > 1] == []
