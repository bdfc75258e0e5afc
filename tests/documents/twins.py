"""Each fault that a rule about documents finds, and beside it the same document done well."""

from tests.documents import twins_captions, twins_pdf, twins_sheets, twins_slides, twins_word

TWINS = [
    *twins_pdf.twins(),
    *twins_word.twins(),
    *twins_slides.twins(),
    *twins_sheets.twins(),
    *twins_captions.twins(),
]
