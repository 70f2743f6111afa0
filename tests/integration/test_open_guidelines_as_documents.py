"""Open guidelines of the former National Guideline Clearinghouse, made into documents and read back.

The documents are made here: only their words are real. What is asked for is that each format gives as many grades as
the plain lines do.
"""

import os
import re
import textwrap
from pathlib import Path

import pytest
from lxml import html as lxml_html

from quoth.bench.guidelines import OpenGuideline, load_guidelines, page_of
from quoth.evidence import propose
from quoth.model import Rendition
from quoth.sources import DocumentFacts
from tests.unit.sources.document_factories import Put, docx, pdf, read_one

pytestmark = pytest.mark.data
DATA = Path(os.environ.get("QUOTH_DATA") or Path(__file__).parents[3] / "shared" / "data")
FILE = DATA / "ngc_guidelines" / "guidelines_open.jsonl.gz"
_MARKS, _ESCAPED = re.compile(r"([*_`<\[#\\])"), r"\\\1"
CHOSEN = ("ngc-10536", "ngc-9986", "ngc-10532", "ngc-10898", "ngc-10953")


@pytest.fixture(scope="module")
def guidelines() -> list[OpenGuideline]:
    """Some guidelines of several issuers."""
    if not FILE.is_file():
        pytest.skip(f"needs {FILE.name} below the data folder; set QUOTH_DATA")
    return [one for one in load_guidelines(FILE) if one.id in CHOSEN]


def blocks(guideline: OpenGuideline) -> list[tuple[str, str]]:
    """(tag, words) of the page that is made of a guideline."""
    page = lxml_html.document_fromstring(page_of("", guideline.words))
    return [(one.tag, " ".join(one.text_content().split())) for one in page.iter("h2", "p", "li")]


def graded(rendition: Rendition, guideline: OpenGuideline) -> list[str]:
    """Strengths in reading order, without blanks, and the letters that begin their statements."""
    found = [p.annotation for p in propose(rendition, guideline.record) if p.annotation.strength]
    return [_letters(rendition.text[a.strength.start : a.strength.end]) for a in found if a.strength]


def facts(guideline: OpenGuideline) -> DocumentFacts:
    """What a person would give."""
    return DocumentFacts(title=guideline.record.title, issuer=guideline.issuer)


def test_word_and_markdown_give_the_same_grades_as_the_page(guidelines: list[OpenGuideline], tmp_path: Path) -> None:
    """The format of a file does not change what a guideline recommends, nor how strongly."""
    pytest.importorskip("mammoth")
    for guideline in guidelines:
        parts = blocks(guideline)
        word = docx(tmp_path / "g.docx", [("Heading1" if tag == "h2" else "Normal", words) for tag, words in parts])
        lines = [f"{'## ' if tag == 'h2' else ''}{_MARKS.sub(_ESCAPED, words)}" for tag, words in parts]
        (tmp_path / "g.md").write_text("\n\n".join(lines), encoding="utf-8")
        expected = graded(guideline.rendition, guideline)

        assert expected
        for path in (word, tmp_path / "g.md"):
            found = graded(read_one(path, facts=facts(guideline))[1], guideline)
            assert len(found) >= 0.95 * len(expected), (guideline.id, path.suffix, len(found), len(expected))


def test_a_pdf_of_two_columns_gives_the_same_grades(guidelines: list[OpenGuideline], tmp_path: Path) -> None:
    """Columns, line ends and running heads cost no grade."""
    pytest.importorskip("pypdfium2")
    for guideline in guidelines:
        path = pdf(tmp_path / "g.pdf", list(_pages(blocks(guideline))))
        expected, found = (
            graded(guideline.rendition, guideline),
            graded(read_one(path, facts=facts(guideline))[1], guideline),
        )

        assert len(found) >= 0.95 * len(expected), (guideline.id, len(found), len(expected))


def _pages(parts: list[tuple[str, str]]) -> list[list[Put]]:
    """The blocks set in two columns on as many pages as they take."""
    pages: list[list[Put]] = [[]]
    x, y = 50.0, 760.0
    for tag, words in parts:
        plain = words.encode("cp1252", "replace").decode("cp1252")
        for line in textwrap.wrap(plain, 44, break_long_words=False):
            if y < 70:
                x, y = (310.0, 760.0) if x < 100 else (50.0, 760.0)
                if x < 100:
                    pages.append([])
            pages[-1].append(Put(line, x, y, 13 if tag == "h2" else 10))
            y -= 12
        y -= 10
    for number, page in enumerate(pages, 1):
        page += [Put("A guideline", 50, 815, 8), Put(str(number), 300, 25, 8)]
    return pages


def _letters(words: str) -> str:
    return "".join(letter for letter in words if letter.isalnum())
