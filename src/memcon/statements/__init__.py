"""Direct, reported and mixed speech: cue, speaker, addressee, content, nesting."""

from memcon.statements.finding import find

__all__ = ["find"]
