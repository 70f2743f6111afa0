"""The tables of a library, the same for SQLite and PostgreSQL.

A noun is kept whole as JSON; beside it stand only the columns that something is looked up by. `migrations/` builds the
same schema step by step, and a test holds the two together.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

__all__ = [
    "SCHEMA_VERSION",
    "aliases",
    "answer_records",
    "answers",
    "audit",
    "changes",
    "desk",
    "entries",
    "files",
    "identifiers",
    "library_state",
    "metadata",
    "notice_lists",
    "notice_targets",
    "notices",
    "pack_concepts",
    "packs",
    "proposals",
    "records",
    "renditions",
    "revisions",
    "schema_version",
    "strategies",
    "title_keys",
]

SCHEMA_VERSION = "0010"
"""The newest migration. A library with a higher number was written by a newer quoth."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _key() -> TypeEngine[str]:
    """Text that sorts by code point on every engine, so that order never depends on a server's locale."""
    return Text().with_variant(Text(collation="C"), "postgresql")


def _record_id(*, primary_key: bool = False) -> Column[str]:
    rule = ForeignKey("records.id", ondelete="CASCADE")
    return Column("record_id", _key(), rule, primary_key=primary_key, nullable=False)


# Alembic's own table, named here so that an up-to-date library opens without importing Alembic.
schema_version = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))

library_state = Table(
    "library_state",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("content_sum", String(64), nullable=False),
    Column("revision", BigInteger, nullable=False),
)

# What the library went through, so that an index can catch up: every change of the content by its number.
revisions = Table(
    "revisions",
    metadata,
    Column("revision", BigInteger, primary_key=True, autoincrement=False),
    Column("content_sum", String(64), nullable=False),
    Column("after_seq", BigInteger),  # records that came many at a time have a higher number than this; null for none
)

changes = Table(
    "changes",
    metadata,
    Column("revision", BigInteger, primary_key=True, autoincrement=False),
    Column("record_id", _key(), primary_key=True),  # names no row where the record is gone
)

records = Table(
    "records",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),  # the order of arrival
    Column("id", _key(), nullable=False, unique=True),
    Column("design", Text),
    Column("year", Integer),
    Column("digest", LargeBinary, nullable=False),
    Column("entry", LargeBinary),  # what the record adds to the content sum; null before the first commit
    Column("noun", LargeBinary, nullable=False),
)

# Shelves in the order of arrival: a page of one kind or year costs what a page costs, in a library of any size.
Index(None, records.c.design, records.c.seq, records.c.year)
Index(None, records.c.year, records.c.seq)

identifiers = Table("identifiers", metadata, Column("key", _key(), primary_key=True), _record_id(primary_key=True))
Index(None, identifiers.c.record_id)

title_keys = Table("title_keys", metadata, Column("key", _key(), primary_key=True), _record_id(primary_key=True))
Index(None, title_keys.c.record_id)

aliases = Table("aliases", metadata, Column("id", _key(), primary_key=True), _record_id())
Index(None, aliases.c.record_id)

entries = Table(
    "entries",
    metadata,
    _record_id(primary_key=True),
    Column("source", _key(), primary_key=True),
    Column("noun", LargeBinary, nullable=False),
)

renditions = Table(
    "renditions",
    metadata,
    Column("id", _key(), primary_key=True),
    _record_id(),
    Column("family", _key(), nullable=False),
    Column("slot", _key(), nullable=False),
    Column("rank", _key(), nullable=False),
    Column("form", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("passages", Integer, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("noun", LargeBinary, nullable=False),
)
Index(None, renditions.c.record_id)
Index(None, renditions.c.family)
Index(None, renditions.c.current, renditions.c.form, renditions.c.passages)  # to count without reading the texts

notices = Table(
    "notices",
    metadata,
    Column("digest", LargeBinary, primary_key=True),
    Column("source", _key(), nullable=False),
    Column("noun", LargeBinary, nullable=False),
)
Index(None, notices.c.source)

notice_targets = Table(
    "notice_targets",
    metadata,
    Column("key", _key(), primary_key=True),
    Column("digest", LargeBinary, ForeignKey("notices.digest", ondelete="CASCADE"), primary_key=True),
)

notice_lists = Table(
    "notice_lists", metadata, Column("name", _key(), primary_key=True), Column("noun", LargeBinary, nullable=False)
)

packs = Table(
    "packs",
    metadata,
    Column("name", _key(), primary_key=True),
    Column("version", Text, nullable=False),
    Column("site", Boolean, nullable=False),
    Column("editor", Text, nullable=False),
    Column("entry", LargeBinary, nullable=False),
    Column("topic", LargeBinary),
    Column("glossary", LargeBinary, nullable=False),
    Column("runs", LargeBinary),  # (kind, how many) in the order of the words; null where it was not remembered
)

pack_concepts = Table(
    "pack_concepts",
    metadata,
    Column("pack", _key(), ForeignKey("packs.name", ondelete="CASCADE"), primary_key=True),
    Column("kind", _key(), primary_key=True),
    Column("noun", LargeBinary, nullable=False),  # all concepts of the kind
)

files = Table(
    "files",
    metadata,
    Column("sha256", _key(), primary_key=True),
    Column("name", _key(), nullable=False),
    Column("noun", LargeBinary, nullable=False),
)

proposals = Table(
    "proposals",
    metadata,
    Column("rendition_id", _key(), ForeignKey("renditions.id", ondelete="CASCADE"), primary_key=True),
    Column("id", _key(), primary_key=True),
    Column("noun", LargeBinary, nullable=False),  # with every decision
)

strategies = Table(
    "strategies",
    metadata,
    Column("name", _key(), primary_key=True),
    Column("noun", LargeBinary, nullable=False),
)

answers = Table(
    "answers",
    metadata,
    Column("id", _key(), primary_key=True),
    Column("kind", Text, nullable=False),
    Column("kept_on", Text, nullable=False, index=True),  # ISO date, so that retention can be kept to
    Column("noun", LargeBinary, nullable=False),
)

# Which records an answer refers to, so that a source can tell where it is used.
answer_records = Table(
    "answer_records",
    metadata,
    Column("answer_id", _key(), ForeignKey("answers.id", ondelete="CASCADE"), primary_key=True),
    Column("record_id", _key(), primary_key=True),
)
Index(None, answer_records.c.record_id)

desk = Table(
    "desk",
    metadata,
    Column("kind", _key(), primary_key=True),
    Column("id", _key(), primary_key=True),
    Column("about", _key(), nullable=False),
    Column("until", _key(), nullable=False),  # ISO time in UTC, empty for what does not end by itself
    Column("noun", LargeBinary, nullable=False),
)
Index(None, desk.c.kind, desk.c.about)

audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("noun", LargeBinary, nullable=False),
)
