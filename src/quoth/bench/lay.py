"""Words of people who are no clinicians, and whether they find their topic's guideline among other abstracts.

The packs list lay words, and a page reads questions by these lists; what the search does where no list helps is seen by
switching them off. Then a concept is known by its name alone, as a pack without synonyms would have it, and beside that
with the entry terms of MeSH, which any library can load. The other abstracts come from the test collections; many of
them are about the very conditions of the packs, so that a guideline has to come before its neighbours.
"""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import Any

import yaml

from quoth.bench.collections import Document, abstracts, bioasq, pubmedqa_abstracts
from quoth.bench.libraries import opened_library
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.retrieval import unit_of
from quoth.bench.statistics import mean_with_interval
from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind, Design, Query, QueryClause, RecordId, Words
from quoth.pipeline import Parts, Vocabulary
from quoth.pipeline.ranking import ranked
from quoth.pipeline.reading import texts_with
from quoth.search import explained, understand
from quoth.sources import read
from quoth.wiring import starter_packs

__all__ = ["Asked", "Parameters", "asked_sets", "bare", "measure"]

_TOP = 5
_EXPLAINING = 20
_MISSES_SHOWN = 25


@dataclass(frozen=True, slots=True)
class Parameters:
    """How many other abstracts, and where the paraphrases and MeSH lie (below the bench and the data folder)."""

    others: int = 20_000
    paraphrases: str = "samples/lay-paraphrases.yaml"
    mesh: str = "mesh/mesh2021_terms_trees.tsv.gz"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is typed, and the packs whose guideline answers it."""

    text: str
    packs: frozenset[str]


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Share of questions whose guideline is among the first five, by set and by where their words are known from."""
    sets = asked_sets(bench.places.bench / parameters.paraphrases)
    figures: list[Measurement] = []
    notes: list[str] = []
    with tempfile.TemporaryDirectory() as folder, opened_library(Path(folder), bench=bench) as parts:
        guidelines = _guidelines(parts)
        others = _others(bench.places.data, parameters.others)
        parts.index.add(map(unit_of, others.values()))
        bench.say(f"{len(parts.index):,} units")
        whole = parts.vocabulary()
        names = tuple(map(bare, parts.store.concepts()))
        mesh = tuple(_mesh(bench.places.data / parameters.mesh))
        for suffix, concepts in (("", None), ("_off", names), ("_off_mesh", (*names, *mesh))):
            words = whole if concepts is None else replace(whole, lexicon=Lexicon.build(concepts))
            found = {name: _found(asked, words, guidelines, others, parts) for name, asked in sets.items()}
            listed = [*found["conditions"], *found["treatments"], *found["common"]]
            figures.append(mean_with_interval(f"listed{suffix}", listed, seed=bench.seed))
            figures += [
                mean_with_interval(f"{name}{suffix}", values, seed=bench.seed) for name, values in found.items()
            ]
            bench.say(", ".join(f"{f.name} {f.value:.3f}" for f in figures[-5:]))
            missed = [a.text for name, v in found.items() for a, hit in zip(sets[name], v, strict=True) if not hit]
            notes += [f"missed{suffix}: {text}" for text in missed[:_MISSES_SHOWN]]
    return Measured(tuple(figures), tuple(notes))


def _found(
    asked: Sequence[Asked],
    words: Vocabulary,
    guidelines: Mapping[str, frozenset[RecordId]],
    others: Mapping[str, Document],
    parts: Parts,
) -> list[float]:
    """For each question whether a guideline of its packs is among the first five, 1 or 0."""

    def texts(said: str) -> Iterator[str]:
        yield from texts_with(said, parts.index, parts.recall())
        hits = parts.index.search(Query((QueryClause((said,)),)), k=_EXPLAINING).hits
        yield from (others[hit.record_id].text for hit in hits if hit.record_id in others)

    found = []
    for one in asked:
        question = understand(
            one.text,
            words.lexicon,
            frequency=parts.index.document_frequency,
            n_units=len(parts.index),
            treats=words.treats,
        )
        wanted = frozenset().union(*(guidelines[pack] for pack in one.packs))
        first = ranked(explained(question, texts, parts.index.document_frequency), parts).hits[:_TOP]
        found.append(float(any(hit.record_id in wanted for hit in first)))
    return found


def asked_sets(paraphrases: Path) -> dict[str, tuple[Asked, ...]]:
    """What is asked, by set, each question once."""
    packs = _packs()
    return {
        "conditions": _lay_words(packs, ConceptKind.CONDITION),
        "treatments": _lay_words(packs, ConceptKind.INTERVENTION),
        "common": _common_questions(packs),
        "paraphrases": _paraphrases(paraphrases),
    }


def bare(concept: Concept) -> Concept:
    """The concept with its name alone."""
    return replace(concept, lay=(), clinical=(), descriptions=(), mesh=None)


def _mesh(file: Path) -> Iterator[Concept]:
    return (concept for item in read(file) if isinstance(item, Words) for concept in item.concepts)


def _guidelines(parts: Parts) -> dict[str, frozenset[RecordId]]:
    """By pack, its guidelines."""
    by_pack: dict[str, set[RecordId]] = {topic.pack: set() for topic in parts.vocabulary().topics}
    for record in parts.store.iter_records():
        pack = (record.ids.pack or "").split("/")[0]
        if record.design is Design.GUIDELINE and pack in by_pack:
            by_pack[pack].add(record.id)
    return {pack: frozenset(found) for pack, found in by_pack.items()}


def _others(data: Path, n: int) -> dict[str, Document]:
    """The first `n` abstracts of the collections, by id; none of them is a guideline."""
    every = chain(abstracts(data), pubmedqa_abstracts(data), bioasq(data).documents)
    return dict(islice({document.id: document for document in every}.items(), n))


def _lay_words(packs: Sequence[tuple[str, dict[str, Any]]], kind: ConceptKind) -> tuple[Asked, ...]:
    """The lay words for one kind of thing; of a concept that several packs hold, any of their guidelines will do."""
    listed = [(name, c) for name, pack in packs for c in pack["concepts"] if c["kind"] == kind]
    packs_of: dict[str, set[str]] = {}
    for name, concept in listed:
        packs_of.setdefault(concept["name"].casefold(), set()).add(name)
    words: dict[str, set[str]] = {}
    for _, concept in listed:
        for word in concept.get("lay", ()):
            words.setdefault(word, set()).update(packs_of[concept["name"].casefold()])
    return tuple(Asked(word, frozenset(names)) for word, names in sorted(words.items()))


def _common_questions(packs: Sequence[tuple[str, dict[str, Any]]]) -> tuple[Asked, ...]:
    return tuple(Asked(text, frozenset({name})) for name, pack in packs for text in pack["common_questions"])


def _paraphrases(file: Path) -> tuple[Asked, ...]:
    listed = yaml.safe_load(file.read_text(encoding="utf-8"))
    return tuple(Asked(text, frozenset({pack})) for pack, texts in listed.items() for text in texts)


def _packs() -> tuple[tuple[str, dict[str, Any]], ...]:
    """Name and content of each pack that opens a topic."""
    read_packs = (yaml.safe_load(file.read_text(encoding="utf-8")) for file in starter_packs())
    return tuple((pack["pack"], pack) for pack in read_packs if pack.get("condition"))
