"""Notices of succession are found from the successor as well; the schema stays, the notices held get further keys.

Revision ID: 0007
"""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_NOTICES = sa.table("notices", sa.column("digest", sa.LargeBinary), sa.column("noun", sa.LargeBinary))
_TARGETS = sa.table("notice_targets", sa.column("key", sa.Text), sa.column("digest", sa.LargeBinary))
_AT_ONCE = 1000


def upgrade() -> None:
    """Add a key for each identifier of what took a report's place."""
    connection = op.get_bind()
    last = b""
    while True:
        page = sa.select(_NOTICES).where(_NOTICES.c.digest > last).order_by(_NOTICES.c.digest).limit(_AT_ONCE)
        rows = connection.execute(page).all()
        keys = [{"key": key, "digest": row.digest} for row in rows for key in _keys(json.loads(bytes(row.noun)))]
        if keys:
            connection.execute(sa.insert(_TARGETS), keys)
        if len(rows) < _AT_ONCE:
            return
        last = bytes(rows[-1].digest)


def _keys(notice: dict[str, Any]) -> list[str]:
    by = notice.get("by") or {}
    if notice.get("kind") != "superseded":
        return []
    named = [(kind, str(by.get(kind) or "").strip()) for kind in ("pmid", "doi", "pmcid", "pack")]
    named += [("pack", str(value).strip()) for kind, value in by.get("other", ()) if kind == "pack"]
    return list(dict.fromkeys(f"by:{kind}:{value}" for kind, value in named if value))
