"""What decides which texts are read: the search, an encoder where there is one, the evidence; all of it is shown."""

from pathlib import Path

import pytest

from quoth.errors import BadInput
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
    Unit,
    Words,
    encode,
)
from quoth.pipeline import ask, build_vectors, ingest
from quoth.pipeline.composing import understood
from quoth.pipeline.guidance import names_condition, spread
from quoth.pipeline.ranking import how_ranked, ranked
from quoth.search import plan, retrieve
from quoth.search.evidence_order import GUIDANCE
from tests.unit.pipeline.ranked import QUESTION, Opened, Shapes, conditions_of


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
        assert "urinary tract infection" in conditions_of(plain, parts)
        assert "urinary tract infection" in conditions_of(ranked(question, parts), parts)


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
