"""What the library went through, so that an index catches up with what changed and is not made anew.

Revision ID: 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables, and begin with the state that the library is in."""
    op.create_table(
        "revisions",
        sa.Column("revision", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("content_sum", sa.String(64), nullable=False),
        sa.Column("after_seq", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("revision", name=op.f("pk_revisions")),
    )
    op.create_table(
        "changes",
        sa.Column("revision", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("record_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.PrimaryKeyConstraint("revision", "record_id", name=op.f("pk_changes")),
    )
    op.execute("INSERT INTO revisions (revision, content_sum) SELECT revision, content_sum FROM library_state")
