"""Find the screens of a page whose authoring tool isn't known."""
