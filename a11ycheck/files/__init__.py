"""The files of a package, read where they stand: a zip or a folder, within limits."""
