"""Words of trials, explained where they stand: which stretches of a text are glossary terms.

The words stay as they are; only what a reader can open upon them is added.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quoth.model import GlossaryEntry

__all__ = ["Glossary", "Term", "slug_of"]


SHORT_FORM = 4


@dataclass(frozen=True, slots=True)
class Term:
    """A stretch of a text that the glossary explains; an entry of `None` is a stretch that it does not."""

    text: str
    entry: GlossaryEntry | None


class Glossary:
    """Finds the terms of a glossary in running text, each entry once for one page."""

    def __init__(self, entries: Iterable[GlossaryEntry] = ()) -> None:
        """Take the entries; one word form belongs to the first that names it."""
        self._by_form: dict[str, GlossaryEntry] = {}
        for entry in entries:
            for form in (entry.term, *entry.also):
                if form.strip():
                    self._by_form.setdefault(_key(form), entry)
        forms = sorted(self._by_form, key=lambda form: (-len(form), form))
        joined = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
        self._pattern = re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE) if forms else None
        self._used: dict[str, GlossaryEntry] = {}

    @property
    def used(self) -> tuple[GlossaryEntry, ...]:
        """The entries met so far, by term."""
        return tuple(entry for _, entry in sorted(self._used.items()))

    def cut(self, text: str) -> Iterator[Term]:
        """The text in stretches; joined, they are the text. An entry is told apart where it is first met."""
        at = 0
        for found in self._pattern.finditer(text) if self._pattern else ():
            entry = self._by_form.get(_folded(found[0])) or self._by_form.get(found[0])
            if entry is None or entry.term in self._used:
                continue
            self._used[entry.term] = entry
            if found.start() > at:
                yield Term(text[at : found.start()], None)
            yield Term(found[0], entry)
            at = found.end()
        if at < len(text):
            yield Term(text[at:], None)


def slug_of(term: str) -> str:
    """A term as the name of a place on a page."""
    return "g-" + re.sub(r"[^a-z0-9]+", "-", term.casefold()).strip("-")[:60]


def _key(form: str) -> str:
    """A short form in capitals means something only in capitals: OR is no "or"."""
    return form if len(form) <= SHORT_FORM and form.isupper() else _folded(form)


def _folded(form: str) -> str:
    return " ".join(form.casefold().split())
