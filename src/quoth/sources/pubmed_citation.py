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
from quoth.sources.pubmed_lift import Lifted
from quoth.sources.pubmed_parts import NO_JOURNAL, authors_of, date_of, heading_of, journal_of, types_of

__all__ = ["ORIGIN", "BadCitation", "read_citation", "renditions_of"]

ORIGIN = "PubMed XML"
NO_TITLE = "[Title not available]"
_NONE: tuple[_Element, ...] = ()

# Where PubMed's history says when something happened to the article, and what we call that day.
_HISTORY_NAMES = {"revised": "revised by authors"}


class BadCitation(Exception):
    """Why a citation cannot be kept."""


def read_citation(article: _Element, lifted: Lifted | None = None) -> tuple[Report, _Element | None]:
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
    mesh = lifted.mesh or [] if lifted else []
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
    if lifted and lifted.completed:
        dates.append(("completed", lifted.completed))
    if lifted and lifted.revised:
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
    lifted: Lifted | None,
) -> Report:
    doi = pmcid = electronic_doi = pages = title = vernacular = None
    journal = lifted.journal or NO_JOURNAL if lifted else NO_JOURNAL
    languages: list[str] = []
    types = lifted.types or () if lifted else ()
    authors = lifted.authors or () if lifted else ()
    grants: list[str] = []
    abstract: _Element | None = None
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
            abstract = child
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
        doi, pmcid = _history_and_ids(data, lifted or _NOTHING, dates, other)
    published, abbreviation = journal.published, journal.abbreviation
    if published.year is None:
        published = next((day for name, day in dates if name == "electronic"), UNKNOWN_DATE)
    if abbreviation is None and "MedlineJournalInfo" in body:
        abbreviation = next((c.text for c in body["MedlineJournalInfo"] if c.tag == "MedlineTA"), None)
    if "CoiStatement" in body and (statement := flat_text(body["CoiStatement"])):
        grants = [*grants, f"Conflict of interest statement: {statement}"]
    language = ", ".join(filter(None, languages)) or None
    renditions, licence = renditions_of(abstract, other_abstracts, "eng" if abstract is not None else language)
    record = Record(
        RecordId(f"pmid-{pmid}"),
        title or vernacular or NO_TITLE,
        Ids(pmid, electronic_doi or doi, pmcid, None, tuple(dict.fromkeys(other))),
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
        tuple(dict.fromkeys(keywords)),
        funding="; ".join(grants) or None,
        licence=licence,
        origin=ORIGIN,
        vernacular_title=vernacular or None,
    )
    return Report(record, renditions)


def renditions_of(
    abstract: _Element | None, others: Iterable[_Element], language: str | None
) -> tuple[tuple[Rendition, ...], str | None]:
    """The abstract, then abstracts in other languages or for other readers; and what the publisher says on copying."""
    found: list[Rendition] = []
    licence = None
    if abstract is not None:
        parts, licence = _parts_of(abstract)
        if parts:
            found.append(_abstract(parts, language, ORIGIN, licence))
    for other in others:
        parts, other_licence = _parts_of(other)
        if parts:
            kind = other.get("Type", "other")
            found.append(_abstract(parts, other.get("Language", "eng"), f"{ORIGIN} ({kind})", other_licence))
    return tuple(found), licence


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


def _parts_of(abstract: _Element) -> tuple[list[Part], str | None]:
    """The parts of an Abstract element that hold words, and its copyright line."""
    parts: list[Part] = []
    licence = None
    for child in abstract:
        if child.tag == "AbstractText":
            if text := flat_text(child):
                label = child.get("Label")
                label = None if label in _NO_LABELS else " ".join(label.split()).removesuffix(":") if label else None
                parts.append((label, child.get("NlmCategory"), text))
        elif child.tag == "CopyrightInformation":
            licence = flat_text(child) or None
    return parts, licence


_NO_LABELS = frozenset(["UNLABELLED", "UNLABELED", "UNASSIGNED"])


def _pages(pagination: _Element) -> str | None:
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
            history = [(event.get("PubStatus", "history"), date_of(event)) for event in child]
        elif child.tag == "ArticleIdList":
            ids = [(item.get("IdType", "other"), item.text or "") for item in child]
    dates += [(_HISTORY_NAMES.get(status, status), day) for status, day in history]
    for kind, value in ids:
        if kind == "doi":
            doi = clean_doi(value)
        elif kind == "pmc":
            pmcid = clean_pmcid(value)
        elif kind not in _KNOWN_ELSEWHERE and (value := value.strip()):
            other.append((kind, value))
    return doi, pmcid


_KNOWN_ELSEWHERE = frozenset(["pubmed", "pmcid"])
_NOTHING = Lifted(b"")
