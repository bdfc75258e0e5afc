"""One folder for each authoring tool: how to recognise it, its driver, what it causes."""
