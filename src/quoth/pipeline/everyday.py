"""Everyday words beside what they stand for: listed for reviewers, signed by name, and taken back.

They are ours and no quotation, so a page says of each whether a named reviewer has looked at it. The signature is bound
to the statement's place in an unchangeable text and to the words themselves: when either is another one, the label
falls back by itself.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quoth.errors import BadInput, NotAllowed, NotFound
from quoth.model import (
    Abstention,
    Account,
    Annotation,
    Answer,
    EverydayCheck,
    Office,
    Record,
    Rendition,
    Statement,
    everyday_id,
)
from quoth.pipeline.auditing import note, recorded, stamp
from quoth.pipeline.parts import Parts
from quoth.signing import SealState

__all__ = [
    "EverydayPair",
    "EverydayTopic",
    "checks_of",
    "everyday_pairs",
    "everyday_stamp",
    "everyday_topics",
    "id_of_words",
    "pair_id_of",
    "sign_everyday",
    "take_back_everyday",
]

FORMAT = "quoth everyday words 1"
_BEGINNING = 8


@dataclass(frozen=True, slots=True)
class EverydayPair:
    """A statement of a source and the everyday words that an editor put beside it."""

    id: str
    record: Record
    rendition: Rendition
    annotation: Annotation
    check: EverydayCheck | None
    """The signature under it, where there is one that holds."""

    @property
    def statement(self) -> str:
        """The statement as its text has it."""
        return self.rendition.text[self.annotation.statement.start : self.annotation.statement.end]


@dataclass(frozen=True, slots=True)
class EverydayTopic:
    """How far the reviewers are with one topic."""

    pack: str
    title: str
    pairs: int
    signed: int


def everyday_topics(parts: Parts) -> tuple[EverydayTopic, ...]:
    """The topics that carry everyday words, by title."""
    titles = {topic.pack: topic.title for topic in parts.store.topics()}
    counted: dict[str, list[bool]] = {}
    for pair in everyday_pairs(parts):
        counted.setdefault(_pack(pair.record), []).append(pair.check is not None)
    made = [EverydayTopic(pack, titles.get(pack, pack), len(all_), sum(all_)) for pack, all_ in counted.items()]
    return tuple(sorted(made, key=lambda topic: topic.title.casefold()))


def everyday_pairs(parts: Parts, *, pack: str | None = None) -> tuple[EverydayPair, ...]:
    """Every pair of the library, or of one pack, in the order of the records and their texts."""
    held, recall = _checks(parts), parts.recall()
    found: list[EverydayPair] = []
    for record in _pack_records(parts):
        if pack is not None and _pack(record) != pack:
            continue
        for stored in recall.renditions(record.id):
            found += _pairs_of(record, stored.rendition, held)
    return tuple(found)


def checks_of(page: Answer | Abstention, parts: Parts) -> dict[str, EverydayCheck]:
    """The signatures that hold under a page's everyday words, by statement id."""
    held = _checks(parts)
    if not held:
        return {}
    found = {one.id: held.get(id_of_words(one)) for one in page.statements() if one.plain}
    return {name: check for name, check in found.items() if check is not None}


def everyday_stamp(parts: Parts) -> str:
    """Changes when any signature under everyday words does: for what was rendered and is kept at hand."""
    _checks(parts)
    assert parts.everyday is not None
    return parts.everyday[2]


def sign_everyday(pair_id: str, parts: Parts, *, by: Account) -> EverydayCheck:
    """Sign that the everyday words say what the statement says: same strength, same conditions.

    Args:
        pair_id: what the reviewer looked at; if the words have changed since, nothing is signed.
        parts: of the library.
        by: a reviewer, and not whoever wrote the words.

    Raises:
        NotFound: the library holds no such pair now.
        NotAllowed: not a reviewer, or the author of the words.
        BadInput: it is signed already.
    """
    if not by.holds(Office.REVIEWER):
        raise NotAllowed("Everyday words are signed by reviewers. An administrator can give you that office.")
    with recorded(parts):
        pair = _pair(pair_id, parts)
        if (pair.annotation.plain_by or "").casefold() == by.shown_name.casefold():
            raise NotAllowed("You wrote these words yourself. Another reviewer has to look at them.")
        if pair.check is not None:
            raise BadInput(f"{pair.check.name} signed these words on {pair.check.at[:10]}.")
        at = stamp(parts)
        made = EverydayCheck(pair.id, by.id, by.shown_name, at, parts.keys.seal(_document(pair, by, at)))
        parts.store.put_item(made)
        note(parts, by, "signed everyday words", pair.id[:16])
    return made


def take_back_everyday(pair_id: str, parts: Parts, *, by: Account) -> None:
    """Take a signature back: one's own, or as an editor anybody's. Raises NotFound, NotAllowed."""
    with recorded(parts):
        held = parts.store.item(EverydayCheck, pair_id)
        if held is None:
            raise NotFound("Nobody has signed these everyday words.")
        if held.by != by.id and not by.holds(Office.EDITOR):
            raise NotAllowed(f"{held.name} signed these words. They, or an editor, can take it back.")
        parts.store.delete_item(EverydayCheck, pair_id)
        note(parts, by, "took back everyday words", pair_id[:16])


def pair_id_of(beginning: str, parts: Parts) -> str:
    """The one pair whose id begins so. Raises NotFound, and BadInput where several do or too little was given."""
    if len(beginning) < _BEGINNING:
        raise BadInput(f"{beginning!r} is too short. Give at least {_BEGINNING} digits of the id.")
    found = {pair.id for pair in everyday_pairs(parts) if pair.id.startswith(beginning.lower())}
    if len(found) > 1:
        raise BadInput(f"{len(found)} ids begin with {beginning!r}. Give more of it.")
    if not found:
        raise NotFound(f"No everyday words go by {beginning[:70]!r}. `quoth everyday list TOPIC` shows their ids.")
    return found.pop()


def _pack_records(parts: Parts) -> tuple[Record, ...]:
    """The records that packs brought, the only ones with everyday words; looked for again when the library changes."""
    revision = parts.store.revision()
    if parts.pack_records is None or parts.pack_records[0] != revision:
        parts.pack_records = (revision, tuple(one for one in parts.store.iter_records() if one.ids.pack))
    return parts.pack_records[1]


def _checks(parts: Parts) -> Mapping[str, EverydayCheck]:
    """Every signature whose seal holds, by pair; read again when the audit trail has grown, as it does with each."""
    newest = parts.store.last_audit()
    number = newest.number if newest else 0
    if parts.everyday is None or parts.everyday[0] != number:
        good = {one.id: one for one in parts.store.items(EverydayCheck) if _holds(one, parts)}
        told = "".join(sorted(f"{one.id}{one.at}" for one in good.values()))
        parts.everyday = (number, good, hashlib.sha256(told.encode()).hexdigest()[:12] if good else "")
    return parts.everyday[1]


def _holds(check: EverydayCheck, parts: Parts) -> bool:
    """Whether the seal fits, and the sealed document says what stands beside it."""
    if parts.keys.state(check.signature) is not SealState.GOOD:
        return False
    try:
        told = json.loads(check.signature.document)
        said = (told["format"], told["pair"], told["signer"], told["name"], told["at"])
    except (ValueError, KeyError, TypeError):
        return False
    return said == (FORMAT, check.id, check.by, check.name, check.at)


def _document(pair: EverydayPair, by: Account, at: str) -> str:
    extent = pair.annotation.statement
    told = {
        "format": FORMAT,
        "pair": pair.id,
        "record": pair.record.id,
        "text": pair.rendition.id,
        "span": [extent.start, extent.end],
        "statement": pair.statement,
        "words": pair.annotation.plain,
        "signer": by.id,
        "name": by.shown_name,
        "at": at,
    }
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)


def _pair(pair_id: str, parts: Parts) -> EverydayPair:
    for pair in everyday_pairs(parts):
        if pair.id == pair_id:
            return pair
    raise NotFound("The library holds no such everyday words now: they, or the text beside them, have changed.")


def _pairs_of(record: Record, rendition: Rendition, held: Mapping[str, EverydayCheck]) -> Iterator[EverydayPair]:
    for annotation in rendition.annotations:
        if annotation.plain:
            extent = annotation.statement
            name = everyday_id(rendition.id, extent.start, extent.end, annotation.plain)
            yield EverydayPair(name, record, rendition, annotation, held.get(name))


def id_of_words(statement: Statement) -> str:
    """What the pair of a statement and its everyday words is known by."""
    span = statement.quote.span
    return everyday_id(span.rendition_id, span.start, span.end, statement.plain or "")


def _pack(record: Record) -> str:
    return (record.ids.pack or "").split("/")[0]
