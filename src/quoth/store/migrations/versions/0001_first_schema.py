"""The first schema.

Revision ID: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table, and the one row that holds the state of the whole."""
    op.create_table(
        "answers",
        sa.Column("id", _key(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("kept_on", sa.Text(), nullable=False),
        sa.Column("noun", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answers")),
    )
    op.create_index(op.f("ix_answers_kept_on"), "answers", ["kept_on"])
    op.create_table(
        "files",
        sa.Column("sha256", _key(), nullable=False),
        sa.Column("name", _key(), nullable=False),
        sa.Column("noun", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_files")),
    )
    op.create_table(
        "library_state",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content_sum", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_library_state")),
    )
    op.create_table(
        "notice_lists",
        sa.Column("name", _key(), nullable=False),
        sa.Column("noun", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_notice_lists")),
    )
    op.create_table(
        "notices",
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("source", _key(), nullable=False),
        sa.Column("noun", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_notices")),
    )
    op.create_index(op.f("ix_notices_source"), "notices", ["source"])
    op.create_table(
        "packs",
        sa.Column("name", _key(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("site", sa.Boolean(), nullable=False),
        sa.Column("editor", sa.Text(), nullable=False),
        sa.Column("entry", sa.LargeBinary(), nullable=False),
        sa.Column("topic", sa.LargeBinary(), nullable=True),
        sa.Column("glossary", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_packs")),
    )
    op.create_table(
        "records",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", _key(), nullable=False),
        sa.Column("design", sa.Text(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("entry", sa.LargeBinary(), nullable=True),
        sa.Column("noun", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_records")),
        sa.UniqueConstraint("id", name=op.f("uq_records_id")),
    )
    op.create_table(
        "aliases",
        sa.Column("id", _key(), nullable=False),
        sa.Column("record_id", _key(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"], ["records.id"], name=op.f("fk_aliases_record_id_records"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aliases")),
    )
    op.create_index(op.f("ix_aliases_record_id"), "aliases", ["record_id"])
    op.create_table(
        "entries",
        sa.Column("record_id", _key(), nullable=False),
        sa.Column("source", _key(), nullable=False),
        sa.Column("noun", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"], ["records.id"], name=op.f("fk_entries_record_id_records"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("record_id", "source", name=op.f("pk_entries")),
    )
    op.create_table(
        "identifiers",
        sa.Column("key", _key(), nullable=False),
        sa.Column("record_id", _key(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"], ["records.id"], name=op.f("fk_identifiers_record_id_records"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", "record_id", name=op.f("pk_identifiers")),
    )
    op.create_index(op.f("ix_identifiers_record_id"), "identifiers", ["record_id"])
    op.create_table(
        "notice_targets",
        sa.Column("key", _key(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["digest"], ["notices.digest"], name=op.f("fk_notice_targets_digest_notices"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", "digest", name=op.f("pk_notice_targets")),
    )
    op.create_table(
        "pack_concepts",
        sa.Column("pack", _key(), nullable=False),
        sa.Column("kind", _key(), nullable=False),
        sa.Column("noun", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["pack"], ["packs.name"], name=op.f("fk_pack_concepts_pack_packs"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pack", "kind", name=op.f("pk_pack_concepts")),
    )
    op.create_table(
        "renditions",
        sa.Column("id", _key(), nullable=False),
        sa.Column("record_id", _key(), nullable=False),
        sa.Column("family", _key(), nullable=False),
        sa.Column("slot", _key(), nullable=False),
        sa.Column("rank", _key(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("passages", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("noun", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"], ["records.id"], name=op.f("fk_renditions_record_id_records"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_renditions")),
    )
    op.create_index(op.f("ix_renditions_record_id"), "renditions", ["record_id"])
    op.create_index(op.f("ix_renditions_family"), "renditions", ["family"])
    op.create_table(
        "title_keys",
        sa.Column("key", _key(), nullable=False),
        sa.Column("record_id", _key(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"], ["records.id"], name=op.f("fk_title_keys_record_id_records"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", "record_id", name=op.f("pk_title_keys")),
    )
    op.create_index(op.f("ix_title_keys_record_id"), "title_keys", ["record_id"])
    state = sa.table("library_state", sa.column("id"), sa.column("content_sum"), sa.column("revision"))
    op.execute(state.insert().values(id=1, content_sum="0" * 64, revision=0))


def _key() -> sa.types.TypeEngine[str]:
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
