"""What decides which texts are read: the search, an encoder where there is one, the evidence; all of it is shown."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import numpy as np
import pytest

from quoth.errors import BadFile, BadInput
from quoth.interop.markdown import render_markdown
from quoth.model import (
    Abstention,
    Answer,
    Concept,
    ConceptKind,
    Design,
    Filters,
    RecordId,
    RenditionId,
    Run,
    Unit,
    Words,
    encode,
)
from quoth.pipeline import Parts, ask, build_vectors, ingest, nearest_guidance
from quoth.pipeline.composing import understood
from quoth.pipeline.guidance import names_condition, spread
from quoth.pipeline.ranking import how_ranked, ranked
from quoth.search import plan, retrieve
from quoth.search.dense import SecondReader
from quoth.search.dense.encoder import Vectors, unit_length
from quoth.search.dense.vectors import VectorCache
from quoth.search.evidence_order import GUIDANCE
from tests.kept import library_in_memory

QUESTION = "Does taping help patellofemoral pain?"
Opened = Callable[..., AbstractContextManager[Parts]]


class Shapes:
    """An encoder by hand: how often each letter stands in a text."""

    name = "shapes"
    encoded = 0

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """As articles, uncounted."""
        return unit_length(np.array([[text.count(c) + 1 for c in "aeioutsr"] for text in texts], dtype=np.float32))

    def encode_articles(self, texts: Sequence[str]) -> Vectors:
        """Counted."""
        self.encoded += len(texts)
        return self.encode_queries(texts)


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """Opens the starter library in memory, with an encoder and a folder for its vectors, or without."""

    @contextmanager
    def open_with(reads: Shapes | None = None, cache: Path | None = None, **given: str) -> Iterator[Parts]:
        with library_in_memory(tmp_path, **given) as parts:
            parts.new_id = lambda: "id"
            if reads is not None:
                parts.reader = SecondReader(reads, VectorCache(cache, reads), k=50, weight=0.5)
            yield parts

    return open_with


def test_a_page_says_how_its_sources_were_ranked(opened: Opened) -> None:
    """Words alone or an encoder, and every factor with its weight, on the page and in its other forms."""
    with opened() as parts:
        outcome = ask(QUESTION, parts)
    page = outcome.page
    assert isinstance(page, Answer)

    assert "words alone" in page.method.ranked
    assert "guidelines are looked for by themselves" in page.method.ranked
    assert ["relevance", "design", "people", "recency", "directness", "size"] == [
        one.name for one in page.method.ranking
    ]
    told = render_markdown(page, outcome.verdict)
    assert "Ranked by words alone" in told
    assert "design 0.1" in told


def test_a_full_vector_cache_and_an_empty_one_give_the_identical_page(opened: Opened, tmp_path: Path) -> None:
    """Promise 6, with an encoder in use."""
    with opened(Shapes(), tmp_path / "vectors") as parts:
        build_vectors(parts)
        full = encode(ask(QUESTION, parts).page)
    with opened(Shapes(), None) as parts:
        empty = ask(QUESTION, parts).page
        again = ask(QUESTION, parts).page

    assert full == encode(empty) == encode(again)
    assert ("encoder", "shapes") in empty.manifest.versions


def test_building_vectors_goes_on_where_it_stopped(opened: Opened, tmp_path: Path) -> None:
    """What is kept is not made again, whether a run was stopped or a question came before."""
    first = Shapes()
    with opened(first, tmp_path / "vectors") as parts:
        ask(QUESTION, parts)
        for_a_question = first.encoded
        units, made = build_vectors(parts)
        assert 50 <= for_a_question < first.encoded
        assert made < units == len(parts.index)
    second = Shapes()
    with opened(second, tmp_path / "vectors") as parts:
        assert (units, 0) == build_vectors(parts)
    assert 0 == second.encoded


def test_there_is_nothing_to_build_without_an_encoder(opened: Opened) -> None:
    """The message says what to set; a folder that cannot be used is named, and questions are answered all the same."""
    with opened() as parts, pytest.raises(BadInput, match="quoth encoder export"):
        build_vectors(parts)
    with opened(encoder="/nowhere/at/all") as parts:
        page = ask(QUESTION, parts).page
    assert isinstance(page, Answer)
    assert "/nowhere/at/all" in page.method.ranked


def test_the_evidence_chooses_among_more_than_is_read(opened: Opened) -> None:
    """With room for few texts, guidance that answers is among them."""
    with opened(units_k="8") as parts:
        page = ask(QUESTION, parts).page

    assert isinstance(page, Answer)
    assert page.bottom_line.statements


def test_a_report_on_the_people_asked_about_is_read_before_one_that_fits_as_well(
    opened: Opened, tmp_path: Path
) -> None:
    """Two abstracts say the same of asthma; MeSH files the first under infants, whom neither names."""
    entry = "PMID- {}\nTI  - Budesonide in asthma\nAB  - Budesonide reduced attacks of asthma{}.\nMH  - {}\n\n"
    file = tmp_path / "two.nbib"
    file.write_text(entry.format(1, " here", "Infant") + entry.format(2, " there", "Adult"), encoding="utf-8")
    with opened(starter="no") as parts:
        ingest([file], parts)
        pmids = {record.id: record.ids.pmid for record in parts.store.iter_records()}
        orders = [
            [pmids[hit.record_id] for hit in ranked(understood(text, parts), parts).hits]
            for text in ("budesonide for asthma", "budesonide for asthma in children")
        ]

    assert [["2", "1"], ["1", "2"]] == orders


def test_guidance_is_found_in_a_library_full_of_trials(opened: Opened) -> None:
    """Hundreds of abstracts that say "type 2 diabetes" in every line do not keep its guidelines from being read."""
    with opened() as parts:
        words = "Type 2 diabetes. " * 3
        crowd = [
            Unit(f"x{n}#0-9", RecordId(f"x{n}"), RenditionId(f"x{n}"), 0, 9, "Type 2 diabetes", words)
            for n in range(300)
        ]
        parts.index.add(crowd)
        question = understood("type 2 diabetes", parts)
        crowded = parts.index.search(plan(question), k=120)
        run = ranked(question, parts)
        held = parts.recall().records_by_id([hit.record_id for hit in run.hits])
        designs = [held[hit.record_id].design if hit.record_id in held else None for hit in run.hits]

        among = parts.recall().records_by_id([hit.record_id for hit in crowded.hits]).values()

    assert Design.GUIDELINE not in {record.design for record in among}
    assert Design.GUIDELINE in designs[:5]
    assert list(range(1, len(run.hits) + 1)) == [hit.rank for hit in run.hits]
    assert len({hit.unit_id for hit in run.hits}) == len(run.hits)


def test_guidance_on_different_conditions_is_read_early_where_the_question_names_none(opened: Opened) -> None:
    """Tablets are taken for many things: two guidelines on one of them would hide those on all others."""
    with opened() as parts:
        run = ranked(understood("tablets", parts), parts)
        held = parts.recall().records_by_id([hit.record_id for hit in run.hits[:5]])
        advice = {record.conditions for record in held.values() if record.design is Design.GUIDELINE}

    assert 4 <= len(advice)


def test_guidance_comes_from_conditions_that_the_treatment_is_used_for(opened: Opened) -> None:
    """Dry needling is advised on for two conditions here; guidance on a third one that names it takes no place."""
    with opened() as parts:
        treated = parts.vocabulary().treats["dry needling"]
        run = ranked(understood("Is dry needling useful?", parts), parts)
        held = parts.recall().records_by_id([hit.record_id for hit in run.hits[:5]])
        advice = [record for record in held.values() if record.design is Design.GUIDELINE]

    assert any(not treated.isdisjoint(record.conditions) for record in advice)


def test_guidance_is_found_under_the_names_that_medicine_has(opened: Opened) -> None:
    """No source says "ticker": guidance on the heart is found, matches nothing, and its topics are offered."""
    with opened() as parts:
        run = ranked(understood("ticker", parts), parts)
        held = parts.recall().records_by_id([hit.record_id for hit in run.hits])
        page = ask("What helps against a dodgy ticker?", parts).page

    assert {Design.GUIDELINE} == {held[hit.record_id].design for hit in run.hits}
    assert {0.0} == {hit.match_0_1 for hit in run.hits}
    assert isinstance(page, Abstention)
    assert "“dodgy ticker” also as cardiovascular disease" in page.method.ranked
    assert {"diabetes", "pressure"} == {
        word
        for word in ("diabetes", "pressure", "smoking")
        if word in " ".join(one.question for one in page.suggestions[:2])
    }


def test_other_names_are_not_looked_up_where_a_condition_is_named(opened: Opened) -> None:
    """Its guideline is found by its own name; nothing else may come before it."""
    with opened() as parts:
        question = understood("Do water tablets help hypertension?", parts)
        line, _ = how_ranked(question, parts)

    assert question.conditions
    assert "also as" not in line


def test_what_a_vocabulary_alone_names_is_a_word_like_others(opened: Opened) -> None:
    """MeSH has headings for burns and for stings; whoever says that it burns when passing water has neither."""
    mesh = Concept("burns", ConceptKind.CONDITION, lay=("burns", "burn"), origin="MeSH 2021")
    with opened() as parts:
        asked = "all it does is burn when I spend a penny"
        plain = ranked(understood(asked, parts), parts)
        parts.store.put_words(Words("mesh", "2021", concepts=(mesh,)))
        question = understood(asked, parts)

        assert ["burns"] == [mention.concept.name for mention in question.conditions]
        assert not names_condition(question)
        assert "also as" in how_ranked(question, parts)[0]
        assert "urinary tract infection" in _conditions(plain, parts)
        assert "urinary tract infection" in _conditions(ranked(question, parts), parts)


def test_of_guidance_on_any_condition_each_condition_comes_once_before_another_comes_twice(opened: Opened) -> None:
    """Guidelines on migraine file it under one name, two or three; it is one condition all the same."""
    with opened() as parts:
        question = understood("tablets", parts)
        found = retrieve(question, parts.index, k=12, filters=Filters(kinds=GUIDANCE))
        order = [hit.record_id for hit in spread(question, found, parts)]
        about = [set(parts.store.record(name).conditions) for name in order]
        distinct = next(n for n, one in enumerate(about) if any(one & other for other in about[:n]))

    assert sorted(order) == sorted(hit.record_id for hit in found.hits)
    assert all(any(one & other for other in about[:distinct]) for one in about[distinct:])


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
        by_words = _conditions(ranked(understood("blimps", parts), parts), parts)
    with opened(Topics()) as parts:  # type: ignore[arg-type]
        found = _conditions(ranked(understood("blimps", parts), parts), parts)
        line, _ = how_ranked(understood("blimps", parts), parts)
        page = ask("What helps against blimps?", parts).page

    assert "type 2 diabetes" not in by_words
    assert "diabetes" in page.suggestions[0].question
    assert "type 2 diabetes" in found
    assert "looks through all 34 texts of guidance" in line
    assert "the 16 best by words are weighed with how near" in line
    assert isinstance(page, Abstention)


def _conditions(run: Run, parts: Parts) -> set[str]:
    """What the first five texts are about."""
    held = parts.recall().records_by_id([hit.record_id for hit in run.hits[:5]])
    return {name for record in held.values() for name in record.conditions}


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
