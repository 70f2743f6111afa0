"""Records of one kind or year in the order of arrival, a page at a time; and counts that read no text.

Revision ID: 0010
"""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the indexes."""
    op.create_index(op.f("ix_records_design"), "records", ["design", "seq", "year"])
    op.create_index(op.f("ix_records_year"), "records", ["year", "seq"])
    op.create_index(op.f("ix_renditions_current"), "renditions", ["current", "form", "passages"])
