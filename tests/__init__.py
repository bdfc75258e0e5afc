"""Tests; they mirror a11ycheck/ one to one."""
