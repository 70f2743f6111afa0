"""Alembic's entry: runs on the connection that the store holds, in its transaction."""

from alembic import context

from quoth.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
    transactional_ddl=False,
)
context.run_migrations()
