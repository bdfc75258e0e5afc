"""Lines are short, comments too, which the formatters leave as they are."""

from a11ycheck.content import CONTENT, REPORTS, RULES

COLUMNS = 120
FOLDERS = (CONTENT / "a11ycheck", RULES, REPORTS, CONTENT / "docs")


def test_no_line_is_longer_than_120_columns():
    files = [file for folder in FOLDERS for kind in ("js", "ts", "py") for file in folder.rglob(f"*.{kind}")]
    assert {"js", "ts", "py"} <= {file.suffix[1:] for file in files}
    long = [
        f"{file.relative_to(CONTENT)}:{number} has {len(line)} columns: at most {COLUMNS}, comments too"
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if len(line) > COLUMNS and "://" not in line.split()[-1]  # an address cannot be broken
    ]
    assert long == []
