"""The Tab key: where it leads on a screen, and how the focus looks there."""
