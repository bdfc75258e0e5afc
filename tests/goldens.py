"""Compare a whole output with the one kept in golden/."""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def same_as_golden(name: str, output: str) -> bool:
    """Return whether the output is the golden one; with A11YCHECK_GOLDEN=write, write it first (golden/README.md)."""
    file = GOLDEN / name
    if os.environ.get("A11YCHECK_GOLDEN") == "write":
        file.write_text(output, encoding="utf-8", newline="\n")
    assert file.is_file(), (
        f"tests/golden/{name} is missing: run this test once with A11YCHECK_GOLDEN=write, and read the file"
    )
    kept = file.read_text(encoding="utf-8")
    assert output.splitlines() == kept.splitlines(), f"{name} differs; see tests/golden/README.md"
    return output == kept
