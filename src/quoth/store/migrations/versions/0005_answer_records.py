"""Which records an answer refers to. Answers kept before are not looked through: they expire.

Revision ID: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of uses."""
    op.create_table(
        "answer_records",
        sa.Column("answer_id", _key(), nullable=False),
        sa.Column("record_id", _key(), nullable=False),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answers.id"], name=op.f("fk_answer_records_answer_id_answers"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("answer_id", "record_id", name=op.f("pk_answer_records")),
    )
    op.create_index(op.f("ix_answer_records_record_id"), "answer_records", ["record_id"])


def _key() -> sa.types.TypeEngine[str]:
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
