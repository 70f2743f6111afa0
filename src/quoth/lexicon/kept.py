"""A lexicon as bytes, so that a start need not make it again: what is asked for is read, the rest stays bytes.

All of MeSH takes seconds to plant and a hundredth of one to read. The bytes carry the key of what they were made from
and a hash of themselves: bytes of other words, of another version or with a fault in them are no lexicon. They hold
words and numbers alone (MessagePack), nothing that could run.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from typing import TypeVar, overload

import msgspec

from quoth.lexicon.lexicon import Lexicon
from quoth.lexicon.tables import Tables
from quoth.lexicon.terms import HOW_ORDER, How
from quoth.lexicon.trie import Entry, Node
from quoth.model import Concept

__all__ = ["pack", "unpack"]

_MAGIC = b"quoth lexicon 1\n"
_HASH = 32
_LENGTH = 8
_HOWS: tuple[How, ...] = tuple(HOW_ORDER)

T = TypeVar("T")


class _Branch(msgspec.Struct, array_like=True):
    """A node of the trie: entries as (number of the concept, number of the list it stands in, capitals)."""

    entries: list[tuple[int, int, str | None]]
    next: dict[str, "_Branch"]


class _Contents(msgspec.Struct, array_like=True):
    """Where each table begins and ends, in bytes behind this one."""

    places: dict[str, tuple[int, int]]


def pack(lexicon: Lexicon, *, key: bytes, beside: bytes = b"") -> bytes:
    """The lexicon as bytes.

    Args:
        lexicon: what to keep.
        key: 32 bytes that name what it was made from.
        beside: anything that is to be kept with it.
    """
    tables = lexicon.tables
    encode = msgspec.msgpack.encode
    number_of = {id(concept): number for number, concept in enumerate(tables.concepts)}
    concepts, concept_ends = _joined([encode(concept) for concept in tables.concepts])
    branches, branch_ends = _joined([encode(_branch(node, number_of)) for node in tables.root.next.values()])
    pieces = {
        "beside": beside,
        "concepts": concepts,
        "concept_ends": encode(concept_ends),
        "branches": branches,
        "branch_ends": encode(branch_ends),
        "firsts": encode({first: number for number, first in enumerate(tables.root.next)}),
        "vocabulary": encode(tables.vocabulary),
        "groups": encode([(name, pack, group) for (name, pack), group in tables.groups.items()]),
        "by_name": encode(tables.by_name),
        "children": encode(tables.children),
        "described": encode(tables.described),
        "holding": encode(tables.holding),
    }
    places, at = {}, 0
    for name, piece in pieces.items():
        places[name] = (at, at + len(piece))
        at += len(piece)
    contents = encode(_Contents(places))
    body = b"".join((len(contents).to_bytes(_LENGTH), contents, *pieces.values()))
    return b"".join((_MAGIC, key, sha256(key + body).digest(), body))


def unpack(data: bytes, *, key: bytes) -> tuple[Lexicon, bytes] | None:
    """The lexicon and what was kept beside it; `None` for bytes made from anything else, or damaged."""
    begin = len(_MAGIC) + 2 * _HASH
    body = memoryview(data)[begin:]
    if data[:begin] != _MAGIC + key + sha256(key + body).digest():
        return None
    end = _LENGTH + int.from_bytes(body[:_LENGTH])
    places = msgspec.msgpack.decode(body[_LENGTH:end], type=_Contents).places
    pieces = {name: body[end + first : end + last] for name, (first, last) in places.items()}
    return Lexicon(_Kept(pieces)), bytes(pieces["beside"])


def _joined(pieces: Sequence[bytes]) -> tuple[bytes, list[int]]:
    ends, at = [], 0
    for piece in pieces:
        at += len(piece)
        ends.append(at)
    return b"".join(pieces), ends


def _branch(node: Node, number_of: Mapping[int, int]) -> _Branch:
    entries = [(number_of[id(e.concept)], HOW_ORDER[e.how], e.acronym) for e in node.entries]
    return _Branch(entries, {word: _branch(following, number_of) for word, following in node.next.items()})


class _Kept(Tables):
    """Tables that lie in bytes; each is read when it is first asked for."""

    def __init__(self, pieces: Mapping[str, memoryview]) -> None:
        self._pieces = pieces

    def _table(self, name: str, kind: type[T]) -> T:
        return msgspec.msgpack.decode(self._pieces[name], type=kind)

    @cached_property
    def concepts(self) -> Sequence[Concept]:
        return _Concepts(self._pieces["concepts"], self._table("concept_ends", list[int]))

    @cached_property
    def firsts(self) -> dict[str, int]:
        return self._table("firsts", dict[str, int])

    @cached_property
    def root(self) -> Node:
        root = Node()
        ends = self._table("branch_ends", list[int])
        root.next = _Branches(self._pieces["branches"], ends, self.firsts, self.concepts)
        return root

    @cached_property
    def vocabulary(self) -> dict[str, str]:
        return self._table("vocabulary", dict[str, str])

    @cached_property
    def groups(self) -> dict[tuple[str, str], str]:
        return {(name, pack): group for name, pack, group in self._table("groups", list[tuple[str, str, str]])}

    @cached_property
    def by_name(self) -> dict[str, list[int]]:
        return self._table("by_name", dict[str, list[int]])

    @cached_property
    def children(self) -> dict[str, list[str]]:
        return self._table("children", dict[str, list[str]])

    @cached_property
    def described(self) -> list[int]:
        return self._table("described", list[int])

    @cached_property
    def holding(self) -> dict[str, list[int]]:
        return self._table("holding", dict[str, list[int]])


class _Concepts(Sequence[Concept]):
    """Concepts, each read once, when it is first asked for."""

    def __init__(self, data: memoryview, ends: Sequence[int]) -> None:
        self._data = data
        self._ends = ends
        self._read: list[Concept | None] = [None] * len(ends)
        self._decoder = msgspec.msgpack.Decoder(Concept)

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, at: int) -> Concept: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Concept]: ...
    def __getitem__(self, at: int | slice) -> Concept | Sequence[Concept]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        found = self._read[at]
        if found is None:
            at = at % len(self)
            begin = self._ends[at - 1] if at else 0
            found = self._read[at] = self._decoder.decode(self._data[begin : self._ends[at]])
        return found

    def __iter__(self) -> Iterator[Concept]:
        return (self[number] for number in range(len(self)))


class _Branches(dict[str, Node]):
    """What follows each first word, read when a text holds that word."""

    def __init__(
        self, data: memoryview, ends: Sequence[int], numbers: Mapping[str, int], concepts: Sequence[Concept]
    ) -> None:
        super().__init__()
        self._data = data
        self._ends = ends
        self._numbers = numbers
        self._concepts = concepts
        self._decoder = msgspec.msgpack.Decoder(_Branch)

    def __missing__(self, first: str) -> Node:
        number = self._numbers[first]
        begin = self._ends[number - 1] if number else 0
        branch = self._decoder.decode(self._data[begin : self._ends[number]])
        node = self[first] = self._node(branch)
        return node

    def _node(self, branch: _Branch) -> Node:
        node = Node()
        node.entries = [Entry(self._concepts[number], _HOWS[how], capitals) for number, how, capitals in branch.entries]
        node.next = {word: self._node(following) for word, following in branch.next.items()}
        return node
