"""Controls that are pressed, and what they open."""
