"""The checker refuses faults, not pages: what keeps the promises passes, in every lawful variant."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quoth.check import Checker, verify
from quoth.model import (
    SIGNPOSTS,
    Abstention,
    Action,
    Answer,
    BottomLine,
    Directness,
    Extent,
    FaultKind,
    Figure,
    GuestMode,
    Ids,
    NearAdvice,
    NearSource,
    Notice,
    NoticeKind,
    QualifierKind,
    QueryTerm,
    Question,
    Reason,
    RecordId,
    RenditionId,
    ReviewLine,
    ReviewStatus,
    Standing,
    Statement,
    Suggestion,
    Words,
    phrase,
    quote_of,
)
from quoth.store import open_store
from tests.unit.check.factories import Library
from tests.unit.check.honest_page import clean_page
from tests.unit.check.knee_texts import GUIDE, NARROW_TRIAL, TRIAL, VERBATIM_GUIDE, study
from tests.unit.check.planted_omissions import audited
from tests.unit.check.planting import (
    LIBRARY,
    PAGE,
    PARAPHRASE,
    change,
    everywhere,
    on,
    page,
    paraphrased,
    reference,
    row,
    stretch,
)

Variant = Callable[[Answer], Answer]
TRIAL_TEXT = LIBRARY.texts[TRIAL].text
GUIDE_TEXT = LIBRARY.texts[GUIDE]


def whole_line(statement: Statement) -> Statement:
    """A pack's line quoted to its end, so that its qualifiers stand in the quote itself."""
    whole = GUIDE_TEXT.annotations[0].whole
    return replace(stretch(GUIDE, whole.start, whole.end)(statement), qualifiers=())


def two_sentences(statement: Statement) -> Statement:
    """A sentence quoted together with the one that restricts it."""
    start = TRIAL_TEXT.index("Stiffness fell")
    return stretch(TRIAL, start, TRIAL_TEXT.index("\nCONCLUSIONS"), n=None)(statement)


def grade_as_qualifier(held: Answer) -> Answer:
    """A recommendation whose restriction travels as a qualifier."""
    text = LIBRARY.texts[VERBATIM_GUIDE].text
    start, end = text.index("Bracing may"), text.index(" It is contra")
    limit = LIBRARY.qualifier(VERBATIM_GUIDE, QualifierKind.CONTEXT, text[end + 1 :])
    values = {"action": Action.CONSIDER, "action_by": "from 'be considered'", "interventions": ("bracing",)}
    bracing = stretch(VERBATIM_GUIDE, start, end, qualifiers=(limit,), **values)
    return row(1, action=Action.CONSIDER, intervention="bracing")(change("s3", bracing)(held))


HONEST: dict[str, Variant] = {
    "a statement is quoted with its whole line": change("s1", whole_line),
    "two sentences are quoted together": change("s6", two_sentences),
    "a restriction travels as a qualifier": grade_as_qualifier,
    "nothing says how many took part": on("s6", n=None),
    "a figure is read out of the quote": on("s6", figures=(Figure(47, 86, "MD", -1.5, -2.0, -1.0, 95.0, "points"),)),
    "a successor in the library is named": reference(
        4, standing=replace(PAGE.references[3].standing, superseded_by=NARROW_TRIAL)
    ),
    "a paraphrase that a measured judge let in": paraphrased(PARAPHRASE),
    "everyday words that a measured judge let in": paraphrased(PARAPHRASE, mode=GuestMode.PLAIN),
    "the operator's signpost is shown": page(signposts=("Call 112.",)),
    "the bank's signposts are shown": page(signposts=tuple(SIGNPOSTS.values())),
    "the question is asked again with a condition": page(
        suggestions=(Suggestion("knee osteoarthritis", "What helps kneecap pain (knee osteoarthritis)?"),)
    ),
    "a board approved the page": page(
        review=ReviewLine(ReviewStatus.APPROVED, ("Dr. Smith",), "2026-11-01", revision=1)
    ),
    "an approval has lapsed": page(
        review=ReviewLine(ReviewStatus.OUT_OF_DATE, ("Dr. Smith",), "2026-11-01", ("a new trial",), 1)
    ),
    "nothing is suggested": page(suggestions=()),
    "the page names what made it, and lists every side without evidence": audited(),
    "an intervention is spoken of in words of the text": lambda held: replace(
        held, research=(*held.research[:2], replace(held.research[2], intervention="Insoles in runners"))
    ),
}


def test_a_page_that_keeps_every_promise_passes() -> None:
    """Every layer is filled, every quote is whole, every mark is worn: nothing is found."""
    verdict = verify(PAGE, LIBRARY.store)

    assert () == verdict.faults
    assert len(PAGE.statements()) == verdict.checked


@pytest.mark.parametrize("name", HONEST)
def test_a_lawful_variant_is_not_refused(name: str) -> None:
    """A checker that refuses sound pages would soon be switched off."""
    page = HONEST[name](PAGE)

    assert page != PAGE
    assert () == verify(page, LIBRARY.store, allowed_texts=("Call 112.",)).faults


def test_a_page_passes_on_a_database_as_in_memory(tmp_path: Path) -> None:
    """The verdict does not depend on which store holds the library."""
    store = open_store(str(tmp_path / "library.db"))
    library = Library(store)

    assert () == verify(clean_page(library), store).faults
    store.close()


def test_a_page_without_guidance_passes() -> None:
    """Where no recommendation was found the lead says so, and the research stands alone."""
    insoles = replace(next(s for s in PAGE.statements() if s.id == "s11"), id="s1", citations=(1,), marks=())
    page = Answer(
        id="a2",
        question=PAGE.question,
        bottom_line=BottomLine(phrase("lead.none")),
        research=(replace(PAGE.research[2], statements=(insoles,)),),
        references=(replace(PAGE.references[8], number=1),),
    )

    assert () == verify(page, LIBRARY.store).faults


def test_a_source_that_was_joined_to_another_still_carries_its_quote() -> None:
    """Two entries that prove to be one report: a page made before still points at the words, now under the other id."""
    library = Library()
    page = clean_page(library)
    kept = RecordId("pmid-889")
    record = replace(library.records[NARROW_TRIAL], id=kept)
    library.store.put_record(replace(study(kept, record.title, 2024), ids=Ids(pmid="889")))
    library.store.join_records(kept, NARROW_TRIAL)
    library.store.put_record(record)

    assert () == verify(page, library.store).faults


def test_a_retraction_that_was_taken_back_needs_no_mark() -> None:
    """A report that was reinstated after its retraction stands like any other."""
    library = Library()
    page = clean_page(library)
    ids = library.records[TRIAL].ids
    library.store.put_notices(
        [
            Notice(NoticeKind.RETRACTION, ids, on="2024-01-01"),
            Notice(NoticeKind.REINSTATEMENT, ids, on="2025-01-01"),
        ]
    )
    held = library.store.notices([ids])[0]
    standing = replace(page.references[4].standing, notices=held)
    page = reference(5, standing=standing)(page)

    assert () == verify(page, library.store).faults


def refusal(explanation: str, **values: object) -> Abstention:
    """A page that answers nothing."""
    return replace(
        Abstention("a3", Question("cheese"), Reason.NO_DIRECT_EVIDENCE, explanation),
        **values,  # type: ignore[arg-type]
    )


def test_a_refusal_in_our_words_passes() -> None:
    """Not knowing is an answer, checked like one."""
    suggestions = (Suggestion("Kneecap pain", "What eases kneecap pain?"),)
    page = refusal(phrase("why.no_direct_on", condition="kneecap pain", what="cheese"), suggestions=suggestions)

    verdict = verify(page, LIBRARY.store)

    assert verdict.passed
    assert 0 == verdict.checked


@pytest.mark.parametrize(
    ("reason", "explanation"),
    [
        (
            Reason.NO_DIRECT_EVIDENCE,
            phrase("why.no_direct_beside", condition="kneecap pain", what="cheese", rest="cheese"),
        ),
        (Reason.NO_CONDITION, phrase("why.no_condition_apart", what="cheese", conditions="kneecap pain")),
        (Reason.NO_CONDITION, phrase("why.no_condition_said", what="cheese")),
    ],
)
def test_each_way_of_refusing_passes_for_its_reason(reason: Reason, explanation: str) -> None:
    """Two treatments of different conditions, one without a condition, one for people whom no source speaks of."""
    assert () == verify(replace(refusal(explanation), reason=reason), LIBRARY.store).faults


def test_a_refusal_that_names_what_comes_near_passes() -> None:
    """A source as the catalogue tells of it may be named beside a refusal."""
    record = LIBRARY.records[TRIAL]
    near = NearSource(record.id, record.title, record.issuer, record.journal, record.published.year)

    assert () == verify(refusal(phrase("why.no_direct"), nearest=(near,)), LIBRARY.store).faults


def test_a_refusal_that_quotes_what_comes_near_passes() -> None:
    """Advice of the page under a question that it does not answer, with the word that it does not say."""
    asked = replace(
        PAGE.question,
        text=f"{PAGE.question.text} With zorbium?",
        terms=(*PAGE.question.terms, QueryTerm("zorbium")),
        unknown=("zorbium",),
    )
    near = replace(PAGE.bottom_line.statements[0], directness=Directness.UNKNOWN)
    references = tuple(one for one in PAGE.references if one.number in near.citations)
    explanation = phrase("why.unknown_words", words="zorbium")
    page = Abstention(
        PAGE.id,
        asked,
        Reason.UNKNOWN_WORDS,
        explanation,
        advice=(NearAdvice(near, ("zorbium",)),),
        references=references,
    )

    verdict = verify(page, LIBRARY.store)

    assert () == verdict.faults
    assert 1 == verdict.checked


@pytest.mark.parametrize(
    "values",
    [
        {"explanation": "Cheese is good for the knees."},
        {"explanation": ""},
        {"explanation": phrase("lead.one")},
        {"signposts": ("Eat cheese.",)},
        {"suggestions": (Suggestion("Cheese", "Why is cheese so healthy?"),)},
    ],
)
def test_a_refusal_in_other_words_is_found(values: dict[str, object]) -> None:
    """Nothing medical hides in the words of a refusal."""
    page = replace(refusal(phrase("why.no_direct")), **values)  # type: ignore[arg-type]

    assert [FaultKind.WORDING_NOT_OURS] == [fault.kind for fault in verify(page, LIBRARY.store).faults]


@pytest.mark.parametrize(
    "page",
    [
        refusal(phrase("why.none_found", what="cheese, which cures knees")),
        refusal(phrase("why.no_direct_on", condition="kneecap pain", what="chalk")),
    ],
)
def test_a_refusal_that_tells_more_than_what_was_asked_is_found(page: Abstention) -> None:
    """What fills the slots of an explanation are words of the question or names of the library."""
    assert [FaultKind.WORDING_NOT_OURS] == [fault.kind for fault in verify(page, LIBRARY.store).faults]


@pytest.mark.parametrize(
    ("reason", "explanation"),
    [
        (Reason.EMPTY_LIBRARY, phrase("why.empty_library")),
        (Reason.NOT_CLINICAL, phrase("why.no_direct")),
    ],
)
def test_a_refusal_for_a_reason_that_is_not_so_is_found(reason: Reason, explanation: str) -> None:
    """A library that holds something is not called empty, and a reason is explained by its own phrase."""
    page = replace(refusal(explanation), reason=reason)

    assert [FaultKind.STRUCTURE] == [fault.kind for fault in verify(page, LIBRARY.store).faults]


def test_a_checker_sees_the_library_as_it_is_now() -> None:
    """Concepts are kept between pages, but not beyond a change of the library."""
    library = Library()
    checker = Checker(library.store)
    page = clean_page(library)
    assert checker.verify(page).passed

    library.store.put_words(Words("knee", "1.1"))

    assert {FaultKind.UNMARKED_INDIRECT, FaultKind.WORDING_NOT_OURS} <= {f.kind for f in checker.verify(page).faults}


def test_a_notice_list_of_later_date_makes_a_stored_page_out_of_date() -> None:
    """What was checked, and when, is part of the page: a stored one says when it was checked last."""
    stale = reference(5, standing=Standing(PAGE.references[4].standing.retraction, "2025-01-01"))(PAGE)

    assert [FaultKind.REFERENCE_WRONG] == [fault.kind for fault in verify(stale, LIBRARY.store).faults]


def test_offsets_count_characters_beyond_the_basic_plane() -> None:
    """A text with signs of four bytes is quoted by characters, not by bytes or halves."""
    library = Library()
    text = replace(
        library.texts[NARROW_TRIAL], text="🦵🏽 Insoles reduced pain in runners.\n\n🦵🏽 Rest did not (P = .8)."
    )
    words = "Insoles reduced pain in runners."
    end = text.text.index(words) + len(words)
    text = replace(text, id=RenditionId("abstract-wide"), sentences=(Extent(0, end), Extent(end + 2, len(text.text))))
    library.store.put_rendition(NARROW_TRIAL, text)
    quote = quote_of(NARROW_TRIAL, text, text.sentences[0])
    page = everywhere(clean_page(library), "s11", lambda s: replace(s, quote=quote))

    assert () == verify(page, library.store).faults
