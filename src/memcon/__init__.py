"""Memcon reads reports of diplomacy and keeps the register."""
