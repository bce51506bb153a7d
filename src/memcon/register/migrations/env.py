"""Alembic's environment: migrations run on the connection, and in the transaction, of the caller."""

from alembic import context

from memcon.register.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
context.run_migrations()
