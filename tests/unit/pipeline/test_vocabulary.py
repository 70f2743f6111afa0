"""The words of a library are made once and kept for the next start; what is stale or damaged is made anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind, Topic, Words
from quoth.pipeline.vocabulary import Vocabulary, vocabulary_of
from quoth.settings import load_settings
from quoth.store import Store, open_store
from quoth.wiring import open_parts

TAPING = Concept("taping", ConceptKind.INTERVENTION, origin="pack knee 1")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A library with the words of one pack."""
    store = open_store(str(tmp_path / "library.db"))
    store.put_words(words(TAPING))
    yield store
    store.close()


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one whenever a lexicon is made."""
    counted: list[int] = []
    build = Lexicon.build

    def counting(concepts: object) -> Lexicon:
        counted.append(1)
        return build(concepts)  # type: ignore[arg-type]

    monkeypatch.setattr(Lexicon, "build", staticmethod(counting))
    return counted


def words(*concepts: Concept, version: str = "1") -> Words:
    """The words of a pack about knees."""
    return Words("knee", version, Topic("knee", version, "Knees", "knee pain", "What helps?"), concepts)


def same(one: Vocabulary, other: Vocabulary) -> bool:
    """Whether two vocabularies say the same."""
    return (one.topics, one.treats, one.digest, one.lexicon.concepts()) == (
        (other.topics, other.treats, other.digest, other.lexicon.concepts())
    )


def test_the_next_start_reads_what_this_one_made(store: Store, tmp_path: Path, builds: list[int]) -> None:
    """Making the words of a large vocabulary takes seconds, reading them a hundredth of one."""
    first = vocabulary_of(store, tmp_path / "words.kept")
    second = vocabulary_of(store, tmp_path / "words.kept")

    assert [1] == builds
    assert same(first, second)
    assert {"taping": frozenset({"knee pain"})} == second.treats
    assert ["taping"] == [found.concept.name for found in second.lexicon.mentions("Does taping work?")]
    assert [] == list(tmp_path.glob("*.new"))


def test_new_words_are_known_at_once(store: Store, tmp_path: Path, builds: list[int]) -> None:
    """A pack that came or changed makes what was kept stale."""
    vocabulary_of(store, tmp_path / "words.kept")
    store.put_words(words(TAPING, Concept("brace", ConceptKind.INTERVENTION, origin="pack knee 2"), version="2"))

    changed = vocabulary_of(store, tmp_path / "words.kept")

    assert ["brace", "taping"] == [concept.name for concept in changed.lexicon.concepts()]
    assert [1, 1] == builds


@pytest.mark.parametrize("damage", [b"", b"rubbish", None])
def test_a_damaged_file_is_made_anew(store: Store, tmp_path: Path, damage: bytes | None, builds: list[int]) -> None:
    """A disk that lied costs a second, never an answer."""
    file = tmp_path / "words.kept"
    whole = vocabulary_of(store, file)
    file.write_bytes(file.read_bytes()[:-3] if damage is None else damage)

    assert same(whole, vocabulary_of(store, file))
    assert same(whole, vocabulary_of(store, file))
    assert [1, 1] == builds


def test_what_cannot_be_kept_is_no_fault(store: Store, tmp_path: Path) -> None:
    """A folder that cannot be written to, or a folder where the file should be: the words are made at each start."""
    (tmp_path / "in the way").mkdir()

    for file in (tmp_path / "in the way", tmp_path / "no such folder" / "words.kept", None):
        assert ["taping"] == [concept.name for concept in vocabulary_of(store, file).lexicon.concepts()]
    assert [] == list(tmp_path.glob("*.new"))


def test_words_that_come_meanwhile_are_read(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process took a pack in between the look at the digest and the reading: what is kept is of one state."""
    read = type(store).concepts
    arrived: list[int] = []

    def late(self: Store, kind: ConceptKind | None = None) -> tuple[Concept, ...]:
        found = read(self, kind)
        if not arrived:
            arrived.append(1)
            self.put_words(words(version="2"))
        return found

    monkeypatch.setattr(type(store), "concepts", late)
    assert () == vocabulary_of(store, tmp_path / "words.kept").lexicon.concepts()
    assert () == vocabulary_of(store, tmp_path / "words.kept").lexicon.concepts()


def test_records_that_come_leave_the_words_alone(tmp_path: Path, builds: list[int]) -> None:
    """A service that takes in records all day makes its words once."""
    settings = load_settings({"QUOTH_HOME": str(tmp_path)}, {"index": "memory"})
    with open_parts(settings) as parts:
        before = parts.vocabulary()
        made = len(builds)
        record = next(iter(parts.store.iter_records()))
        with parts.store.writing():
            parts.store.delete_record(record.id)

        assert parts.vocabulary() is before
        assert (tmp_path / "words.kept").is_file()
        assert made == len(builds)
