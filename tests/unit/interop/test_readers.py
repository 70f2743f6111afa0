"""What changes with the reader, what a patient's ticks say, and the pictures: the same facts, never other words."""

import re
from dataclasses import replace

import pytest

from quoth.interop.glance import glance_of, rests_on
from quoth.interop.html import render_html
from quoth.interop.patient import Fit, conditions_of, patient_of
from quoth.interop.pictures import evidence_map, timeline
from quoth.interop.readers import READERS, Layer, layers_of
from quoth.interop.terms import Glossary
from quoth.model import (
    Action,
    ActionRow,
    Answer,
    Design,
    Direction,
    Facet,
    GlossaryEntry,
    QualifierKind,
    Question,
    ResearchGroup,
    Role,
    Statement,
)
from tests.unit.interop.answer_factory import advice, answer, passed, qualifier, reference, statement


def told(words: str, number: int, *, when: str = "", **given: object) -> Statement:
    """A recommendation, bound to a condition."""
    limits = (qualifier(QualifierKind.CONDITION, when, start=500),) if when else ()
    return advice(words, id=f"s{number}", number=number, qualifiers=limits, **given)


def a_page(role: Role = Role.ANYONE) -> Answer:
    """Two pieces of advice with conditions, one without, and some research."""
    rows = (
        ActionRow("exercise", Action.DO, told("Offer exercise.", 1, plain="Move your knee.")),
        ActionRow("insoles", Action.DO, told("Offer insoles.", 2, when="flat feet")),
        ActionRow("rest", Action.DO_NOT, told("Do not rest.", 3, when="under 2 years", action=Action.DO_NOT)),
    )
    research = tuple(
        statement(f"Pain fell {n}.", id=f"s{n}", number=n, n=100 * n, direction=Direction.NO_DIFFERENCE, year=2000 + n)
        for n in range(4, 8)
    )
    harm = statement("Skin itched.", id="s9", number=4, start=90, facets=(Facet.HARMS,))
    return answer(
        question=Question("What helps knee pain?", role=role),
        actions=rows,
        research=(ResearchGroup("exercise", (*research, harm)),),
        references=tuple(reference(n, year=2000 + n) for n in range(1, 8)),
    )


def html(page: Answer, **given: object) -> str:
    """The page as the web face shows it."""
    return render_html(page, passed(page), open_passage=lambda span, name: f"/passage/x?at={name}", **given)  # type: ignore[arg-type]


def quoted(text: str) -> set[str]:
    """The words of sources on a page."""
    found = re.findall(r'class="said [^"]*">(?:<p>)?(?:<q>)?(.*?)(?:</q>)?(?:</p>)?</(?:p|blockquote)>', text, re.S)
    return {re.sub(r"<[^>]+>", "", words).strip() for words in found}


@pytest.mark.parametrize("role", list(Role))
def test_no_reader_gets_other_words_of_a_source(role: Role) -> None:
    """A role moves rows and explains words; what sources say stays byte for byte, and nothing is lost."""
    page = a_page(role)

    assert quoted(html(page)) == {s.quote.text for s in page.statements()} == quoted(html(a_page()))


def test_a_patient_meets_harms_and_plain_words_first_and_a_librarian_the_search() -> None:
    """The order of the layers follows from who is reading."""
    order = layers_of(a_page(Role.PATIENT))
    page = html(a_page(Role.PATIENT))

    assert order.index(Layer.SAFETY) < order.index(Layer.ACTIONS)
    assert page.index("Move your knee.") < page.index("Offer exercise.", page.index('id="actions"'))
    assert "Our summary, not yet checked by a clinician" in page
    assert layers_of(a_page(Role.LIBRARIAN))[0] is Layer.METHOD
    assert Layer.SAFETY not in layers_of(a_page())


def test_a_patient_without_harms_in_the_library_is_told_so() -> None:
    """An empty place for harms would read as “none”."""
    page = replace(a_page(Role.PATIENT), research=())

    assert "That does not mean that there are none" in html(page)


@pytest.mark.parametrize("role", list(Role))
def test_every_layer_is_shown_once_to_every_reader(role: Role) -> None:
    """An order that forgets a layer would hide it from that reader."""
    usual = set(layers_of(a_page()))
    order = layers_of(a_page(role))

    assert len(order) == len(set(order))
    assert usual <= set(order)
    assert set(READERS[role].asks_for) <= {Layer.SAFETY, Layer.DOSES, Layer.WORDS}


def test_words_of_trials_are_explained_once_and_the_text_stays_as_it_is() -> None:
    """Marking a term adds a link around it, and nothing else."""
    terms = Glossary([GlossaryEntry("randomised", "By chance.", ("randomized",)), GlossaryEntry("trial", "A test.")])
    text = "A randomised trial, randomized again; trials differ."

    cut = list(terms.cut(text))

    assert "".join(one.text for one in cut) == text
    assert [one.text for one in cut if one.entry] == ["randomised", "trial"]
    assert [entry.term for entry in terms.used] == ["randomised", "trial"]
    assert next(iter(Glossary().cut(text))).text == text


def test_advice_applies_when_all_that_it_names_is_ticked() -> None:
    """“No” to anything it names rules it out; silence leaves it unknown; advice to everybody names nothing."""
    page = a_page()
    flat, young = conditions_of(page)

    assert (flat.words, young.words) == ("flat feet", "under 2 years")
    ticked = patient_of(page, {flat.key: "yes", young.key: "no", "c99": "yes", "x": "<script>"})
    assert [ticked.fit(row.statement) for row in page.actions] == [Fit.UNLIMITED, Fit.APPLIES, Fit.NOT]
    assert patient_of(page, {}).fit(page.actions[1].statement) is Fit.UNKNOWN


@pytest.mark.parametrize("words", ["all people with knee pain", "every patient", "first-line"])
def test_words_that_leave_nobody_out_are_nothing_to_tick(words: str) -> None:
    """Nobody is asked whether they are everybody."""
    page = replace(a_page(), actions=(ActionRow("exercise", Action.DO, told("Offer it.", 1, when=words)),))

    assert not conditions_of(page)


def test_the_glance_names_every_verb_with_its_rows_and_says_where_a_condition_binds() -> None:
    """Ten seconds are enough to see what is asked for; each entry leads to its row."""
    do, do_not = glance_of(a_page())

    assert [(entry.name, entry.statement_id, entry.limited) for entry in do.entries] == [
        ("exercise", "s1", False),
        ("insoles", "s2", True),
    ]
    assert do_not.action is Action.DO_NOT
    assert rests_on(a_page())[-1] == "2001 to 2007"


def test_the_map_has_a_mark_and_a_table_row_for_each_report() -> None:
    """Nothing stands in the picture that is not in its table, and every mark leads to its statement."""
    found = evidence_map(a_page())

    assert found is not None
    assert {row.statement.id for row in found.rows} == {"s4", "s5", "s6", "s7", "s9"}
    assert set(re.findall(r'href="#(s\d+)"', found.svg)) == {"s4", "s5", "s6", "s7", "s9"}
    assert "<title" in found.svg
    assert evidence_map(replace(a_page(), research=())) is None


def test_the_timeline_shades_what_came_after_the_newest_guidance() -> None:
    """A guideline's year stands against what has appeared since; a source without a year is in the table alone."""
    refs = (reference(1, year=2010, design=Design.GUIDELINE), *(reference(n, year=2010 + n) for n in range(2, 5)))
    found = timeline(replace(a_page(), references=(*refs, reference(9, year=None))))

    assert found is not None
    assert found.newest_guidance == 2010
    assert "since the 2010 guidance" in found.svg
    assert [ref.number for ref, _, _ in found.rows] == [4, 3, 2, 1, 9]
    assert "#ref-9" not in found.svg


def test_names_in_a_picture_are_text() -> None:
    """A hostile name of an intervention or source cannot leave its place in the drawing."""
    bad = '"><script>alert(1)</script>'
    page = a_page()
    page = replace(page, research=(ResearchGroup(bad, page.research[0].statements),))
    page = replace(page, references=tuple(replace(ref, authors=(bad,)) for ref in page.references))

    assert "<script>alert" not in html(page)
