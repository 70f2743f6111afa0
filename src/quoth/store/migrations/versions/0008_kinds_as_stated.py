"""The kind of a record is also what its publication types say; the schema stays, records without a kind are read again.

Revision ID: 0008
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_RECORDS = sa.table(
    "records", sa.column("id", sa.Text), sa.column("design", sa.Text), sa.column("noun", sa.LargeBinary)
)
_AT_ONCE = 1000
# As `quoth.model.stated_design` had it in this revision: a migration does not change with the code.
_KINDS = (
    ("practice guideline", "guideline"),
    ("guideline", "guideline"),
    ("consensus development conference, nih", "consensus"),
    ("consensus development conference", "consensus"),
    ("consensus statement", "consensus"),
    ("clinical trial protocol", "protocol"),
    ("network meta-analysis", "network-meta-analysis"),
    ("meta-analysis", "meta-analysis"),
    ("systematic review", "systematic-review"),
    ("scoping review", "narrative-review"),
    ("case reports", "case-report"),
    ("randomized controlled trial", "rct"),
    ("pragmatic clinical trial", "rct"),
    ("equivalence trial", "rct"),
    ("editorial", "editorial"),
    ("letter", "editorial"),
    ("comment", "editorial"),
    ("news", "editorial"),
    ("personal narrative", "editorial"),
    ("review", "narrative-review"),
)


def upgrade() -> None:
    """Fill the column in, a page of records at a time."""
    connection = op.get_bind()
    fill = sa.update(_RECORDS).where(_RECORDS.c.id == sa.bindparam("record")).values(design=sa.bindparam("kind"))
    last = ""
    while True:
        page = sa.select(_RECORDS).where(_RECORDS.c.id > last, _RECORDS.c.design.is_(None))
        rows = connection.execute(page.order_by(_RECORDS.c.id).limit(_AT_ONCE)).all()
        kinds = [{"record": row.id, "kind": kind} for row in rows if (kind := _kind(bytes(row.noun)))]
        if kinds:
            connection.execute(fill, kinds)
        if len(rows) < _AT_ONCE:
            return
        last = rows[-1].id


def _kind(noun: bytes) -> str | None:
    types = {str(name).casefold() for name in json.loads(noun).get("publication_types") or ()}
    return next((kind for name, kind in _KINDS if name in types), None)
