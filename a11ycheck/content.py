"""The folders rules/ and reports/: inside the wheel, or beside the package in a checkout."""

from pathlib import Path

_HERE = Path(__file__).parent
CONTENT = _HERE / "_content" if (_HERE / "_content").is_dir() else _HERE.parent
RULES = CONTENT / "rules"
REPORTS = CONTENT / "reports"
