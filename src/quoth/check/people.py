"""Which people a record speaks of, by the checker's own reading of the table `quoth.model.people_rules`."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from quoth.check.context import Read
from quoth.model import Design, Directness, Record
from quoth.model.people_rules import (
    ANIMALS_IN_TITLE,
    DENIED,
    GROUPS,
    LABORATORY_IN_TITLE,
    MAY_BECOME,
    NOT_COVERED_BY_GENERAL,
    PATIENTS_IN_TITLE,
    PEOPLE_IN_TITLE,
    PeopleGroup,
)

__all__ = ["GROUP_NAMES", "groups_named", "is_animal", "why_other_people"]

GROUP_NAMES = frozenset(group.name for group in GROUPS)
READ_CHARS = 2000


def is_animal(record: Record) -> bool:
    """Whether animals or laboratory work were studied: as filed, else by MeSH, else by the title."""
    if record.design is not None:
        return record.design is Design.ANIMAL
    tags = {heading.descriptor.casefold() for heading in record.mesh} & {"animals", "humans"}
    if tags:
        return tags == {"animals"}
    return _names_animals(record.title[:READ_CHARS])


@lru_cache(maxsize=8_192)
def _names_animals(title: str) -> bool:
    laboratory = _pattern(LABORATORY_IN_TITLE).search(title) and not _pattern(PATIENTS_IN_TITLE).search(title)
    animals = _pattern(ANIMALS_IN_TITLE).search(title) and not _pattern(PEOPLE_IN_TITLE).search(title)
    return bool(laboratory or animals)


def why_other_people(read: Read, record: Record, asked: Sequence[str]) -> str | None:
    """Why the people studied are not those asked about; `None` where nothing says so.

    A group that evidence on people in general does not cover has to be named by the record, or by the row itself, where
    the row is shown as direct.
    """
    if not asked:
        return None
    studied = groups_named([record.title, record.population or "", *(heading.descriptor for heading in record.mesh)])
    for name in asked:
        wanted = _named([_pattern(MAY_BECOME).sub(" ", _pattern(DENIED).sub(" ", name))])
        if any(group.name == "women" for group in wanted):
            wanted = [group for group in wanted if group.name != "children"]  # girls beside women are no children alone
        for group in wanted:
            if group.name in studied:
                break
            if group.excludes in studied:
                return f"about {group.excludes}, asked about {name}"
        special = {group.name for group in wanted} & NOT_COVERED_BY_GENERAL
        if special and read.statement.directness is Directness.DIRECT and not special & (studied | _said(read)):
            return f"shown as direct for {name}, whom neither the record nor the row names"
    return None


def _said(read: Read) -> set[str]:
    """Groups that the row names: in its quote, in what travels with it."""
    quotes = [read.statement.quote.text, *(one.quote.text for one in read.statement.qualifiers)]
    return groups_named(quotes)


def groups_named(texts: Iterable[str]) -> set[str]:
    """The groups of people that texts name, denials aside."""
    return {group.name for group in _named(_pattern(DENIED).sub(" ", text[:READ_CHARS]) for text in texts)}


def _named(texts: Iterable[str]) -> list[PeopleGroup]:
    words = " ; ".join(texts)
    return [group for group in GROUPS if _pattern(group.pattern).search(words)]


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)
