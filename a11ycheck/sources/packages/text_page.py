"""Pages made from content that has none: a topic, a question, the texts of an activity."""

from __future__ import annotations

from html import escape

from a11ycheck.web.own_pages import ALL_MADE, MADE

LONGEST = 2_000_000
"""Characters of one page."""


def text_page(title: str, body: str, lang: str = "", base: str = "", *, all_made: bool = False) -> bytes:
    """Return a plain page in UTF-8. `title` is text; `body` is HTML, in which scripts don't run, as in an LMS.

    `lang` is the language of the content, "" when unknown: the page then declares "und", because the author is not to
    blame for a missing language. `base` is the address from which links and pictures start. With `all_made` nothing in
    `body` is an author's either.
    """
    start = f'<base href="{escape(base)}">' if base else ""
    made = ALL_MADE if all_made else MADE
    page = (
        f'<!DOCTYPE html><html lang="{escape(lang or "und")}" {made}><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'; object-src 'none'\">"
        f"{start}<title>{escape(title)}</title></head><body {MADE}><main {MADE}><h1 {MADE}>{escape(title)}</h1>\n"
        f"{body[:LONGEST]}\n</main></body></html>"
    )
    return page.encode("utf-8", "replace")
