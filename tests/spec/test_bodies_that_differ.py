"""In what bodies differ, as a table. The composer and the checker read one table of words, each with its own code."""

from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quoth.answer.differing import differing
from quoth.answer.numbering import Numbering
from quoth.check import verify
from quoth.check.differences import borne_by
from quoth.interop.html import render_html
from quoth.interop.json_page import render_json
from quoth.interop.layout import differ_line
from quoth.interop.markdown import render_markdown
from quoth.model import Action, Answer, DiffersIn, Extent, Facet, Finding, Qualifier, QualifierKind, quote_of
from quoth.pipeline import Parts, ask
from tests.unit.answer.factories import finding

D = DiffersIn


class Side(NamedTuple):
    """What one body says."""

    words: str
    action: Action | None
    condition: str | None = None
    strength: str | None = None
    about: str = "taping"
    facets: tuple[Facet, ...] = (Facet.BENEFIT,)


DO, CONSIDER, DO_NOT, UNCERTAIN = Action.DO, Action.CONSIDER, Action.DO_NOT, Action.UNCERTAIN
CASES: dict[str, tuple[Side, Side, set[DiffersIn]]] = {
    "for and against": (Side("Offer tape.", DO), Side("Do not offer tape.", DO_NOT), {D.DIRECTION}),
    "perhaps and against": (Side("Consider tape.", CONSIDER), Side("Do not use tape.", DO_NOT), {D.DIRECTION}),
    "for and a graded uncertain": (
        Side("Offer tape.", DO),
        Side("Whether tape helps is uncertain.", UNCERTAIN, strength="I statement"),
        {D.DIRECTION},
    ),
    "for and an uncertain that nobody graded": (
        Side("Offer tape.", DO),
        Side("Tape is among the things supported.", UNCERTAIN),
        set(),
    ),
    "must and may": (Side("Offer tape.", DO), Side("Tape may be considered.", CONSIDER), {D.STRENGTH}),
    "must and may, not on benefit": (
        Side("Diagnose by squatting.", DO, facets=(Facet.DIAGNOSIS,)),
        Side("Consider it when pain is on the kneecap.", CONSIDER, facets=(Facet.DIAGNOSIS,)),
        set(),
    ),
    "the same": (Side("Offer tape.", DO), Side("Tape should be offered.", DO), set()),
    "another treatment": (Side("Offer tape.", DO), Side("Do not offer a brace.", DO_NOT, about="knee brace"), set()),
    "mild and severe": (
        Side("Offer tape.", DO, "mild pain"),
        Side("Do not offer tape.", DO_NOT, "severe pain"),
        {D.POPULATION},
    ),
    "less severe and severe": (
        Side("Offer tape.", DO, "less severe pain"),
        Side("Offer tape.", DO, "moderate to severe pain"),
        {D.POPULATION},
    ),
    "pregnant and everybody": (
        Side("Offer tape.", DO),
        Side("Evidence on tape is too thin.", UNCERTAIN, "pregnant persons", "I statement"),
        {D.POPULATION},
    ),
    "not pregnant and everybody": (
        Side("Offer tape.", DO),
        Side("Do not offer tape.", DO_NOT, "women who are not pregnant"),
        {D.DIRECTION},
    ),
    "pregnant or not and everybody": (
        Side("Offer tape.", DO),
        Side("Do not offer tape.", DO_NOT, "adults, pregnant or not"),
        {D.DIRECTION},
    ),
    "children and adults": (
        Side("Offer tape to children.", DO),
        Side("Do not offer tape to adults.", DO_NOT),
        {D.POPULATION},
    ),
    "acute and chronic": (
        Side("Offer tape.", DO, "acute pain"),
        Side("Do not offer tape.", DO_NOT, "chronic pain"),
        {D.POPULATION},
    ),
    "first and second choice": (
        Side("Tape for two weeks.", DO, strength="first line"),
        Side("Tape is the second choice.", DO, "other measures failed"),
        {D.LINE},
    ),
    "first, and first after something": (
        Side("Tape comes as first choice.", DO),
        Side("Tape is the first choice if exercise has failed.", DO),
        set(),
    ),
    "three days and five": (Side("Tape for 3 days.", DO), Side("Tape for 5 days.", DO), {D.THRESHOLD}),
    "three to seven days and five": (Side("Tape for 3 to 7 days.", DO), Side("Tape for 5 days.", DO), set()),
    "days and weeks": (Side("Tape for 3 days.", DO), Side("Tape for 5 weeks.", DO), set()),
    "one of two doses": (
        Side("Give 100 or 200 mg.", DO),
        Side("Give 200 mg twice a day.", DO),
        set(),
    ),
    "pressures": (
        Side("Aim for less than 130/80 mmHg.", DO),
        Side("Aim for systolic 120-129 mmHg.", DO),
        {D.THRESHOLD},
    ),
    "strength and length": (
        Side("Tape for 3 days.", DO),
        Side("Tape for 5 days may be considered.", CONSIDER),
        {D.STRENGTH, D.THRESHOLD},
    ),
}


def made(side: Side, record: str) -> Finding:
    """A recommendation of a body that says this."""
    one = finding(
        side.words,
        record=record,
        action=side.action,
        condition=side.condition,
        interventions=(side.about,),
        facets=side.facets,
    )
    if side.strength is None:
        return one
    text = replace(one.rendition, text=f"{one.rendition.text} (strength: {side.strength})")
    start = text.text.index(side.strength, len(one.rendition.text))
    words = quote_of(one.record.id, text, Extent(start, start + len(side.strength)))
    return replace(one, qualifiers=(*one.qualifiers, Qualifier(QualifierKind.STRENGTH, words)))


@pytest.mark.parametrize("case", CASES)
def test_a_difference_is_named_as_the_table_says_and_by_both_readings(case: str) -> None:
    """Direction, strength, people, line of therapy, threshold; advice to other people contradicts nothing."""
    one, other, expected = CASES[case]
    findings = (made(one, "a"), made(other, "b"))
    numbering = Numbering(None)

    assert expected == set(differing(findings)) == set(differing(findings[::-1]))
    assert expected == borne_by([numbering.statement(each) for each in findings])


def test_one_body_does_not_differ_from_itself() -> None:
    """Two statements of one guideline are its own business."""
    findings = (made(Side("Offer tape.", DO), "a"), made(Side("Do not offer tape.", DO_NOT), "a"))

    assert () == differing(findings)


@pytest.mark.parametrize(
    ("question", "about", "kinds"),
    [
        ("Do hyaluronic acid (gel) injections work?", "hyaluronic acid injection", (D.DIRECTION,)),
        ("Are steroid injections worth it for knee osteoarthritis?", "corticosteroid injection", (D.STRENGTH,)),
        ("Which antibiotic is best for cystitis?", "nitrofurantoin", (D.THRESHOLD,)),
    ],
)
def test_pages_name_the_difference_in_every_form(
    question: str, about: str, kinds: tuple[DiffersIn, ...], parts: Parts
) -> None:
    """Page, Markdown and JSON tell one and the same; the checker misses it when it is gone."""
    outcome = ask(question, parts)
    page = outcome.page
    assert isinstance(page, Answer)
    assert outcome.verdict.passed
    found = [difference for difference in page.differences if difference.about == about]
    assert [kinds] == [difference.differs_in for difference in found]
    line = differ_line(found[0])
    for shown in (render_markdown(page, outcome.verdict), render_html(page, outcome.verdict, open_passage=None)):
        assert line in shown.replace("\\", "")
    assert f'"differs_in":["{kinds[0].value}"' in render_json(page, outcome.verdict).decode()

    silent = replace(page, differences=tuple(replace(each, differs_in=()) for each in page.differences))
    assert not verify(silent, parts.store).passed


WORDS = """3|5|10-14|7 to 10|120/80|2.5|or|and|,|mmHg|mg|g|days|weeks|%|mg/kg|kg/m2|sessions|first-line|second choice
|after that|has failed|mild|severe|less severe|pregnant|not pregnant|pregnant or not|children|adults|acute|chronic"""
PIECES = st.lists(st.sampled_from([word.strip() for word in WORDS.split("|")]), min_size=1, max_size=8)


@given(PIECES, PIECES, st.sampled_from(list(Action)), st.sampled_from(list(Action)))
@example(["3", "kg/m2"], ["kg/m2", "kg/m2"], Action.DO, Action.DO)
def test_both_readings_of_the_table_agree_on_any_words(
    words: list[str], others: list[str], action: Action, action_of_other: Action
) -> None:
    """Two readers of one table who disagree would refuse honest pages."""
    findings = (made(Side(" ".join(words), action), "a"), made(Side(" ".join(others), action_of_other), "b"))
    numbering = Numbering(None)

    assert set(differing(findings)) == borne_by([numbering.statement(each) for each in findings])
