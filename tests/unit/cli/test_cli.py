"""The command line as a person or a script uses it: processes of their own, on a library of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quoth.cli.ask import ROLES
from quoth.cli.main import COMMANDS
from quoth.cli.terminal import clean
from quoth.model import Role
from tests.kept import filled_home

ASK = ("ask", "Does taping the kneecap work?")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A starter library, made once."""
    return filled_home(tmp_path_factory.mktemp("home"))


def quoth(home: Path, *args: str, stdin: str | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "quoth.cli", *args],
        capture_output=True,
        text=True,
        input=stdin,
        timeout=120,
        env={**os.environ, "QUOTH_HOME": str(home), "PYTHONPATH": "src", **env},
    )


def test_ask_prints_the_page_with_its_layers(home: Path) -> None:
    """Bottom line first, references and review status at the end."""
    done = quoth(home, *ASK)

    assert 0 == done.returncode, done.stderr
    heads = [line for line in done.stdout.splitlines() if line.isupper()]
    assert heads[0] == "BOTTOM LINE"
    assert "REFERENCES" in heads
    assert "Not submitted for review" in done.stdout
    assert "systematic review, OCEBM 2011 level 1 for treatment;" in " ".join(done.stdout.split())


def test_a_reading_is_shown_and_taken_back(home: Path) -> None:
    """The terminal says what was read as what, and how to have it read otherwise."""
    asked = "Does taping help my skull when it pounds?"
    assert "“skull … pounds” as headache" in quoth(home, "ask", asked).stdout

    done = quoth(home, "ask", "--not-as", "skull … pounds", asked)
    assert "“skull … pounds” as it stands" in done.stdout
    assert "every word as it stands" in quoth(home, "ask", "--literal", asked).stdout
    assert quoth(home, "ask", "--not-as", "elbow", asked).returncode == 2
    assert "Leave --not-as" in quoth(home, "ask", "--literal", "--live", asked).stderr


def test_the_evidence_comes_as_a_table_and_the_ranking_with_its_weights(home: Path) -> None:
    """Every research row is one line of the table with its printed effect; every factor has its weight beside it."""
    done = quoth(home, *ASK, "--table", "--explain", COLUMNS="200")
    plain = quoth(home, *ASK).stdout

    assert 0 == done.returncode, done.stderr
    table = done.stdout.split("EVIDENCE TABLE")[1].split("stands under")[0]
    assert "MD -1.54" in table
    assert "meta-analysis" in table
    found = done.stdout.split("HOW THIS WAS FOUND")[1]
    assert "searched for (" in found
    assert "guidelines are looked for by themselves" in " ".join(found.split())
    weights = [line.split()[:2] for line in found.splitlines() if len(line.split()) > 2]
    assert all(row in weights for row in (["relevance", "1"], ["design", "0.1"], ["size", "0.02"]))
    assert not {"EVIDENCE TABLE", "searched for ("} & set(plain.splitlines())


def test_json_is_data_alone_on_stdout(home: Path) -> None:
    """A script can read stdout as one JSON document; every citation number resolves."""
    done = quoth(home, *ASK, "--json")
    page = json.loads(done.stdout)["page"]

    numbers = {reference["number"] for reference in page["references"]}
    rows = [page["bottom_line"]["statements"], *(group["statements"] for group in page["research"])]
    assert {n for statements in rows for s in statements for n in s["citations"]} <= numbers


def test_a_question_comes_from_standard_input(home: Path) -> None:
    """`echo question | quoth ask -` works in a pipe."""
    assert "BOTTOM LINE" in quoth(home, "ask", "-", stdin="PFP taping\n").stdout


def test_an_abstention_has_an_exit_code_of_its_own(home: Path) -> None:
    """A script can tell "not known" from "failed"."""
    done = quoth(home, "ask", "treatment of hyperkalaemia")

    assert 10 == done.returncode
    assert "No answer" in done.stdout
    assert "" == done.stderr


def test_a_closed_pipe_is_no_error(home: Path) -> None:
    """`quoth ask … | head -1` ends quietly."""
    shell = f'"{sys.executable}" -m quoth.cli ask "Does taping the kneecap work?" | head -n 1'
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", shell],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "QUOTH_HOME": str(home), "PYTHONPATH": "src"},
    )

    assert "" == done.stderr


def test_markdown_and_html_hold_the_same_statements(home: Path, tmp_path: Path) -> None:
    """One object, several renderings."""
    file = tmp_path / "page.html"
    markdown = quoth(home, *ASK, "--markdown").stdout
    quoth(home, *ASK, "--html", str(file))

    assert "Offer" in markdown or "taping" in markdown
    assert "taping" in file.read_text(encoding="utf-8")


def test_a_page_goes_to_standard_output_alone(home: Path) -> None:
    """`--html -` makes no file of that name, and no second thing goes the same way."""
    done = quoth(home, *ASK, "--html", "-")
    twice = quoth(home, *ASK, "--html", "-", "--json")

    assert done.stdout.startswith("<!doctype html>")
    assert done.stdout.rstrip().endswith("</html>")
    assert "" == done.stderr
    assert not Path("-").exists()
    assert (2, "") == (twice.returncode, twice.stdout)
    assert "Leave out --json" in twice.stderr


def test_asking_on_shows_what_was_carried_over(home: Path) -> None:
    """`--after` keeps the condition of the question before."""
    first = json.loads(quoth(home, *ASK, "--json").stdout)["page"]["id"]
    done = quoth(home, "ask", "--after", first, "and in adolescents?", "--json")

    assert ["patellofemoral pain"] == json.loads(done.stdout)["page"]["question"]["carried_over"][:1]


def test_a_patient_gets_everyday_words_beside_the_quotes(home: Path) -> None:
    """Who says who they are gets what helps them, honestly labelled; the words of the source stand as before."""
    plain = quoth(home, *ASK).stdout
    patient = " ".join(quoth(home, *ASK, "--role", "patient").stdout.split())

    assert "everyday words" not in plain
    assert "In everyday words: If exercise alone has not given the result you want" in patient
    assert "(Our summary, not yet checked by a clinician)" in patient
    assert "telling the patient that benefit is unproven and deciding together." in patient


def test_the_roles_of_the_command_are_those_of_the_model() -> None:
    """The command names them itself so that its help stays quick."""
    assert tuple(role.value for role in Role) == ROLES


def test_library_counts_kinds_and_years(home: Path) -> None:
    """Counts as data: how many sources, by kind, which are doubtful."""
    found = json.loads(quoth(home, "library", "--json").stdout)

    assert 174 == found["counts"]["records"]
    assert found["doubtful"] > 100
    assert dict(found["counts"]["by_design"])["guideline"] == 31


def test_library_lists_what_must_not_be_used_unmarked(home: Path) -> None:
    """Superseded and withdrawn sources are one command away."""
    ids = {row["record"]["ids"]["pack"] for row in json.loads(quoth(home, "library", "--retracted", "--json").stdout)}

    assert "patellofemoral-pain/heintjes-2003-cochrane-exercise" in ids


def test_a_list_in_a_pipe_has_a_line_for_each_source(home: Path) -> None:
    """`quoth library --list | grep` finds whole sources; before, lines were folded at 80 letters in a pipe too."""
    lines = quoth(home, "library", "--list", COLUMNS="80").stdout.splitlines()
    records = json.loads(quoth(home, "library", "--json").stdout)["counts"]["records"]

    assert records == len(lines)
    assert len({line.split("  ")[0] for line in lines}) == records


def test_settings_stand_one_a_line_with_their_value(home: Path) -> None:
    """What a setting does is not squeezed into a column; a value that is not the default says what the default is."""
    shown = quoth(home, "--set", "rows_max=12", "settings", COLUMNS="80").stdout.splitlines()

    assert any(line.startswith("rows_max = 12") and "(default " in line for line in shown)
    assert "    Search index: tantivy (on disk) or memory (rebuilt at each start)." in shown


def test_show_opens_a_source_and_a_passage(home: Path) -> None:
    """A passage id from an answer opens the words in their paragraph."""
    page = json.loads(quoth(home, *ASK, "--json").stdout)["page"]
    quote = page["bottom_line"]["statements"][0]["quote"]
    span = quote["span"]
    passage = f"{span['rendition_id']}:{span['start']}-{span['end']}"

    assert quote["text"] == json.loads(quoth(home, "show", "--passage", passage, "--json").stdout)["text"]
    assert span["record_id"] in quoth(home, "show", span["record_id"]).stdout


def test_show_for_a_question_lists_the_sentences_that_say_most(home: Path) -> None:
    """A reader who has chosen a source sees where to look in it, as text and as data."""
    name = "10.2519/jospt.2019.0302"
    data = json.loads(quoth(home, "show", name, "--for", "is taping worth trying", "--most", "2", "--json").stdout)
    shown = quoth(home, "show", name, "--for", "is taping worth trying").stdout

    assert 2 == len(data["passages"])
    assert data["passages"][0]["passage"]["id"] in shown
    assert "speaks of taping" in shown


def test_check_passes_kept_answers_and_finds_a_damaged_library(home: Path) -> None:
    """Exit code 0 when all is well, 4 for an answer that does not exist."""
    assert 0 == quoth(home, "check").returncode
    assert 4 == quoth(home, "check", "no-such-answer").returncode


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("show", "no-such-source"), 4, "no-such-source"),
        (("show",), 2, "Nothing to show"),
        (("show", "--passage", "nonsense"), 2, "RENDITION:START-END"),
        (("ingest", "/no/such/file"), 2, "does not exist"),
        (("ingest", "-"), 2, "Save it to a file"),
        (("library", "--kind", "opinion"), 2, "Known kinds"),
        (("--set", "rows_max=many", "settings"), 2, "whole number"),
        (("--set", "nonsense", "settings"), 2, "NAME=VALUE"),
        (("ask", "--after", "no-such-answer", "and then?"), 4, "no-such-answer"),
        (("frobnicate",), 2, "frobnicate"),
        (("--home", __file__, "library"), 2, "cannot be made"),
        (("library", "backup", "x" * 300), 2, "cannot be written"),
        (("--home", f"{__file__}/below", "library"), 2, "cannot be made"),
    ],
)
def test_what_is_wrong_is_said_without_a_traceback(home: Path, args: tuple[str, ...], code: int, words: str) -> None:
    """A user's mistake gets its exit code, the value at fault, and no traceback."""
    done = quoth(home, *args)

    assert code == done.returncode, done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unreadable_file_is_refused_with_its_place(home: Path, tmp_path: Path) -> None:
    """A file of no known format is named, with the formats that are known."""
    file = tmp_path / "noise.bin"
    file.write_bytes(bytes(range(256)) * 10)
    done = quoth(home, "ingest", str(file))

    assert 3 == done.returncode
    assert "noise.bin" in done.stderr


def test_no_question_is_written_anywhere_but_the_answer(tmp_path: Path) -> None:
    """With keep_answers off, nothing of the question stays on the disk."""
    word = "chondromalacia"
    quoth(tmp_path, "--set", "keep_answers=no", "ask", f"What helps {word} zygomorphic?")

    held = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert b"zygomorphic" not in held


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(home: Path, name: str) -> None:
    """Help shows how it is used, not only what the options are."""
    done = quoth(home, name, "--help")

    assert 0 == done.returncode
    assert "Example" in done.stdout or "Commands" in done.stdout


def test_help_imports_nothing_heavy() -> None:
    """`quoth --help` stays quick because it loads neither the database, the index, XML nor the web."""
    script = "import sys, quoth.cli.main; print([m for m in sys.modules if m.split('.')[0] in HEAVY])"
    heavy = "HEAVY = {'sqlalchemy', 'tantivy', 'lxml', 'fastapi', 'numpy', 'pydantic', 'rich', 'jinja2'}; "
    done = subprocess.run([sys.executable, "-c", heavy + script], capture_output=True, text=True, timeout=60)

    assert "[]" == done.stdout.strip(), done.stderr


@pytest.mark.parametrize(
    "text", ["\x1b[2Jgone", "a\x07b", "\u202egnp.exe", "line\rover", "\x9b31m", "\ud800", "tab\there"]
)
def test_source_text_cannot_speak_to_the_terminal(text: str) -> None:
    """Escape sequences, bells, overwriting and reversed text in a source are taken out."""
    assert not set(clean(text)) & set("\x1b\x07\u202e\r\x9b\ud800\t")
