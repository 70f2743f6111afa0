"""Faults planted in real pages, one a page, at random but seeded: what an independent checker has to find.

A page is taken as the JSON that a store would hold, and one place of it is changed. A statement that stands on a page
twice (in the bottom line and in a table) is changed in one of its places alone, as a fault in a renderer or a stored
page would. Each kind of fault is a function from that JSON to whether there was anything to change.
"""

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

from quoth.model import Answer, MarkKind, decode, encode, hash_of_text

__all__ = ["BYTE_LEVEL", "FAULTS", "plant"]

Page = dict[str, Any]
_REQUIRED_MARKS = {
    MarkKind.RETRACTED.value,
    MarkKind.CONCERN.value,
    MarkKind.SUPERSEDED.value,
    MarkKind.WITHDRAWN.value,
    MarkKind.INDIRECT.value,
    MarkKind.DOUBT.value,
}


def plant(page: Answer, kind: str, source: random.Random) -> Answer | None:
    """The page with one fault of this kind, or `None` where it holds nothing that could be at fault so."""
    changed: Page = json.loads(encode(page))
    if not FAULTS[kind](changed, source):
        return None
    planted = decode(encode(changed), Answer)
    return planted if planted != page else None


def _character(page: Page, source: random.Random) -> bool:
    """One character of a quotation becomes another; the hash stays."""
    return _change_text(_any_quote(page, source), source)


def _character_rehashed(page: Page, source: random.Random) -> bool:
    """One character of a quotation becomes another, and the hash is made to fit."""
    quote = _any_quote(page, source)
    done = _change_text(quote, source)
    quote["span"]["sha256"] = hash_of_text(quote["text"])
    return done


def _offsets(page: Page, source: random.Random) -> bool:
    """A quotation points some characters beside its words."""
    span = _any_quote(page, source)["span"]
    shift = source.choice([step for step in (-7, -3, -1, 1, 3, 7) if span["start"] + step >= 0])
    which = source.choice((("start",), ("end",), ("start", "end")))
    for name in which:
        span[name] += shift
    return bool(span["start"] < span["end"])


def _cut_short(page: Page, source: random.Random) -> bool:
    """A statement loses its last or first words, with offsets and hash that fit what is left."""
    quote = source.choice(list(_statements(page)))["quote"]
    words = quote["text"].split(" ")
    if len(words) < 6:
        return False
    taken = source.randint(2, len(words) // 2)
    at_end = source.random() < 0.5
    text = " ".join(words[:-taken] if at_end else words[taken:])
    span = quote["span"]
    span["end" if at_end else "start"] += (len(text) - len(quote["text"])) * (1 if at_end else -1)
    quote["text"], span["sha256"] = text, hash_of_text(text)
    return bool(text.strip())


def _qualifier(page: Page, source: random.Random) -> bool:
    """A statement loses one of the qualifiers that travel with it."""
    holders = [s for s in _statements(page) if s["qualifiers"]]
    if not holders:
        return False
    qualifiers = source.choice(holders)["qualifiers"]
    del qualifiers[source.randrange(len(qualifiers))]
    return True


def _mark(page: Page, source: random.Random) -> bool:
    """A row or a reference loses a warning."""
    places = [
        (holder["marks"], index)
        for holder in (*_statements(page), *page["references"])
        for index, mark in enumerate(holder["marks"])
        if mark["kind"] in _REQUIRED_MARKS
    ]
    if not places:
        return False
    marks, index = source.choice(places)
    del marks[index]
    return True


def _citation(page: Page, source: random.Random) -> bool:
    """A row gives the number of another source of the same page."""
    statement = source.choice(list(_statements(page)))
    others = [r["number"] for r in page["references"] if r["number"] not in statement["citations"]]
    if not others:
        return False
    statement["citations"][0] = source.choice(others)
    return True


def _year_of_row(page: Page, source: random.Random) -> bool:
    """A row shows another year than its source has."""
    return _change_year([s for s in _statements(page) if s["year"]], source)


def _year_of_reference(page: Page, source: random.Random) -> bool:
    """A reference shows another year than its source has."""
    return _change_year([r for r in page["references"] if r["year"]], source)


def _fidelity(page: Page, source: random.Random) -> bool:
    """A summary is shown as if it were a quotation, or the other way round."""
    statement = source.choice(list(_statements(page)))
    statement["fidelity"] = "verbatim" if statement["fidelity"] == "summary" else "summary"
    return True


FAULTS: dict[str, Callable[[Page, random.Random], bool]] = {
    "character": _character,
    "character_rehashed": _character_rehashed,
    "offsets": _offsets,
    "cut_short": _cut_short,
    "qualifier": _qualifier,
    "mark": _mark,
    "citation": _citation,
    "year_of_row": _year_of_row,
    "year_of_reference": _year_of_reference,
    "fidelity": _fidelity,
}
BYTE_LEVEL = ("character", "character_rehashed", "offsets")
"""Faults that a comparison with the store must always find."""


def _change_text(quote: Page, source: random.Random) -> bool:
    text = quote["text"]
    place = source.randrange(len(text))
    other = source.choice([letter for letter in "0123456789abcdefghijklmnopqrstuvwxyz .,-–±µ" if letter != text[place]])
    quote["text"] = text[:place] + other + text[place + 1 :]
    return bool(quote["text"].strip())


def _change_year(holders: list[Page], source: random.Random) -> bool:
    if not holders:
        return False
    source.choice(holders)["year"] += source.choice((-10, -1, 1, 2))
    return True


def _any_quote(page: Page, source: random.Random) -> Page:
    """The quote of a statement or of a qualifier."""
    statements = list(_statements(page))
    quotes = [s["quote"] for s in statements] + [q["quote"] for s in statements for q in s["qualifiers"]]
    chosen: Page = source.choice(quotes)
    return chosen


def _statements(node: object) -> Iterator[Page]:
    """Every place of the page that holds a statement; the same statement comes once for each of its places."""
    if isinstance(node, dict):
        if "quote" in node and "citations" in node:
            yield node
            return
        for value in node.values():
            yield from _statements(value)
    elif isinstance(node, list):
        for value in node:
            yield from _statements(value)
