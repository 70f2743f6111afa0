"""The regular lists of a citation, read straight from its bytes before the rest of it is parsed.

Authors, headings, history dates, affiliations and cited works are most of a citation's elements, and building a tree of
them costs more than everything else. So what is not read is left out, and what is small and repeats (a heading, a day,
the issue of a journal) is parsed once and remembered. Whatever does not look exactly as PubMed writes it stays where it
is, for the parser: lifting changes the speed and never what is read, which a test holds it to.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from quoth.model import MeshHeading, PartialDate
from quoth.sources.bibliographic_dates import date_of_parts
from quoth.sources.pubmed_parts import (
    Journal,
    heading_of,
    history_name,
    journal_of,
    types_of,
)
from quoth.sources.xml_guard import new_parser, parse_element

__all__ = ["NOTHING_LIFTED", "Lifted", "lift"]

_EVENT = re.compile(
    rb'<PubMedPubDate PubStatus="([a-z-]+">\s*<Year>[0-9]{4}</Year>\s*<Month>[0-9]{1,2}</Month>\s*'
    rb"<Day>[0-9]{1,2}</Day>)"
)
_EVENT_PARTS = re.compile(rb"^[a-z-]+|[0-9]+")
_ID = re.compile(rb'<ArticleId IdType="([a-z]+)">([^<&]*)</ArticleId>')
_AUTHOR = re.compile(
    rb'<Author(?: EqualContrib="[YN]")?(?: ValidYN="Y")?>\s*<LastName>([^<&]+)</LastName>\s*'
    rb"(?:<ForeName>[^<]*</ForeName>\s*)?<Initials>([^<&]+)</Initials>(?!\s*<Suffix)"
)
_DAY = re.compile(rb"\s*<Year>([0-9]{4})</Year>\s*<Month>([0-9]{1,2})</Month>\s*<Day>([0-9]{1,2})</Day>\s*")


@dataclass(slots=True)
class Lifted:
    """What is left of a citation, and what was read from it already (`None`: not lifted)."""

    data: bytes
    journal: Journal | None = None
    authors: tuple[str, ...] | None = None
    mesh: list[MeshHeading] | None = None
    history: list[tuple[str, PartialDate]] | None = None
    types: tuple[str, ...] | None = None
    ids: list[tuple[str, str]] | None = None
    completed: PartialDate | None = None
    revised: PartialDate | None = None


NOTHING_LIFTED = Lifted(b"")


def lift(data: bytes) -> Lifted:
    """Take the regular lists out of one citation's bytes, in one pass from front to end.

    Bytes that are not UTF-8 are left as they are, for the parser to refuse.
    """
    try:
        return _lift(data)
    except UnicodeDecodeError:
        return Lifted(data)


def _lift(data: bytes) -> Lifted:
    lifted = Lifted(data)
    if b"!" in data and b"<!" in data:  # in a comment or CDATA section the bytes may not mean what they say
        return lifted
    kept: list[bytes] = []
    at = 0
    for take, opening, closing in _LISTS:
        start = data.find(opening, at)
        end = data.find(closing, start) if start >= 0 else -1
        if end >= 0 and take(lifted, data[start + len(opening) : end]):
            kept.append(data[at:start])
            at = end + len(closing)
    kept.append(_without_references(data, at))
    lifted.data = b"".join(kept)
    if lifted.authors is None:
        _drop_affiliations(lifted)
    return lifted


def _take_completed(lifted: Lifted, inside: bytes) -> bool:
    lifted.completed = _day(inside)
    return lifted.completed is not None


def _take_revised(lifted: Lifted, inside: bytes) -> bool:
    lifted.revised = _day(inside)
    return lifted.revised is not None


def _take_journal(lifted: Lifted, inside: bytes) -> bool:
    """The journal and issue, parsed once for all the articles of an issue that stand together in a file."""
    try:
        lifted.journal = _journal(inside)
    except etree.XMLSyntaxError:
        return False
    return True


def _take_authors(lifted: Lifted, inside: bytes) -> bool:
    """Names and initials of a complete list; affiliations, which are most of it, are not looked at."""
    # An author without initials, one marked as wrong, one with a suffix: the whole list goes to the parser.
    names = _AUTHOR.findall(inside)
    if len(names) != inside.count(b"</Author>") or inside[inside.rfind(b">") - 8 :].rstrip() != b"</Author>":
        return False
    joined = b"\n".join([family + b" " + initials for family, initials in names])
    if joined.count(b"\n") != len(names) - 1:
        return False
    listed = joined.decode().split("\n")
    if not "".join(listed).isprintable():  # also what XML does not allow
        return False
    lifted.authors = tuple([" ".join(name.split()) for name in listed])
    return True


def _take_types(lifted: Lifted, inside: bytes) -> bool:
    try:
        lifted.types = _types(inside)
    except etree.XMLSyntaxError:
        return False
    return True


def _drop_catalogue_data(lifted: Lifted, inside: bytes) -> bool:
    """What the library of medicine says of the journal is wanted only where the journal lacks its abbreviation."""
    del inside
    return lifted.journal is not None and lifted.journal.abbreviation is not None


def _take_mesh(lifted: Lifted, inside: bytes) -> bool:
    pieces = inside.split(b"</MeshHeading>")
    if pieces.pop().strip():
        return False
    try:
        lifted.mesh = [heading for piece in pieces if (heading := _heading(piece)) is not None]
    except etree.XMLSyntaxError:
        return False
    return True


def _take_ids(lifted: Lifted, inside: bytes) -> bool:
    found = _ID.findall(inside)
    if len(found) != inside.count(b"<ArticleId"):
        return False
    lifted.ids = [(kind.decode(), value.decode()) for kind, value in found]
    return all(value.isprintable() for _, value in lifted.ids)


def _take_history(lifted: Lifted, inside: bytes) -> bool:
    found = _EVENT.findall(inside)
    if len(found) != inside.count(b"<PubMedPubDate"):
        return False
    lifted.history = [_event(event) for event in found]
    return True


# In the order in which PubMed writes them.
_LISTS: tuple[tuple[Callable[[Lifted, bytes], bool], bytes, bytes], ...] = (
    (_take_completed, b"<DateCompleted>", b"</DateCompleted>"),
    (_take_revised, b"<DateRevised>", b"</DateRevised>"),
    (_take_journal, b"<Journal>", b"</Journal>"),
    (_take_authors, b'<AuthorList CompleteYN="Y">', b"</AuthorList>"),
    (_take_types, b"<PublicationTypeList>", b"</PublicationTypeList>"),
    (_drop_catalogue_data, b"<MedlineJournalInfo>", b"</MedlineJournalInfo>"),
    (_take_mesh, b"<MeshHeadingList>", b"</MeshHeadingList>"),
    (_take_history, b"<History>", b"</History>"),
    (_take_ids, b"<ArticleIdList>", b"</ArticleIdList>"),
)


def _without_references(data: bytes, at: int) -> bytes:
    """The rest of the citation without its list of cited works, which nothing here reads. Such lists may nest."""
    start = data.find(b"<ReferenceList>", at)
    end = data.rfind(b"</ReferenceList>") if start >= 0 else -1
    return data[at:start] + data[end + 16 :] if end > start else data[at:]


def _drop_affiliations(lifted: Lifted) -> None:
    first, *others = lifted.data.split(b"<AffiliationInfo>")
    kept = [first]
    for part in others:
        _, found, rest = part.partition(b"</AffiliationInfo>")
        if not found:
            return
        kept.append(rest)
    lifted.data = b"".join(kept)


@lru_cache(maxsize=1)
def _parser() -> etree.XMLParser:
    return new_parser()


@lru_cache(maxsize=4096)
def _day(inside: bytes) -> PartialDate | None:
    found = _DAY.fullmatch(inside)
    return date_of_parts(*(part.decode() for part in found.groups())) if found else None


@lru_cache(maxsize=4096)
def _types(inside: bytes) -> tuple[str, ...]:
    return types_of(parse_element(b"<PublicationTypeList>" + inside + b"</PublicationTypeList>", _parser()))


@lru_cache(maxsize=4096)
def _journal(inside: bytes) -> Journal:
    return journal_of(parse_element(b"<Journal>" + inside + b"</Journal>", _parser()))


@lru_cache(maxsize=16384)
def _heading(piece: bytes) -> MeshHeading | None:
    return heading_of(parse_element(piece.strip() + b"</MeshHeading>", _parser()))


@lru_cache(maxsize=16384)
def _event(event: bytes) -> tuple[str, PartialDate]:
    """What an event that looks as it should says, remembered whole: the same day has many articles."""
    status, year, month, day = (part.decode() for part in _EVENT_PARTS.findall(event))
    return history_name(status), date_of_parts(year, month, day)
