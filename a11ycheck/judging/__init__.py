"""axe and the rules: facts in, hits out."""
