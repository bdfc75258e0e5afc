"""a11ycheck tells how accessible learning content is, and what to do about it."""

__version__ = "0.1.0"
