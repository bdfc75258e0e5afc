"""Pages that are served beside the files of a package and that nobody but a11ycheck wrote."""

from __future__ import annotations

from urllib.parse import urlsplit

FOLDER = ".a11ycheck/"
"""The folder, from the package's root, in which they are. Files of the package there are hidden."""
MADE = 'data-a11ycheck-made=""'
"""On an element of such a page: the element itself is ours. What it holds may be the author's."""
ALL_MADE = 'data-a11ycheck-made="all"'
"""On the root of such a page: all of it is ours; it only carries what one rule reads."""
_HOST = ".localhost"


def is_own_page(address: str) -> bool:
    """Whether an address is that of such a page."""
    parts = urlsplit(address)
    return (parts.hostname or "").endswith(_HOST) and f"/{FOLDER}" in parts.path
