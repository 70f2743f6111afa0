"""Every command, setting, variable, exit code, error, mark, reason, fault, experiment and field is documented."""

import importlib.util
import re
import typing
from pathlib import Path
from types import ModuleType, UnionType
from typing import Any

import pytest

from quoth import errors, model
from quoth.cli.main import EPILOG
from quoth.evidence.guideline.grading_table import GRADE_ROWS, SYSTEM_SOURCES
from quoth.model import LABEL_BY_MARK, Abstention, Answer, FaultKind, MarkKind, Reason, ReviewStatus, Verdict
from tests.docs.documents import DOCS, ROOT, is_noun, text_of

REFERENCE = DOCS / "reference"
ERRORS = [getattr(errors, name) for name in errors.__all__ if isinstance(getattr(errors, name), type)]


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    """The script that writes the generated pages."""
    spec = importlib.util.spec_from_file_location("make_reference", DOCS / "make_reference.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_up_to_date(maker: ModuleType) -> None:
    """What the reference says of commands and settings is what the code does. Mend: python docs/make_reference.py."""
    assert [] == [name for name, make in maker.PAGES.items() if text_of(DOCS / name) != make()]


def test_every_variable_is_documented() -> None:
    """Nothing in the environment changes quoth, its tests or its build without being written down."""
    files = [
        ROOT / "Makefile",
        *(ROOT / ".ci").glob("*"),
        *(ROOT / "src").rglob("*.py"),
        *(ROOT / "tests").rglob("*.py"),
    ]
    used = {name for file in files for name in re.findall(r"\bQUOTH_[A-Z_]*[A-Z]\b", file.read_text(encoding="utf-8"))}
    documented = set(re.findall(r"`(QUOTH_[A-Z_0-9]+)`", text_of(REFERENCE / "settings.md")))
    assert set() == used - documented


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_every_error_has_its_code_cause_and_cure(error: type[errors.QuothError]) -> None:
    """Who meets an error finds what it is about and what to do; user errors stand in the row of their exit code."""
    text = text_of(REFERENCE / "errors.md")
    assert f"`{error.__name__}`" in text
    if error not in (errors.QuothError, errors.UserError):
        assert re.search(rf"^\| `{error.__name__}` \| [^|]{{20,}} \| [^|]{{10,}} \|$", text, re.MULTILINE)
    if issubclass(error, errors.UserError) and error is not errors.UserError:
        assert re.search(rf"^\| {error.exit_code} \|.*`{error.__name__}`", text, re.MULTILINE)


def test_help_and_reference_list_the_same_exit_codes() -> None:
    """`quoth --help` and the reference cannot say different things."""
    table = text_of(REFERENCE / "errors.md").split("## ")[0]
    listed = {int(code) for code in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)}
    told = {int(code) for code in re.findall(r"\b(\d+) [a-z]", EPILOG.split("Exit codes:")[1])}
    raised = {error.exit_code for error in ERRORS if issubclass(error, errors.UserError)}
    assert told == listed
    assert raised | {0, 1, errors.EXIT_ABSTAINED, 130} == listed


@pytest.mark.parametrize("mark", MarkKind)
def test_every_mark_is_explained_where_it_is_read_and_where_it_is_parsed(mark: MarkKind) -> None:
    """A warning that nobody understands warns nobody."""
    assert f"| `{mark.value}` |" in text_of(REFERENCE / "answer-json.md")
    assert f"| {LABEL_BY_MARK[mark.value]} |" in text_of(DOCS / "tutorial/first-answer.md")


def test_every_reason_status_and_fault_is_explained() -> None:
    """What a program can meet in a page stands in the reference."""
    shape, faults = text_of(REFERENCE / "answer-json.md"), text_of(REFERENCE / "errors.md")
    assert [] == [reason.value for reason in Reason if f"| `{reason.value}` |" not in shape]
    assert [] == [status.value for status in ReviewStatus if f"`{status.value}`" not in shape]
    assert [] == [fault.value for fault in FaultKind if f"| {fault.value} |" not in faults]


def test_every_experiment_is_explained_and_no_other() -> None:
    """The list of measurements is that of the folder."""
    rows = re.findall(r"^\| `([a-z-]+)` \|", text_of(DOCS / "how-to/measure.md"), re.MULTILINE)
    assert sorted(file.stem for file in (ROOT / "bench/experiments").glob("*.yaml")) == sorted(rows)


@pytest.mark.parametrize("noun", [Answer, Abstention, Verdict], ids=lambda noun: noun.__name__)
def test_every_field_of_a_page_is_explained(noun: type) -> None:
    """A program that reads a page finds each field in the reference, under the heading of its noun where it has one."""
    text = text_of(REFERENCE / "answer-json.md")
    sections = {
        name: body
        for heading, body in re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
        for name in re.split(r", | and ", heading)
    }
    missing = [
        f"{part.__name__}.{name}"
        for part in _reached_from(noun)
        for name in part.__match_args__
        if f"`{name}`" not in sections.get(part.__name__, text)
    ]
    assert [] == missing


def _reached_from(noun: Any) -> set[Any]:
    """The noun and every noun that its fields hold."""
    found: set[Any] = set()
    waiting = [noun]
    while waiting:
        part = waiting.pop()
        if typing.get_args(part) or isinstance(part, UnionType):
            waiting += typing.get_args(part)
        elif is_noun(part) and part not in found:
            found.add(part)
            waiting += typing.get_type_hints(part, vars(model)).values()
    return found


def test_the_pages_that_are_written_say_so() -> None:
    """Nobody edits by hand what the next run overwrites."""
    for name in ("commands.md", "settings.md"):
        assert "Written by docs/make_reference.py" in text_of(Path(REFERENCE / name))


def test_each_grading_system_stands_with_its_source() -> None:
    """Who holds the table of grades against the publication finds it in the code and in the reference alike."""
    page = " ".join(text_of(REFERENCE / "grading-systems.md").split())
    rows = [f"| {system} |" for system in SYSTEM_SOURCES]

    assert {row.system for row in GRADE_ROWS} <= set(SYSTEM_SOURCES)
    assert [] == [row for row in (*rows, *SYSTEM_SOURCES.values()) if row not in page]
