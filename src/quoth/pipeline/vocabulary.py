"""The library's words, ready for use, and the file that spares the next start from making them again.

The file is derived, as the index is: it can be deleted at any time. It counts only for the very words, and the
very code, that it was made from; anything else in its place is made anew and written over.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from quoth import __version__
from quoth.lexicon import Lexicon, pack, unpack
from quoth.model import Concept, ConceptKind, Topic, decode, encode
from quoth.store import Store

__all__ = ["Vocabulary", "vocabulary_of"]

_CODE = ("quoth.lexicon", "quoth.text")
"""Packages whose change can change what is made of the same words."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The library's words, ready for use; made again when they change."""

    lexicon: Lexicon
    topics: tuple[Topic, ...]
    treats: Mapping[str, frozenset[str]]
    """Intervention concept -> conditions of the packs that speak of it."""
    digest: str
    """Names the words that this was made from."""


def vocabulary_of(store: Store, file: Path | None) -> Vocabulary:
    """The words of a library, read from the file if it holds them, else made and kept there.

    Args:
        store: whose words.
        file: where they are kept; `None` keeps them nowhere. What cannot be read or written is no fault.
    """
    while True:
        digest = store.words_digest()
        topics = store.topics()
        kept = _read(file, _key(digest)) if file else None
        if kept is not None:
            lexicon, beside = kept
            treats = decode(beside, dict[str, tuple[str, ...]])
        else:
            concepts = store.concepts()
            lexicon, treats = Lexicon.build(concepts), _treats(concepts, topics)
        if digest != store.words_digest():
            continue  # another process has just taken words in
        if kept is None and file is not None:
            _write(file, pack(lexicon, key=_key(digest), beside=encode(treats)))
        return Vocabulary(lexicon, topics, {name: frozenset(found) for name, found in treats.items()}, digest)


def _treats(concepts: Iterable[Concept], topics: Iterable[Topic]) -> dict[str, tuple[str, ...]]:
    condition_of = {topic.pack: topic.condition for topic in topics}
    treats: dict[str, set[str]] = {}
    for concept in concepts:
        origin = concept.origin.removeprefix("pack ").split(" ")[0]
        if concept.kind is ConceptKind.INTERVENTION and origin in condition_of:
            treats.setdefault(concept.name, set()).add(condition_of[origin])
    return {name: tuple(sorted(conditions)) for name, conditions in treats.items()}


def _key(digest: str) -> bytes:
    return sha256(_code_key() + digest.encode()).digest()


@cache
def _code_key() -> bytes:
    """Changes with the code that makes a lexicon."""
    hashed = sha256(__version__.encode())
    for package in _CODE:
        for module in sorted(files(package).iterdir(), key=lambda entry: entry.name):
            if module.name.endswith(".py"):
                hashed.update(module.name.encode() + sha256(module.read_bytes()).digest())
    return hashed.digest()


def _read(file: Path, key: bytes) -> tuple[Lexicon, bytes] | None:
    try:
        data = file.read_bytes()
    except OSError:
        return None
    return unpack(data, key=key)


def _write(file: Path, data: bytes) -> None:
    """Replace the file in one step. A folder that cannot be written to costs the next start its time, nothing else."""
    fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        fresh.write_bytes(data)
        fresh.replace(file)
    except OSError:
        fresh.unlink(missing_ok=True)
