"""Pages made from content that has none: a topic, a question, the texts of an activity."""

from __future__ import annotations

from html import escape

LONGEST = 2_000_000
"""Characters of one page."""


def text_page(title: str, body: str, lang: str = "", base: str = "") -> bytes:
    """Return a plain page in UTF-8. `title` is text; `body` is HTML, in which scripts don't run, as in an LMS.

    `lang` is the language of the content, "" when unknown: the page then declares "und", because the author is not to
    blame for a missing language. `base` is the address from which links and pictures start.
    """
    start = f'<base href="{escape(base)}">' if base else ""
    page = (
        f'<!DOCTYPE html><html lang="{escape(lang or "und")}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'; object-src 'none'\">"
        f"{start}<title>{escape(title)}</title></head><body><main><h1>{escape(title)}</h1>\n{body[:LONGEST]}\n"
        "</main></body></html>"
    )
    return page.encode("utf-8", "replace")
