"""What a screen does while nobody touches it."""
