"""The front of a JATS article to its catalogue entry and its abstracts."""

from collections.abc import Iterator

from lxml.etree import _Element

from quoth.model import (
    UNKNOWN_DATE,
    Fidelity,
    Form,
    Ids,
    PartialDate,
    Record,
    Rendition,
    make_rendition,
)
from quoth.sources.abstracts import Part, abstract_text
from quoth.sources.bibliographic_dates import date_of_parts
from quoth.sources.identifiers import clean_doi, clean_pmcid, clean_pmid, record_id_of
from quoth.sources.markup import flat_text

__all__ = ["ORIGIN", "NotAnArticle", "abstracts_of", "record_of"]

ORIGIN = "JATS XML"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_HREF = "{http://www.w3.org/1999/xlink}href"

# JATS article types that PubMed's publication types have a word for; the rest keep their own.
PUBLICATION_TYPES = {
    "research-article": "Journal Article",
    "review-article": "Review",
    "systematic-review": "Systematic Review",
    "meta-analysis": "Meta-Analysis",
    "case-report": "Case Reports",
    "editorial": "Editorial",
    "letter": "Letter",
    "article-commentary": "Comment",
    "retraction": "Retraction of Publication",
    "correction": "Published Erratum",
    "expression-of-concern": "Expression of Concern",
    "clinical-trial": "Clinical Trial",
    "guideline": "Guideline",
    "news": "News",
}

# The date that stands for the article, as PubMed counts it: the issue's, else the collection's, else the first online.
_PUBLISHED = ("ppub", "pub", "collection", "issue-pub", "epub-ppub", "epub", "epreprint", "pmc-release")
_DATE_NAMES = {"epub": "electronic", "ppub": "print", "rev-recd": "revised by authors", "pmc-release": "pmc release"}
_NOT_FOR_READING = frozenset(["graphical", "toc", "teaser", "web-summary", "video", "author-highlights"])


_CONFLICTS = frozenset(["conflict", "coi-statement", "competing-interests"])

_CONFLICT_HEADINGS = frozenset(
    f"{start}{end}"
    for start in ("competing interest", "conflict of interest", "declaration of competing interest")
    for end in ("", "s", " statement")
) | {"conflicts of interest"}


class NotAnArticle(Exception):
    """Why an article element cannot be kept."""


def record_of(article: _Element) -> Record:
    """The catalogue entry.

    Raises:
        NotAnArticle: there is no metadata, or neither a title nor an identifier in it.
    """
    meta = article.find("front/article-meta")
    if meta is None:
        raise NotAnArticle("there is no article-meta in it")
    ids = _ids(meta)
    title = _text(meta.find("title-group/article-title"))
    if subtitle := _text(meta.find("title-group/subtitle")):
        title = f"{title}: {subtitle}" if title else subtitle
    if not title and not (ids.pmid or ids.pmcid or ids.doi):
        raise NotAnArticle("it has neither a title nor an identifier")
    dates = _dates(meta)
    journal = article.find("front/journal-meta")
    return Record(
        id=record_id_of(ids, title, "JATS"),
        title=title or "[Title not available]",
        ids=ids,
        authors=_authors(meta),
        journal=_text(_first(journal, "journal-title-group/journal-title", "journal-title")) or None,
        journal_abbreviation=_text(_first(journal, "journal-title-group/abbrev-journal-title", "abbrev-journal-title"))
        or _named(journal, "journal-id", "journal-id-type", ("iso-abbrev", "nlm-ta")),
        volume=_text(meta.find("volume")) or None,
        issue=_text(meta.find("issue")) or None,
        pages=_pages(meta),
        published=_published(meta),
        dates=tuple(dates),
        language=article.get(_LANG),
        publication_types=_types(article),
        keywords=_keywords(meta),
        funding=_funding(article, meta),
        licence=_licence(meta),
        origin=ORIGIN,
        vernacular_title=_text(meta.find("title-group/trans-title-group/trans-title")) or None,
    )


def abstracts_of(article: _Element, record: Record) -> Iterator[Rendition]:
    """The abstract first, then those of other kinds and languages; what is a picture or a teaser is left out."""
    meta = article.find("front/article-meta")
    found = [] if meta is None else [*meta.findall("abstract"), *meta.findall("trans-abstract")]
    found.sort(key=lambda abstract: (abstract.tag != "abstract", abstract.get("abstract-type") is not None))
    for abstract in found:
        kind = abstract.get("abstract-type", "")
        parts = list(_parts(abstract))
        if kind in _NOT_FOR_READING or not parts:
            continue
        text, sections = abstract_text(parts)
        yield make_rendition(
            Form.ABSTRACT,
            Fidelity.VERBATIM,
            text,
            sections=sections,
            language=abstract.get(_LANG) or record.language,
            origin=f"{ORIGIN} ({kind})" if kind else ORIGIN,
            licence=record.licence,
        )


def _text(element: _Element | None) -> str:
    return flat_text(element) if element is not None else ""


def _first(parent: _Element | None, *paths: str) -> _Element | None:
    if parent is None:
        return None
    return next((found for path in paths if (found := parent.find(path)) is not None), None)


def _named(parent: _Element | None, tag: str, attribute: str, values: tuple[str, ...]) -> str | None:
    for value in values:
        for child in parent.findall(tag) if parent is not None else ():
            if child.get(attribute) == value:
                return flat_text(child) or None
    return None


def _ids(meta: _Element) -> Ids:
    pmid = doi = pmcid = None
    other: list[tuple[str, str]] = []
    for item in meta.findall("article-id"):
        kind, value = item.get("pub-id-type", "other"), flat_text(item)
        if kind == "pmid":
            pmid = clean_pmid(value)
        elif kind == "doi":
            doi = clean_doi(value)
        elif kind in {"pmc", "pmcid"}:
            pmcid = clean_pmcid(value)
        elif value:
            other.append((kind, value))
    trials = [item for item in meta.iterfind(".//ext-link") if item.get("ext-link-type") == "clintrialgov"]
    other += [("ClinicalTrials.gov", value) for item in trials if (value := flat_text(item))]
    return Ids(pmid, doi, pmcid, None, tuple(dict.fromkeys(other)))


def _authors(meta: _Element) -> tuple[str, ...]:
    names = []
    for person in meta.iterfind("contrib-group/contrib"):
        if person.get("contrib-type", "author") != "author":
            continue
        name = _first(person, "name", "name-alternatives/name", "string-name")
        if name is not None and (family := _text(name.find("surname"))):
            initials = "".join(part[0] for part in _text(name.find("given-names")).replace("-", " ").split() if part)
            names.append(" ".join(filter(None, (family, initials, _text(name.find("suffix"))))))
        elif words := _text(name) or _text(_first(person, "collab", "collab-alternatives/collab")):
            names.append(words)
    return tuple(names)


def _date(element: _Element) -> PartialDate:
    return date_of_parts(*(_text(element.find(part)) or None for part in ("year", "month", "day")))


def _published(meta: _Element) -> PartialDate:
    by_kind = {_kind(day): _date(day) for day in meta.findall("pub-date")}
    for kind in _PUBLISHED:
        if by_kind.get(kind, UNKNOWN_DATE) != UNKNOWN_DATE:
            return by_kind[kind]
    return next((day for day in by_kind.values() if day != UNKNOWN_DATE), UNKNOWN_DATE)


def _kind(day: _Element) -> str:
    if day.get("publication-format") == "electronic" and day.get("date-type") == "pub":
        return "epub"
    if day.get("publication-format") == "print" and day.get("date-type") == "pub":
        return "ppub"
    return day.get("pub-type") or day.get("date-type") or "pub"


def _dates(meta: _Element) -> list[tuple[str, PartialDate]]:
    found = [(_kind(day), _date(day)) for day in meta.findall("pub-date")]
    found += [(day.get("date-type", "history"), _date(day)) for day in meta.findall("history/date")]
    return [(_DATE_NAMES.get(kind, kind), day) for kind, day in found if day != UNKNOWN_DATE]


def _pages(meta: _Element) -> str | None:
    first, last = _text(meta.find("fpage")), _text(meta.find("lpage"))
    if first:
        return f"{first}-{last}" if last and last != first else first
    return _text(meta.find("elocation-id")) or None


def _types(article: _Element) -> tuple[str, ...]:
    kind = article.get("article-type", "")
    types = [PUBLICATION_TYPES.get(kind, kind)] if kind and kind != "other" else []
    return tuple(dict.fromkeys(types))


def _keywords(meta: _Element) -> tuple[str, ...]:
    words = [flat_text(word) for word in meta.iterfind("kwd-group/kwd")]
    words += [flat_text(word) for word in meta.iterfind("kwd-group/compound-kwd/compound-kwd-part")]
    words += [flat_text(word) for word in meta.iterfind("article-categories//subject")]
    return tuple(dict.fromkeys(filter(None, words)))


def _funding(article: _Element, meta: _Element) -> str | None:
    found = [flat_text(item) for item in meta.iterfind("funding-group/funding-statement")]
    if not found:
        awards = meta.findall("funding-group/award-group")
        found = [f"{_text(award.find('funding-source'))} {_text(award.find('award-id'))}".strip() for award in awards]
    notes = [note for note in article.iterfind(".//fn") if (note.get("fn-type") or "").lower() in _CONFLICTS]
    found += [f"Conflict of interest statement: {flat_text(note)}" for note in notes]
    for section in article.iterfind("back/sec"):
        if _text(section.find("title")).casefold().strip(" .:") in _CONFLICT_HEADINGS:
            found.append(
                f"Conflict of interest statement: {' '.join(flat_text(part) for part in section.findall('p'))}"
            )
    return "; ".join(dict.fromkeys(filter(None, found))) or None


def _licence(meta: _Element) -> str | None:
    licence = meta.find("permissions/license")
    if licence is None:
        return _text(_first(meta, "permissions/copyright-statement", "copyright-statement")) or None
    address = licence.get(_HREF) or _text(licence.find("license_ref"))
    if not address:
        link = licence.find(".//ext-link")
        address = link.get(_HREF, "") if link is not None else ""
    words = _text(_first(licence, "license-p", "p")) or flat_text(licence)
    return " ".join(filter(None, (address, words)))[:2000] or None


def _parts(abstract: _Element) -> Iterator[Part]:
    loose: list[str] = []
    for child in abstract:
        if child.tag == "sec":
            if loose:
                yield None, None, " ".join(loose)
                loose = []
            title = _text(child.find("title")).removesuffix(":").removesuffix(".").strip()
            words = " ".join(flat_text(part) for part in child if part.tag not in {"title", "label"})
            if words.strip():
                yield title or None, None, words.strip()
        elif child.tag not in {"title", "label", "object-id"} and (words := flat_text(child)):
            loose.append(words)
    if loose:
        yield None, None, " ".join(loose)
