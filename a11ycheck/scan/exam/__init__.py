"""The examination of one screen, step by step."""
