"""Measures Memcon's accuracy on all gold that is present; `python -m benchmarks` writes docs/accuracy.md."""
