"""Learning packages: one module for each format."""
