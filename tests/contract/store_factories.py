"""What the store's contract is tried on: small records, texts, notices, words, and the library that holds two."""

import threading
from contextlib import suppress
from datetime import date

import pytest

from quoth.model import (
    Abstention,
    Annotation,
    AnnotationKind,
    Concept,
    ConceptKind,
    Design,
    Extent,
    Fidelity,
    Form,
    GlossaryEntry,
    Ids,
    Notice,
    NoticeKind,
    PartialDate,
    Proposal,
    ProposalDecision,
    ProposalStatus,
    Question,
    Reason,
    Record,
    RecordId,
    Rendition,
    Topic,
    Words,
)
from quoth.model.rendition import make_rendition
from quoth.store import Store

A, B, C = RecordId("a"), RecordId("b"), RecordId("c")


def record(record_id: RecordId = A, *, year: int | None = 2020, **facts: object) -> Record:
    """A catalogue entry with a title of its own."""
    return Record(**({"id": record_id, "title": f"On {record_id}", "published": PartialDate(year)} | facts))  # type: ignore[arg-type]


def text(words: str = "Exercise helps.", *, form: Form = Form.ABSTRACT, **facts: object) -> Rendition:
    """A text with one sentence."""
    fidelity = facts.pop("fidelity", Fidelity.VERBATIM)
    made = make_rendition(form, fidelity, words, **facts)  # type: ignore[arg-type]
    return Rendition(made.id, made.fidelity, form, words, sentences=(Extent(0, len(words)),), origin=made.origin)


def retraction(**target: str) -> Notice:
    """A retraction of what carries these identifiers."""
    return Notice(NoticeKind.RETRACTION, Ids(**target), on="2024-01-01", source="a list")


def words(pack: str = "asthma", *, version: str = "1", **facts: object) -> Words:
    """A pack's words with one concept and one glossary entry."""
    topic = Topic(pack, version, pack.title(), pack, f"What helps {pack}?", editor="an editor")
    concept = Concept("inhaler", ConceptKind.INTERVENTION, origin=f"pack {pack}")
    entry = GlossaryEntry("trial", "A fair test.", origin=f"pack {pack}")
    return Words(
        **({"pack": pack, "version": version, "topic": topic, "concepts": (concept,), "glossary": (entry,)} | facts)
    )  # type: ignore[arg-type]


def proposal(proposal_id: str, *, at: int = 0) -> Proposal:
    """A recommendation found in `text()`."""
    extent = Extent(at, at + 5)
    return Proposal(proposal_id, text().id, Annotation(proposal_id, AnnotationKind.RECOMMENDATION, extent, extent))


DAY = date(2026, 11, 23)


def abstention(answer_id: str = "q1", *, explanation: str = "Nothing was found.") -> Abstention:
    """A stored page that answers nothing."""
    return Abstention(answer_id, Question("what helps?"), Reason.EMPTY_LIBRARY, explanation)


def hang_much_on(store: Store) -> None:
    """Two versions of a text, a joined record, entries, keys, a decision, words, a notice, an answer."""
    store.put_record(record(C))
    store.put_rendition(A, text())
    store.put_rendition(C, text("Rest helps.", form=Form.FULL_TEXT), rank="9")
    store.put_rendition(A, text("Exercise helps much."), rank="5")
    store.join_records(A, C)
    store.put_entry(A, "RIS", record(A))
    store.put_entry(A, "PubMed XML", record(A))
    store.put_title_key(A, "k")
    accepted = ProposalDecision(ProposalStatus.ACCEPTED, "an editor", "2026-01-01")
    store.put_proposals([proposal("r1").decided(accepted), proposal("r2", at=3)])
    store.put_words(words())
    store.put_notices([retraction(pmid="1"), retraction(doi="10.1000/z")])
    store.put_answer(abstention(), kept_on=DAY)


def put_many(store: Store, name: str) -> None:
    """Ten records, each in a transaction of its own."""
    for number in range(10):
        with store.writing():
            store.put_record(record(RecordId(f"{name}{number}")))


def in_thread(read: "object") -> "object":
    """What a function gives when another thread calls it."""
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(read()))  # type: ignore[operator]
    thread.start()
    thread.join()
    return found[0]


def undone(store: Store) -> None:
    """A change in a transaction that fails."""
    with suppress(ZeroDivisionError), store.writing():
        store.put_rendition(RecordId("new"), text("Undone."))
        raise ZeroDivisionError


class Filled:
    """Gives a part of the contract its library."""

    @pytest.fixture
    def filled(self, store: Store) -> Store:
        """Two records: one with a full set of identifiers, one with a pack id."""
        with store.writing():
            store.put_record(record(A, ids=Ids(pmid="1", doi="10.1000/x", pmcid="PMC1"), design=Design.RCT))
            store.put_record(record(B, ids=Ids(pack="asthma/b"), year=None))
        return store
