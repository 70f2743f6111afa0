"""The editors' desk: which guidelines the library holds in their own words, and what is still open in each."""

from collections import Counter
from dataclasses import dataclass

from quoth.model import Design, Fidelity, Form, LookedThrough, ProposalStatus, Record
from quoth.pipeline.parts import Parts
from quoth.pipeline.recommending import own_words

__all__ = ["LISTED_MAX", "DeskGuideline", "desk"]

LISTED_MAX = 1000
"""Of each kind, the newest: the texts of a guideline are looked at for its line in the list."""
_KINDS = (Design.GUIDELINE, Design.CONSENSUS)


@dataclass(frozen=True, slots=True)
class DeskGuideline:
    """One guideline, and how many recommendations were found in it by what was decided."""

    record: Record
    by_status: tuple[tuple[ProposalStatus, int], ...] = ()
    """Empty where nothing was found, or nobody has opened it yet: what is in it is looked for then."""
    read: bool = False
    """Whether it was looked through, in the text that is current now."""

    @property
    def found(self) -> int:
        """Recommendations found in it."""
        return sum(count for _, count in self.by_status)

    @property
    def open(self) -> int:
        """Those that wait for a decision."""
        return dict(self.by_status).get(ProposalStatus.PROPOSED, 0)


def desk(parts: Parts) -> tuple[DeskGuideline, ...]:
    """The guidelines whose full text the library holds, by title; of very many the newest."""
    held: list[Record] = []
    for kind in _KINDS:
        held += (record for _, record in parts.store.recent_records(kind=kind.value, limit=LISTED_MAX))
    lines = (_line(record, parts) for record in sorted(held, key=lambda one: (one.title.casefold(), one.id)))
    return tuple(line for line in lines if line is not None)


def _line(record: Record, parts: Parts) -> DeskGuideline | None:
    current = parts.recall().renditions(record.id)
    if not any(h.rendition.fidelity is Fidelity.VERBATIM and h.rendition.form is Form.FULL_TEXT for h in current):
        return None
    texts = own_words(current, parts)
    counts = Counter(one.status for one in parts.store.proposals([text.id for text in texts]))
    read = bool(counts) or all(parts.store.item(LookedThrough, text.id) for text in texts)
    return DeskGuideline(record, tuple((kind, counts[kind]) for kind in ProposalStatus if counts[kind]), read)
