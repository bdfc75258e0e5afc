"""Pages that we make from content which has none of its own: a topic, a question, the texts of an interaction."""

from __future__ import annotations

from html import escape

LONGEST = 2_000_000
"""Characters of one page."""


def text_page(title: str, body: str, lang: str = "", base: str = "") -> bytes:
    """A plain page, UTF-8. `title` is text; `body` is HTML, in which scripts don't run, as in an LMS.

    `lang` is the language of the content; where it is not known the page says none is known ("und"): the fault of a
    missing language would be ours. `base` is the address that links and pictures start from.
    """
    start = f'<base href="{escape(base)}">' if base else ""
    page = (
        f'<!DOCTYPE html><html lang="{escape(lang or "und")}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'; object-src 'none'\">"
        f"{start}<title>{escape(title)}</title></head><body><main><h1>{escape(title)}</h1>\n{body[:LONGEST]}\n</main></body></html>"
    )
    return page.encode("utf-8", "replace")
