"""Real sentences whose meaning was changed in one place: the share that the rules for written sentences refuse."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from quoth.bench.collections import pubmedqa_abstracts, scifact_abstracts, structured_abstracts
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.perturbing import BLIND, FRESH, KINDS, Source, cases
from quoth.bench.perturbing.kind import Kind
from quoth.bench.perturbing.words import drugs_of
from quoth.bench.statistics import mean_with_interval
from quoth.check import borne_by
from quoth.model import Fidelity, FindingKind, Quote, RecordId, RenditionId, Span, Statement, hash_of_text
from quoth.text import sentences

__all__ = ["Parameters", "changed_meanings", "figures_of", "measure", "real_texts", "statement_of"]

TABLES: Mapping[str, Mapping[str, Kind]] = {"first": KINDS, "second": FRESH, "blind": BLIND}


@dataclass(frozen=True, slots=True)
class Parameters:
    """Which set of kinds, and how many cases of each."""

    table: str = "second"
    each: int = 300


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Change sentences and count what is refused."""
    texts = real_texts(bench.places.data)
    drugs = drugs_of([sentence for text in texts for sentence in text])
    refused, passed = changed_meanings(texts, drugs, parameters.each, bench, table=TABLES[parameters.table])
    return Measured(tuple(figures_of(refused, bench)), tuple(passed))


def figures_of(refused: Mapping[str, Sequence[float]], bench: Bench) -> list[Measurement]:
    """The share refused, over all and by kind."""
    every = [value for values in refused.values() for value in values]
    return [
        mean_with_interval("refused", every, seed=bench.seed),
        Measurement("kinds", len(refused), n=len(every)),
        Measurement("fewest_cases", min(map(len, refused.values()))),
        *(mean_with_interval(kind, values, seed=bench.seed) for kind, values in refused.items()),
    ]


def changed_meanings(
    texts: Sequence[Sequence[str]],
    drugs: tuple[str, ...],
    each: int,
    bench: Bench,
    *,
    table: Mapping[str, Kind] = KINDS,
) -> tuple[dict[str, list[float]], list[str]]:
    """Per kind whether each case was refused (1.0) or passed, and what passed, counted."""
    refused: dict[str, list[float]] = {}
    passed: list[str] = []
    for kind in table:
        source = Source(Random(f"{bench.seed} {kind}"), drugs)  # noqa: S311 - cases, no secret
        for case in cases(kind, texts, source, most=each, table=table):
            bearing = borne_by(case.changed, [statement_of(case.sentence)])
            refused.setdefault(kind, []).append(float(bearing is None))
            if bearing is not None:
                passed.append(f"{kind} passed ({', '.join(bearing.edits) or 'as the same'})")
        bench.say(f"{kind}: {sum(refused[kind]):.0f} of {len(refused[kind])} refused")
    bench.say(f"{len(refused)} kinds of changed meaning, {len(passed)} passed")
    return refused, [f"{count} of {name}" for name, count in Counter(passed).items()]


def real_texts(data: Path) -> list[tuple[str, ...]]:
    """Abstracts of three collections, each as its sentences."""
    texts = [tuple(found) for _, _, found in scifact_abstracts(data)]
    for documents in (structured_abstracts(data), pubmedqa_abstracts(data)):
        texts += [tuple(each.text[start:end] for start, end in sentences(each.text)) for each in documents]
    return texts


def statement_of(words: str) -> Statement:
    """A statement of a made-up report that says these words."""
    span = Span(RecordId("r"), RenditionId("t"), 0, max(1, len(words)), hash_of_text(words))
    return Statement(
        "s1", FindingKind.RESULT, Quote(span, words), Fidelity.VERBATIM, (1,), issuer="The trialists", year=2020
    )
