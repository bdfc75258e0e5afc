"""Chromium, found and driven: frames, settling, the closed network, the guard, pictures of elements."""
