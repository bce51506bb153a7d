"""The questions that the register answers, one file a question."""
