"""Alembic's migrations of the register's schema; each is frozen once it was released."""
