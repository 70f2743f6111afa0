"""Parts of a PubMed citation that come in a shape of their own: authors, dates, a journal's issue, MeSH headings."""

from dataclasses import dataclass
from functools import lru_cache

from lxml.etree import _Element

from quoth.model import UNKNOWN_DATE, MeshHeading, PartialDate
from quoth.sources.abstracts import Part
from quoth.sources.bibliographic_dates import date_of_parts, date_of_text
from quoth.sources.markup import flat_text

__all__ = [
    "NO_ABSTRACT",
    "NO_JOURNAL",
    "AbstractParts",
    "Journal",
    "abstract_of",
    "authors_of",
    "clean_label",
    "date_of",
    "heading_of",
    "history_name",
    "journal_of",
    "types_of",
]


@dataclass(frozen=True, slots=True)
class Journal:
    """Where and when an article appeared."""

    title: str | None = None
    abbreviation: str | None = None
    volume: str | None = None
    issue: str | None = None
    published: PartialDate = UNKNOWN_DATE


NO_JOURNAL = Journal()

AbstractParts = tuple[list[Part], str | None]
"""The parts of an abstract that hold words, and its copyright line."""
NO_ABSTRACT: AbstractParts = ([], None)

# Where PubMed's history says when something happened to the article, and what we call that day.
_HISTORY_NAMES = {"revised": "revised by authors"}
_NO_LABELS = frozenset(["UNLABELLED", "UNLABELED", "UNASSIGNED"])


def journal_of(journal: _Element) -> Journal:
    """The journal, volume, issue and date of a Journal element."""
    title = abbreviation = volume = issue = None
    published = UNKNOWN_DATE
    for child in journal:
        tag = child.tag
        if tag == "JournalIssue":
            for part in child:
                if part.tag == "Volume":
                    volume = flat_text(part) or None
                elif part.tag == "Issue":
                    issue = flat_text(part) or None
                elif part.tag == "PubDate":
                    published = date_of(part)
        elif tag == "Title":
            title = flat_text(child) or None
        elif tag == "ISOAbbreviation":
            abbreviation = flat_text(child) or None
    return Journal(title, abbreviation, volume, issue, published)


def authors_of(people: _Element) -> tuple[str, ...]:
    """Names as "Family IN Jr"; collectives by name; a last "et al." where the list says that it is not complete."""
    names: list[str] = []
    for person in people:
        if person.get("ValidYN") == "N":
            continue
        family = initials = suffix = given = None
        for part in person:
            tag = part.tag
            if tag == "LastName":
                family = part.text
            elif tag == "Initials":
                initials = part.text
            elif tag == "CollectiveName":
                names.append(flat_text(part))
            elif tag == "Suffix":
                suffix = flat_text(part)
            elif tag == "ForeName":
                given = part
        if family:
            if not initials and given is not None:
                initials = flat_text(given)
            name = f"{family} {initials}" if initials else family
            names.append(f"{name} {suffix}" if suffix else name)
    if people.get("CompleteYN") == "N" and names:
        names.append("et al.")
    return tuple([" ".join(name.split()) for name in names if name])


def date_of(element: _Element) -> PartialDate:
    """The date of an element with Year, Month, Day children, a Season or a MedlineDate."""
    year = month = day = None
    for part in element:
        tag = part.tag
        if tag == "Year":
            year = part.text
        elif tag == "Month":
            month = part.text
        elif tag == "Day":
            day = part.text
            break
        elif tag == "MedlineDate":
            return date_of_text(part.text or "")
    return date_of_parts(year, month, day)


def heading_of(heading: _Element) -> MeshHeading | None:
    """The noun for one MeshHeading element, or `None` when it names no descriptor."""
    descriptor: _Element | None = None
    qualifiers: list[tuple[str, bool]] = []
    for part in heading:
        words = " ".join((part.text or "").split())
        if part.tag == "DescriptorName" and words:
            descriptor = part
        elif words:
            qualifiers.append((words, part.get("MajorTopicYN") == "Y"))
    if descriptor is None:
        return None
    name = " ".join((descriptor.text or "").split())
    return MeshHeading(name, descriptor.get("MajorTopicYN") == "Y", tuple(qualifiers), descriptor.get("UI"))


def types_of(listed: _Element) -> tuple[str, ...]:
    """The publication types of a PublicationTypeList."""
    return tuple([words for kind in listed if (words := flat_text(kind))])


def abstract_of(abstract: _Element) -> AbstractParts:
    """What an Abstract or OtherAbstract element says."""
    parts: list[Part] = []
    licence = None
    for child in abstract:
        if child.tag == "AbstractText":
            if text := flat_text(child):
                parts.append((clean_label(child.get("Label")), child.get("NlmCategory"), text))
        elif child.tag == "CopyrightInformation":
            licence = flat_text(child) or None
    return parts, licence


@lru_cache(maxsize=4096)
def clean_label(label: str | None) -> str | None:
    """A part's label without its colon, or `None` where it only says that there is none."""
    return None if label in _NO_LABELS else " ".join(label.split()).removesuffix(":") or None if label else None


def history_name(status: str) -> str:
    """What we call a day of PubMed's history."""
    return _HISTORY_NAMES.get(status, status)
