"""What an encoder says is near counts among advice that words hold to come into question; without one nothing does."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from quoth.errors import BadFile
from quoth.evidence import CueRoles, assess
from quoth.evidence.weighing.nearness import COMPARED, Near, nearness, texts_of
from quoth.search.dense import SecondReader
from quoth.search.dense.encoder import Vectors, unit_length
from quoth.search.dense.vectors import VectorCache
from tests.unit.evidence.evidence_factories import candidate, lexicon, passages, question, record, rendition

TITLE = "Selenium for mouth ulcers: clinical practice guideline"
RINSE = "We recommend selenium as a rinse for mouth ulcers (strong recommendation)."
TABLET = "We recommend selenium as a tablet for mouth ulcers (strong recommendation)."
FILLER = "\n\n".join(f"The panel met for its session {number} in that year." for number in range(20))
OTHERS = tuple(
    replace(candidate(record(f"A trial {n}", id=f"pmid-{n + 2}"), rendition(f"Report {n} was read."), rank=n + 2),
            match_0_1=0.1)
    for n in range(9)
)  # fmt: skip


class ByHand:
    """An encoder by hand: what is swallowed and what is not."""

    name = "by hand"
    encoded = 0
    broken = False

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """As articles, uncounted."""
        if self.broken:
            raise BadFile("The encoder failed: it is by hand.")
        rows = [["gargle" in one or "rinse" in one, "swallow" in one or "tablet" in one, 0.1] for one in texts]
        return unit_length(np.array(rows, dtype=np.float32) + np.float32(0.01))

    def encode_articles(self, texts: Sequence[str]) -> Vectors:
        """Counted."""
        self.encoded += len(texts)
        return self.encode_queries(texts)


def first(near: Near | None, *advice: str) -> str | None:
    """The advice that answers best, of a guideline that says both alike in the words of the question."""
    hit = candidate(record(TITLE, id="pmid-1"), rendition("\n\n".join((*advice, FILLER))))
    typed = question(words=("selenium", "mouth", "ulcers"), text="selenium for mouth ulcers, gargled")
    found = [replace(hit, match_0_1=0.7), *OTHERS]
    table = assess(typed, found, lexicon(), CueRoles(), passages_of=passages, near=near)
    return next((one.quote.text for one in table.findings if one.spoken), None)


@pytest.fixture
def reader() -> SecondReader:
    """Keeps its vectors in memory."""
    encoder = ByHand()
    return SecondReader(encoder, VectorCache(None, encoder), k=5, weight=0.5)


def test_of_two_that_say_the_same_words_the_nearer_leads(reader: SecondReader) -> None:
    """Words cannot tell a rinse from a tablet for who gargles."""
    near = partial(reader.nearness, "selenium for mouth ulcers, gargled")

    assert first(near, RINSE, TABLET) == RINSE
    assert first(near, TABLET, RINSE) == RINSE
    assert first(None, RINSE, TABLET) == RINSE
    assert first(None, TABLET, RINSE) == TABLET


def test_a_broken_encoder_leaves_advice_as_the_words_weigh_it(reader: SecondReader) -> None:
    """It says why, and is no reason to fail."""
    broken = ByHand()
    broken.broken = True
    failing = SecondReader(broken, VectorCache(None, broken), k=5, weight=0.5)

    assert first(partial(failing.nearness, "gargled"), TABLET, RINSE) == TABLET
    assert "by hand" in failing.fault


def test_only_the_best_by_words_are_compared(reader: SecondReader) -> None:
    """A guideline of hundreds of recommendations does not keep a question waiting."""
    given: list[str] = []

    def near(texts: Sequence[str]) -> Sequence[float]:
        given.extend(texts)
        return [0.0] * len(texts)

    many = (f"We suggest selenium in mouth ulcers of kind {number}." for number in range(40))
    first(near, RINSE, *many)

    assert len(given) == 2 * COMPARED
    assert {RINSE, texts_of(RINSE, "", TITLE)[1]} <= set(given)


def test_what_is_kept_and_what_is_made_now_are_as_near(tmp_path: Path) -> None:
    """A full cache and an empty one give the same page, whatever is asked for together."""
    texts = ("a rinse", "a tablet", "a rinse or a tablet to swallow", "neither")
    encoder = ByHand()
    kept = SecondReader(encoder, VectorCache(tmp_path, encoder), k=5, weight=0.5)
    new = kept.nearness("gargle", texts)
    made = encoder.encoded
    again = kept.nearness("gargle", texts)
    one_by_one = [one for text in reversed(texts) for one in kept.nearness("gargle", (text,)) or ()]

    assert new == again == one_by_one[::-1]
    assert encoder.encoded == made == len(texts)


def test_how_far_advice_stands_out_hardly_hangs_on_the_encoder() -> None:
    """One that holds everything to be nearer, or differences to be larger, says the same of its best."""
    cosines = [(0.2, 0.3), (0.6, 0.5), (0.3, 0.4)]
    other = [(0.5 + one / 2, 0.1 + two * 0.8) for one, two in cosines]

    for mine, theirs in zip(nearness(cosines), nearness(other), strict=True):
        assert mine == pytest.approx(theirs, abs=0.15)
    assert nearness([(0.4, 0.4)] * 3) == [{"near": 0.0, "near_under_headings": 0.0}] * 3


def test_a_question_of_nothing_is_near_to_nothing(reader: SecondReader) -> None:
    """There is nothing to compare."""
    assert reader.nearness(" ", ("a rinse",)) is None
    assert reader.nearness("gargle", ()) is None
