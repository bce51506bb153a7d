"""Scripts that build the language model from the open data; none of it is needed to run Memcon."""
