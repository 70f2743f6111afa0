"""What the rules for free paraphrases hold by themselves, behind a judge that says yes to everything.

A judge is measured on the judge set. The rules are measured as if there were none: what they let pass here is what a
judge alone stands against.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from quoth.bench.collections import json_lines, scifact_abstracts
from quoth.bench.meanings import TABLES, real_texts, statement_of
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.perturbing import Source, cases
from quoth.bench.perturbing.words import drugs_of
from quoth.bench.statistics import mean_with_interval
from quoth.check import unheld
from quoth.pipeline.judging import Pair, judge_set
from quoth.pipeline.judging_besides import healthver_pairs, scifact_pairs_of

__all__ = ["AREAS", "Parameters", "measure"]

_AREAS = {
    "numbers": "number digits_turned decimal_moved percent sign unit dose time_point written_number relation "
    "values_swapped interval_changed interval_dropped measure point_lost nought_added unit_lost share_turned "
    "rate_changed range_collapsed respectively_turned figure_of_a_neighbour number_of_people_raised share_as_word "
    "share_as_the_wrong_fraction rounded_boldly thousands_as_decimals brackets_exchanged spread_as_a_range "
    "range_as_its_middle relation_read_out_wrong relation_made_an_equation bound_opened_or_closed "
    "bound_in_words_turned minus_as_plus unit_spelled_out_wrong counted_by_nothing percent_as_per_thousand "
    "relative_as_points dose_bounded dose_more_or_less_often doses_exchanged",
    "negation": "negation_added negation_removed hidden_negation_turned not_as_not_only negation_moved "
    "none_as_hardly_any negative_prefix_added no_difference_as_proven_sameness not_significant_dropped",
    "direction": "direction prefix ratio_inverted inverse_made_direct outcome_turned extreme_turned better_as_alike "
    "alike_as_better verb_turned",
    "comparator": "arms_swapped comparator comparator_dropped groups_exchanged both_groups_as_one change_as_difference "
    "comparator_made_everyone",
    "population": "population people_dropped kind_of_people_as_people condition_of_the_people_lost age_lost "
    "patients_as_everybody",
}
AREAS: Mapping[str, frozenset[str]] = {area: frozenset(kinds.split()) for area, kinds in _AREAS.items()}
"""What no judge may get wrong, each with the kinds of change that touch it."""
_WORST = 20


@dataclass(frozen=True, slots=True)
class Parameters:
    """How many cases of each kind of change."""

    each: int = 100


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Count what the rules refuse of near-misses and changed sentences, and what they let in of honest ones."""
    refused = _changed(parameters.each, bench)
    by_kind = {kind: values for kinds in refused.values() for kind, values in kinds.items()}
    figures = list(_of_pairs("judge_set", judge_set(), bench))
    for table, kinds in refused.items():
        figures.append(mean_with_interval(f"{table}_refused", _flat(kinds.values()), seed=bench.seed))
    for area, names in AREAS.items():
        values = _flat(values for kind, values in by_kind.items() if kind in names)
        figures.append(mean_with_interval(f"{area}_refused", values, seed=bench.seed))
    figures += _of_pairs("healthver", healthver_pairs(bench.places.data / "splits" / "healthver.jsonl.gz"), bench)
    figures += _of_pairs("scifact", _scifact(bench.places.data), bench)
    weakest = sorted((sum(values) / len(values), kind) for kind, values in by_kind.items())[:_WORST]
    return Measured(tuple(figures), tuple(f"{share:.2f} refused: {kind.replace('_', ' ')}" for share, kind in weakest))


def _changed(each: int, bench: Bench) -> dict[str, dict[str, list[float]]]:
    """By table and kind, whether each changed sentence was refused (1.0) or held."""
    texts = real_texts(bench.places.data)
    drugs = drugs_of([sentence for text in texts for sentence in text])
    refused: dict[str, dict[str, list[float]]] = {}
    for name, table in TABLES.items():
        kinds = refused.setdefault(name, {})
        for kind in table:
            source = Source(Random(f"{bench.seed} {kind}"), drugs)  # noqa: S311 - cases, no secret
            kinds[kind] = [
                float(bool(unheld(case.changed, [statement_of(case.sentence)])))
                for case in cases(kind, texts, source, most=each, table=table)
            ]
        bench.say(f"{name}: {len(kinds)} kinds of change")
    return refused


def _of_pairs(name: str, pairs: Sequence[Pair], bench: Bench) -> Iterator[Measurement]:
    """The share refused of what is not borne, and the share let in of what is."""
    held = [(pair.borne, not unheld(pair.sentence, [statement_of(pair.span)])) for pair in pairs]
    yield mean_with_interval(f"{name}_refused", [float(not let) for borne, let in held if not borne], seed=bench.seed)
    yield mean_with_interval(f"{name}_let_in", [float(let) for borne, let in held if borne], seed=bench.seed)


def _scifact(data: Path) -> tuple[Pair, ...]:
    """SciFact's pairs out of the files of the data folder, whose claims list their evidence."""
    abstracts = {document: sentences for document, _, sentences in scifact_abstracts(data)}
    return tuple(scifact_pairs_of(abstracts, map(_as_published, json_lines(data / "splits" / "scifact.jsonl.gz"))))


def _as_published(row: Mapping[str, Any]) -> dict[str, Any]:
    evidence: dict[str, list[dict[str, Any]]] = {}
    for each in row["evidence"]:
        places = [int(place) for place in str(each["sentences"]).strip("[]").replace(",", " ").split()]
        evidence.setdefault(each["doc_id"], []).append({"label": each["label"], "sentences": places})
    return {**row, "evidence": evidence}


def _flat(lists: Iterable[Sequence[float]]) -> list[float]:
    return [value for values in lists for value in values]
