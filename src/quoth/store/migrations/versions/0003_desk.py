"""Accounts, reviews and reports, and the audit trail.

Revision ID: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the desk and the trail."""
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("noun", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit")),
    )
    op.create_table(
        "desk",
        sa.Column("kind", _key(), nullable=False),
        sa.Column("id", _key(), nullable=False),
        sa.Column("about", _key(), nullable=False),
        sa.Column("until", _key(), nullable=False),
        sa.Column("noun", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "id", name=op.f("pk_desk")),
    )
    op.create_index(op.f("ix_desk_kind"), "desk", ["kind", "about"])


def _key() -> sa.types.TypeEngine[str]:
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
