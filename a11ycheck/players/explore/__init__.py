"""Find a way through any package whose authoring tool is not known."""
