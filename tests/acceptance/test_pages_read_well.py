"""What a page of a common question must never look like, held by rule on every question of the key."""

import re
from pathlib import Path

import pytest

from quoth.answer.fold import words_of
from quoth.bench.answer_key import KeyedQuestion, load_answer_key
from quoth.bench.libraries import ask_keyed
from quoth.lexicon import Lexicon
from quoth.model import NO_EFFECT, Abstention, Answer, ConceptKind, FindingKind, MarkKind, Statement
from quoth.pipeline import Outcome, Parts

KEY = load_answer_key(Path(__file__).parent / "answer_key")
ROWS_MAX = 25
STUDIES = (FindingKind.RESULT, FindingKind.CONCLUSION)
# How a recommendation begins when it asks for something.
ASKS = re.compile(
    r"(?:(?:If|Or|First)\b[^.;]*?\b)?(?:add|advise|aim|ask|assess|avoid|base|be|begin|build|change|check|choose|consider"
    r"|decide|diagnose|discuss|do|explain|find|get|give|have|help|keep|let|make|measure|offer|prefer|prescribe|put"
    r"|re-examine|refer|rethink|review|share|sort|start|switch|take|tell|treat|try|use)\b",
    re.IGNORECASE,
)
# Words by which a sentence says something; what is not here is a label or a list.
SAYS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|may|might|should|can|could|must|did|does|do|need|comes?|\w{2,}ed|argues|beats?|cuts?"
    r"|describes|ended|fail|fell|finds?|found|gave|gives?|goes|grew|helps?|judges?|keeps|leads?|left|led|lists|made|makes"
    r"|puts|reads|rates|relieves?|remain|replaces|reports?|rose|save|says|sets|shows?|splits|states|stay|suggest|supports"
    r"|think|treats|treat|went|work|works|wants?|look|advises|averaged|adds?|prevents?|causes?|points|lowers?|reduces?|improves?|worse)\b"
    r"|\bno (?:\w+ ){0,3}(?:difference|effect|benefit)",
    re.IGNORECASE,
)
FIGURE = re.compile(
    r"\b(?:RR|OR|HR|SMD|MD|RD)\b[^.;]{0,4}-?\d|\d%|\bnumbers? needed to treat\b|-?\d[^.;]*\(95%|[ :]-\d"
)
# Without a subject: it would lean on the title of its source.
HANGS = re.compile(
    r"(?:versus|vs|against|better|worse|fewer|more|similar|only|newest|about as|as good|in words)\b", re.I
)


@pytest.fixture(scope="module")
def pages(starter: Parts) -> dict[str, Outcome]:
    """The page of every question of the key."""
    return {keyed.question: ask_keyed(keyed, starter) for keyed in KEY}


@pytest.fixture(scope="module")
def lexicon(starter: Parts) -> Lexicon:
    """The words of the starter library."""
    return starter.vocabulary().lexicon


def opened(page: Answer) -> list[Statement]:
    """The statements that stand on a page before anything is opened, each once."""
    found = [*page.bottom_line.statements, *(row.statement for row in page.actions), *page.guideline_notes]
    found += [each.note for each in page.differences if each.note and not each.on_request]
    found += [statement for group in page.research for statement in group.statements]
    return list(dict.fromkeys(found))


def page_of(keyed: KeyedQuestion, pages: dict[str, Outcome]) -> Answer:
    """The page, if the question has one."""
    page = pages[keyed.question].page
    if isinstance(page, Abstention):
        pytest.skip("rightly refused")
    return page


every_question = pytest.mark.parametrize(
    "keyed", [keyed for keyed in KEY if keyed.expect == "answer"], ids=lambda keyed: f"{keyed.pack}: {keyed.question}"
)


@every_question
def test_a_page_has_few_rows_before_show_all(keyed: KeyedQuestion, pages: dict[str, Outcome]) -> None:
    """Nobody reads past twenty-five rows."""
    page = page_of(keyed, pages)
    rows = len(page.actions) + len(page.guideline_notes) + sum(len(group.statements) for group in page.research)

    assert rows + sum(not each.on_request for each in page.differences) <= ROWS_MAX


@every_question
def test_no_row_says_what_another_row_of_its_source_says(keyed: KeyedQuestion, pages: dict[str, Outcome]) -> None:
    """Duplicates are one row."""
    page = page_of(keyed, pages)
    texts = [(s.quote.span.record_id, words_of(s.quote.text)) for s in opened(page)]

    assert len(texts) == len(set(texts))


@every_question
def test_every_row_is_a_whole_thought(keyed: KeyedQuestion, pages: dict[str, Outcome]) -> None:
    """It begins and ends like a sentence; advice asks for something; a result says something or prints a figure."""
    faults = []
    for statement in page_of(keyed, pages).statements():
        text = statement.quote.text
        if not re.match(r"[A-Z0-9]", text) or not text.endswith((".", ".)", ".'")):
            faults.append(f"no sentence: {text}")
        if statement.kind is FindingKind.RECOMMENDATION and not (ASKS.match(text) or SAYS.search(text)):
            faults.append(f"asks for nothing: {text}")
        says = FIGURE.search(text) if statement.kind is FindingKind.RESULT else None
        if statement.kind in STUDIES and not (says or SAYS.search(text)):
            faults.append(f"says nothing: {text}")
        if HANGS.match(text):
            faults.append(f"has no subject: {text}")

    assert not faults, "\n".join(faults)


@every_question
def test_nothing_indirect_or_out_of_force_leads(keyed: KeyedQuestion, pages: dict[str, Outcome]) -> None:
    """What leads is about the question and stands."""
    page = page_of(keyed, pages)
    weak = {MarkKind.INDIRECT, MarkKind.SUPERSEDED, MarkKind.WITHDRAWN, MarkKind.RETRACTED, MarkKind.CONCERN}

    assert not [s.quote.text for s in page.bottom_line.statements if weak & {mark.kind for mark in s.marks}]


@every_question
def test_every_page_passed_the_checker(keyed: KeyedQuestion, pages: dict[str, Outcome]) -> None:
    """No page is shown that did not."""
    assert pages[keyed.question].verdict.passed


def test_every_effect_of_the_starter_library_names_its_treatment_and_its_outcome(
    pages: dict[str, Outcome], lexicon: Lexicon
) -> None:
    """A ratio without what was given and what was measured is no result: its row would lean on the title above it."""
    faults = []
    for outcome in pages.values():
        if isinstance(outcome.page, Abstention):
            continue
        for statement in outcome.page.statements():
            figures = [figure for figure in statement.figures if figure.measure in NO_EFFECT and figure.low is not None]
            if statement.kind is not FindingKind.RESULT or not figures:
                continue
            said = words_of(statement.quote.text)
            names = [name for tag in statement.interventions for name in (tag, *lexicon.synonyms(tag))]
            if not any(words_of(name) & said for name in names):
                faults.append(f"no treatment: {statement.quote.text}")
            spoken = {found.concept.kind for found in lexicon.mentions(statement.quote.text)}
            if not any(figure.about for figure in figures) and ConceptKind.OUTCOME not in spoken:
                faults.append(f"no outcome: {statement.quote.text}")

    assert not faults, "\n".join(dict.fromkeys(faults))
