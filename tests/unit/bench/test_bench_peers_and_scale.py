"""Peers and growth: every engine is asked the same, what is missing is named, and what is drawn can be drawn again."""

import importlib
import re
from pathlib import Path

import pytest

pytest.importorskip("pytrec_eval", reason="needs the extra bench")

from quoth.bench import scaling
from quoth.bench.collections import Collection, Document
from quoth.bench.peers import PEERS, measuring
from quoth.bench.sweeping import points
from quoth.errors import BadInput
from quoth.model import Unit
from quoth.search import Bm25, open_index
from quoth.search.dense.export import export_encoder
from tests.unit.search.encoder_weights import weights_folder

TEXTS = {
    "knee": "Taping of the knee reduced pain.",
    "ear": "Antibiotics in otitis.",
    "smoke": "Nicotine patches.",
}
COLLECTION = Collection(
    tuple(Document(name, "", text) for name, text in TEXTS.items()),
    {"q1": "Does taping help knee pain?", "q2": 'nicotine "gum" AND (patches)?', "q3": "???"},
    {"q1": {"knee": 1}, "q2": {"smoke": 1}, "q3": {"ear": 1}},
)


@pytest.mark.parametrize("peer", PEERS)
def test_every_peer_finds_the_obvious_or_says_why_it_is_not_here(peer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Operators and quotation marks in a question are words; a question without words finds nothing."""
    monkeypatch.setitem(measuring.COLLECTIONS, "three texts", lambda _: COLLECTION)

    found = measuring.run_peer(peer, "three texts", "")

    if "not_here" in found:
        assert re.search(r"not installed|not there|names no server|names no encoder|does not answer", found["not_here"])
        assert peer not in ("quoth", "tantivy", "sqlite")
    else:
        assert [1.0, 1.0, 0.0] == found["ndcg"]
        assert found["bytes"] > 0


def test_the_peer_with_an_encoder_reads_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It ranks by the encoder that the bench names, on the texts that it was built of."""
    pytest.importorskip("onnx", reason="needs the extra dense-export")
    folder = export_encoder(weights_folder(tmp_path / "weights"), tmp_path / "made").folder
    monkeypatch.setenv("QUOTH_BENCH_ENCODER", str(folder))
    monkeypatch.setitem(measuring.COLLECTIONS, "three texts", lambda _: COLLECTION)

    assert [1.0, 1.0, 0.0] == measuring.run_peer("encoder", "three texts", "")["ndcg"]
    assert list((folder / "bench-vectors").glob("*.vectors"))


def test_every_peer_has_its_class() -> None:
    """A name in the table leads somewhere."""
    for place in PEERS.values():
        module, _, name = place.partition(":")
        assert hasattr(importlib.import_module(module), name)


def test_a_paired_interval_is_of_differences() -> None:
    """Two engines that are always one point apart are one point apart for sure, however questions differ."""
    one, other = [0.1, 0.9, 0.5, 0.3], [0.0, 0.8, 0.4, 0.2]

    gain, low, high = measuring.paired_interval(one, other, seed=1)

    assert (0.1, 0.1, 0.1) == pytest.approx((gain, low, high))
    assert measuring.paired_interval(other, one, seed=1)[0] == pytest.approx(-0.1)


@pytest.fixture
def few_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two real texts in place of the data folder."""
    texts = [Document(f"d{n}", f"Title {n}", "A long sentence about knees. " * 10) for n in range(2)]
    monkeypatch.setattr(scaling, "pubmedqa_abstracts", lambda _: texts)
    monkeypatch.setattr(scaling, "abstracts", lambda _: [])


@pytest.mark.usefixtures("few_texts")
def test_drawn_units_are_as_many_as_asked_for_and_can_be_drawn_again() -> None:
    """Ids are distinct, real texts come first, and the seed decides the rest."""
    units = list(scaling.resampled(Path(), 7, seed=1))

    assert 7 == len({unit.id for unit in units})
    assert ["d0", "d1"] == [unit.record_id for unit in units[:2]]
    assert units == list(scaling.resampled(Path(), 7, seed=1))
    assert units != list(scaling.resampled(Path(), 7, seed=2))
    assert all(isinstance(unit, Unit) and unit.text for unit in units)


@pytest.mark.usefixtures("few_texts")
def test_a_build_reports_what_it_cost(tmp_path: Path) -> None:
    """Rate, time and size of an index that is really there."""
    file, folder = str(tmp_path / "units"), str(tmp_path / "index")
    scaling.write_units(file, "", 30, 1)
    built = scaling.build(folder, file, 20, "tantivy")
    asked = scaling.search_times(folder, ["What helps knees?"], "tantivy")

    assert built["per_s"] > 0
    assert built["disk_mb"] > 0
    assert built["build_mb"] > 0
    assert asked["memory_mb"] > 0
    assert 20 + 1 == len(open_index("tantivy", Path(folder)))


def test_sizes_can_be_given_and_nonsense_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A million is a variable away."""
    monkeypatch.setenv("QUOTH_BENCH_UNITS", "1000000,2000000")
    assert (1_000_000, 2_000_000) == scaling._sizes(scaling.Parameters())
    monkeypatch.setenv("QUOTH_BENCH_UNITS", "many")
    with pytest.raises(BadInput, match="many"):
        scaling._sizes(scaling.Parameters())


def test_a_sweep_moves_one_knob_at_a_time() -> None:
    """What a knob is worth is seen only when the others stand still."""
    labelled = dict(points({"k1": (1.2,), "b": (0.4, 0.9)}))

    assert ["chosen", "k1_1_2", "b_0_4", "b_0_9"] == list(labelled)
    assert Bm25(k1=1.2) == labelled["k1_1_2"]
    assert Bm25(b=0.9) == labelled["b_0_9"]
