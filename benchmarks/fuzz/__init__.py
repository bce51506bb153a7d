"""Hostile input: what is fed to the readers and the finders, and what must hold whatever it is."""
