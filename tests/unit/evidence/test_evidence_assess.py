"""The evidence table holds what answers, says why the rest was left out, and is the same every time."""

from dataclasses import replace

import pytest

from quoth.evidence import CueRoles, Labelled, assess
from quoth.model import (
    Action,
    Annotation,
    AnnotationKind,
    Candidate,
    Design,
    Directness,
    EvidenceTable,
    Facet,
    FindingKind,
    Form,
    Ids,
    MeshHeading,
    QualifierKind,
    QueryTerm,
    Question,
    RetractionState,
    Section,
    SectionRole,
    Standing,
)
from tests.unit.evidence.evidence_factories import (
    candidate,
    extent,
    labelled,
    lexicon,
    passages,
    question,
    record,
    rendition,
)


def table(asked: Question, *candidates: Candidate) -> EvidenceTable:
    """The table with the reference role model."""
    return assess(asked, candidates, lexicon(), CueRoles(), passages_of=passages)


def trial(title: str = "Taping for patellofemoral pain: a randomised trial", **fields: object) -> Candidate:
    """A labelled abstract of a trial on taping."""
    return candidate(
        record(title, **fields),
        labelled(
            (SectionRole.OBJECTIVE, "To assess whether tape reduces patellofemoral pain."),
            (SectionRole.METHODS, "We randomised 60 adults to tape or no tape."),
            (SectionRole.RESULTS, "Tape reduced pain (mean difference -1.2 points, 95% CI -2.0 to -0.4)."),
            (SectionRole.CONCLUSION, "Tape reduces patellofemoral pain in the short term."),
        ),
    )


def advice(of: str = "kneecap pain", text: str = "Consider tape.", **fields: object) -> Candidate:
    """A pack record with one annotated recommendation."""
    words = f"{text} (strength: may; when: short term)"
    annotation = Annotation(
        "r1",
        AnnotationKind.RECOMMENDATION,
        extent(words, text),
        extent(words, words),
        strength=extent(words, "may"),
        condition=extent(words, "short term"),
        action=Action.CONSIDER,
        action_by="an editor, from 'may'",
        interventions=("taping",),
        facets=(Facet.BENEFIT,),
    )
    pack = rendition(words, form=Form.PACK, annotations=(annotation,))
    defaults: dict[str, object] = {"id": "pack-1", "design": Design.GUIDELINE, "conditions": (of,)}
    return candidate(record("A guideline", **(defaults | fields)), pack)


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


CONDITIONS = [
    (("kneecap pain",), "kneecap pain", Directness.DIRECT),
    (("knee pain",), "kneecap pain", Directness.UNKNOWN),
    (("kneecap pain",), "knee pain", Directness.DIRECT),
]


@pytest.mark.parametrize(("of_record", "asked_for", "expected"), CONDITIONS)
def test_a_mapped_condition_is_direct_when_it_is_the_same_or_a_kind(
    of_record: tuple[str, ...], asked_for: str, expected: Directness
) -> None:
    """Evidence on a broader condition is not established for the narrower one."""
    found = table(question(asked_for), advice(conditions=of_record)).findings

    assert {expected} == {finding.directness for finding in found}


def test_another_condition_is_left_out_with_its_reason() -> None:
    """Evidence on blood pressure answers no question on kneecaps."""
    read = table(question("kneecap pain"), advice(of="hypertension"))

    assert () == read.findings
    assert "other condition: about hypertension" == read.exclusions[0].reason


def test_a_title_on_another_condition_is_left_out() -> None:
    """A trial in knee osteoarthritis that mentions kneecaps is about osteoarthritis."""
    read = table(question("kneecap pain"), trial("Taping for knee osteoarthritis: a randomised trial"))

    assert () == read.findings
    assert "knee osteoarthritis" in read.exclusions[0].reason


def test_what_was_filed_as_indirect_is_shown_but_never_direct() -> None:
    """The editor's words are the reason."""
    filed = advice(of="knee osteoarthritis", indirect="knee osteoarthritis", ids=Ids(pack="knees/x"))
    words = lexicon()
    asked = question("kneecap pain")
    mention = replace(asked.conditions[0], concept=replace(asked.conditions[0].concept, origin="pack knees"))
    asked = replace(asked, conditions=(mention,))
    found = assess(
        asked, [filed], type(words).build([mention.concept, *words.concepts()]), CueRoles(), passages_of=passages
    )

    assert [(Directness.OTHER_CONDITION, "knee osteoarthritis")] == [
        (finding.directness, finding.directness_because) for finding in found.findings
    ]


def test_animals_are_marked() -> None:
    """MeSH without humans is never direct evidence."""
    found = table(question("kneecap pain"), trial(mesh=(MeshHeading("Animals"),))).findings

    assert {Directness.ANIMAL} == {finding.directness for finding in found}


def test_silence_about_pregnancy_is_not_evidence_for_it() -> None:
    """A trial that does not name pregnant women is not direct evidence for them."""
    found = table(question("kneecap pain", "pregnant women"), trial()).findings

    assert {Directness.UNKNOWN} == {finding.directness for finding in found}


def test_adults_are_another_population_than_children() -> None:
    """A trial in adults is marked when the question is about children."""
    found = table(
        question("kneecap pain", "children"), trial(mesh=(MeshHeading("Adult"), MeshHeading("Humans")))
    ).findings

    assert {Directness.OTHER_POPULATION} == {finding.directness for finding in found}


REASONS = [
    (replace(trial(), standing=Standing(RetractionState.YES)), "retracted"),
    (trial("Tape for patellofemoral pain: study protocol"), "a protocol: it has no results yet"),
    (
        replace(trial(), rendition=rendition("Tape for patellofemoral pain", form=Form.CITATION), end=28),
        "title only: there is nothing to quote",
    ),
    (
        candidate(
            record("Tape for patellofemoral pain"),
            labelled((SectionRole.METHODS, "We randomised 60 adults to tape or no tape.")),
        ),
        "no result, conclusion or recommendation sentence that speaks to the question",
    ),
]


@pytest.mark.parametrize(("left_out", "reason"), REASONS)
def test_what_cannot_be_used_is_named_with_its_reason(left_out: Candidate, reason: str) -> None:
    """Every candidate is a finding or an exclusion."""
    read = table(question("kneecap pain"), left_out)

    assert () == read.findings
    assert [reason] == [exclusion.reason for exclusion in read.exclusions]


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
