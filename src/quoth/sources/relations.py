"""What one report says about another, from PubMed's links, to notices: one table for XML and for MEDLINE fields."""

import re
from dataclasses import dataclass

from quoth.model import Ids, Notice, NoticeKind
from quoth.sources.identifiers import clean_doi, clean_pmid

__all__ = ["RELATIONS", "Relation", "notice_of", "retracted_by_title", "retracted_by_type"]


@dataclass(frozen=True, slots=True)
class Relation:
    """The notice that a link stands for. `about_this`: against the citation that carries it, else against the other."""

    kind: NoticeKind
    about_this: bool
    says: str = ""


# PubMed's CommentsCorrections RefType, https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html. Links that say
# nothing about whether a report may be used (comments, citations, reprints, data sets) are not notices.
RELATIONS: dict[str, Relation] = {
    "RetractionIn": Relation(NoticeKind.RETRACTION, True),
    "RetractionOf": Relation(NoticeKind.RETRACTION, False),
    "PartialRetractionIn": Relation(NoticeKind.RETRACTION, True, "partial retraction"),
    "PartialRetractionOf": Relation(NoticeKind.RETRACTION, False, "partial retraction"),
    "RetractedandRepublishedIn": Relation(NoticeKind.RETRACTION, True, "retracted and republished"),
    "RetractedandRepublishedFrom": Relation(NoticeKind.RETRACTION, False, "retracted and republished"),
    "CorrectedandRepublishedIn": Relation(NoticeKind.SUPERSEDED, True, "corrected and republished"),
    "CorrectedandRepublishedFrom": Relation(NoticeKind.SUPERSEDED, False, "corrected and republished"),
    "ErratumIn": Relation(NoticeKind.CORRECTION, True),
    "ErratumFor": Relation(NoticeKind.CORRECTION, False),
    "ExpressionOfConcernIn": Relation(NoticeKind.CONCERN, True),
    "ExpressionOfConcernFor": Relation(NoticeKind.CONCERN, False),
    "UpdateIn": Relation(NoticeKind.SUPERSEDED, True),
    "UpdateOf": Relation(NoticeKind.SUPERSEDED, False),
}
_WHEN = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2}(?: [A-Z][a-z]{2}(?:[-/ ][A-Z][a-z]{2})?(?: [0-9]{1,2})?)?)(?=[;:.\s]|$)"
)
SOURCE = "PubMed"


def notice_of(
    relation: Relation, this: Ids, *, pmid: str | None, reference: str | None, note: str | None = None
) -> Notice | None:
    """The notice for one link, or `None` when the report that it is against has no identifier.

    Args:
        relation: what the link means.
        this: identifiers of the citation that carries the link.
        pmid: PMID of the other report, where given.
        reference: the other report as the source prints it; a DOI in it is used.
        note: what the source adds.
    """
    there = Ids(pmid=clean_pmid(pmid), doi=clean_doi(reference))
    known = there.pmid is not None or there.doi is not None
    words = "; ".join(filter(None, (relation.says, reference, note))) or None
    # The reference is to the notice for the "…In" links: its date is the notice's. Otherwise it is the target's own.
    when = _WHEN.search(reference) if reference and relation.about_this else None
    on = when.group(1) if when else None
    if relation.about_this:
        return Notice(relation.kind, this, there if known else None, on, words, SOURCE)
    return Notice(relation.kind, there, this, None, words, SOURCE) if known else None


def retracted_by_type(publication_types: tuple[str, ...]) -> bool:
    """Whether the citation's own publication types call it retracted."""
    return "Retracted Publication" in publication_types


_RETRACTED_TITLE = re.compile(
    r"\W*retracted(?:\s+(?:article|paper|publication))?\s*[:.\])\u2013\u2014-]", re.IGNORECASE
)


def retracted_by_title(title: str, publication_types: tuple[str, ...] = ()) -> bool:
    """Whether a title begins with the word that publishers set before a retracted report's own title.

    A notice of retraction may be titled the same way; its publication type tells it apart.
    """
    return _RETRACTED_TITLE.match(title) is not None and "Retraction of Publication" not in publication_types
