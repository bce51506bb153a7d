"""Time expressions: find, resolve against an anchor, explain."""
