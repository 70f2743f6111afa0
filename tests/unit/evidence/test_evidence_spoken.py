"""One recommendation that holds what was asked is an answer, however little else of its document is about it."""

from dataclasses import replace

import pytest

from quoth.evidence import CueRoles, assess
from quoth.model import Candidate, Concept, ConceptKind, Directness, EvidenceTable, Mention, QueryTerm
from tests.unit.evidence.evidence_factories import candidate, lexicon, named, passages, question, record, rendition

TITLE = "Stress disorder after trauma: clinical practice guideline"
TEXT = "\n\n".join(
    (
        "We recommend individual psychotherapy (strong recommendation).",
        "For nightmares, we suggest against prazosin (weak recommendation).",
        *(f"Clinicians should document visit {number} of the whole programme in full." for number in range(40)),
        "Prazosin was studied in Utah.",
    )
)


def guideline(title: str = TITLE, **fields: object) -> Candidate:
    """A long document, of which the search found next to nothing."""
    hit = candidate(record(title, **fields), rendition(TEXT))
    return replace(hit, match_0_1=0.1)


def read(*words: str, hit: Candidate | None = None) -> EvidenceTable:
    """What is found for a question of these words, whose condition no list knows."""
    asked = question(words=words, text=" ".join(words))
    return assess(asked, [hit or guideline()], lexicon(), CueRoles(), passages_of=passages)


def test_the_recommendation_on_what_was_asked_is_all_that_is_offered() -> None:
    """The rest of the document, its other advice included, says nothing of it."""
    found = read("prazosin", "nightmares")

    assert [one.quote.text for one in found.findings] == [
        "For nightmares, we suggest against prazosin (weak recommendation)."
    ]
    assert found.coverage_0_1 >= 0.63


@pytest.mark.parametrize(("match", "offered"), [(0.15, 1), (0.65, 12)])
def test_only_a_guideline_that_is_plainly_on_the_question_offers_all_of_its_advice(match: float, offered: int) -> None:
    """Where the whole is barely about it, what does not speak of it would stand beside the answer, or lead."""
    hit = replace(guideline("Prazosin for nightmares: clinical practice guideline"), match_0_1=match)

    found = read("prazosin", "nightmares", hit=hit)

    assert offered == len(found.findings)


@pytest.mark.parametrize(
    "words",
    [
        ("prazosin", "insomnia", "stress", "disorder"),
        ("quetiapine", "nightmares", "stress", "disorder"),
        ("prazosin", "nightmares", "bereavement", "grief"),
    ],
)
def test_a_telling_word_that_stands_nowhere_leaves_the_question_unanswered(words: tuple[str, ...]) -> None:
    """Another treatment, another symptom, another illness."""
    assert read(*words).findings == ()


def test_a_single_word_that_is_named_in_passing_is_no_question_answered() -> None:
    """Where one word tells all, the document must be about it."""
    assert read("prazosin").findings == ()
    assert read("prazosin", hit=guideline("Prazosin: clinical practice guideline")).findings != ()


def test_a_study_is_held_to_its_whole_text() -> None:
    """Only a body that recommends answers with one sentence."""
    study = guideline("Stress disorder after trauma")

    assert read("prazosin", "nightmares", hit=study).findings == ()


def told(
    text: str,
    *terms: QueryTerm,
    body: str,
    title: str = TITLE,
    people: tuple[str, ...] = (),
    age: float | None = None,
) -> list[str]:
    """The advice that is found for a question as typed, in a guideline of this text."""
    groups = tuple(named(name) for name in people)
    asked = replace(question(*people, text=text), terms=(*terms, *question(*people).terms), populations=groups, age=age)
    hit = replace(candidate(record(title), rendition(body)), match_0_1=0.1)
    found = assess(asked, [hit], lexicon(), CueRoles(), passages_of=passages)
    return [one.quote.text for one in found.findings if one.spoken and one.directness is Directness.DIRECT]


FILLER = "\n\n".join(
    f"Clinicians should document visit {number} of the whole programme in full." for number in range(30)
)


def test_a_short_form_that_the_document_explains_says_what_it_stands_for() -> None:
    """It is written out once, far from the advice; one that stands for something else says nothing."""
    body = (
        f"Acute chest syndrome (ACS) is feared.\n\n{FILLER}\n\nTreat ACS with a cephalosporin (strong recommendation)."
    )
    words = ("acute", "chest", "syndrome", "cephalosporin")
    asked = tuple(QueryTerm(word) for word in words)

    assert told(" ".join(words), *asked, body=body) == ["Treat ACS with a cephalosporin (strong recommendation)."]
    assert told(" ".join(words), *asked, body=body.replace("Acute chest syndrome", "Aortic cusp stenosis")) == []


def test_a_name_for_the_same_thing_says_it() -> None:
    """Pethidine is meperidine; fentanyl is not."""
    body = f"{FILLER}\n\nWe recommend against meperidine in sickle cell crises (strong recommendation)."
    crisis = (QueryTerm("sickle"), QueryTerm("crises"))

    assert told("pethidine in sickle crises", QueryTerm("pethidine", same=("meperidine",)), *crisis, body=body)
    assert not told("fentanyl in sickle crises", QueryTerm("fentanyl"), *crisis, body=body)


def test_words_of_circumstance_may_be_lacking_and_words_of_things_may_not() -> None:
    """Where somebody works is nothing that treats."""
    body = f"{FILLER}\n\nWe recommend prazosin for nightmares (strong recommendation)."
    asked = (QueryTerm("prazosin"), QueryTerm("nightmares"))

    assert told("prazosin for nightmares of a nurse", *asked, QueryTerm("nurse"), body=body)
    assert not told("prazosin for nightmares and vinegar", *asked, QueryTerm("vinegar"), body=body)


@pytest.mark.parametrize(("age", "leads"), [(60, True), (43, False)])
def test_advice_for_another_age_says_nothing(age: int, leads: bool) -> None:
    """A document that tells for whom it advises is held to it, its silent advice too."""
    advice = "We recommend mammography for women aged 50 to 74 years (strong recommendation)."
    body = f"{FILLER}\n\n{advice}\n\nMammography should be offered in two views (weak recommendation)."
    found = told(
        f"I am {age}. Mammography?",
        QueryTerm("mammography"),
        body=body,
        title="Mammography: clinical practice guideline",
        age=age,
    )

    assert (advice in found) is leads
    assert leads or found == []


def test_advice_that_does_not_name_children_says_nothing_of_them() -> None:
    """Children are left out by advice on people in general."""
    asked = (QueryTerm("prazosin"), QueryTerm("nightmares"))
    general = f"{FILLER}\n\nWe recommend prazosin for nightmares (strong recommendation)."

    assert not told("prazosin for nightmares in children", *asked, body=general, people=("children",))
    assert told(
        "prazosin for nightmares in children",
        *asked,
        body=general.replace("nightmares", "nightmares of children"),
        people=("children",),
    )


def test_what_people_are_said_not_to_have_is_not_what_advice_is_on() -> None:
    """A question that denies it itself asks for just that."""
    body = f"{FILLER}\n\nWe recommend diet counselling for adults who do not have dyslipidaemia (weak recommendation)."
    asked = (QueryTerm("counselling"), QueryTerm("diet"), QueryTerm("dyslipidaemia"))

    assert not told("counselling on diet in dyslipidaemia", *asked, body=body)
    assert told("counselling on diet without dyslipidaemia", *asked, body=body)


def test_screening_is_not_answered_with_how_the_ill_are_diagnosed() -> None:
    """To look for an illness in those who feel well is another question."""
    body = f"{FILLER}\n\nWe recommend spirometry to diagnose emphysema (strong recommendation)."
    asked = (QueryTerm("spirometry"), QueryTerm("emphysema"))

    assert told("spirometry for emphysema", *asked, body=body)
    assert not told("screening spirometry for emphysema", *asked, QueryTerm("screening", weight=0.4), body=body)


def test_of_a_title_with_two_illnesses_each_answers_for_itself() -> None:
    """Advice on the one is none on the other, though both stand over it."""
    title = "Panic disorder and acute stress reaction: clinical practice guideline"
    body = f"{FILLER}\n\nFor panic disorder we recommend sertraline (strong recommendation)."
    drug = QueryTerm("sertraline")

    assert told("sertraline for panic", drug, QueryTerm("panic"), body=body, title=title)
    assert not told(
        "sertraline for acute stress", drug, QueryTerm("acute"), QueryTerm("stress"), body=body, title=title
    )


def test_what_a_list_names_in_passing_is_no_answer() -> None:
    """Neither title nor heading is on it, and the advice is on other things."""
    body = "\n\n".join(
        (
            FILLER,
            "Consider skin lotions, corn cushions, mole wool, padded socks, laces, shoes, powders and soft slippers.",
        )
    )

    assert not told("skin moles", QueryTerm("skin"), QueryTerm("moles"), body=body, title="Feet of homeless people")


def test_a_single_telling_word_is_enough_beside_others_in_advice_on_little_else() -> None:
    """The title is on a wider thing; a word that is named among many others is named in passing."""
    asked = (QueryTerm("cannabis"), QueryTerm("disorder", rarity=0.2))
    title = "Substance use: clinical practice guideline"
    advice = "We recommend therapy for cannabis disorder (weak recommendation)."
    passing = "We recommend asking about tobacco, alcohol, opioids, cannabis, sedatives, debts, school and disorder."

    assert told("therapy for cannabis disorder", *asked, body=f"{FILLER}\n\n{advice}", title=title) == [advice]
    assert told("therapy for cannabis disorder", *asked, body=f"{FILLER}\n\n{passing}", title=title) == []


def test_a_document_that_advises_on_women_says_nothing_of_men() -> None:
    """Advice that names neither may hold for both, elsewhere."""
    body = "\n\n".join(
        (
            FILLER,
            "We recommend folic acid for women who plan a pregnancy (strong recommendation).",
            "We recommend a higher dose of folic acid for women on valproate (strong recommendation).",
            "Folic acid should be taken daily (weak recommendation).",
        )
    )
    men = Mention(Concept("men", ConceptKind.POPULATION), "men")
    asked = replace(question(text="Do men need folic acid?"), terms=(QueryTerm("folic acid"),))

    def leads(people: tuple[Mention, ...]) -> bool:
        hit = replace(candidate(record("Folic acid: clinical practice guideline"), rendition(body)), match_0_1=0.1)
        found = assess(replace(asked, populations=people), [hit], lexicon(), CueRoles(), passages_of=passages)
        return any(one.spoken for one in found.findings)

    assert leads(())
    assert not leads((men,))


def test_what_happens_in_pregnancy_alone_names_it() -> None:
    """A guideline on pregnancy is on preterm birth, and not on headaches of anybody."""
    title = "Management of pregnancy: clinical practice guideline"
    body = f"{FILLER}\n\nWe recommend progesterone against preterm birth (strong recommendation)."
    headache = body.replace("preterm birth", "cluster headache")
    drug = QueryTerm("progesterone")

    assert told("progesterone, preterm birth", drug, QueryTerm("preterm"), QueryTerm("birth"), body=body, title=title)
    words = (drug, QueryTerm("cluster"), QueryTerm("headache"))
    assert not told("progesterone, cluster headache", *words, body=headache, title=title)
