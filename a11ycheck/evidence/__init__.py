"""The values that judging hands to the report and the store."""
