"""Words in two languages, redaction, plain text and dates."""
