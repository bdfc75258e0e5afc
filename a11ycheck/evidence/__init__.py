"""What judging hands to the report and the store: hits, what was seen of a screen, and why something was not tested."""
