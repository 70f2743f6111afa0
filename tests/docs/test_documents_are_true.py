"""The documents hang together: links lead somewhere, records have their headings, words are explained."""

import re
import tomllib
from pathlib import Path

import pytest

from quoth import model
from tests.docs.documents import DOCS, NAMES, ROOT, is_noun, links_of, text_of

PACKAGES = sorted(entry.parent for entry in (ROOT / "src/quoth").glob("*/__init__.py"))
DECISIONS = sorted((DOCS / "decisions").glob("[0-9]*.md"))
STYLE_WORDS = (
    "record, report, study",
    "passage",
    "question",
    "PICO",
    "outcome",
    "effect",
    "risk of bias",
    "certainty",
    "strength",
    "direction",
    "evidence table",
    "statement",
    "citation",
    "support",
    "abstention",
    "draft, decision, publication",
    "run, topic, qrels",
    "nDCG@10, R@100, MRR",
)


@pytest.mark.parametrize("name", NAMES)
def test_every_relative_link_leads_to_a_file(name: str) -> None:
    """A reader who follows a link of ours arrives."""
    page = ROOT / name
    targets = [link.partition("#")[0] for link in links_of(page) if not re.match(r"<?[a-z]+:", link)]
    assert [] == [target for target in targets if target and not (page.parent / target).exists()]


def test_every_page_is_on_the_map() -> None:
    """No page of the documentation can be missed by who starts at its README."""
    linked = {(DOCS / link.partition("#")[0]).resolve() for link in links_of(DOCS / "README.md")}
    pages = {page.resolve() for page in DOCS.rglob("*.md") if page.parent != DOCS / "decisions"}
    assert set() == pages - linked - {(DOCS / "README.md").resolve()}


@pytest.mark.parametrize("name", NAMES)
def test_no_page_names_a_machine_or_a_package_host(name: str) -> None:
    """A page holds on every machine: no home folder of ours, no temporary file, no place to download packages from."""
    forbidden = r"/(?:work|root|tmp|home)/\w|pypi\.|pythonhosted|npmjs|--index-url|:\\Users"
    assert [] == re.findall(forbidden, text_of(ROOT / name))


@pytest.mark.parametrize("record", DECISIONS, ids=lambda record: record.name[:4])
def test_a_decision_record_has_its_headings(record: Path) -> None:
    """Context, decision, consequences, what was rejected, status and date: without them nobody can argue with it."""
    text = text_of(record)
    assert re.match(r"# " + record.name[:4] + r"\b", text)
    for heading in ("Context", "Decision", "Consequences", "Rejected", "Status", "Date"):
        assert re.search(rf"(?:^(?:#+ )?|\*\*|\. ){heading}\b", text, re.MULTILINE), f"{record.name} lacks {heading}"
    assert re.search(r"\b20\d\d-\d\d-\d\d\b", text)


def test_every_decision_is_in_the_index_once() -> None:
    """Numbers are unique, and the index lists every record."""
    numbers = [record.name[:4] for record in DECISIONS]
    assert len(set(numbers)) == len(numbers)
    assert {record.name for record in DECISIONS} == set(links_of(DOCS / "decisions/README.md"))


def test_the_glossary_explains_the_words_of_the_style_guide() -> None:
    """Whoever meets a word in the code or on a page finds what it means."""
    assert [] == [word for word in STYLE_WORDS if f"| {word} |" not in text_of(DOCS / "glossary.md")]


def test_the_glossary_explains_every_noun_of_the_model() -> None:
    """The nouns that move between the parts are explained, each in its own row."""
    rows = re.findall(r"^\| ([^|]+) \|", text_of(DOCS / "glossary.md"), re.MULTILINE)
    explained = {word.strip().casefold() for row in rows for word in row.split(",")}
    nouns = [name for name in model.__all__ if is_noun(getattr(model, name))]
    assert [] == [noun for noun in nouns if _words(noun) not in explained]


def test_the_glossary_is_in_order() -> None:
    """A word is found where the alphabet puts it."""
    words = [row.casefold() for row in re.findall(r"^\| ([^|]+) \|", text_of(DOCS / "glossary.md"), re.MULTILINE)[1:]]
    assert sorted(words) == words


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_every_package_says_in_a_page_why_it_exists(package: Path) -> None:
    """Each folder has a README of at most 20 lines: why, what goes in, what comes out, what it must never do."""
    readme = package / "README.md"
    assert readme.exists(), f"{package.name} has no README.md"
    assert len(text_of(readme).splitlines()) <= 20
    assert re.search(r"\bnever\b", text_of(readme), re.IGNORECASE)


def test_pictures_are_light_and_used() -> None:
    """A page with pictures loads quickly, and no picture lies about."""
    pictures = sorted((DOCS / "images").glob("*.png"))
    assert [] == [picture.name for picture in pictures if picture.stat().st_size > 150_000]
    used = " ".join(text_of(ROOT / name) for name in NAMES)
    assert [] == [picture.name for picture in pictures if picture.name not in used]


def test_every_promise_names_code_and_tests_that_exist() -> None:
    """The page of promises points at things that are there."""
    text = text_of(DOCS / "explanation/promises.md")
    paths = re.findall(r"`((?:src|tests)/[^`]+)`", text)
    assert len(paths) > 20
    assert [] == [path for path in paths if not (ROOT / path).exists()]
    assert [str(number) for number in range(1, 11)] == re.findall(r"^\| (\d+) \|", text, re.MULTILINE)


def test_quoth_needs_no_language_model() -> None:
    """Everything works without a model: no package that speaks to one is among the dependencies."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[^A-Za-z0-9_-]", text)[0].lower() for text in project["dependencies"]}
    assert set() == needed & {
        "openai",
        "anthropic",
        "litellm",
        "langchain",
        "transformers",
        "torch",
        "llama-cpp-python",
    }


def _words(noun: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", noun).casefold()
