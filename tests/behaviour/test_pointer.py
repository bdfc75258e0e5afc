"""The functions of pages that behaviours call by name are there, and none is there in vain."""

import re
from pathlib import Path

import a11ycheck.behaviour
import a11ycheck.inpage

BEHAVIOURS = Path(a11ycheck.behaviour.__file__).parent
SCRIPTS = Path(a11ycheck.inpage.__file__).parent / "behaviour" / "pointer"


def test_what_is_called_is_what_the_scripts_offer():
    called = {
        name for file in BEHAVIOURS.rglob("*.py") for name in re.findall(r'\.call\("([\w.]+)"', file.read_text("utf-8"))
    }
    offered = {
        f"{file.stem}.{name}"
        for file in SCRIPTS.glob("*.js")
        for exported in re.findall(r"^export default \{$(.+?)^\};$", file.read_text("utf-8"), re.M | re.S)
        for name in re.findall(r"^  (?:async )?(\w+)(?:\(|:)", exported, re.M)
    }
    assert called == offered
