"""The reference index and the index on disk keep the contract, and what only files can get wrong is right too."""

import subprocess
import sys
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quoth.errors import BadInput, LibraryBusy, LibraryDamaged
from quoth.model import Filters, Query, QueryClause, RenditionId, Unit
from quoth.search.engine import TantivyIndex
from quoth.search.indexes import INDEXES, open_index
from quoth.search.memory import MemoryIndex
from tests.contract.index_contract import IndexContract
from tests.contract.index_units import found, query, unit


class TestMemoryIndex(IndexContract):
    """The reference."""

    @pytest.fixture
    def index(self) -> MemoryIndex:
        """An empty one."""
        return MemoryIndex()


class TestTantivyIndex(IndexContract):
    """The index on disk."""

    @pytest.fixture
    def index(self, tmp_path: Path) -> Iterator[TantivyIndex]:
        """An empty one."""
        opened = TantivyIndex(tmp_path / "index")
        yield opened
        opened.close()

    def test_what_was_added_is_there_after_reopening(self, tmp_path: Path) -> None:
        """Units and stamp outlive the process."""
        first = TantivyIndex(tmp_path)
        first.add([unit("gout")])
        first.set_stamp("abc")
        first.close()
        again = TantivyIndex(tmp_path)

        assert ["a"] == found(again.search(query("gout"), k=5))
        assert "abc" == again.stamp()

    def test_a_failing_source_leaves_the_index_as_it_was(self, tmp_path: Path) -> None:
        """An ingest that breaks in the middle leaves no half of a batch, and the next one goes through."""
        index = TantivyIndex(tmp_path)
        index.add([unit("gout")])

        def broken() -> Iterable[Unit]:
            yield unit("knee", id="b")
            raise RuntimeError

        with pytest.raises(RuntimeError):
            index.add(broken())

        assert 1 == len(index)
        assert 1 == index.add([unit("knee", id="b")])
        assert 2 == len(index)

    def test_readers_keep_working_while_a_writer_adds(self, tmp_path: Path) -> None:
        """A reader sees the last commit, before and during a write, and the new one right after."""
        writer, reader = TantivyIndex(tmp_path), TantivyIndex(tmp_path)
        writer.add([unit("gout")])
        seen: list[int] = []

        def slowly() -> Iterable[Unit]:
            yield unit("gout", id="b")
            seen.append(len(reader.search(query("gout"), k=5).hits))

        writer.add(slowly())

        assert [1] == seen
        assert ["a", "b"] == found(reader.search(query("gout"), k=5))

    def test_a_second_writer_is_told_to_wait(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Two ingests at once: the second one ends with a clear message, not with a broken index."""
        monkeypatch.setattr("quoth.search.engine.writing.LOCK_WAIT_S", 0.1)
        one, two = TantivyIndex(tmp_path), TantivyIndex(tmp_path)

        def meanwhile() -> Iterable[Unit]:
            yield unit("gout")
            with pytest.raises(LibraryBusy, match="try again"):
                two.add([unit("knee", id="b")])

        one.add(meanwhile())

        assert 1 == len(two)

    def test_a_killed_writer_leaves_no_lock_behind(self, tmp_path: Path) -> None:
        """After a kill at any moment the next ingest starts at once, and nothing committed is lost."""
        code = textwrap.dedent(
            """
            import sys, os, signal
            from pathlib import Path
            sys.path.insert(0, sys.argv[2])
            from index_units import unit
            from quoth.search.engine import TantivyIndex
            index = TantivyIndex(Path(sys.argv[1]))
            index.add([unit("gout")])
            def deadly():
                yield unit("knee", id="b")
                os.kill(os.getpid(), signal.SIGKILL)
            index.add(deadly())
            """
        )
        subprocess.run([sys.executable, "-c", code, str(tmp_path), str(Path(__file__).parent)], check=False)
        index = TantivyIndex(tmp_path)

        assert ["a"] == found(index.search(query("gout", "knee"), k=5))
        assert 1 == index.add([unit("knee", id="b")])

    def test_a_kill_during_a_rebuild_leaves_the_old_index_serving(self, tmp_path: Path) -> None:
        """What was found before is found after, and the index does not claim to be up to date."""
        code = textwrap.dedent(
            """
            import sys, os, signal
            from pathlib import Path
            sys.path.insert(0, sys.argv[2])
            from index_units import unit
            from quoth.search.engine import TantivyIndex
            index = TantivyIndex(Path(sys.argv[1]))
            index.add([unit("gout")])
            index.set_stamp("old")
            def deadly():
                for n in range(3000):
                    yield unit("knee " * 40, id=f"n{n}")
                os.kill(os.getpid(), signal.SIGKILL)
            index.replace(deadly())
            """
        )
        subprocess.run([sys.executable, "-c", code, str(tmp_path), str(Path(__file__).parent)], check=False)
        index = TantivyIndex(tmp_path)

        assert 1 == len(index)
        assert ["a"] == found(index.search(query("gout", "knee"), k=5))
        assert "" == index.stamp()
        assert 1 == index.replace([unit("knee", id="b")])

    @pytest.mark.parametrize("broken", ["meta.json", "quoth-index.json", ".store", ".idx", ".term"])
    @pytest.mark.parametrize("how", ["cut", "noise", "gone"])
    def test_a_damaged_folder_is_named_with_the_way_out(self, tmp_path: Path, broken: str, how: str) -> None:
        """Whatever happened to a file, the operator reads what to run, and that works."""
        index = TantivyIndex(tmp_path)
        index.add([unit("gout")])
        index.close()
        file = next(path for path in sorted(tmp_path.iterdir()) if path.name.endswith(broken))
        if how == "gone":
            file.unlink()
        else:
            file.write_bytes(b"" if how == "cut" else b"\xffnoise" * 40)

        with pytest.raises(LibraryDamaged, match="quoth index rebuild"):
            TantivyIndex(tmp_path).search(query("gout"), k=1)

        mended = open_index("tantivy", tmp_path, fresh=True)
        assert 1 == mended.add([unit("gout")])

    def test_a_folder_that_is_no_index_is_neither_used_nor_deleted(self, tmp_path: Path) -> None:
        """A wrong path never costs somebody their files."""
        (tmp_path / "thesis.txt").write_text("ten years of work")

        with pytest.raises(LibraryDamaged):
            open_index("tantivy", tmp_path)
        with pytest.raises(LibraryDamaged, match="not deleted"):
            open_index("tantivy", tmp_path, fresh=True)

        assert (tmp_path / "thesis.txt").exists()

    def test_an_index_of_another_analysis_has_to_be_rebuilt(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Words cut in two ways must never meet in one index."""
        TantivyIndex(tmp_path).close()
        monkeypatch.setattr("quoth.search.folder.ANALYSIS_VERSION", "another")

        with pytest.raises(LibraryDamaged, match="quoth index rebuild"):
            TantivyIndex(tmp_path)

    def test_equals_at_the_edge_of_the_window_do_not_depend_on_arrival(self, tmp_path: Path) -> None:
        """Where more units tie than are scored exactly, ids decide, not the order in which they came."""
        units = [unit("gout and nothing else", id=f"u{n:04}") for n in range(700)]
        forward, backward = TantivyIndex(tmp_path / "a"), TantivyIndex(tmp_path / "b")
        forward.add(units)
        backward.add(reversed(units))

        assert forward.search(query("gout"), k=20) == backward.search(query("gout"), k=20)
        assert "u0000" == found(backward.search(query("gout"), k=20))[0]


WORDS = st.sampled_from(["gout", "knee", "knees", "pain", "trial", "of", "dose", "harm", "heart", "failure"])


TEXTS = st.lists(WORDS, max_size=12).map(" ".join)


UNITS = st.lists(
    st.builds(
        unit,
        TEXTS,
        id=st.sampled_from([f"u{n}" for n in range(25)]),
        title=TEXTS,
        mesh=TEXTS,
        keywords=TEXTS,
        interventions=TEXTS,
        kind=st.sampled_from(["rct", "guideline", ""]),
        year=st.one_of(st.none(), st.integers(1990, 2026)),
        populations=st.lists(st.sampled_from(["adults", "children"]), max_size=2, unique=True).map(tuple),
    ),
    max_size=30,
)


CLAUSES = st.builds(
    QueryClause,
    st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=4).map(tuple),
    st.sampled_from([0.25, 0.5, 1.0, 3.0]),
    st.booleans(),
)


FILTERS = st.builds(
    Filters,
    kinds=st.sampled_from([(), ("rct",), ("rct", "")]),
    year_from=st.sampled_from([None, 2000]),
    year_to=st.sampled_from([None, 2020]),
    populations=st.sampled_from([(), ("children",)]),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    units=UNITS,
    later=UNITS,
    gone=st.sets(st.sampled_from([f"u{n}" for n in range(25)]), max_size=5),
    asked=st.builds(Query, st.lists(CLAUSES, max_size=5).map(tuple), FILTERS),
)
def test_the_index_on_disk_ranks_as_the_reference_does(
    units: list[Unit], later: list[Unit], gone: set[str], asked: Query, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever was added, replaced and removed: the same hits, the same scores, the same count."""
    reference, disk = MemoryIndex(), TantivyIndex(tmp_path_factory.mktemp("index"))
    for index in (reference, disk):
        index.add(units)
        index.add(later)
        index.remove([RenditionId(name) for name in sorted(gone)])

    assert len(reference) == len(disk)
    assert reference.search(asked, k=10) == disk.search(asked, k=10)
    words = ["gout", "knee", "heart failure", "of"]
    assert reference.document_frequency(words) == disk.document_frequency(words)


def test_unknown_kinds_get_the_list_of_known_ones(tmp_path: Path) -> None:
    """A typing mistake in a setting is answered with what can be chosen."""
    with pytest.raises(BadInput, match="memory, tantivy"):
        open_index("lucene", tmp_path)
    assert {"memory", "tantivy"} == set(INDEXES)
