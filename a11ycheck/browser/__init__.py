"""Chromium found, started and restarted; frames, the closed network, the guard, and pictures of elements."""
