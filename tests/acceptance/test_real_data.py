"""Real files end to end: they are read, and questions on what only they cover are answered in their own words."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import yaml

from quoth.library import passages
from quoth.model import Abstention, Answer, Fidelity, Form, Reason, SectionRole, Statement
from quoth.pipeline import Outcome, ask, source
from tests.acceptance.conftest import RealLibrary, offer

pytestmark = pytest.mark.data

UNOFFERED = {SectionRole.BACKGROUND, SectionRole.OBJECTIVE, SectionRole.METHODS}


class Keyed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question: which words of which record must be quoted, or no record for one that must be refused."""

    question: str
    why: str
    record: str = ""
    words: str = ""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    questions: tuple[Keyed, ...]


def load() -> Iterator[Keyed]:
    """The questions of all files of the second key."""
    for path in sorted((Path(__file__).parent / "real_key").glob("*.yaml")):
        yield from msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), _File).questions


KEY = tuple(load())
ANSWERED = tuple(keyed for keyed in KEY if keyed.record)
REFUSED = tuple(keyed for keyed in KEY if not keyed.record)
KNEE = (
    "Should I have keyhole surgery (arthroscopy) for kneecap pain?",
    "What are the interventions for patellofemoral (kneecap) pain?",
)


@pytest.fixture(scope="module")
def outcomes(real: RealLibrary) -> dict[str, Outcome]:
    """Every question of the key and of the kneecap, asked once."""
    questions = (*(keyed.question for keyed in KEY), *KNEE)
    return {question: ask(question, real.parts) for question in questions}


# --- reading ---------------------------------------------------------------------------------------------------------
def test_every_file_of_a_known_format_is_read_to_its_end(real: RealLibrary) -> None:
    """Deliberately broken exports among them: nothing crashes, and only a reviewer's own tables are refused whole."""
    assert {Path(name).suffix for name in real.unread} <= {".csv"}
    assert all("--format" in why for why in real.unread.values())
    read = {name: report for name, report in real.reports.items() if report.status != "refused"}
    assert {"done"} == {report.status for report in read.values()}
    assert {".csv"} >= {Path(name).suffix for name in set(real.reports) - set(read)}
    assert 55 <= len(real.reports)


def test_the_files_bring_thousands_of_records_and_texts(real: RealLibrary) -> None:
    """About 1,225 records come by PubMed XML, 3,700 by MEDLINE and RIS; most have an abstract."""
    counts = real.parts.store.counts()
    by_form = dict(counts.by_form)

    assert 5000 <= counts.records <= 5400
    assert 2900 <= by_form["abstract"]
    assert 10 == by_form["full-text"]
    assert 30_000 <= counts.passages
    assert 1700 <= sum(report.notices_new for report in real.reports.values())


def test_what_is_refused_has_its_place_and_reason(real: RealLibrary) -> None:
    """A reader finds the record that was left out by its number and line."""
    read = {name: report for name, report in real.reports.items() if report.status != "refused"}
    refusals = [(name, one) for name, report in read.items() for one in report.refusals]

    assert 61 == real.reports["baseline_reference_types.ris"].refused
    assert 90 <= len(refusals) <= 200
    assert all(one.file == name and one.place.startswith("record ") and one.reason for name, one in refusals)


def test_ingesting_everything_again_changes_nothing(real: RealLibrary) -> None:
    """The same files twice make the same library, by its snapshot and its counts."""
    before = (real.parts.store.snapshot(), real.parts.store.counts())
    first = dict(real.reports)
    offer(real)
    again, real.reports = real.reports, first

    assert before == (real.parts.store.snapshot(), real.parts.store.counts())
    assert {"already in the library", "refused"} >= {report.status for report in again.values()}


# --- answering -------------------------------------------------------------------------------------------------------
def test_the_key_is_large_enough_and_its_words_are_short() -> None:
    """At least fifteen answers and five refusals; a key that quoted whole sentences would test copying."""
    assert 15 <= len(ANSWERED)
    assert 5 <= len(REFUSED)
    assert all(2 <= len(keyed.words.split()) <= 8 for keyed in ANSWERED)


@pytest.mark.parametrize("keyed", ANSWERED, ids=lambda keyed: keyed.question)
def test_question_is_answered_in_the_words_of_its_record(
    keyed: Keyed, real: RealLibrary, outcomes: dict[str, Outcome]
) -> None:
    """The record's own sentence stands on the page, verbatim, with its reference."""
    page = answered(outcomes[keyed.question])
    record = source(keyed.record, real.parts).record
    quoted = [s for s in page.statements() if s.quote.span.record_id == record.id]

    assert any(keyed.words in s.quote.text and s.fidelity is Fidelity.VERBATIM for s in quoted), (
        f"{keyed.why}\n" + "\n".join(s.quote.text for s in quoted or page.statements()[:6])
    )
    assert record.id in {reference.record_id for reference in page.references}


@pytest.mark.parametrize("keyed", REFUSED, ids=lambda keyed: keyed.question or "nothing")
def test_question_that_the_library_cannot_answer_is_refused(keyed: Keyed, outcomes: dict[str, Outcome]) -> None:
    """A confident page on what the library does not hold is the worst fault that there is."""
    page = outcomes[keyed.question].page

    assert isinstance(page, Abstention), f"{keyed.why}\n" + "\n".join(s.quote.text for s in page.statements()[:4])
    assert page.explanation


def test_ten_thousand_characters_of_noise_are_refused(real: RealLibrary) -> None:
    """Noise is told from a question by its length alone, before anything is searched."""
    page = ask("qzx lorem %$ 7" * 800, real.parts).page

    assert isinstance(page, Abstention)
    assert Reason.TOO_LONG is page.reason


@pytest.mark.parametrize(
    "question",
    ["treatment of pulmonary hypertension", "ocular hypertension drops", "Which insulin for type 1 diabetes?",
     "portal hypertension propranolol"],
)  # fmt: skip
def test_a_disease_that_sounds_like_a_packs_topic_is_not_answered_from_that_pack(
    question: str, real: RealLibrary
) -> None:
    """Advice on blood pressure is no advice on the pressure in the lungs, the eye or the portal vein."""
    page = ask(question, real.parts).page
    used = page.references if isinstance(page, Answer) else ()

    assert [] == [reference.title for reference in used if (reference.ids.pack or "").startswith("hypertension/")]
    assert () == (page.bottom_line.statements if isinstance(page, Answer) else ())


def test_every_page_passes_the_checker(outcomes: dict[str, Outcome]) -> None:
    """What fails the checker would have been taken off the page; here nothing had to be."""
    assert {} == {q: o.verdict.faults for q, o in outcomes.items() if not o.verdict.passed}


def test_no_title_aim_method_or_background_is_offered_as_evidence(
    real: RealLibrary, outcomes: dict[str, Outcome]
) -> None:
    """Held against the labels that the abstracts carry themselves."""
    n_labelled = 0
    for statement in verbatim(outcomes):
        stored = real.parts.store.rendition(statement.quote.span.rendition_id)
        title = real.parts.store.record(stored.record_id).title
        start = statement.quote.span.start
        roles = {s.role for s in stored.rendition.sections if s.start <= start < s.end and s.role}
        n_labelled += bool(roles)

        assert not roles & UNOFFERED, f"{roles}: {statement.quote.text}"
        assert letters(statement.quote.text) != letters(title)
    assert 60 <= n_labelled


def test_every_statement_quotes_whole_sentences(real: RealLibrary, outcomes: dict[str, Outcome]) -> None:
    """A quotation begins where a sentence of the text begins and ends where one ends."""
    for statement in verbatim(outcomes):
        span = statement.quote.span
        cut = passages(real.parts.store.rendition(span.rendition_id))

        assert span.start in {one.start for one in cut}, statement.quote.text
        assert span.end in {one.end for one in cut}, statement.quote.text


def test_no_caption_or_row_of_a_table_is_quoted(real: RealLibrary, outcomes: dict[str, Outcome]) -> None:
    """Cut loose from its table a row says nothing, and a caption is no finding."""
    for statement in verbatim(outcomes):
        stored = real.parts.store.rendition(statement.quote.span.rendition_id).rendition
        around = [s.heading for s in stored.sections if s.start <= statement.quote.span.start < s.end]

        assert not any(heading.startswith(("Table", "Figure")) for heading in around), statement.quote.text


# --- the arthroscopy trial -------------------------------------------------------------------------------------------
def test_the_arthroscopy_trials_summary_abstract_and_full_text_are_one_record(real: RealLibrary) -> None:
    """The starter library summarises the trial; its full text joins that record and replaces nothing."""
    view = source("PMC2249589", real.parts)

    assert source("18078506", real.parts).record.id == view.record.id
    assert {Form.PACK, Form.ABSTRACT, Form.FULL_TEXT} == {held.rendition.form for held in view.renditions}
    assert view.record.ids.pack is not None


@pytest.mark.parametrize("question", KNEE)
def test_the_arthroscopy_trial_is_quoted_verbatim(
    question: str, real: RealLibrary, outcomes: dict[str, Outcome]
) -> None:
    """Once the article is there it speaks for itself: its words come first, its summary after them."""
    page = answered(outcomes[question])
    trial = source("PMC2249589", real.parts).record.id
    quoted = [s.fidelity for s in page.statements() if s.quote.span.record_id == trial]
    shown = [s for group in page.research for s in group.statements if s.quote.span.record_id == trial]
    folded = [[s.fidelity for s in group.more if s.quote.span.record_id == trial] for group in page.research]

    assert Fidelity.VERBATIM in quoted
    assert {s.fidelity for s in shown} <= {Fidelity.VERBATIM}
    assert all(found == sorted(found, key=[Fidelity.VERBATIM, Fidelity.SUMMARY].index) for found in folded)
    assert any(
        "no better than when the home exercise program was used alone" in s.quote.text for s in page.statements()
    )
    assert page.bottom_line.statements == () or trial not in {
        s.quote.span.record_id for s in page.bottom_line.statements
    }


# --- what the tests above share --------------------------------------------------------------------------------------
def answered(outcome: Outcome) -> Answer:
    """The page, which must be an answer."""
    assert isinstance(outcome.page, Answer), outcome.page.explanation
    return outcome.page


def verbatim(outcomes: dict[str, Outcome]) -> Iterator[Statement]:
    """Every verbatim statement of every page."""
    for outcome in outcomes.values():
        if isinstance(outcome.page, Answer):
            yield from (s for s in outcome.page.statements() if s.fidelity is Fidelity.VERBATIM)


def letters(text: str) -> str:
    """A text by its letters and figures alone."""
    return "".join(char for char in text.casefold() if char.isalnum())
