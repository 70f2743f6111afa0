"""PubMed and MEDLINE XML: baseline and update files, efetch replies, books, single citations, whatever their root.

Each citation is cut out of the stream and parsed on its own: faster than event parsing, flat in memory, and a citation
that is broken is one refusal. A link to a notice, a retraction or a successor becomes a `Notice` after its report.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from quoth.model import Ids, Notice, NoticeKind, Refusal, Report
from quoth.sources.identifiers import clean_pmid
from quoth.sources.items import Item, Options
from quoth.sources.markup import flat_text
from quoth.sources.pubmed_book import read_book
from quoth.sources.pubmed_citation import BadCitation, read_citation
from quoth.sources.pubmed_lift import Lifted, lift
from quoth.sources.relations import RELATIONS, SOURCE, notice_of, retracted_by_title, retracted_by_type
from quoth.sources.xml_guard import new_parser, parse_element
from quoth.sources.xml_records import Damage, Piece, cut_records

__all__ = ["read"]

_RECORDS = ("PubmedArticle", "PubmedBookArticle", "MedlineCitation", "BookDocument", "DeleteCitation", "DeleteDocument")

_ARTICLES = frozenset(["PubmedArticle", "MedlineCitation"])
_Parsers = tuple[etree.XMLParser, etree.XMLParser]
_INLINE = ("i", "b", "u", "sup", "sub", "DispFormula", "{http://www.w3.org/1998/Math/MathML}math")


def read(path: Path, options: Options) -> Iterator[Item]:
    """Every citation as a report followed by its notices; deletions as notices.

    Raises:
        BadFile: the file cannot be opened; HostileFile, a kind of it, when it declares entities or is a bomb.
    """
    parsers = new_parser(drop_blanks=True), new_parser()
    found_any = False
    for piece in cut_records(path, _RECORDS, options.limits):
        found_any = True
        if isinstance(piece, Damage):
            yield Refusal(path.name, piece.place, piece.reason, piece.fatal)
        else:
            yield from _items(path.name, piece, parsers)
    if not found_any:
        yield Refusal(path.name, "whole file", "there is no citation in it")


def _items(file: str, piece: Piece, parsers: _Parsers) -> Iterable[Item]:
    is_article = piece.name in _ARTICLES
    lifted = lift(piece.data) if is_article else Lifted(piece.data)
    try:
        element = _parse(lifted.data, parsers)
    except etree.XMLSyntaxError as fault:
        refusal = Refusal(file, _place(piece), f"not well-formed XML: {fault.msg}")
        return [refusal, *_restart(file, piece, parsers)]
    if piece.name.startswith("Delete"):
        return _deletions(file, piece, element)
    try:
        if is_article:
            report, corrections = read_citation(element, lifted)
        else:
            report, corrections = read_book(element), None
    except BadCitation as fault:
        return [Refusal(file, _place(piece), str(fault))]
    record = report.record
    if corrections is None and not (retracted_by_type(record.publication_types) or retracted_by_title(record.title)):
        return (report,)
    return [report, *_notices(file, piece, report, corrections)]


def _parse(data: bytes, parsers: _Parsers) -> etree._Element:
    """The element, parsed again with its white space where that may stand between two words.

    Blanks are only ever dropped inside an element that does not begin with text.
    """
    quick, exact = parsers
    element = parse_element(data, quick)
    for inline in element.iter(*_INLINE):
        parent = inline.getparent()
        if parent is not None and parent.text is None:
            return parse_element(data, exact)
    return element


def _restart(file: str, piece: Piece, parsers: _Parsers) -> Iterable[Item]:
    """A citation without its end tag swallows the next one: that one is given a second chance."""
    again = piece.data.rfind(b"<" + piece.name.encode() + b">")
    again = max(again, piece.data.rfind(b"<" + piece.name.encode() + b" "))
    return _items(file, Piece(piece.name, piece.data[again:], piece.number), parsers) if again > 0 else []


def _place(piece: Piece) -> str:
    start = piece.data.find(b"<PMID")
    digits = piece.data[start : start + 80].partition(b">")[2].partition(b"<")[0].strip() if start >= 0 else b""
    return f"record {piece.number}, PMID {digits.decode()}" if digits.isdigit() else f"record {piece.number}"


def _deletions(file: str, piece: Piece, element: etree._Element) -> Iterator[Item]:
    for child in element:
        pmid = clean_pmid(child.text)
        if child.tag == "PMID" and pmid:
            yield Notice(NoticeKind.DELETED, Ids(pmid=pmid), source=SOURCE)
        else:
            yield Refusal(file, _place(piece), f"a deletion without a PMID: {flat_text(child)[:40]!r}")


def _notices(file: str, piece: Piece, report: Report, corrections: etree._Element | None) -> Iterator[Item]:
    this = report.record.ids
    retracted = False
    for link in corrections if corrections is not None else ():
        relation = RELATIONS.get(link.get("RefType", ""))
        if relation is None:
            continue
        parts = {str(part.tag): flat_text(part) for part in link}
        notice = notice_of(
            relation, this, pmid=parts.get("PMID"), reference=parts.get("RefSource"), note=parts.get("Note")
        )
        if notice is None:
            source = parts.get("RefSource", "")
            yield Refusal(file, _place(piece), f"a {relation.kind.value} of {source[:120]!r}, which has no identifier")
            continue
        retracted = retracted or (notice.kind is NoticeKind.RETRACTION and relation.about_this)
        yield notice
    if retracted:
        return
    if retracted_by_type(report.record.publication_types):
        yield Notice(NoticeKind.RETRACTION, this, note="publication type Retracted Publication", source=SOURCE)
    elif retracted_by_title(report.record.title, report.record.publication_types):
        yield Notice(NoticeKind.RETRACTION, this, note="the title says so", source=SOURCE)
