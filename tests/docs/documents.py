"""The documents as tests see them: pages, fenced blocks, links and the command lines in them."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = (ROOT / "README.md", *sorted(DOCS.rglob("*.md")))
NAMES = [page.relative_to(ROOT).as_posix() for page in PAGES]

_FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`(quoth [^`\n]+)`")
_LINK = re.compile(r"\]\(([^()\s]+)\)")
_OPERATORS = frozenset(("|", "||", "&&", ";", ">", "<", "&", "do", "done", "then", "fi"))


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block: the words after its fence, and its lines."""

    info: tuple[str, ...]
    body: str

    @property
    def options(self) -> dict[str, str]:
        """The words of the form name=value."""
        return dict(word.split("=", 1) for word in self.info if "=" in word)


def is_noun(thing: object) -> bool:
    """Whether it is a noun of the model: a class of fields."""
    return isinstance(thing, type) and (is_dataclass(thing) or issubclass(thing, Struct))


def text_of(page: Path) -> str:
    """The page as text."""
    return page.read_text(encoding="utf-8")


def blocks_of(page: Path) -> list[Block]:
    """The fenced blocks of a page, in order."""
    return [Block(tuple(found["info"].split()), found["body"]) for found in _FENCE.finditer(text_of(page))]


def prose_of(page: Path) -> str:
    """The page without its fenced blocks."""
    return _FENCE.sub("", text_of(page))


def links_of(page: Path) -> list[str]:
    """What the page links to, pictures included."""
    return _LINK.findall(prose_of(page))


def command_lines_of(page: Path) -> list[list[str]]:
    """The arguments of each call of quoth in the blocks of a page."""
    lines = [line for block in blocks_of(page) if block.info[:1] in ((), ("sh",)) for line in block.body.splitlines()]
    return [words for line in lines for words in arguments_in(line)]


def mentions_of(page: Path) -> list[list[str]]:
    """The arguments of each `quoth …` in running text; an option may stand there without its value."""
    return [words for mention in _INLINE.findall(prose_of(page)) for words in arguments_in(mention)]


def arguments_in(line: str) -> Iterator[list[str]]:
    """The arguments of each call of quoth in one line of shell."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|&;<>")
    lexer.whitespace_split = True
    call: list[str] | None = None
    try:
        words = list(lexer)
    except ValueError:  # a quotation that goes on in the next line: not a call of ours
        return
    for before, word in zip(["", *words], [*words, ";"], strict=True):
        if word in _OPERATORS:
            if call:
                yield call[1:]
            call = None
        elif call is not None:
            call.append(word)
        elif before in ("-u", "-g", "-o"):  # a user of that name
            continue
        elif word == "quoth" or (word.endswith("/quoth") and "=" not in word):
            call = [word]
