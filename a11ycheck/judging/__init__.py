"""axe and our rules: facts go in, hits come out."""
