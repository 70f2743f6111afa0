"""Encoders: exported exactly, the same vector whatever stands beside it, cached without a trace, no reason to fail."""

import json
import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("onnxruntime", reason="needs the extra dense")
pytest.importorskip("onnx", reason="needs the extra dense-export")

from tokenizers import Tokenizer

from quoth.errors import BadFile
from quoth.model import Hit, Query, RecordId, RenditionId, Run
from quoth.search.dense import export as exporting
from quoth.search.dense import open_reader
from quoth.search.dense.encoder import Vectors, unit_length
from quoth.search.dense.export import export_encoder
from quoth.search.dense.onnx_encoder import OnnxEncoder
from quoth.search.dense.reader import SecondReader, load_encoder
from quoth.search.dense.rerank import reranked
from quoth.search.dense.vectors import VectorCache
from tests.unit.search.encoder_weights import HIDDEN, weights_folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An exported encoder."""
    base = tmp_path_factory.mktemp("encoder")
    return export_encoder(weights_folder(base / "weights"), base / "made").folder


class Letters:
    """An encoder by hand: a text is the counts of a, b and c. Counts its calls."""

    name = "letters"

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """As articles."""
        return unit_length(np.array([[text.count(c) + 0.1 for c in "abc"] for text in texts], dtype=np.float32))

    def encode_articles(self, texts: Sequence[str]) -> Vectors:
        """Counted."""
        self.encoded += texts
        return self.encode_queries(texts)


def run_of(**scores: float) -> Run:
    """A run of hits by name and score."""
    hits = (
        Hit(name, RecordId(name), RenditionId(name), 0, 1, score, rank)
        for rank, (name, score) in enumerate(scores.items(), 1)
    )
    return Run(Query(()), tuple(hits), len(scores))


def names(run: Run) -> list[str]:
    """Ids of a run, best first."""
    return [hit.unit_id for hit in run.hits]


@pytest.mark.parametrize("pooling", ["mean", "first"])
def test_an_export_computes_what_the_weights_say(tmp_path: Path, pooling: str) -> None:
    """The graph against the same sums in NumPy, and int8 against full: both meet a bar before anything is kept."""
    made = export_encoder(weights_folder(tmp_path / "w", pooling=pooling), tmp_path / "made")

    assert made.cosine_full > 0.99999
    assert made.cosine_int8 > 0.97
    assert HIDDEN == made.dimensions
    assert pooling == json.loads((made.folder / "quoth-encoder.json").read_text())["pooling"]


def test_an_export_that_does_not_hold_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A graph that is a little wrong would rank, and nobody would see it."""
    right = exporting.bert_sums
    monkeypatch.setattr(exporting, "bert_sums", lambda *given: unit_length(right(*given) + np.float32(0.2)))

    with pytest.raises(BadFile, match="does not hold"):
        export_encoder(weights_folder(tmp_path / "w"), tmp_path / "made")
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda f: (f / "model.safetensors").write_bytes(b"no"), "no encoder"),
        (lambda f: (f / "config.json").write_text('{"model_type": "gpt2", "hidden_act": "gelu"}'), "gpt2"),
        (lambda f: (f / "tokenizer.json").unlink(), "has no tokenizer.json"),
        (lambda f: (f / "config.json").write_text("{"), "config.json' cannot be read"),
        (lambda f: (f / "sentence_bert_config.json").write_text("[1"), "sentence_bert_config.json' cannot be read"),
    ],
)
def test_what_is_no_encoder_is_named(tmp_path: Path, spoil: object, says: str) -> None:
    """The person who exports reads what is wrong with their folder."""
    source = weights_folder(tmp_path / "w")
    spoil(source)  # type: ignore[operator]

    with pytest.raises(BadFile, match=says):
        export_encoder(source, tmp_path / "made")


def test_an_export_reads_no_longer_texts_than_the_tokenizer_cuts(tmp_path: Path) -> None:
    """Who copies three files of a model leaves out the one that says how long a text may be: the tokenizer knows."""
    source = weights_folder(tmp_path / "w")
    (source / "sentence_bert_config.json").unlink()
    tokenizer = Tokenizer.from_file(str(source / "tokenizer.json"))
    tokenizer.enable_truncation(48)
    tokenizer.save(str(source / "tokenizer.json"))

    made = export_encoder(source, tmp_path / "made")

    assert 48 == made.max_tokens
    assert 48 == len(OnnxEncoder(made.folder).tokens("knee " * 100))


def test_an_export_talks_of_nothing_but_its_own(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Advice of the library that makes int8 is not for the person who exports; other warnings stay on afterwards."""
    export_encoder(weights_folder(tmp_path / "w"), tmp_path / "made")
    logging.getLogger("after").warning("heard")

    assert ["heard"] == [record.getMessage() for record in caplog.records]


def test_an_export_to_where_nobody_may_write_is_said(tmp_path: Path) -> None:
    """The person reads which folder, and no traceback."""
    (tmp_path / "file").write_text("no folder")

    with pytest.raises(BadFile, match="cannot be made"):
        export_encoder(weights_folder(tmp_path / "w"), tmp_path / "file" / "made")


def test_a_vector_hangs_on_its_text_alone(folder: Path) -> None:
    """Neighbours in one call change nothing, to the last bit: a kept vector is the one that would be made now."""
    encoder = OnnxEncoder(folder)
    alone = encoder.encode(["knee pain"])[0]
    among = encoder.encode(["taping of the knee " * 20, "knee pain", ""])[1]

    assert alone.tobytes() == among.tobytes()
    assert 1.0 == pytest.approx(float(np.linalg.norm(alone)), abs=1e-5)


def test_a_pair_encodes_questions_and_articles_apart(tmp_path: Path) -> None:
    """Encoders such as MedCPT have one for each."""
    for name, seed in (("query", 1), ("article", 2)):
        export_encoder(weights_folder(tmp_path / f"w-{name}", seed=seed), tmp_path / "pair" / name)
    pair = load_encoder(tmp_path / "pair")

    asked, held = pair.encode_queries(["knee pain"])[0], pair.encode_articles(["knee pain"])[0]

    assert asked.tobytes() == OnnxEncoder(tmp_path / "pair" / "query").encode(["knee pain"])[0].tobytes()
    assert asked.tobytes() != held.tobytes()


def test_the_name_of_an_encoder_changes_with_its_weights(tmp_path: Path, folder: Path) -> None:
    """Vectors of one model are never taken for those of another."""
    other = export_encoder(weights_folder(tmp_path / "w", seed=8), tmp_path / "made").folder

    assert OnnxEncoder(folder).name == OnnxEncoder(folder).name != OnnxEncoder(other).name


def test_a_full_cache_and_an_empty_one_give_the_same(tmp_path: Path) -> None:
    """Promise 6: what was kept is the very vector that would be made, rounding included; nothing is encoded twice."""
    encoder, texts = Letters(), ["aab", "bcc", "abc", "aab"]
    first = VectorCache(tmp_path, encoder)
    fresh = first.vectors(texts)
    first.close()
    again = VectorCache(tmp_path, encoder)

    assert fresh.tobytes() == again.vectors(texts).tobytes() == VectorCache(None, Letters()).vectors(texts).tobytes()
    assert ["aab", "bcc", "abc"] == encoder.encoded
    assert 3 == len(again)
    assert ["new"] == again.missing(["abc", "new"])


def test_a_damaged_cache_is_made_again(tmp_path: Path) -> None:
    """It holds nothing that is not in the library."""
    (tmp_path / "letters.vectors").write_bytes(b"\xffnoise" * 500)

    assert (1, 3) == VectorCache(tmp_path, Letters()).vectors(["abc"]).shape


def test_reading_again_moves_what_is_nearer_and_keeps_the_rest() -> None:
    """The first hits change places; the tail, the scores by rank and the ranks stay."""
    run = run_of(x=4.0, y=3.0, z=1.0)

    again = reranked(run, [0.1, 0.9], weight=0.5)

    assert ["y", "x", "z"] == names(again)
    assert [1, 2, 3] == [hit.rank for hit in again.hits]
    assert [4.0, 3.0, 1.0] == [hit.score for hit in again.hits]
    assert run == reranked(run, [0.1, 0.9], weight=0.0)
    assert ["a", "b"] == names(reranked(run_of(b=1.0, a=1.0), [0.5, 0.5], weight=0.5))


def test_what_the_best_texts_say_beyond_the_question_brings_up_what_says_it_too() -> None:
    """The question is moved towards its best two texts: of two as near to it, the one that is like them comes first."""

    class Plane:
        name = "plane"

        def encode_queries(self, texts: Sequence[str]) -> Vectors:
            return np.array([[1.0, 0.0, 0.0]] * len(texts), dtype=np.float32)

        def encode_articles(self, texts: Sequence[str]) -> Vectors:
            places = {"best": (0.8, 0.6, 0.0), "like": (0.5, 0.7, 0.51), "other": (0.5, -0.7, 0.51)}
            return unit_length(np.array([places[text] for text in texts], dtype=np.float32))

    reader = SecondReader(Plane(), VectorCache(None, Plane()), k=4, weight=1.0)
    run = run_of(one=4.0, two=3.0, other=2.0, same=1.0)

    again = reader.read("asked", run, {"one": "best", "two": "best", "other": "other", "same": "like"})

    assert ["one", "two", "same", "other"] == names(again)


def test_what_shares_no_word_is_found_by_its_meaning() -> None:
    """Every unit is compared, by the nearer of its texts; only what words found matches anything."""
    encoder = Letters()
    reader = SecondReader(encoder, VectorCache(None, encoder), k=9, weight=0.7)
    units = [Hit(name, RecordId(name), RenditionId(name), 0, 1, 0.0, 1, 0.0) for name in ("far", "near", "plain")]
    among = reader.among(units, [0, 1, 2, 2], ["aaa", "ccc", "aaa", "ccb"])
    assert among is not None
    run = run_of(far=5.0, gone=4.0)

    joined = reader.joined("ccc", run, among, k=2, found=[replace(units[2], score=2.0, match_0_1=0.3)])

    by_name = {hit.unit_id: hit for hit in joined.hits}
    assert ["plain", "near"] == names(joined)[:2]
    assert {"far", "gone", "near", "plain"} == set(by_name)
    assert 0.0 == by_name["near"].match_0_1
    assert 0.3 == by_name["plain"].match_0_1
    assert [1, 2, 3, 4] == [hit.rank for hit in joined.hits]
    assert run == reader.joined(" ", run, among, k=2)


def test_a_second_reader_reads_no_further_than_its_texts(tmp_path: Path) -> None:
    """A unit whose text has left the library ends what is reordered; an empty question changes nothing."""
    encoder = Letters()
    reader = SecondReader(encoder, VectorCache(tmp_path, encoder), k=3, weight=1.0)
    run = run_of(x=3.0, y=2.0, z=1.0)

    assert ["y", "x", "z"] == names(reader.read("ccc", run, {"x": "aaa", "y": "ccc", "z": "ccc"} | {"z": "bbb"}))
    assert ["x", "y", "z"] == names(reader.read("ccc", run, {"x": "aaa", "z": "ccc"}))
    assert run == reader.read("  ", run, {"x": "aaa", "y": "ccc", "z": "ccc"})


def test_a_broken_encoder_is_no_reason_to_fail(tmp_path: Path, folder: Path) -> None:
    """Without one, with a wrong or damaged folder, with one that fails in use: the words rank, and it is said."""

    class Failing(Letters):
        def encode_queries(self, texts: Sequence[str]) -> Vectors:
            raise BadFile("out of memory")

    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "model.onnx").write_bytes(b"no graph")
    for name in ("", str(tmp_path / "nowhere"), str(tmp_path / "bad")):
        reader, note = open_reader(name, None, k=5, weight=0.5)
        assert reader is None
        assert "words alone" in note
    reader, note = open_reader(str(folder), None, k=5, weight=0.5)
    assert reader is not None
    assert "" == note
    failing = SecondReader(Failing(), VectorCache(None, Failing()), k=3, weight=1.0)
    run = run_of(x=3.0, y=2.0)
    assert run == failing.read("abc", run, {"x": "a", "y": "b"})
    assert "out of memory" in failing.fault
    assert failing.among(run.hits, [0, 1], ["a", "b"]) is None
    among = SecondReader(Letters(), VectorCache(None, Letters()), k=3, weight=1.0).among(run.hits, [0, 1], ["a", "b"])
    assert among is not None
    assert run == failing.joined("abc", run, among, k=2)


def test_a_fault_is_told_of_the_last_question_alone() -> None:
    """An encoder that failed once and reads again is not named as failing."""

    class Moody(Letters):
        well = False

        def encode_queries(self, texts: Sequence[str]) -> Vectors:
            if not self.well:
                raise BadFile("out of memory")
            return super().encode_queries(texts)

    moody, run, texts = Moody(), run_of(x=3.0, y=2.0), {"x": "a", "y": "b"}
    reader = SecondReader(moody, VectorCache(None, moody), k=3, weight=1.0)
    reader.read("bbb", run, texts)
    assert "out of memory" in reader.fault
    moody.well = True

    assert ["y", "x"] == names(reader.read("bbb", run, texts))
    assert not reader.fault
