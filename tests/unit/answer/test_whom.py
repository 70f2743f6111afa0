"""Whom a recommendation is for: nobody is led by advice that leaves out the very case asked about."""

from dataclasses import replace

import pytest

from quoth.answer.bottom_line import lead
from quoth.answer.numbering import Numbering
from quoth.answer.whom import is_for_few, is_for_later, leaves_out, may_harm
from quoth.model import Concept, ConceptKind, Mention, QueryTerm, Question, phrase
from tests.unit.answer.factories import finding, page_of, question

MEN = Mention(Concept("men", ConceptKind.POPULATION), "men", 0, 3)
WOMEN = Mention(Concept("women", ConceptKind.POPULATION), "women", 0, 5)


def asking(text: str, *own: str) -> Question:
    """A question on taping for knee pain that names these words besides."""
    terms = (QueryTerm("knee pain", concept="knee pain"), QueryTerm("taping", concept="taping"))
    return question(text, terms=(*terms, *(QueryTerm(word) for word in own)))


@pytest.mark.parametrize(
    ("bound", "word", "out"),
    [
        ("children other than those with swelling", "swelling", True),
        ("adults except those with swelling, fever or rash", "rash", True),
        ("no swelling but much pain", "swelling", True),
        ("not allergic to plaster", "plaster", True),
        ("pain without swelling", "swelling", True),
        ("swelling", "swelling", False),
        ("no fever but swelling", "swelling", False),
        ("severe pain, with or without swelling", "fever", False),
        ("other than mild swelling; swelling that lasts", "swelling", False),
    ],
)
def test_what_a_bound_leaves_out_is_read_from_its_words(bound: str, word: str, *, out: bool) -> None:
    """The part behind "other than", "without" and the like, up to where it ends."""
    asked = asking(f"taping for knee pain with {word}", word)

    assert out is leaves_out(asked, finding(condition=bound))


def test_a_question_that_denies_the_same_is_not_left_out() -> None:
    """Who asks about pain without swelling is whom the advice means."""
    bounded = finding(condition="pain without swelling")

    assert not leaves_out(asking("taping for knee pain without swelling", "swelling"), bounded)


def test_a_question_on_what_did_not_help_is_whom_advice_for_non_responders_means() -> None:
    """An inadequate response is no response."""
    bounded = finding(condition="no response to rest")

    assert not leaves_out(asking("taping after inadequate response to rest", "response"), bounded)


def test_advice_that_leaves_out_the_case_does_not_lead() -> None:
    """It may stand below, with its bound beside it."""
    asked = asking("taping for knee pain with swelling", "swelling")
    bounded = finding(condition="knees other than those with swelling")

    assert lead(asked, [bounded], Numbering(None)).lead == phrase("lead.beside")
    assert lead(asking("taping for knee pain"), [bounded], Numbering(None)).lead == phrase("lead.one")


def test_advice_for_few_and_for_others_beside_them_is_for_those_others() -> None:
    """Pregnant women and men: for men, and for no woman who is not pregnant."""
    both = finding(condition="pregnant women and men")

    assert not is_for_few(question(populations=(MEN,)), both)
    assert is_for_few(question(populations=(WOMEN,)), both)
    assert is_for_few(question(), both)
    assert not is_for_few(question(), finding(condition="women who are not pregnant"))


@pytest.mark.parametrize(
    ("words", "word", "out"),
    [
        ("Do not offer taping to women who have never smoked.", "smoke", True),
        ("Offer taping to adults without swelling.", "swelling", True),
        ("Offer taping to adults who do not have swelling.", "swelling", True),
        ("Do not offer taping for swelling.", "swelling", False),
        ("Taping should not be offered where swelling lasts.", "swelling", False),
        ("Offer taping without delay to adults with swelling.", "swelling", False),
    ],
)
def test_people_whom_a_statements_own_words_leave_out_are_not_led_by_it(words: str, word: str, *, out: bool) -> None:
    """A "not" before the treatment is what is advised; one behind people says who is not meant."""
    assert out is leaves_out(asking(f"taping for knee pain if you {word}", word), finding(words))


def test_a_man_is_one_of_the_men_that_a_statement_names_beside_the_few() -> None:
    """Advice for "pregnant women and men" is for a man, by any name of the group."""
    men = Mention(Concept("men", ConceptKind.POPULATION, lay=("man",), clinical=("males",)), "man", 0, 3)
    for_both = finding(condition="pregnant women and men")

    assert not is_for_few(question("man", populations=(men,)), for_both)
    assert is_for_few(question("anybody"), for_both)


@pytest.mark.parametrize(
    ("words", "text", "later"),
    [
        ("Offer taping to adults for whom braces are contraindicated or ineffective.", "knee pain", True),
        ("If exercise does not help, consider taping.", "knee pain", True),
        ("Consider taping in people who cannot tolerate braces.", "knee pain", True),
        ("Consider taping in people who cannot tolerate braces.", "knee pain, braces did not help", False),
        ("Offer taping to adults with knee pain.", "knee pain", False),
        ("Evidence on taping is insufficient.", "knee pain", False),
    ],
)
def test_advice_for_those_whom_something_else_did_not_help_is_known(words: str, text: str, *, later: bool) -> None:
    """By its own words, unless the question tells of it."""
    plain = replace(finding(words), annotation=None)

    assert is_for_later(question(text), plain) is later


@pytest.mark.parametrize(
    ("text", "advice", "out"),
    [
        ("What now that quorine does not work in scurvy?", "Treat scurvy with quorine.", True),
        ("quorine has failed in scurvy", "Treat scurvy with quorine.", True),
        ("scurvy despite quorine", "Treat scurvy with quorine.", True),
        ("What now that quorine does not work in scurvy?", "Where quorine fails, offer zorbium.", False),
        ("What now that quorine does not work in scurvy?", "Offer zorbium in scurvy.", False),
        ("Does quorine work in scurvy?", "Treat scurvy with quorine.", False),
    ],
)
def test_the_very_thing_that_did_not_work_is_no_answer(text: str, advice: str, *, out: bool) -> None:
    """Where no illness is known, too; what a guideline advises then may lead."""
    asked = replace(question(text), conditions=(), interventions=(), terms=())

    assert leaves_out(asked, replace(finding(advice), annotation=None)) is out


@pytest.mark.parametrize(
    ("bound", "typed", "harms"),
    [
        ("not allergic to plaster", "taping for knee pain, allergic to plaster", True),
        ("not allergic to plaster", "taping for knee pain in one who tolerates plaster", False),
        ("not allergic to plaster", "taping for knee pain in one who tolerates rest but is allergic to plaster", True),
        ("not allergic to plaster", "taping for knee pain, can't rest, allergic to plaster", True),
        ("not allergic to plaster", "no rest. Taping for knee pain? He is allergic to plaster", True),
        ("not allergic to plaster", "taping for knee pain, not allergic to plaster", False),
        ("not allergic to plaster", "taping for knee pain if she isn't allergic to plaster", False),
        ("not allergic to plaster", "taping for knee pain", False),
        ("without swelling", "taping for knee pain with swelling", False),
    ],
)
def test_what_may_harm_those_asked_about_is_not_on_their_page(bound: str, typed: str, *, harms: bool) -> None:
    """Bounds on allergy, pregnancy and the like; others keep a row from leading and leave it to be read."""
    word = "swelling" if "swelling" in typed else "plaster" if "plaster" in typed else "knee"
    asked, given = asking(typed, word), finding("Use tape.", condition=bound)

    assert may_harm(asked, given) is harms
    page = page_of(given, finding("Rest.", record="other"), asked=asked)
    assert any("meant for others" in one.reason for one in page.method.exclusions) is harms
