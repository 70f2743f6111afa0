"""Small rules that every store shares: look-up keys, slots of texts, and the order in which texts are read.

They live apart from the stores so that the reference and the database cannot drift.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from quoth.model import (
    Abstention,
    Answer,
    Concept,
    Fidelity,
    Form,
    Ids,
    Notice,
    NoticeKind,
    Proposal,
    Rendition,
    RenditionId,
)
from quoth.store.stored import StoredRendition

__all__ = [
    "BATCH_ROWS",
    "BY",
    "JOINED",
    "NOT_STATED",
    "UNKNOWN_YEAR",
    "askable",
    "bookmark_of",
    "clean_text",
    "concepts_in_order",
    "family_of",
    "in_reading_order",
    "lookup_keys",
    "notice_keys",
    "reading_order",
    "records_of",
    "revision_in",
    "slot_of",
]

S = TypeVar("S", bound=str)

JOINED = "joined "
"""Before the kind of an identifier under `Ids.other`: it led to another record before an editor joined the two."""
BY = "by:"
"""Before the key of what took the place of a notice's target."""
NOT_STATED = "not stated"
UNKNOWN_YEAR = "unknown"
"""What stands for no kind and for no year where records are looked for by them."""
BATCH_ROWS = 500
"""Rows read at a time when a whole table is walked, so that memory stays flat."""

_FIDELITIES = {Fidelity.VERBATIM: 0, Fidelity.SUMMARY: 1}
_FORMS = {Form.FULL_TEXT: 0, Form.ABSTRACT: 1, Form.PACK: 2, Form.CITATION: 3}


def lookup_keys(ids: Ids) -> tuple[str, ...]:
    """Identifiers as "pmid:123", strongest kind first: PMID, DOI, PMCID, pack id, further pack ids.

    Last come those of a record that an editor joined to this one.
    """
    named = [("pmid", ids.pmid), ("doi", ids.doi), ("pmcid", ids.pmcid), ("pack", ids.pack)]
    further = [(kind, value) for kind, value in ids.other if kind == "pack"]
    further += [(kind.removeprefix(JOINED), value) for kind, value in ids.other if kind.startswith(JOINED)]
    keys = [f"{kind}:{clean_text(value)}" for kind, value in [*named, *further] if value and clean_text(value)]
    return tuple(dict.fromkeys(keys))


def notice_keys(notice: Notice) -> tuple[str, ...]:
    """What a notice is looked up by: its target, and, where it says so, what took the target's place."""
    by = notice.by if notice.kind is NoticeKind.SUPERSEDED else None
    return (*lookup_keys(notice.target), *(f"{BY}{key}" for key in (lookup_keys(by) if by else ())))


def clean_text(value: str) -> str:
    """The value without what no look-up column can hold: control characters, lone surrogates, outer blanks."""
    if value.isprintable():  # nearly always, and sixty times faster
        return value.strip()
    kept = "".join(c for c in value if c >= " " and not "\x7f" <= c <= "\x9f" and not "\ud800" <= c <= "\udfff")
    return kept.strip()


def family_of(origin: str) -> str:
    """The origin without its edition: "pack asthma 2026.1" and "pack asthma 2027.1" are one family, "pack asthma"."""
    named = clean_text(origin)
    head, _, last = named.rpartition(" ")
    return head if head and last[:1].isdigit() else named


def slot_of(rendition: Rendition) -> str:
    """What texts of one record compete for: only one text of a slot is current."""
    parts = (rendition.form.value, rendition.fidelity.value, family_of(rendition.origin), rendition.language or "")
    return "|".join(clean_text(part) for part in parts)


def reading_order(stored: StoredRendition) -> tuple[int, int, int, RenditionId]:
    """Sort key of texts of one record: verbatim first, full text before abstract, newest version first."""
    text = stored.rendition
    return (_FIDELITIES[text.fidelity], _FORMS[text.form], -stored.version, text.id)


def in_reading_order(proposals: Iterable[Proposal], texts: Sequence[RenditionId]) -> tuple[Proposal, ...]:
    """The proposals of the given texts, by text as they were named, then by place, then by id."""
    place = {text_id: at for at, text_id in reversed(list(enumerate(texts)))}
    found = [proposal for proposal in proposals if proposal.rendition_id in place]
    return tuple(sorted(found, key=lambda p: (place[p.rendition_id], p.annotation.statement, p.id)))


def concepts_in_order(concepts: Iterable[Concept]) -> tuple[Concept, ...]:
    """Concepts by kind and name, the same name once for each origin."""
    by_key = {(concept.kind.value, concept.name, concept.origin): concept for concept in concepts}
    return tuple(by_key[key] for key in sorted(by_key))


def askable(ids: Iterable[S]) -> list[S]:
    """The ids that can be held at all, each once: an id with control characters names nothing."""
    return [one for one in dict.fromkeys(ids) if clean_text(one) == one]


def records_of(answer: Answer | Abstention) -> tuple[str, ...]:
    """Ids of the records that an answer refers to, each once."""
    return tuple(dict.fromkeys(reference.record_id for reference in answer.references))


def bookmark_of(revision: int, content: str) -> str:
    """Names one state of one library: its revision, and what it held then."""
    return f"{revision}-{content}"


def revision_in(bookmark: str) -> int:
    """The revision that a bookmark names; -1 for what is no bookmark."""
    number = bookmark.partition("-")[0]
    return int(number) if number.isascii() and number.isdigit() and len(number) < len(str(1 << 63)) else -1
