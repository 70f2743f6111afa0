"""Guidance is found by its plain wording and by its meaning, and vectors are made as they are needed."""

from collections.abc import Sequence

import numpy as np
import pytest

from quoth.errors import BadFile
from quoth.model import (
    Abstention,
    Design,
)
from quoth.pipeline import ask, build_vectors, nearest_guidance
from quoth.pipeline.composing import understood
from quoth.pipeline.ranking import how_ranked, ranked
from quoth.search import plan
from quoth.search.dense.encoder import Vectors, unit_length
from tests.unit.pipeline.ranked import Opened, Shapes, conditions_of


def test_a_guideline_is_found_by_its_plain_wording_and_quoted_in_its_own(opened: Opened) -> None:
    """What an editor wrote beside a statement for patients leads to it; the row is the source's."""
    with opened() as parts:
        held = next(
            held
            for record in parts.store.iter_records()
            for held in parts.recall().renditions(record.id)
            for note in held.rendition.annotations
            if note.plain and "top number" in note.plain and "top number" not in held.rendition.text
        )
        found = {hit.rendition_id for hit in parts.index.search(plan(understood("top number", parts)), k=20).hits}

    assert held.rendition.id in found


class Topics:
    """An encoder by hand that knows which everyday words mean which topic."""

    name = "topics"
    MEAN = (("smok", "ciggies"), ("bladder", "urinar"), ("diabet", "blimps"))

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """As articles."""
        counts = [[any(word in text.lower() for word in words) + 0.05 for words in self.MEAN] for text in texts]
        return unit_length(np.array(counts, dtype=np.float32))

    encode_articles = encode_queries


def test_guidance_is_found_by_its_meaning_where_no_word_is_shared(opened: Opened) -> None:
    """What nobody lists leads to its guideline; a page says that all were looked through, and only offers its topic."""
    with opened() as parts:
        by_words = conditions_of(ranked(understood("blimps", parts), parts), parts)
    with opened(Topics()) as parts:  # type: ignore[arg-type]
        found = conditions_of(ranked(understood("blimps", parts), parts), parts)
        line, _ = how_ranked(understood("blimps", parts), parts)
        page = ask("What helps against blimps?", parts).page

    assert "type 2 diabetes" not in by_words
    assert "diabetes" in page.suggestions[0].question
    assert "type 2 diabetes" in found
    assert "looks through all 34 texts of guidance" in line
    assert "the 16 best by words are weighed with how near" in line
    assert isinstance(page, Abstention)


def test_vectors_of_new_guidance_count_at_the_next_question(opened: Opened) -> None:
    """The library changes, and so do the vectors that are looked through."""
    with opened(Topics()) as parts:  # type: ignore[arg-type]
        reader = parts.reader
        assert reader is not None
        before = parts.near_guidance(reader)
        again = parts.near_guidance(reader)
        record = next(one for one in parts.store.iter_records() if one.design is Design.GUIDELINE)
        with parts.store.writing():
            parts.store.delete_record(record.id)
        after = parts.near_guidance(reader)

    assert before is again
    assert before.nearest is not None
    assert after.nearest is not None
    assert len(after.nearest) == len(before.nearest) - 1


def test_an_encoder_that_failed_is_tried_again(opened: Opened) -> None:
    """A page that was ranked by words alone says so, and the next one does not."""

    class Moody(Shapes):
        well = False

        def encode_articles(self, texts: Sequence[str]) -> Vectors:
            if not self.well:
                raise BadFile("no memory")
            return super().encode_articles(texts)

    moody = Moody()
    with opened(moody, keep_answers="no") as parts:
        failed = ask("tablets", parts).page
        moody.well = True
        fine = ask("tablets", parts).page
        assert parts.reader is not None
        assert parts.near_guidance(parts.reader).nearest is not None

    assert "no memory" in failed.method.ranked
    assert "looks through all" in fine.method.ranked


def test_a_question_does_not_wait_for_thousands_of_vectors(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until they are made ahead, guidance is found by words, and the page says what to do."""
    monkeypatch.setattr(nearest_guidance, "WAIT_FOR", 10)
    with opened(Shapes()) as parts:
        question = understood("tablets", parts)
        ranked(question, parts)
        line, _ = how_ranked(question, parts)
        assert "quoth index vectors" in line
        build_vectors(parts)
        line, _ = how_ranked(question, parts)
        assert "looks through all" in line
