"""One PubMed book citation (a chapter or a whole book, such as PDQ summaries and StatPearls) to a report."""

from lxml.etree import _Element

from quoth.model import UNKNOWN_DATE, Ids, PartialDate, Record, RecordId, Report
from quoth.sources.identifiers import clean_doi, clean_pmid
from quoth.sources.markup import flat_text
from quoth.sources.pubmed_citation import NO_TITLE, ORIGIN, BadCitation, renditions_of
from quoth.sources.pubmed_parts import NO_ABSTRACT, abstract_of, authors_of, date_of

__all__ = ["read_book"]

_DATE_NAMES = {"ContributionDate": "contributed", "DateRevised": "revised"}


def read_book(article: _Element) -> Report:
    """The report of a PubmedBookArticle.

    A chapter has the book as its journal; it is as old as its own contribution, not as the book's first edition.

    Raises:
        BadCitation: it has no BookDocument or no PMID.
    """
    document = article if article.tag == "BookDocument" else article.find("BookDocument")
    if document is None:
        raise BadCitation("there is no BookDocument in it")
    pmid = clean_pmid(document.findtext("PMID"))
    if pmid is None:
        raise BadCitation("it has no PMID of 1 to 9 digits")
    title = _text(document, "ArticleTitle")
    book_title = _text(document, "Book/BookTitle")
    dates = [(_DATE_NAMES[str(child.tag)], date_of(child)) for child in document if child.tag in _DATE_NAMES]
    dates += _history(article)
    contributed = next((day for name, day in dates if name == "contributed"), UNKNOWN_DATE)
    year = document.find("Book/PubDate")
    language = ", ".join(flat_text(child) for child in document.findall("Language")) or None
    doi, other = _ids(document)
    abstract = document.find("Abstract")
    renditions, licence = renditions_of(
        abstract_of(abstract) if abstract is not None else NO_ABSTRACT, document.findall("OtherAbstract"), language
    )
    record = Record(
        RecordId(f"pmid-{pmid}"),
        title or book_title or NO_TITLE,
        Ids(pmid, doi, None, None, tuple(dict.fromkeys(other))),
        authors=_authors(document),
        journal=book_title if title else None,
        volume=_text(document, "Book/Volume"),
        pages=_text(document, "Pagination/MedlinePgn"),
        published=contributed if contributed != UNKNOWN_DATE or year is None else date_of(year),
        dates=tuple(dates),
        language=language,
        publication_types=tuple(flat_text(child) for child in document.findall("PublicationType")),
        keywords=tuple(dict.fromkeys(filter(None, map(flat_text, document.findall("KeywordList/Keyword"))))),
        licence=licence,
        origin=f"{ORIGIN} (book)",
    )
    return Report(record, renditions)


def _text(document: _Element, path: str) -> str | None:
    found = document.find(path)
    return (flat_text(found) or None) if found is not None else None


def _authors(document: _Element) -> tuple[str, ...]:
    """The chapter's authors, else the book's."""
    lists = [*document.findall("AuthorList"), *document.findall("Book/AuthorList")]
    written = [people for people in lists if people.get("Type") != "editors"] or lists
    return authors_of(written[0]) if written else ()


def _ids(document: _Element) -> tuple[str | None, list[tuple[str, str]]]:
    doi, other = None, []
    items = [(item.get("IdType", "other"), flat_text(item)) for item in document.findall("ArticleIdList/ArticleId")]
    items += [(item.get("EIdType", "other"), flat_text(item)) for item in document.findall("Book/ELocationID")]
    items += [("isbn", flat_text(item)) for item in document.findall("Book/Isbn")]
    version = document.find("PMID").get("Version", "1")  # type: ignore[union-attr]
    if version != "1":
        items.append(("pmid version", version))
    for kind, value in items:
        if kind == "doi":
            doi = clean_doi(value) or doi
        elif value and kind != "pubmed":
            other.append((kind, value))
    return doi, other


def _history(article: _Element) -> list[tuple[str, PartialDate]]:
    return [
        (event.get("PubStatus", "history"), date_of(event)) for event in article.findall("PubmedBookData/History/*")
    ]
