"""The keys to the open guidelines, held to the guidelines: what they call right is there to be found."""

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import yaml

pytest.importorskip("numpy", reason="numpy comes with the bench extra")

import quoth
from quoth.bench.guidelines import load_guidelines
from quoth.bench.open_key import OpenQuestion, Told, load_open_key
from quoth.model import Fidelity, FindingKind, Quote, RecordId, RenditionId, Span, Statement, hash_of_text

pytestmark = pytest.mark.data
DATA = Path(os.environ.get("QUOTH_DATA") or Path(__file__).parents[3] / "shared" / "data")
FILE = DATA / "ngc_guidelines" / "guidelines_open.jsonl.gz"
PACKS = Path(quoth.__file__).parent / "data" / "packs"
FILES = sorted((Path(__file__).parent / "open_key").glob("*.yaml"))
KEYS: Mapping[str, tuple[OpenQuestion, ...]] = {file.stem: load_open_key(file) for file in FILES}
_SENTENCE = re.compile(r"\n+|(?<=[.;!?])\s+(?=[A-Z(])")
_MOST_WORDS = 6
DRAWN: Mapping[str, tuple[int, int]] = {
    "blind_fourth": (90, 20),
    "blind_fifth": (90, 20),
    "blind_sixth": (90, 20),
    "blind_seventh": (90, 20),
    "blind_eighth": (60, 15),
    "blind_ninth": (60, 15),
    "blind_tenth": (60, 15),
    "topics": (30, 6),
}
"""What they ask for was drawn by lot, so other keys may ask for some of it too: how much of it, and how much beyond."""


@pytest.fixture(scope="module")
def sentences() -> Mapping[str, tuple[Statement, ...]]:
    """The sentences of each guideline, and the recommendations of the packs, each as a row that quotes it."""
    if not FILE.is_file():
        pytest.skip(f"needs {FILE.name} below the data folder; set QUOTH_DATA")
    read = {one.id: tuple(map(_row, _SENTENCE.split(one.rendition.text))) for one in load_guidelines(FILE)}
    return {**read, **_of_packs()}


@pytest.mark.parametrize("name", KEYS)
def test_what_a_key_tells_is_said_by_the_guideline_and_by_little_else(
    name: str, sentences: Mapping[str, tuple[Statement, ...]]
) -> None:
    """Words that no sentence holds could never be found; words that many hold would find anything."""
    told = [(one.question, t) for one in KEYS[name] for t in (*one.right, *one.also)]
    found = {(question, t): sum(t.is_said_by(row, (t.of,)) for row in sentences[t.of]) for question, t in told}

    assert {} == {f"{question}: {t.of} {t.words}": n for (question, t), n in found.items() if not 1 <= n <= 4}


@pytest.mark.parametrize("name", KEYS)
def test_a_key_holds_no_text_of_a_guideline(name: str) -> None:
    """A recommendation is told by a few words, never copied."""
    told = [t for one in KEYS[name] for t in (*one.right, *one.also)]

    assert [] == [t.words for t in told if len(t.words.split()) > _MOST_WORDS]


def test_keys_share_no_question_and_no_answer() -> None:
    """What one key is developed against must not answer another that is asked blind."""
    seen: set[str | Told] = set()
    for name, key in KEYS.items():
        asked: set[str | Told] = {one.question.casefold() for one in key}
        own = asked | (set() if name in DRAWN else {t for one in key for t in one.right})
        assert seen.isdisjoint(own), seen & own
        seen |= own


@pytest.mark.parametrize("name", ["blind_second", "blind_third"])
def test_a_later_blind_key_asks_for_sentences_that_no_other_key_asks_for(
    name: str, sentences: Mapping[str, tuple[Statement, ...]]
) -> None:
    """Told by other words, the same recommendation would be asked for again. Other guidelines may say it as well."""

    def asked_for(key: Sequence[OpenQuestion]) -> set[tuple[str, int]]:
        told = {t for one in key for t in one.right if t.of == one.right[0].of}
        return {(t.of, n) for t in told for n, row in enumerate(sentences[t.of]) if t.is_said_by(row, (t.of,))}

    others = set().union(*(asked_for(key) for other, key in KEYS.items() if other not in {name, *DRAWN}))

    assert others
    assert others.isdisjoint(asked_for(KEYS[name]))


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawn_key_is_as_large_as_the_draw_and_asks_for_nothing_twice(name: str) -> None:
    """As many as were drawn, each asked once, and those beyond the documents."""
    answered = [one for one in KEYS[name] if not one.refuse]

    assert (len(answered), len(KEYS[name]) - len(answered)) == DRAWN[name]
    assert len({one.right[0] for one in answered}) == len(answered)


def _of_packs() -> dict[str, tuple[Statement, ...]]:
    packs = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in PACKS.glob("*.yaml")]
    return {
        f"{pack['pack']}/{record['id']}": tuple(_row(one["text"]) for one in record.get("recommendations", ()))
        for pack in packs
        for record in pack.get("records", ())
    }


def _row(text: str) -> Statement:
    quote = Quote(Span(RecordId("r"), RenditionId("t"), 0, len(text), hash_of_text(text)), text or "-")
    return Statement("s", FindingKind.RECOMMENDATION, quote, Fidelity.VERBATIM, (1,))
