"""A guideline that a hospital brings answers what it is about, row by row, whatever packs know of its treatments."""

from collections.abc import Iterator

import pytest

from quoth.model import Action, Answer, Statement
from quoth.pipeline import Options, Parts, ask, ingest
from quoth.sources import DocumentFacts
from tests.kept import library_in_memory

STROKE = """# Acute stroke

## Infections

Urinary tract infection is frequent after a stroke.

We recommend against prophylactic antibiotics in acute stroke. (Strong recommendation)

## Kidneys

We suggest SGLT2 inhibitors for adults with stroke and diabetes (2C).
"""
ANEURYSM = """# Aneurysm of the aorta

## Who is screened

The panel recommends against screening for an aneurysm of the aorta in women who never smoked. (D recommendation)

Evidence on screening for an aneurysm in women who smoked is insufficient. (I statement)

| Population | Recommendation | Grade |
|---|---|---|
| Men who smoked | Screen once for an aneurysm of the aorta. | B |
| Men who never smoked | Offer screening for an aneurysm of the aorta selectively. | C |
"""


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    """The starter library with two guidelines on what no pack knows."""
    folder = tmp_path_factory.mktemp("home")
    with library_in_memory(folder) as opened:
        for name, words in (("stroke", STROKE), ("aneurysm", ANEURYSM)):
            path = folder / f"{name}.md"
            path.write_text(words, encoding="utf-8")
            title = words.partition("\n")[0].removeprefix("# ")
            facts = DocumentFacts(title=title, issuer="A Board", year=2024, doi=f"10.1000/{name}", conditions=(name,))
            ingest([path], opened, options=Options(facts=facts))
        yield opened


def page_of(question: str, parts: Parts) -> Answer:
    """Its page, which is none of those that refuse."""
    page = ask(question, parts).page
    assert isinstance(page, Answer), page.explanation
    return page


def test_a_treatment_of_one_pack_is_asked_about_for_what_the_question_says(parts: Parts) -> None:
    """Antibiotics after a stroke are no question on the bladder, though the guideline names it somewhere."""
    page = page_of("Should prophylactic antibiotics be given after stroke?", parts)
    led = page.bottom_line.statements

    assert [] == [one.concept.name for one in page.question.conditions]
    assert [Action.DO_NOT] == [one.action for one in led]
    assert "prophylactic antibiotics" in led[0].quote.text


def test_a_treatment_alone_is_still_asked_about_for_what_the_packs_use_it_for(parts: Parts) -> None:
    """Nothing else was said."""
    page = page_of("Are SGLT2 inhibitors safe?", parts)
    assert ["type 2 diabetes"] == [one.concept.name for one in page.question.conditions]


def test_a_row_of_a_table_stands_without_its_neighbours(parts: Parts) -> None:
    """Advice against, a doubt and another row above it are no part of what a row says."""
    page = page_of("screening for an aneurysm of the aorta", parts)
    rows: list[Statement] = [row.statement for row in (*page.actions, *page.more_actions)]
    once = next(one for one in rows if "Screen once" in one.quote.text)
    some = next(one for one in rows if "selectively" in one.quote.text)
    around = [qualifier.quote.text for one in (once, some) for qualifier in one.qualifiers]

    assert not any("against" in text or "insufficient" in text for text in around), around
    assert not any("Screen once" in text for text in around), around
