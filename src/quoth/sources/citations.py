"""A reference as reference managers hold it, and the report that it makes: shared by RIS and BibTeX.

No design is read from a reference's type: "journal article" says nothing about how a study was done. What a database
states about the kind of work is kept as a publication type.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from quoth.model import (
    UNKNOWN_DATE,
    Design,
    Fidelity,
    Form,
    Ids,
    MeshHeading,
    Notice,
    NoticeKind,
    PartialDate,
    Record,
    Report,
    make_rendition,
)
from quoth.sources.abstracts import abstract_text
from quoth.sources.identifiers import record_id_of
from quoth.sources.items import Item
from quoth.sources.relations import retracted_by_title

__all__ = ["Citation", "items_of"]

NO_TITLE = "[Title not available]"
MOST_AUTHORS = 5000


@dataclass(slots=True)
class Citation:
    """The fields of a reference; an empty string is a field that is not stated."""

    title: str
    abstract: str = ""
    authors: list[str] = field(default_factory=list)
    journal: str = ""
    abbreviation: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    published: PartialDate = UNKNOWN_DATE
    doi: str | None = None
    pmid: str | None = None
    pmcid: str | None = None
    language: str = ""
    types: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    mesh: tuple[MeshHeading, ...] = ()
    design: Design | None = None
    """Only where the reference was written by quoth, which knew it."""
    other: list[tuple[str, str]] = field(default_factory=list)
    licence: str = ""


def items_of(citation: Citation, origin: str) -> Iterator[Item]:
    """The report, and a notice when its own title says that it was retracted."""
    ids = Ids(citation.pmid, citation.doi, citation.pmcid, None, tuple(dict.fromkeys(citation.other)))
    authors = tuple(_name(author) for author in citation.authors[:MOST_AUTHORS])
    record = Record(
        id=record_id_of(ids, citation.title, str(citation.published.year), "; ".join(authors[:1]), citation.abstract),
        title=citation.title or NO_TITLE,
        ids=ids,
        authors=authors,
        journal=citation.journal or None,
        journal_abbreviation=citation.abbreviation or None,
        volume=citation.volume or None,
        issue=citation.issue or None,
        pages=citation.pages or None,
        published=citation.published,
        language=citation.language or None,
        publication_types=tuple(dict.fromkeys(citation.types)),
        design=citation.design,
        mesh=citation.mesh,
        keywords=tuple(dict.fromkeys(citation.keywords)),
        licence=citation.licence or None,
        origin=origin,
    )
    renditions = ()
    if citation.abstract:
        text, sections = abstract_text([(None, None, citation.abstract)])
        abstract = make_rendition(Form.ABSTRACT, Fidelity.VERBATIM, text, sections=sections, origin=origin)
        yield Report(record, (abstract,))
    else:
        yield Report(record, renditions)
    if retracted_by_title(record.title) and (ids.pmid or ids.doi or ids.pmcid):
        yield Notice(NoticeKind.RETRACTION, ids, note="the title says so", source=origin)


def _name(author: str) -> str:
    """A name as "Family IN" where the reference has "Family, Given Names"; anything else as it is."""
    family, comma, given = author.partition(",")
    if not comma:
        return author
    given, _, suffix = given.partition(",")
    initials = "".join(
        part if part.isupper() and len(part) < 4 else part[0] for part in given.replace("-", " ").split()
    )
    return " ".join(filter(None, (family.strip(), initials.replace(".", ""), suffix.strip())))
