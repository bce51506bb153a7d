"""Scripts for those who work on Memcon; nothing here is part of the package."""
