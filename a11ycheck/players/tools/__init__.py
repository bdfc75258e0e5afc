"""One folder for each authoring tool: how to recognise it, its driver, and which parts of a screen it writes."""
