"""One PubMed citation, as a parsed element, to a report: every field that an answer, a reference or a filter uses.

Written for speed, since a baseline holds tens of millions of these: each list of children is walked once, without
searches, and small repeated nouns (dates, headings) are shared.
"""

from collections.abc import Iterable

from lxml.etree import _Element

from quoth.model import (
    UNKNOWN_DATE,
    Fidelity,
    Form,
    Ids,
    MeshHeading,
    PartialDate,
    Record,
    RecordId,
    Rendition,
    Report,
    make_rendition,
)
from quoth.sources.abstracts import Part, abstract_text
from quoth.sources.identifiers import clean_doi, clean_pmcid, clean_pmid
from quoth.sources.markup import flat_text
from quoth.sources.pubmed_lift import NOTHING_LIFTED, Lifted
from quoth.sources.pubmed_parts import (
    NO_ABSTRACT,
    NO_JOURNAL,
    AbstractParts,
    abstract_of,
    authors_of,
    date_of,
    heading_of,
    history_name,
    journal_of,
    types_of,
)

__all__ = ["ORIGIN", "BadCitation", "read_citation", "renditions_of"]

ORIGIN = "PubMed XML"
NO_TITLE = "[Title not available]"
_NONE: tuple[_Element, ...] = ()


class BadCitation(Exception):
    """Why a citation cannot be kept."""


def read_citation(article: _Element, lifted: Lifted = NOTHING_LIFTED) -> tuple[Report, _Element | None]:
    """The report of a PubmedArticle or a bare MedlineCitation, and its list of comments and corrections.

    Args:
        article: the parsed element.
        lifted: what was read from its bytes already.

    Raises:
        BadCitation: it has no PMID, or nothing that it is a citation of.
    """
    citation, data = article, None
    if article.tag == "PubmedArticle":
        by_name = {child.tag: child for child in article}
        if "MedlineCitation" not in by_name:
            raise BadCitation("there is no MedlineCitation in it")
        citation, data = by_name["MedlineCitation"], by_name.get("PubmedData")
    pmid = None
    version = "1"
    body: dict[str, _Element] = {}
    dates: list[tuple[str, PartialDate]] = []
    other: list[tuple[str, str]] = []
    keywords: list[str] = []
    abstracts: list[_Element] = []
    mesh = lifted.mesh or []
    for child in citation:
        tag = child.tag
        if tag == "PMID":
            pmid, version = clean_pmid(child.text), child.get("Version", "1")
        elif tag == "MeshHeadingList":
            mesh = [heading for item in child if (heading := heading_of(item)) is not None]
        elif tag == "KeywordList":
            keywords += [words for word in child if (words := flat_text(word))]
        elif tag == "OtherAbstract":
            abstracts.append(child)
        elif tag == "OtherID":
            if child.text and child.text.strip():
                other.append((child.get("Source", "other"), child.text.strip()))
        elif tag in _DATE_NAMES:
            dates.append((_DATE_NAMES[tag], date_of(child)))
        else:
            body[str(tag)] = child
    if pmid is None:
        raise BadCitation("it has no PMID of 1 to 9 digits")
    if "Article" not in body:
        raise BadCitation("there is no Article in it")
    if version != "1":
        other.append(("pmid version", version))
    if lifted.completed:
        dates.append(("completed", lifted.completed))
    if lifted.revised:
        dates.append(("revised", lifted.revised))
    if "SupplMeshList" in body:
        mesh = [*mesh, *(MeshHeading(text, ui=s.get("UI")) for s in body["SupplMeshList"] if (text := flat_text(s)))]
    return _assemble(pmid, body, data, dates, other, keywords, abstracts, mesh, lifted), body.get(
        "CommentsCorrectionsList"
    )


_DATE_NAMES = {"DateCreated": "created", "DateCompleted": "completed", "DateRevised": "revised"}


def _assemble(
    pmid: str,
    body: dict[str, _Element],
    data: _Element | None,
    dates: list[tuple[str, PartialDate]],
    other: list[tuple[str, str]],
    keywords: list[str],
    other_abstracts: list[_Element],
    mesh: list[MeshHeading],
    lifted: Lifted,
) -> Report:
    doi = pmcid = electronic_doi = pages = title = vernacular = None
    journal = lifted.journal or NO_JOURNAL
    languages: list[str] = []
    types = lifted.types or ()
    authors = lifted.authors or ()
    grants: list[str] = []
    abstract = NO_ABSTRACT
    for child in body["Article"]:
        tag = child.tag
        if tag == "Journal":
            journal = journal_of(child)
        elif tag == "ArticleTitle":
            title = flat_text(child)
        elif tag == "VernacularTitle":
            vernacular = flat_text(child)
        elif tag == "Pagination":
            pages = _pages(child)
        elif tag == "ELocationID":
            if child.get("EIdType") == "doi":
                electronic_doi = (clean_doi(child.text) if child.get("ValidYN") != "N" else None) or electronic_doi
            elif child.text:
                other.append((child.get("EIdType", "other"), child.text.strip()))
        elif tag == "Abstract":
            abstract = abstract_of(child)
        elif tag == "AuthorList":
            authors = authors_of(child)
        elif tag == "Language":
            languages.append((child.text or "").strip())
        elif tag == "PublicationTypeList":
            types = types_of(child)
        elif tag == "ArticleDate":
            dates.append(("electronic", date_of(child)))
        elif tag == "GrantList":
            grants = _grants(child)
        elif tag == "DataBankList":
            other += _registrations(child)
    if data is not None:
        doi, pmcid = _history_and_ids(data, lifted, dates, other)
    published, abbreviation = journal.published, journal.abbreviation
    if published.year is None:
        published = next((day for name, day in dates if name == "electronic"), UNKNOWN_DATE)
    if abbreviation is None and "MedlineJournalInfo" in body:
        abbreviation = next((c.text for c in body["MedlineJournalInfo"] if c.tag == "MedlineTA"), None)
    if "CoiStatement" in body and (statement := flat_text(body["CoiStatement"])):
        grants = [*grants, f"Conflict of interest statement: {statement}"]
    language = languages[0] if len(languages) == 1 else ", ".join(filter(None, languages)) or None
    renditions, licence = renditions_of(abstract, other_abstracts, "eng" if abstract[0] else language)
    record = Record(
        RecordId(f"pmid-{pmid}"),
        title or vernacular or NO_TITLE,
        Ids(pmid, electronic_doi or doi, pmcid, None, tuple(dict.fromkeys(other)) if other else ()),
        None,
        authors,
        None,
        journal.title,
        abbreviation,
        journal.volume,
        journal.issue,
        pages,
        published,
        tuple(dates),
        language,
        types,
        tuple(mesh),
        tuple(dict.fromkeys(keywords)) if keywords else (),
        funding="; ".join(grants) or None,
        licence=licence,
        origin=ORIGIN,
        vernacular_title=vernacular or None,
    )
    return Report(record, renditions)


def renditions_of(
    abstract: AbstractParts, others: Iterable[_Element], language: str | None
) -> tuple[tuple[Rendition, ...], str | None]:
    """The abstract, then abstracts in other languages or for other readers; and what the publisher says on copying."""
    parts, licence = abstract
    found = (_abstract(parts, language, ORIGIN, licence),) if parts else ()
    for other in others:
        other_parts, other_licence = abstract_of(other)
        if other_parts:
            origin = f"{ORIGIN} ({other.get('Type', 'other')})"
            found = (*found, _abstract(other_parts, other.get("Language", "eng"), origin, other_licence))
    return found, licence


def _abstract(parts: list[Part], language: str | None, origin: str, licence: str | None) -> Rendition:
    text, sections = abstract_text(parts)
    return make_rendition(
        Form.ABSTRACT,
        Fidelity.VERBATIM,
        text,
        sections=sections,
        language=language,
        origin=origin,
        licence=licence,
    )


def _pages(pagination: _Element) -> str | None:
    if len(pagination) == 1:
        return flat_text(pagination[0]) or None
    parts = {str(child.tag): flat_text(child) for child in pagination}
    if parts.get("MedlinePgn"):
        return parts["MedlinePgn"]
    return "-".join(filter(None, (parts.get("StartPage"), parts.get("EndPage")))) or None


def _grants(listed: _Element) -> list[str]:
    found = []
    for grant in listed:
        parts = {str(part.tag): flat_text(part) for part in grant}
        words = " ".join(filter(None, (parts.get("Agency"), parts.get("GrantID"), parts.get("Country"))))
        if words:
            found.append(words)
    return list(dict.fromkeys(found))


def _registrations(banks: _Element) -> list[tuple[str, str]]:
    found = []
    for bank in banks:
        name = next((flat_text(part) for part in bank if part.tag == "DataBankName"), "") or "databank"
        for numbers in bank:
            if numbers.tag == "AccessionNumberList":
                found += [(name, number.text.strip()) for number in numbers if number.text and number.text.strip()]
    return found


def _history_and_ids(
    data: _Element, lifted: Lifted, dates: list[tuple[str, PartialDate]], other: list[tuple[str, str]]
) -> tuple[str | None, str | None]:
    doi = pmcid = None
    history, ids = lifted.history or [], lifted.ids or []
    for child in data:
        if child.tag == "History":
            history = [(history_name(event.get("PubStatus", "history")), date_of(event)) for event in child]
        elif child.tag == "ArticleIdList":
            ids = [(item.get("IdType", "other"), item.text or "") for item in child]
    dates += history
    for kind, value in ids:
        if kind == "doi":
            doi = clean_doi(value)
        elif kind == "pmc":
            pmcid = clean_pmcid(value)
        elif kind not in _KNOWN_ELSEWHERE and (value := value.strip()):
            other.append((kind, value))
    return doi, pmcid


_KNOWN_ELSEWHERE = frozenset(["pubmed", "pmcid"])
