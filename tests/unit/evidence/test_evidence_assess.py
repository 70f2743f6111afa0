"""The evidence table holds what answers, says why the rest was left out, and is the same every time."""

from dataclasses import replace

import pytest

from quoth.evidence import Labelled, assess
from quoth.model import (
    Action,
    Design,
    Directness,
    EvidenceTable,
    FindingKind,
    Form,
    QualifierKind,
    QueryTerm,
    Section,
    SectionRole,
)
from tests.unit.evidence.assessed import advice, table, trial
from tests.unit.evidence.evidence_factories import (
    candidate,
    labelled,
    lexicon,
    passages,
    question,
    record,
    rendition,
)


def test_only_results_and_conclusions_of_a_trial_are_findings() -> None:
    """Aims and methods are never offered as evidence."""
    found = table(question("kneecap pain", "taping"), trial()).findings

    assert {SectionRole.RESULTS, SectionRole.CONCLUSION} == {finding.role for finding in found}
    assert all(finding.directness is Directness.DIRECT for finding in found)


def test_every_quote_is_the_slice_of_its_source() -> None:
    """A finding is bound to its span, byte for byte, and so are its qualifiers."""
    for finding in table(question("kneecap pain"), trial(), advice()).findings:
        for quote in (finding.quote, *(qualifier.quote for qualifier in finding.qualifiers)):
            assert quote.text == finding.rendition.text[quote.span.start : quote.span.end]


def test_a_trial_never_recommends() -> None:
    """What a trial says "should be used" at its end of a trial is a conclusion."""
    text = labelled((SectionRole.CONCLUSION, "Tape should be used for patellofemoral pain in adults."))
    found = table(question("kneecap pain"), candidate(record("Tape for patellofemoral pain: a trial"), text)).findings

    assert [FindingKind.CONCLUSION] == [finding.kind for finding in found]
    assert found[0].action is None


def test_a_guidelines_running_text_recommends_with_its_grade() -> None:
    """The same words out of a guideline are a recommendation, with action and strength."""
    text = rendition("Tape should be offered to adults with patellofemoral pain (strong recommendation).")
    guideline = record("Patellofemoral pain: clinical practice guideline", publication_types=("Practice Guideline",))
    found = table(question("kneecap pain"), candidate(guideline, text)).findings

    assert (FindingKind.RECOMMENDATION, Action.DO) == (found[0].kind, found[0].action)
    assert [QualifierKind.STRENGTH] == [qualifier.kind for qualifier in found[0].qualifiers]


def test_an_annotated_statement_keeps_its_editors_fields() -> None:
    """Action, interventions and qualifiers are the editor's, not worked out again."""
    found = table(question("kneecap pain", "taping"), advice()).findings[0]

    assert (Action.CONSIDER, ("taping",), "supports") == (found.action, found.interventions, found.group)
    assert [QualifierKind.STRENGTH, QualifierKind.CONDITION] == [q.kind for q in found.qualifiers]


def test_an_intervention_that_was_not_asked_for_is_left_out_with_its_reason() -> None:
    """A question about exercise is not answered with tape."""
    read = table(question("kneecap pain", "exercise"), advice())

    assert () == read.findings
    assert "speaks of taping" in read.exclusions[0].reason


def test_a_kind_of_the_intervention_answers_for_it() -> None:
    """Hip exercise is exercise; asked the other way round it is weaker."""
    annotated = advice()
    hip = replace(annotated.rendition.annotations[0], interventions=("hip exercise",))
    hip_advice = replace(annotated, rendition=replace(annotated.rendition, annotations=(hip,)))
    whole = replace(hip, interventions=("exercise",))
    exercise_advice = replace(annotated, rendition=replace(annotated.rendition, annotations=(whole,)))

    kind = table(question("kneecap pain", "exercise"), hip_advice).findings[0]
    wider = table(question("kneecap pain", "hip exercise"), exercise_advice).findings[0]

    assert kind.relevance > wider.relevance > 0


def test_words_without_a_concept_must_all_stand_in_the_source() -> None:
    """A free question is direct only where its telling words stand."""
    asked = question(words=("zirconium", "crowns"))
    on_topic = candidate(
        record("Zirconium crowns", id="pmid-2"),
        labelled((SectionRole.RESULTS, "Zirconium crowns lasted 12 years in 40 patients.")),
    )
    off_topic = candidate(
        record("Gold crowns", id="pmid-3"),
        labelled((SectionRole.RESULTS, "Gold crowns lasted 20 years in 40 patients.")),
    )

    read = table(asked, on_topic, off_topic)

    assert {("pmid-2", Directness.DIRECT)} == {(f.record.id, f.directness) for f in read.findings}
    assert "zirconium" in read.exclusions[0].reason


def test_coverage_counts_the_best_direct_source_alone() -> None:
    """What nothing direct covers is named."""
    read = table(question("kneecap pain", words=("kangaroo",)), trial())

    assert 0 < read.coverage_0_1 < 1
    assert ("kangaroo",) == read.uncovered


def test_nothing_found_covers_nothing() -> None:
    """An empty search gives an empty table."""
    assert EvidenceTable(uncovered=("kneecap pain",)) == table(question("kneecap pain"))


def test_the_table_does_not_depend_on_the_order_of_candidates() -> None:
    """The same evidence gives the same rows, in the same order."""
    candidates = [trial(id="pmid-1"), trial(id="pmid-2"), advice()]

    assert (
        table(question("kneecap pain"), *candidates).findings
        == table(question("kneecap pain"), *candidates[::-1]).findings
    )


class EverythingIsAResult:
    """A role model without judgement."""

    def label(self, sentences: object) -> tuple[Labelled, ...]:
        """Results, all of them."""
        return tuple(Labelled(SectionRole.RESULTS, 1.0) for _ in sentences)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "noise", ["pain " * 30_000, "\x00\x07 pain.\n" * 3_000, "(" * 9_000 + "pain", "95% CI 1 to 2 " * 5_000, "​‮" * 9_000]
)
def test_hostile_texts_give_a_table(noise: str) -> None:
    """Huge sentences and control characters are read or left out, never an exception."""
    hit = candidate(record(f"Patellofemoral pain {noise[:200]}"), rendition(noise))

    read = assess(question("kneecap pain"), [hit], lexicon(), EverythingIsAResult(), passages_of=passages)

    assert len(read.findings) <= 4


def test_what_a_sentence_leans_on_travels_though_it_stands_before_the_unit_that_was_found() -> None:
    """A part of a text is found; its first sentence may still point at the one before."""
    text = "Taping was tried in runners. However, it did not reduce patellofemoral pain."
    hit = candidate(record("Patellofemoral pain"), rendition(text))
    hit = replace(hit, start=text.index("However"))

    read = assess(question("kneecap pain"), [hit], lexicon(), EverythingIsAResult(), passages_of=passages)

    assert [["Taping was tried in runners."]] == [[q.quote.text for q in one.qualifiers] for one in read.findings]


def test_a_source_that_names_the_question_in_passing_does_not_answer_it() -> None:
    """A trial of a diet that watches for gout as a side effect is no evidence on gout."""
    watched = candidate(
        record("A diet after heart failure"),
        labelled(
            (SectionRole.METHODS, "Safety was watched for gout and low blood pressure."),
            (SectionRole.CONCLUSION, "The diet was liked by all of the sixty adults."),
        ),
    )
    about = candidate(
        record("Cherries for gout", id="pmid-2"),
        labelled((SectionRole.CONCLUSION, "Cherries did not change how often gout came back.")),
    )

    found = table(question(words=("gout",)), watched, about)

    assert {"pmid-2"} == {finding.record.id for finding in found.findings}
    assert "in passing" in next(e.reason for e in found.exclusions if e.record_id == "pmid-1")


def test_a_source_that_lacks_a_telling_word_is_left_out() -> None:
    """Without a known condition every telling word counts: cherries for migraine say nothing on gout."""
    other = candidate(
        record("Cherries for migraine"), labelled((SectionRole.CONCLUSION, "Cherries did not change migraine."))
    )

    found = table(question("exercise", words=("cherries", "gout")), other)

    assert () == found.findings


@pytest.mark.parametrize(("missing", "answers"), [("routine", True), ("mesh", False)])
def test_a_long_question_may_lose_a_common_word_and_never_the_rarest(missing: str, answers: bool) -> None:
    """Six words, one of which the source lacks: what it weighs by its rarity decides."""
    rarity = {"routine": 0.3, "mesh": 0.95, "hernia": 0.8, "repair": 0.6, "recurrence": 0.6, "inguinal": 0.9}
    asked = replace(question(), terms=tuple(QueryTerm(word, rarity=rare) for word, rare in rarity.items()))
    held = " ".join(word for word in rarity if word != missing)
    source = candidate(
        record(f"Trial of {held}"), labelled((SectionRole.RESULTS, f"Patients with {held} did better in the trial."))
    )

    assert answers is bool(table(asked, source).findings)


def test_every_text_of_a_report_has_its_one_design() -> None:
    """What the abstract says was drawn by lot is no other study in a part of the full text that does not say so."""
    report = record("Taping for patellofemoral pain", id="pmid-9")
    abstract = labelled(
        (SectionRole.METHODS, "We randomly assigned 60 adults to tape or no tape."),
        (SectionRole.RESULTS, "Tape reduced patellofemoral pain by 1.2 points."),
    )
    words = "Tape lowered patellofemoral pain on stairs by 2.0 points (P = 0.01)."
    results = Section(0, len(words), "Results", SectionRole.RESULTS)
    whole = rendition(words, form=Form.FULL_TEXT, sections=(results,))

    found = table(question("kneecap pain"), candidate(report, whole), candidate(report, abstract)).findings

    assert {abstract.id, whole.id} == {finding.rendition.id for finding in found}
    assert {Design.RCT} == {finding.design for finding in found}
