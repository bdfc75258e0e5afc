"""What responds to keys, and what responds only to the mouse."""
