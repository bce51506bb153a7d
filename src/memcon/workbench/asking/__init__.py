"""Questions that only the workbench asks: what is in the register, what waits for review, what stands around an entry."""
