"""Everything that ends a command with exit code 2.

A11yCheckError
├── UsageError      an option, a configuration key or a file of ours that cannot be used
├── TargetError     the package or the address given cannot be opened
├── BrowserError    no browser, or one that cannot be started
└── ClusterError    other computers that were named cannot be used

Each names a sentence in reports/words/*.toml under [errors] by its `key`; `data` fills its placeholders.
The command line catches the tree once, prints the sentence and exits.
"""


class A11yCheckError(Exception):
    """A sentence for the user: `words(f"errors.{key}", **data)`."""

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
