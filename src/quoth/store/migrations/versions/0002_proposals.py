"""Recommendations found in texts, with the decisions of editors.

Revision ID: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of proposals."""
    op.create_table(
        "proposals",
        sa.Column("rendition_id", _key(), nullable=False),
        sa.Column("id", _key(), nullable=False),
        sa.Column("noun", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["rendition_id"], ["renditions.id"], name=op.f("fk_proposals_rendition_id_renditions"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("rendition_id", "id", name=op.f("pk_proposals")),
    )


def _key() -> sa.types.TypeEngine[str]:
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
