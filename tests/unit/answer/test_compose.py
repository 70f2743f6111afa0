"""The page is composed in layers, from findings alone."""

from dataclasses import replace

import pytest

from quoth.answer import Ground, write
from quoth.model import (
    Abstention,
    Action,
    Answer,
    Concept,
    ConceptKind,
    Design,
    Directness,
    Facet,
    FindingKind,
    Ids,
    InterventionMatch,
    MarkKind,
    Mention,
    Notice,
    NoticeKind,
    QueryTerm,
    Question,
    Reason,
    Slot,
    Standing,
    phrase,
)
from tests.unit.answer.factories import KNEE, TAPE, finding, ground, question, result, table

SUPERSEDED = Standing(notices=(Notice(NoticeKind.SUPERSEDED, Ids(pmid="1"), source="pack"),))


def page_of(*findings: object, asked: Question | None = None, on: Ground | None = None) -> Answer:
    """The page of these findings, which must be one that answers."""
    page = write(asked or question(), table(*findings), on or ground())  # type: ignore[arg-type]
    assert isinstance(page, Answer), page
    return page


def test_bottom_line_is_the_newest_direct_guidance() -> None:
    """A newer guideline speaks before an older one, whatever else the older one says."""
    page = page_of(finding(record="old", year=2016, relevance=0.95), finding("Use tape.", record="new", year=2024))

    assert ["new"] == [s.quote.span.record_id for s in page.bottom_line.statements]


def test_bottom_line_prefers_a_guideline_to_a_newer_consensus_that_is_uncertain() -> None:
    """A body that gives no direction does not lead while another gives one."""
    vote = finding("Tape is uncertain.", record="c", design=Design.CONSENSUS, action=Action.UNCERTAIN, year=2025)

    page = page_of(vote, finding(record="g", year=2019))

    assert ["g"] == [s.quote.span.record_id for s in page.bottom_line.statements]


@pytest.mark.parametrize("match", [InterventionMatch.BROADER, InterventionMatch.MENTIONED])
def test_bottom_line_is_not_about_the_family_of_what_was_asked(match: InterventionMatch) -> None:
    """Advice on exercise does not lead a page on hip exercise; it stands among the actions."""
    page = page_of(finding(match=match))

    assert phrase("lead.beside") == page.bottom_line.lead
    assert () == page.bottom_line.statements
    assert 1 == len(page.actions)


def test_bottom_line_is_not_for_fewer_people_than_were_asked_about() -> None:
    """Advice for children does not lead a page that asks about everybody."""
    child = finding("Rest.", record="c", condition="children who play football")

    assert phrase("lead.beside") == page_of(child).bottom_line.lead


def test_bottom_line_of_a_question_on_an_outcome_speaks_of_that_outcome() -> None:
    """Advice on survival does not lead a page that asks about weight."""
    weight = Mention(Concept("weight", ConceptKind.OUTCOME), "weight")
    on_weight = finding("Use tape to lose weight.", record="w", year=2010, matched=(Slot.OUTCOME,))

    page = page_of(finding(), on_weight, asked=question(outcomes=(weight,)))

    assert ["w"] == [s.quote.span.record_id for s in page.bottom_line.statements]


def test_what_speaks_of_the_population_asked_stands_alone_where_there_is_any() -> None:
    """For a pregnant reader general advice is no answer where there is advice on pregnancy."""
    pregnant = Mention(Concept("pregnant people", ConceptKind.POPULATION), "pregnancy")
    own = finding("Offer support.", record="p", matched=(Slot.POPULATION,))

    page = page_of(finding(), own, asked=question(populations=(pregnant,)))

    assert {"p"} == {s.quote.span.record_id for s in page.statements()}


def test_page_without_recommendation_says_so() -> None:
    """Research alone gives no bottom line: the page says that none was found."""
    page = page_of(result())

    assert () == page.bottom_line.statements
    assert phrase("lead.none") == page.bottom_line.lead


def test_superseded_guidance_leads_only_under_its_own_lead() -> None:
    """When all guidance found is superseded, the lead says so and the row wears the mark."""
    page = page_of(finding(standing=SUPERSEDED))

    assert phrase("lead.superseded") == page.bottom_line.lead
    assert MarkKind.SUPERSEDED in {mark.kind for mark in page.bottom_line.statements[0].marks}


def test_actions_come_in_the_order_do_consider_do_not_uncertain() -> None:
    """The table reads from what should be done to what nobody knows."""
    page = page_of(
        finding("Tape is uncertain.", record="d", action=Action.UNCERTAIN),
        finding("Do not tape.", record="c", action=Action.DO_NOT),
        finding("Consider tape.", record="b", action=Action.CONSIDER),
        finding(record="a"),
    )

    assert [Action.DO, Action.CONSIDER, Action.DO_NOT, Action.UNCERTAIN] == [row.action for row in page.actions]


def test_same_advice_of_two_bodies_takes_one_row_and_loses_neither() -> None:
    """Folded rows count the bodies and open to all of them."""
    page = page_of(finding("Offer taping to adults.", record="a"), finding("Taping should be offered.", record="b"))

    assert 1 == len(page.actions)
    assert {"a", "b"} == {s.quote.span.record_id for s in (page.actions[0].statement, *page.actions[0].also)}


def test_advice_with_a_condition_is_not_folded_with_advice_without() -> None:
    """Advice to tape, and advice to tape when running, are two pieces of advice."""
    page = page_of(finding(record="a"), finding("Offer taping.", record="b", condition="while running"))

    assert 2 == len(page.actions)


def test_opposite_actions_on_one_intervention_stand_side_by_side() -> None:
    """Bodies that point apart are shown, not averaged."""
    page = page_of(finding(record="a"), finding("Do not use tape.", record="b", action=Action.DO_NOT))

    assert ["taping"] == [difference.about for difference in page.differences]
    assert {"a", "b"} == {s.quote.span.record_id for s in page.differences[0].statements}


def test_noted_difference_brings_the_words_of_each_source_it_names() -> None:
    """An editor's note on a difference never stands without the sides."""
    note = finding(
        "Taping: one body offers it, one does not.",
        record="note",
        kind=FindingKind.DIFFERENCE,
        design=Design.NOTE,
        sources=("p/a", "p/t"),
    )
    page = page_of(note, finding(record="a", pack="p/a"), result(record="t", pack="p/t"))

    difference = page.differences[0]
    assert difference.note is not None
    assert ["a", "t"] == [s.quote.span.record_id for s in difference.statements]
    assert set(difference.note.citations) >= {s.citations[0] for s in difference.statements}


def test_a_side_of_a_noted_difference_speaks_of_both_treatments_where_it_can() -> None:
    """Of a source with words on one of them and words on both, the latter tell what differs."""
    both = ("taping", "exercise")
    note = finding(
        "Taping: as good as exercise for one body.",
        record="note",
        kind=FindingKind.DIFFERENCE,
        design=Design.NOTE,
        interventions=both,
        sources=("p/a",),
    )
    page = page_of(
        note,
        finding("Offer exercise.", record="a", pack="p/a", interventions=("exercise",)),
        result("Exercise did as well as tape.", record="b", pack="p/a", interventions=("exercise", "taping")),
    )

    assert ["Exercise did as well as tape."] == [s.quote.text for s in page.differences[0].statements]


def test_a_note_on_no_treatment_brings_the_words_nearest_to_its_own() -> None:
    """A note on prognosis is not followed by the source's first advice on something else."""
    note = finding(
        "Prognosis: four in ten still had pain at one year.",
        record="note",
        kind=FindingKind.DIFFERENCE,
        design=Design.NOTE,
        interventions=(),
        sources=("p/a",),
    )
    page = page_of(
        note,
        finding("Offer taping.", record="a", pack="p/a"),
        result("Many had pain at one year.", record="b", pack="p/a", interventions=()),
    )

    assert ["Many had pain at one year."] == [s.quote.text for s in page.differences[0].statements]


def test_noted_differences_stand_under_headings_that_tell_them_apart() -> None:
    """Two notes on one treatment, and a note on none: a note's own first words are its heading, never its title."""
    told = {"kind": FindingKind.DIFFERENCE, "design": Design.NOTE, "sources": ("p/a", "p/t")}
    page = page_of(
        finding("Taping: one body offers it, one does not.", record="n1", **told),
        finding("Size of benefit: small in one trial, large in another.", record="n2", **told),
        finding("Prognosis: some recover.", record="n3", interventions=(), group="Where the sources differ", **told),
        finding(record="a", pack="p/a"),
        result(record="t", pack="p/t"),
    )

    assert ["taping", "Size of benefit", "Prognosis"] == [difference.about for difference in page.differences]


def test_research_is_grouped_by_family_strongest_then_newest_first() -> None:
    """Within a family reviews come before trials, and newer before older."""
    page = page_of(
        result("A trial.", record="t", year=2025),
        result("An old review.", record="o", design=Design.SYSTEMATIC_REVIEW, year=2010),
        result("A new review.", record="n", design=Design.SYSTEMATIC_REVIEW, year=2020),
    )

    assert ["n", "o", "t"] == [s.quote.span.record_id for group in page.research for s in group.statements]


def test_research_after_the_guidance_is_listed_as_newer_and_is_the_same_row() -> None:
    """The list of newer evidence points at rows, it does not copy them."""
    page = page_of(finding(year=2020), result(year=2023), result("Older.", record="t0", year=2015))

    assert ["t1"] == [s.quote.span.record_id for s in page.newer]
    assert page.newer[0] in page.statements()
    assert len(page.statements()) == len({s.id for s in page.statements()})


@pytest.mark.parametrize("directness", [Directness.OTHER_CONDITION, Directness.ANIMAL, Directness.UNKNOWN])
def test_indirect_evidence_is_left_out_with_its_reason(directness: Directness) -> None:
    """Evidence on another condition is never used as if it were on this one."""
    page = page_of(finding(), result(record="x", directness=directness))

    assert "x" not in {s.quote.span.record_id for s in page.statements()}
    assert "x" in {exclusion.record_id for exclusion in page.method.exclusions}


def test_evidence_filed_as_indirect_is_shown_with_its_mark() -> None:
    """What an editor filed under a topic as indirect is shown, marked, never silently."""
    page = page_of(finding(), result(record="x", directness=Directness.OTHER_CONDITION, indirect="knee osteoarthritis"))

    row = next(s for s in page.statements() if s.quote.span.record_id == "x")
    assert MarkKind.INDIRECT in {mark.kind for mark in row.marks}


def test_references_are_numbered_in_reading_order_and_every_number_resolves() -> None:
    """The first number met is 1, and no number leads nowhere."""
    page = page_of(result(), finding(record="b"), finding("Do not tape.", record="c", action=Action.DO_NOT))

    numbers = [reference.number for reference in page.references]
    assert list(range(1, len(numbers) + 1)) == numbers
    met = list(dict.fromkeys(n for s in page.statements() for n in s.citations))
    assert sorted(met) == met
    assert set(met) == set(numbers)


def test_sides_on_which_nothing_was_found_are_named() -> None:
    """A treatment page says which sides of the question nothing speaks to."""
    page = page_of(finding(), result("Skin irritation in 3 of 20.", facets=(Facet.HARMS,)))

    assert Facet.HARMS not in page.not_found
    assert {Facet.DOSE, Facet.COST, Facet.CONTRAINDICATIONS} <= set(page.not_found)


def test_rows_beyond_the_limit_open_on_request_and_are_not_lost() -> None:
    """A long page keeps its tail under "show all"."""
    many = [finding(f"Offer thing {n}.", record=f"r{n}", interventions=(f"thing {n}",)) for n in range(40)]
    page = page_of(*many)

    assert 40 == len(page.actions) + len(page.more_actions)
    assert len(page.actions) <= 25


def test_the_same_table_in_another_order_gives_the_same_page() -> None:
    """The page depends on the evidence, not on the order in which it came."""
    rows = [
        finding(record="a"),
        finding("Consider tape.", record="b", action=Action.CONSIDER),
        result(),
        result(record="t2"),
    ]

    assert page_of(*rows) == page_of(*reversed(rows))


REFUSALS = [
    ("", {}, {}, 1.0, Reason.EMPTY_QUESTION),
    ("x" * 50, {}, {"question_chars": 5000}, 1.0, Reason.TOO_LONG),
    ("taping", {}, {"n_records": 0}, 1.0, Reason.EMPTY_LIBRARY),
    ("is the", {"terms": (), "conditions": (), "interventions": ()}, {}, 1.0, Reason.NOT_CLINICAL),
    ("kryptonite knee", {"unknown": ("kryptonite",), "interventions": ()}, {}, 1.0, Reason.UNKNOWN_WORDS),
    ("taping", {"conditions": ()}, {"conditions_treated": ("heel pain", "knee pain")}, 1.0, Reason.NO_CONDITION),
    ("taping knee pain", {}, {}, 0.4, Reason.NO_DIRECT_EVIDENCE),
]


@pytest.mark.parametrize(("text", "understood", "of_ground", "coverage", "reason"), REFUSALS)
def test_page_is_refused_with_its_reason(
    text: str, understood: dict[str, object], of_ground: dict[str, object], coverage: float, reason: Reason
) -> None:
    """Not knowing is an answer, and it says why."""
    page = write(question(text, **understood), table(finding(), coverage_0_1=coverage), ground(**of_ground))

    assert isinstance(page, Abstention)
    assert reason is page.reason
    assert page.explanation


def test_named_intervention_that_nothing_covers_is_refused_even_when_most_words_are_covered() -> None:
    """A page on the condition is no answer to a question about a treatment that the library does not hold."""
    page = write(question(), table(finding(), coverage_0_1=0.9, uncovered=("taping",)), ground())

    assert isinstance(page, Abstention)
    assert "taping" in page.explanation


@pytest.mark.parametrize(
    ("words", "uncovered", "refused"),
    [
        (("glutamine",), ("glutamine",), True),
        (("glutamine", "morning"), ("glutamine", "morning"), True),
        (("squatting", "wear"), ("wear",), False),
        (("glutamine",), (), False),
    ],
)
def test_a_question_most_of_whose_own_words_nothing_speaks_of_is_refused(
    words: tuple[str, ...], uncovered: tuple[str, ...], refused: bool
) -> None:
    """Advice on the condition is no answer on a treatment that only other texts of the library name."""
    terms = (QueryTerm("knee pain", concept="knee pain"), *map(QueryTerm, words))
    asked = question("Does it help knee pain?", interventions=(), terms=terms)
    page = write(asked, table(finding(), coverage_0_1=0.9, uncovered=uncovered), ground())

    assert refused == isinstance(page, Abstention)
    if isinstance(page, Abstention):
        assert all(word in page.explanation for word in uncovered)


def test_question_on_one_side_is_refused_when_nothing_speaks_to_that_side() -> None:
    """A question on how long it lasts is not answered with what to do about it."""
    asked = question("How long does knee pain last?", interventions=(), facets=(Facet.PROGNOSIS,))

    page = write(asked, table(finding(), result()), ground())

    assert isinstance(page, Abstention)
    assert Reason.NO_DIRECT_EVIDENCE is page.reason


@pytest.mark.parametrize(("before", "answers"), [("two", True), ("2", True), ("re", True), ("magnetic", False)])
def test_how_much_of_a_treatment_is_no_other_kind_of_it(before: str, answers: bool) -> None:
    """Two tablets are tablets. A magnetic brace is another thing than a brace."""
    text = f"{before} taping for knee pain"
    asked = question(text, interventions=(Mention(TAPE, "taping", len(before) + 1, len(before) + 7),))

    page = write(asked, table(finding(), coverage_0_1=0.9, uncovered=(before,)), ground())

    assert answers is isinstance(page, Answer)


def test_a_word_read_as_another_that_no_source_speaks_of_refuses() -> None:
    """Elastin, read as elastic, is still what was asked about; a page on the condition alone is no answer."""
    terms = (*question().terms[:1], QueryTerm("elastin", ("elastic",)))
    asked = question("elastin for knee pain", interventions=(), terms=terms, corrected=(("elastin", "elastic"),))

    assert isinstance(write(asked, table(finding(), coverage_0_1=0.7, uncovered=("elastin",)), ground()), Abstention)
    assert isinstance(write(asked, table(finding(), coverage_0_1=0.7), ground()), Answer)


WORDS = ("rugby", "headgear", "concussion")


def of_words(*words: str, **given: object) -> Question:
    """A question on nothing that any list knows."""
    terms = tuple(QueryTerm(word) for word in words)
    return question("Does it help?", conditions=(), interventions=(), terms=terms, **given)


def test_a_refusal_without_known_condition_says_which_word_the_nearest_source_lacks() -> None:
    """The reader learns what the library does hold, and what it does not hold beside that."""
    page = write(of_words(*WORDS), table(coverage_0_1=0.0, nearest_0_1=0.4, lacking=("rugby",)), ground())

    assert isinstance(page, Abstention)
    assert "No source in this library speaks of rugby together with headgear, concussion." == page.explanation


def test_a_refusal_says_when_the_words_only_stand_apart() -> None:
    """A source that names everything and says nothing of it together is no answer."""
    page = write(of_words(*WORDS), table(coverage_0_1=0.0, nearest_0_1=0.4), ground())

    assert isinstance(page, Abstention)
    assert "none speaks of them together" in page.explanation


@pytest.mark.parametrize(("further", "answers"), [(("school",), False), (tuple("abcd"), True)])
def test_an_unknown_word_among_few_refuses_and_among_many_is_named(further: tuple[str, ...], answers: bool) -> None:
    """Of few words the unknown one may be the treatment. Of many it is named above everything."""
    asked = of_words(*WORDS, *further, unknown=("rugby",))

    page = write(asked, table(finding(), coverage_0_1=0.9, lacking=("rugby",)), ground())

    assert answers is isinstance(page, Answer)
    told = page.notes if isinstance(page, Answer) else (page.explanation,)
    assert any("rugby" in words for words in told)


def test_a_word_that_stands_nowhere_is_met_by_one_of_its_family_where_nothing_known_is_named() -> None:
    """Who asks about imitation is answered by a trial in which people imitated each other."""
    asked = of_words(*WORDS, unknown=("rugby",))
    listed = replace(asked, terms=(replace(asked.terms[0], synonyms=("football",)), *asked.terms[1:]))
    animal = of_words(*WORDS, unknown=("rats",))

    met = table(finding(), coverage_0_1=0.9, lacking=())

    assert isinstance(write(asked, met, ground()), Answer)
    for refused in (listed, animal, replace(asked, interventions=question().interventions)):
        page = write(refused, met, ground())
        assert isinstance(page, Abstention)
        assert Reason.UNKNOWN_WORDS is page.reason


def test_an_unknown_word_refuses_a_long_question_too_where_a_condition_is_known() -> None:
    """What this library treats, and a word for what it is treated with: that word decides."""
    asked = of_words(*WORDS, *"abcdef", unknown=("rugby",))
    asked = replace(asked, conditions=question().conditions)

    page = write(asked, table(finding(), coverage_0_1=0.9), ground())

    assert isinstance(page, Abstention)
    assert Reason.UNKNOWN_WORDS is page.reason


def test_a_result_that_is_silent_on_its_side_answers_only_where_no_condition_is_known() -> None:
    """A trial of prevention says what came of it. Where guidance is held, its editors have said which side it takes."""
    asked = of_words(*WORDS, facets=(Facet.PREVENTION, Facet.BENEFIT))

    found = table(replace(result(), annotation=None), coverage_0_1=0.9)

    assert isinstance(write(asked, found, ground()), Answer)
    assert isinstance(write(replace(asked, conditions=question().conditions), found, ground()), Abstention)


def test_refusal_without_condition_offers_each_condition_as_a_way_on() -> None:
    """The reader can go on with one click."""
    asked = question("taping", conditions=(), interventions=(Mention(TAPE, "taping"),))
    page = write(asked, table(), ground(conditions_treated=("heel pain", "knee pain")))

    assert isinstance(page, Abstention)
    assert ["heel pain", "knee pain"] == [suggestion.text for suggestion in page.suggestions]
    assert all(KNEE.name in s.question or "heel pain" in s.question for s in page.suggestions)


def test_every_direction_of_advice_stands_on_the_first_page() -> None:
    """Twenty things to do never push the one thing not to do out of sight."""
    many = [finding(f"Offer thing {n}.", record=f"r{n}", interventions=(f"thing {n}",)) for n in range(20)]
    page = page_of(*many, finding("Do not tape.", record="x", action=Action.DO_NOT))

    assert Action.DO_NOT in {row.action for row in page.actions}


def test_advice_that_adds_a_dose_keeps_its_own_row() -> None:
    """Folding hides nothing: advice that says how much is not beneath advice that does not."""
    dosed = finding("Tape for four weeks.", record="b", facets=(Facet.BENEFIT, Facet.DOSE))

    assert 2 == len(page_of(finding(record="a"), dosed).actions)


def test_words_that_no_source_speaks_to_are_named_above_the_page() -> None:
    """What a page leaves out of the question is said before anything else."""
    page = write(question(), table(finding(), uncovered=("rheumatoid",)), ground())

    assert isinstance(page, Answer)
    assert any("rheumatoid" in note for note in page.notes)


def test_a_condition_in_words_that_no_pack_knows_is_not_called_missing() -> None:
    """Whoever asks about tape for a sprained ankle has named a condition; the page says that nothing answers."""
    asked = question(
        "taping ankle sprain", conditions=(), terms=(QueryTerm("taping", concept="taping"), QueryTerm("ankle"))
    )
    page = write(asked, table(coverage_0_1=0.2), ground(conditions_treated=("heel pain", "knee pain")))

    assert isinstance(page, Abstention)
    assert Reason.NO_DIRECT_EVIDENCE is page.reason
