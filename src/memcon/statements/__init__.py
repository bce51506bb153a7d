"""Direct, reported and mixed speech: cue, speaker, addressee, content, nesting."""
