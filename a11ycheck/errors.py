"""Errors that end a command with exit code 2.

A11yCheckError
├── UsageError      an option, a configuration key or one of our own files cannot be used
├── TargetError     the package or the address cannot be opened
├── BrowserError    there is no browser, or it cannot be started
└── ClusterError    the computers that were to judge screens cannot be used

The `key` of an error names its sentence in reports/words/*.toml under [errors]; `data` fills the placeholders.
The command line catches the whole tree in one place, prints the sentence and exits.
"""


class A11yCheckError(Exception):
    """An error with a sentence for the user: `words(f"errors.{key}", **data)`."""

    def __init__(self, key: str, **data: object) -> None:
        super().__init__(key, data)
        self.key = key
        self.data = data


class UsageError(A11yCheckError):
    """An option, a configuration key or one of our own files cannot be used."""


class TargetError(A11yCheckError):
    """The package or the address cannot be opened."""


class BrowserError(A11yCheckError):
    """There is no browser, or it cannot be started."""


class ClusterError(A11yCheckError):
    """The computers that were to judge screens cannot be reached or used."""
