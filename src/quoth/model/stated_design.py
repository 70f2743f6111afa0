"""What kind of source a record is as its entry says: by its editor, else by its publication types."""

from functools import lru_cache

from quoth.model.design import Design
from quoth.model.record import Record

__all__ = ["BY_PUBLICATION_TYPE", "stated_design"]

# Publication types of MEDLINE (NLM, "Publication Characteristics with scope notes"), the telling ones first: a record
# often carries several ("Journal Article", "Meta-Analysis", "Review").
BY_PUBLICATION_TYPE: tuple[tuple[str, Design], ...] = (
    ("practice guideline", Design.GUIDELINE),
    ("guideline", Design.GUIDELINE),
    ("consensus development conference, nih", Design.CONSENSUS),
    ("consensus development conference", Design.CONSENSUS),
    ("consensus statement", Design.CONSENSUS),
    ("clinical trial protocol", Design.PROTOCOL),
    ("network meta-analysis", Design.NETWORK_META_ANALYSIS),
    ("meta-analysis", Design.META_ANALYSIS),
    ("systematic review", Design.SYSTEMATIC_REVIEW),
    ("scoping review", Design.NARRATIVE_REVIEW),
    ("case reports", Design.CASE_REPORT),
    ("randomized controlled trial", Design.RCT),
    ("pragmatic clinical trial", Design.RCT),
    ("equivalence trial", Design.RCT),
    ("editorial", Design.EDITORIAL),
    ("letter", Design.EDITORIAL),
    ("comment", Design.EDITORIAL),
    ("news", Design.EDITORIAL),
    ("personal narrative", Design.EDITORIAL),
    ("review", Design.NARRATIVE_REVIEW),
)


def stated_design(record: Record) -> Design | None:
    """The kind that the entry states; `None` where it states none. Nothing is read from titles or texts."""
    if record.design is not None:
        return record.design
    return _design_of(record.publication_types)


@lru_cache(maxsize=1 << 12)
def _design_of(publication_types: tuple[str, ...]) -> Design | None:
    types = {kind.casefold() for kind in publication_types}
    return next((design for name, design in BY_PUBLICATION_TYPE if name in types), None)
