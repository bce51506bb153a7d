"""Bytes, a file, a folder, standard input → `Report`; one file a format."""
