"""The tables and the migrations are two ways to one schema."""

from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, inspect, select, text, update

from quoth.model import Design, Ids, Notice, NoticeKind
from quoth.store import open_store
from quoth.store.migrations.upgrade import config_for, upgrade
from quoth.store.sql import SqlStore
from quoth.store.tables import (
    SCHEMA_VERSION,
    changes,
    metadata,
    notice_targets,
    records,
    renditions,
    revisions,
    schema_version,
)
from tests.contract.store_factories import record


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    """An empty database."""
    return create_engine(f"sqlite:///{tmp_path}/migrated.db")


def test_migrations_build_the_schema_of_the_tables(engine: Engine, tmp_path: Path) -> None:
    """A library that was brought up step by step is the same as one that was made today."""
    open_store(tmp_path / "made.db").close()
    with engine.begin() as connection:
        upgrade(connection)
        difference = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata)
        migrated = _schema(connection)
    with create_engine(f"sqlite:///{tmp_path}/made.db").connect() as connection:
        assert migrated == _schema(connection)
        assert [(1, "0" * 64, 0)] == list(map(tuple, connection.execute(text("SELECT * FROM library_state"))))
    assert [] == difference


def test_the_newest_migration_is_the_version_that_the_store_expects(engine: Engine) -> None:
    """One line of numbered steps, and the constant names its end."""
    with engine.connect() as connection:
        script = ScriptDirectory.from_config(config_for(connection))
    assert [SCHEMA_VERSION] == script.get_heads()
    assert all(step.revision.isdigit() and len(step.revision) == 4 for step in script.walk_revisions())


def test_a_migrated_library_opens(engine: Engine, tmp_path: Path) -> None:
    """What the migrations built is a library."""
    with engine.begin() as connection:
        upgrade(connection)
    engine.dispose()

    assert 0 == open_store(tmp_path / "migrated.db").counts().records


def test_an_older_library_is_brought_up_when_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An update of quoth needs no command of the operator."""
    open_store(tmp_path / "library.db").close()

    def step(connection: Connection) -> None:
        connection.execute(update(schema_version).values(version_num="9998"))

    monkeypatch.setattr("quoth.store.engine.SCHEMA_VERSION", "9998")
    monkeypatch.setattr("quoth.store.migrations.upgrade.upgrade", step)
    open_store(tmp_path / "library.db").close()

    with create_engine(f"sqlite:///{tmp_path}/library.db").connect() as connection:
        assert "9998" == connection.execute(select(schema_version.c.version_num)).scalar()


def test_notices_that_were_held_before_are_found_from_the_successor_too(tmp_path: Path) -> None:
    """An update of quoth looks through what is there once."""
    followed = Notice(NoticeKind.SUPERSEDED, Ids(pmid="1"), by=Ids(pmid="2", doi="10.1000/two"), source="PubMed")
    store = open_store(tmp_path / "library.db")
    store.put_notices([followed, Notice(NoticeKind.RETRACTION, Ids(pmid="3"), by=Ids(pmid="2"), source="PubMed")])
    before = store.snapshot()
    store.close()
    with create_engine(f"sqlite:///{tmp_path}/library.db").begin() as connection:
        _set_back(connection, "0006")
        connection.execute(notice_targets.delete().where(notice_targets.c.key.like("by:%")))
    store = open_store(tmp_path / "library.db")

    assert ((followed,), (followed,)) == store.superseded_by([Ids(pmid="2"), Ids(doi="10.1000/two")])
    assert before == store.snapshot()
    store.close()


def test_kinds_of_records_that_were_held_before_are_read_from_their_publication_types(tmp_path: Path) -> None:
    """An update fills the column in; what an editor stated stays."""
    store = open_store(tmp_path / "library.db")
    for number, (types, design) in enumerate(
        [(("Journal Article", "Meta-Analysis"), None), ((), Design.RCT), ((), None)]
    ):
        store.put_record(record(f"pmid-{number}", ids=Ids(pmid=f"{number}"), publication_types=types, design=design))
    before = store.snapshot()
    counts = store.counts().by_design
    store.close()
    with create_engine(f"sqlite:///{tmp_path}/library.db").begin() as connection:
        _set_back(connection, "0007")
        connection.execute(update(records).where(records.c.id == "pmid-0").values(design=None))
    store = open_store(tmp_path / "library.db")

    assert (("meta-analysis", 1), ("not stated", 1), ("rct", 1)) == store.counts().by_design == counts
    assert before == store.snapshot()
    store.close()


def test_what_changes_after_an_update_is_told_from_the_state_before_it(tmp_path: Path) -> None:
    """An index that fits on the day of the update never has to be made anew for it."""
    store = open_store(tmp_path / "library.db")
    store.put_record(record("before"))
    bookmark = store.bookmark()
    store.close()
    with create_engine(f"sqlite:///{tmp_path}/library.db").begin() as connection:
        _set_back(connection, "0008")
    store = open_store(tmp_path / "library.db")
    store.put_record(record("after"))

    assert ("after",) == store.changed_since(bookmark, limit=9)
    store.close()


@pytest.mark.parametrize(("kind", "year"), [("", ""), ("rct", ""), ("not stated", ""), ("", "2001"), ("rct", "2001")])
@pytest.mark.parametrize("place", [{"before": 500}, {"after": 500}])
def test_a_page_of_the_newest_is_a_stretch_of_an_index(
    tmp_path: Path, kind: str, year: str, place: dict[str, int]
) -> None:
    """Nothing is sorted and nothing is walked through from its beginning, however large the library."""
    store = SqlStore.open(tmp_path / "library.db")
    said: list[tuple[str, Any]] = []
    event.listen(store._engine, "before_cursor_execute", lambda *call: said.append((call[2], call[3])))
    store.recent_records(kind=kind, year=year, limit=50, **place)
    statement, values = said[-1]
    with store._engine.connect() as connection:
        plan = [row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
    store.close()

    assert 1 == len(plan)
    assert plan[0].startswith("SEARCH records USING")
    assert "seq" in plan[0] or "rowid" in plan[0]


def _set_back(connection: Connection, version: str) -> None:
    """Say that the schema is an older one, without the tables and indexes that came later."""
    connection.execute(update(schema_version).values(version_num=version))
    for table in (changes, revisions):
        table.drop(connection)
    later = [index for index in renditions.indexes if index.name == "ix_renditions_current"]
    for index in (*records.indexes, *later):
        index.drop(connection)


def _schema(connection: Connection) -> dict[str, object]:
    """Tables with columns, keys and indexes, as the database itself describes them."""
    found = inspect(connection)
    assert records.name in found.get_table_names()
    return {
        name: (
            [(c["name"], str(c["type"]), c["nullable"]) for c in found.get_columns(name)],
            found.get_pk_constraint(name),
            sorted(found.get_foreign_keys(name), key=str),
            sorted(found.get_indexes(name), key=str),
            sorted(found.get_unique_constraints(name), key=str),
        )
        for name in found.get_table_names()
        if name != schema_version.name
    }
