"""Run a parser on a stranger's data in a process that has limits of time and memory and can be ended."""
