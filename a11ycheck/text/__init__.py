"""Text: words in two languages, redaction, harmless text, HTML templates and dates."""
