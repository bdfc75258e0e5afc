"""The files of a package, in a zip or a folder, read in place and within limits."""
