"""Writes the pages that come from elsewhere: from the code, from the decisions, and three answers.

Run `python docs/make_reference.py` after a change of a command, an option, a setting or a decision record; `--check`
writes nothing and exits with 1 when a page is out of date. A test holds the pages to what they come from.
"""

import atexit
import importlib
import re
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import click

from quoth.check import RULES
from quoth.cli.main import COMMANDS, EPILOG
from quoth.interop.markdown import render_markdown
from quoth.model import Role
from quoth.model.edit_rules import EDIT_RULES, JOINS, SAME_WORDS, EditPlace
from quoth.pipeline import Parts, ask
from quoth.settings import SETTINGS, load_settings
from quoth.wiring import open_parts

__all__ = [
    "PAGES",
    "checker_page",
    "commands_page",
    "decisions_page",
    "main",
    "settings_page",
    "written_sentences_page",
]

FOLDER = Path(__file__).parent
NOTICE = "<!-- Written by docs/make_reference.py. Change the code, then run it again. -->"


def commands_page() -> str:
    """Every command with its arguments, options and examples, in the order of `quoth --help`."""
    from quoth.cli.main import group

    parts = [
        "# Commands",
        NOTICE,
        "Data goes to standard output; talk and progress go to standard error. `--json` gives data alone. "
        "What each exit code means stands in [errors.md](errors.md).",
        "## quoth",
        "These options stand before the command: `quoth --home FOLDER ask …`.",
        _options(group),
        _examples(EPILOG.split("Exit codes", 1)[0]),
    ]
    for name, (module, _) in COMMANDS.items():
        parts += _command(f"quoth {name}", importlib.import_module(module).command)
    return _joined(parts)


def settings_page() -> str:
    """Every setting with its default, unit, variable and meaning, in the order of `quoth settings`."""
    rows = [
        f"| `{row.name}` | {_shown(row.default)} | {row.unit or '-'} | `{row.variable}` | "
        f"{'yes' if row.answers else 'no'} | {_cell(row.help)} |"
        for row in SETTINGS
    ]
    return _joined(
        [
            "# Settings",
            NOTICE,
            "A setting comes from its default, then `quoth.toml` in the home folder, then the environment, then "
            "`--set`; the last one wins. `quoth settings` shows the values that hold. "
            "`home` itself cannot stand in the file.",
            "| setting | default | unit | variable | can change an answer | what it does |\n|---|---|---|---|---|---|\n"
            + "\n".join(rows),
            "What can change an answer goes into the manifest of every page, so that it can be made again.",
            "## In a file",
            '```toml\n# quoth.toml\nrows_max = 40\nkeep_answers = false\nemergency_text = "Call 112 now."\n```',
            "## For one command",
            '```sh\nquoth --set rows_max=40 ask "PFP taping"\nQUOTH_ROWS_MAX=40 quoth ask "PFP taping"\n```',
            "## Other variables",
            "| variable | what it does |\n|---|---|\n"
            "| `QUOTH_EDITOR` | Who decides about recommendations, where `--by` is not given. |\n"
            "| `QUOTH_USER` | Account that `quoth review` acts for, where `--as` is not given. |\n"
            "| `QUOTH_DATA` | Folder with the real data that benchmarks and some tests read. |\n"
            "| `QUOTH_BENCH_UNITS` | Sizes for `quoth bench run scale`, such as 1000000,2000000. |\n"
            "| `QUOTH_BENCH_RECORDS` | Size for `quoth bench run ingest-million`, such as 1000000. |\n"
            "| `QUOTH_BENCH_FOLDER` | Where `quoth bench run ingest-million` keeps its library, to go on from. |\n"
            "| `QUOTH_BENCH_ENCODER` | Encoder folder for the benchmarks that read hits again. |\n"
            "| `QUOTH_CHROMIUM` | The Chromium that browser tests and screenshots use. |\n"
            "| `QUOTH_TEST_POSTGRES` | URL of an empty PostgreSQL database that tests may fill. |\n"
            "| `QUOTH_TEST_KEPT` | Where a run of tests keeps its starter library; it sets this itself. |\n"
            "| `QUOTH_TEST_NO_SKIP` | `1` makes a test that would skip for want of Chromium or PostgreSQL fail. |",
        ]
    )


TOPICS: dict[str, tuple[int, ...]] = {
    "How it is built": (1, 14, 87, 17),
    "What the library holds": (2, 5, 6, 7, 57, 63, 64, 65, 66, 67, 94, 95, 116, 68, 132, 120),
    "Reading sources": (3, 4, 9, 20, 177, 21, 22, 88, 104, 80, 118, 119),
    "Understanding a question": (10, 19, 24, 37, 31, 70, 79, 82, 90, 96, 121, 122, 133),
    "Finding": (8, 50, 51, 52, 53, 83, 84, 85, 86, 92, 93, 97, 110, 114, 115, 127, 131, 139),
    "Taking evidence out of texts": (11, 12, 13, 26, 27, 30, 32, 33, 34, 35, 36, 76, 77, 81, 100, 112),
    "What a page shows, and what leads it": (18, 41, 78, 105, 106, 125, 135),
    "The checker": (91, 113),
    "Pages, privacy and signing in": (15, 16, 40, 42, 46, 49),
    "Review by a board": (44, 45, 47, 48),
    "Beyond the library": (54, 55, 56),
    "Language models as guests": (59, 60, 71, 72, 74, 75),
}
"""Decision records by what they are about, in the order to read them; a record in no row stands under `_UNSORTED`."""
_UNSORTED = "Newest"


def decisions_page() -> str:
    """The index of decision records: by topic, then by number."""
    records = {int(record.name[:4]): record for record in (FOLDER / "decisions").glob("[0-9]*.md")}
    sorted_in = {number for numbers in TOPICS.values() for number in numbers}
    topics = {**TOPICS, _UNSORTED: tuple(number for number in sorted(records) if number not in sorted_in)}
    parts = [
        "# Decisions",
        NOTICE,
        "What would surprise somebody who reads the code, one page each: context, decision, consequences, what was "
        "rejected and why. A record that was accepted is not edited; a later one supersedes it by number. "
        "Take the next free number. Whoever is new here reads 1, 14, 10, 18 and 2 first.",
    ]
    for topic, numbers in topics.items():
        rows = [_decision(records[number]) for number in numbers]
        parts += [f"## {topic}", "| number | what was decided |\n|---|---|\n" + "\n".join(rows)] if rows else []
    return _joined(parts)


def _decision(record: Path) -> str:
    title = re.sub(r"^# \d{4}:? *", "", record.read_text(encoding="utf-8").split("\n", 1)[0])
    return f"| [{record.name[:4]}]({record.name}) | {_cell(title)} |"


def written_sentences_page() -> str:
    """What a sentence of a language model may differ in from the words it cites."""
    rows = [
        f"| {rule.name} | {'at the start' if rule.place is EditPlace.START else 'anywhere'} | {_cell(rule.reason)} | "
        f"{_cell(rule.example)} |"
        for rule in EDIT_RULES
    ]
    words = [f"| {_cell(', '.join(f.strip() for f in same.forms))} | {_cell(same.reason)} |" for same in SAME_WORDS]
    joins = " or ".join(f"“{join.strip()}”" for join in JOINS)
    head = ["| edit | where | why that changes nothing | example, before the edit |", "|---|---|---|---|"]
    parts = [
        "# Written sentences",
        NOTICE,
        "A language model may write a summary ([how](../how-to/use-a-language-model.md)). Each sentence has to equal "
        f"the words of one statement, or of two joined by {joins}, after edits of this table. What differs in anything "
        "else is replaced by the quote ([why](../decisions/0059-a-written-sentence-is-a-quote-after-listed-edits.md)).",
        "## What may be left out",
        "\n".join([*head, *rows]),
        "A sentence may also begin with “According to SOURCE (YEAR), ” or “SOURCE (YEAR): ” where the statement has "
        "both. After an edit at the start the next letter may change its case, unless its word is all capitals.",
        "## What counts as the same",
        "\n".join(["| written as | why |", "|---|---|", *words]),
        "British and American spelling are one, and so are runs of spaces and a full stop at the end. Every number, "
        "sign, unit, bracket and other word has to stay. A statement that must travel with a neighbouring sentence is "
        "never rewritten.",
    ]
    return _joined(parts)


def checker_page() -> str:
    """Every rule of the checker: what must hold, for which promise, and the faults that it can name."""
    by_promise: dict[str, list[str]] = {}
    for rule in RULES:
        module = rule.find.__module__.removeprefix("quoth.check.")
        kinds = ", ".join(kind.value for kind in rule.kinds)
        words = " ".join((rule.find.__doc__ or "").split())
        by_promise.setdefault(rule.promise, []).append(f"| {_cell(words)} | {_cell(kinds)} | `{module}` |")
    parts = [
        "# What the checker holds a page to",
        NOTICE,
        "Before a page is shown, a checker that shares none of the code that made it reads it against the library "
        "again. A page with one of these faults is made anew without the row at fault, or refused. Each rule has "
        "planted faults that it must find (`tests/spec/test_checker_finds_planted_faults.py`).",
    ]
    for promise, rows in by_promise.items():
        parts += [f"## {promise}", "\n".join(["| what must hold | faults | module |", "|---|---|---|", *rows])]
    return _joined(parts)


def answer_page(question: str, role: Role = Role.ANYONE) -> Callable[[], str]:
    """A maker of one answer as the starter library gives it, whole, as Markdown."""

    def page() -> str:
        outcome = ask(question, _starter(), role=role)
        who = "" if role is Role.ANYONE else f" --role {role.value}"
        return "\n\n".join(
            (
                NOTICE,
                f'This is what `quoth ask "{question}" --markdown{who}` shows on a fresh library.',
                render_markdown(outcome.page, outcome.verdict),
            )
        )

    return page


@cache
def _starter() -> Parts:
    """The starter library in a folder that goes when the script ends. No setting of the user counts."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    opened = open_parts(load_settings(environ={}, given={"home": folder.name, "keep_answers": "no"}))
    atexit.register(opened.__exit__, None, None, None)
    return opened.__enter__()


PAGES: dict[str, Callable[[], str]] = {
    "reference/written-sentences.md": written_sentences_page,
    "reference/checker.md": checker_page,
    "reference/commands.md": commands_page,
    "reference/settings.md": settings_page,
    "decisions/README.md": decisions_page,
    "pages/kneecap-pain-taping.md": answer_page("Does taping help kneecap pain?"),
    "pages/ear-infection-antibiotics.md": answer_page("Should my two-year-old have antibiotics for an ear infection?"),
    "pages/depression-exercise.md": answer_page("Does exercise help with depression?"),
}


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` say which are out of date. Returns the exit code."""
    stale = [name for name, make in PAGES.items() if _read(FOLDER / name) != make()]
    for name in stale:
        if "--check" in arguments:
            sys.stderr.write(f"docs/{name} is out of date. Run: python docs/make_reference.py\n")
        else:
            (FOLDER / name).write_text(PAGES[name](), encoding="utf-8")
            sys.stderr.write(f"Wrote docs/{name}.\n")
    return 1 if stale and "--check" in arguments else 0


def _command(path: str, command: click.Command) -> list[str]:
    parts = [f"## {path}", _plain(command.help or "")]
    if isinstance(command, click.Group):
        if command.invoke_without_command:
            parts += [f"```text\n{path} [OPTIONS] [COMMAND]…\n```", _options(command)]
        if command.epilog:
            parts.append(_examples(command.epilog))
        for name, child in command.commands.items():
            parts += _command(f"{path} {name}", child)
        return parts
    context = click.Context(command, info_name=path, help_option_names=["-h", "--help"])
    usage = " ".join(command.collect_usage_pieces(context))
    parts += [f"```text\n{path} {usage}\n```", _options(command)]
    if command.epilog:
        parts.append(_examples(command.epilog))
    return parts


def _options(command: click.Command) -> str:
    context = click.Context(command, help_option_names=["-h", "--help"])
    rows = []
    for parameter in command.get_params(context):
        if isinstance(parameter, click.Option):
            names, words = parameter.get_help_record(context) or ("", "")
            rows.append(f"| `{_cell(names)}` | {_cell(words)} |")
    return "| option | what it does |\n|---|---|\n" + "\n".join(rows)


def _examples(epilog: str) -> str:
    """The examples of an epilog as a block; what follows them as text."""
    head, _, rest = epilog.replace("\b", "").strip().partition("\n\n")
    lines = [line.strip() for line in head.splitlines() if line.strip() and not line.startswith("Example")]
    block = "```sh\n" + "\n".join(re.sub(r" {4,}(?=\S)", "    # ", line) for line in lines) + "\n```"
    return f"{block}\n\n{_plain(rest)}".strip()


def _plain(text: str) -> str:
    return " ".join(text.split())


def _cell(text: str) -> str:
    return _plain(text).replace("|", "\\|")


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"`{value}`" if value != "" else "empty"


def _joined(parts: list[str]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
