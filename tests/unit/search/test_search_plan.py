"""What a question becomes as a search, and that the search finds what it should."""

import pytest

from quoth.model import Filters, Query, QueryClause, RecordId, RenditionId, Unit
from quoth.search import MemoryIndex, plan, retrieve, strategy
from tests.unit.search.search_words import asked


def index_of(**texts: str) -> MemoryIndex:
    """An index of short texts by name."""
    index = MemoryIndex()
    index.add(
        Unit(f"{name}#0-{len(text)}", RecordId(name), RenditionId(name), 0, len(text), "", text)
        for name, text in texts.items()
    )
    return index


def test_the_condition_weighs_most_and_nothing_is_required() -> None:
    """Text about another condition answers nothing, whatever else it shares."""
    clauses = plan(asked("Does taping help runner's knee in children?")).clauses
    by_first = {clause.alternatives[0]: clause for clause in clauses}

    assert by_first["runner's knee"].weight == max(clause.weight for clause in clauses)
    assert by_first["runner's knee"].weight > by_first["taping"].weight > by_first["children"].weight
    assert not any(clause.required for clause in clauses)


def test_what_must_speak_of_the_condition_is_found_by_it_alone() -> None:
    """Guidance that shares the treatment but is about another condition is no guidance on this one."""
    index = index_of(
        other="Taping taping taping of plantar heel pain in children with taping.",
        own="Patellofemoral pain in adults.",
    )
    question = asked("Does taping help runner's knee in children?")

    assert {"other", "own"} == {hit.record_id for hit in retrieve(question, index, 5).hits}
    assert ["own"] == [hit.record_id for hit in retrieve(question, index, 5, on_condition=True).hits]
    assert [True] == [
        c.required for c in plan(question, on_condition=True).clauses if "runner's knee" in c.alternatives
    ]
    assert not any(clause.required for clause in plan(asked("taping"), on_condition=True).clauses)


def test_every_word_for_a_concept_is_an_alternative() -> None:
    """An everyday word finds texts that use the clinical one."""
    assert "patellofemoral pain" in plan(asked("runner's knee")).clauses[0].alternatives


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("water tablets high blood pressure", "thiazide"),
        ("Does taping help kneecap pain?", "tape"),
        ("side effects of thiazides in hypertension", "harm"),
        ("What helps kneecap pain?", "tape"),
        ("stairs knee surgery", "surgery"),
    ],
)
def test_retrieval_finds_the_text_that_speaks_of_it(text: str, best: str) -> None:
    """What shares the thing asked for comes before what shares its words."""
    index = index_of(
        thiazide="Thiazides in primary hypertension lowered mortality.",
        harm="Adverse effects of thiazides in hypertension included low potassium.",
        tape="Patellar taping in patellofemoral pain reduced pain at four weeks.",
        other="Taping of the ankle after sprains. Pain and pressure at high altitude. Water intake.",
        surgery="Climbing stairs after knee surgery.",
    )

    assert best == retrieve(asked(text), index, k=3).hits[0].record_id


def test_a_thread_searches_for_what_it_carries() -> None:
    """A question that points back is searched as one about what came before."""
    question = asked("is it safe?", asked("Does CBT help depression?"))
    searched = {words for clause in plan(question).clauses for words in clause.alternatives}

    assert {"depression", "cognitive behavioural therapy", "adverse events"} <= searched


def test_walls_are_passed_on() -> None:
    """A reader's filter is a wall of the search."""
    run = retrieve(asked("gout"), index_of(a="gout"), k=3, filters=Filters(kinds=("randomised trial",)))

    assert () == run.hits
    assert ("randomised trial",) == run.query.filters.kinds


def test_a_question_without_terms_searches_for_nothing() -> None:
    """Noise finds nothing."""
    assert () == plan(asked("???")).clauses
    assert () == retrieve(asked("???"), index_of(a="gout"), k=3).hits


def test_a_question_of_plain_words_alone_is_searched_by_them() -> None:
    """None of its words names anything in medicine, and texts speak of such things all the same."""
    index = index_of(other="Wrist splints at night.", own="What public awareness campaigns have seen of effects.")
    question = asked("Are we seeing the effects of public awareness campaigns?")

    assert () == question.terms
    assert ["own"] == [hit.record_id for hit in retrieve(question, index, 5).hits]


def test_the_strategy_reads_like_a_librarians_line() -> None:
    """Alternatives, phrases, weights and walls can be read and repeated."""
    query = Query(
        (QueryClause(("kneecap pain", "PFP"), 3.0), QueryClause(("taping",), 2.5, required=True)),
        Filters(kinds=("guideline",), year_from=2015, populations=("children",)),
    )

    assert '("kneecap pain" OR PFP)^3; +(taping)^2.5; kind:(guideline); year:2015–; population:(children)' == strategy(
        query
    )
