"""Tests, folder by folder as in a11ycheck/."""
