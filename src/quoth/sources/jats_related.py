"""What a JATS article says about other articles, or others about it: notices of retraction, correction and concern."""

from collections.abc import Iterator

from lxml.etree import _Element

from quoth.model import Ids, Notice, NoticeKind, Record
from quoth.sources.identifiers import clean_doi, clean_pmcid, clean_pmid
from quoth.sources.markup import flat_text
from quoth.sources.relations import Relation, retracted_by_title

__all__ = ["notices_of"]

_HREF = "{http://www.w3.org/1999/xlink}href"

# JATS related-article types, https://jats4r.niso.org/corrections-retractions-and-expressions-of-concern/
RELATED = {
    "retracted-article": Relation(NoticeKind.RETRACTION, False),
    "partially-retracted-article": Relation(NoticeKind.RETRACTION, False, "partial retraction"),
    "retraction-forward": Relation(NoticeKind.RETRACTION, True),
    "corrected-article": Relation(NoticeKind.CORRECTION, False),
    "correction-forward": Relation(NoticeKind.CORRECTION, True),
    "object-of-concern": Relation(NoticeKind.CONCERN, False),
    "expression-of-concern": Relation(NoticeKind.CONCERN, False),
    "expression-of-concern-forward": Relation(NoticeKind.CONCERN, True),
    "updated-article": Relation(NoticeKind.SUPERSEDED, False),
    "update-forward": Relation(NoticeKind.SUPERSEDED, True),
}


def notices_of(article: _Element, record: Record) -> Iterator[Notice]:
    """Notices that the article carries, against itself or against those it retracts or corrects."""
    retracted = False
    for link in article.iterfind("front/article-meta/related-article"):
        relation = RELATED.get(link.get("related-article-type", ""))
        if relation is None:
            continue
        address, kind = link.get(_HREF, ""), link.get("ext-link-type", "")
        words = flat_text(link)
        there = Ids(
            pmid=clean_pmid(address) if kind in {"pmid", "pubmed"} else None,
            doi=clean_doi(address) or clean_doi(words),
            pmcid=clean_pmcid(address) if kind in {"pmc", "pmcid"} else None,
        )
        known = bool(there.pmid or there.doi or there.pmcid)
        note = "; ".join(filter(None, (relation.says, words))) or None
        if relation.about_this:
            retracted = retracted or relation.kind is NoticeKind.RETRACTION
            yield Notice(relation.kind, record.ids, there if known else None, None, note, record.origin)
        elif known:
            yield Notice(relation.kind, there, record.ids, str(record.published), note, record.origin)
    if not retracted and retracted_by_title(record.title, record.publication_types):
        yield Notice(NoticeKind.RETRACTION, record.ids, note="the title says so", source=record.origin)
