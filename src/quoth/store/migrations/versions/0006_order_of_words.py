"""The order of a pack's words among the kinds, so that they can leave a library exactly as they came.

Packs held before have none: where their words came kind by kind, the order is found again from their hash.

Revision ID: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("packs", sa.Column("runs", sa.LargeBinary(), nullable=True))
