"""`python -m a11ycheck` does what `a11ycheck` does."""

from a11ycheck.cli.main import main

if __name__ == "__main__":
    main()
