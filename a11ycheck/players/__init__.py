"""What makes a package run: the windows and run-times that its content expects around it."""
