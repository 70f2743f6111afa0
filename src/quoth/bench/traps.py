"""The trap suite: the share of traps that the checker catches, by kind, and of honest pages that it refuses.

A trap is a library and a page with one fault in it (tests/spec/traps, and the README there). Its clean twin is the
page that the product's own functions make of the same texts. Lawful kinds look like faults and are none.
"""

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass

from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.statistics import mean_with_interval
from quoth.bench.trap_suite import trap_suite

__all__ = ["Parameters", "measure"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Which table of kinds: the one that the checker was mended against, or one written after it was frozen."""

    table: str = "kinds"


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Set every trap once and count. Kinds of one family (`changed: …`) share a figure."""
    suite, case = (trap_suite(bench.places.repository, name) for name in (parameters.table, "case"))
    material = trap_suite(bench.places.repository, "material").load_material(bench.places.data)
    caught: dict[str, list[float]] = {}
    by_group: dict[str, list[float]] = {}
    clean: list[float] = []
    missed: list[str] = []
    for kind in suite.KINDS:
        source = random.Random(f"{bench.seed} {kind.name}")  # noqa: S311 - traps, no secret
        judged = [case.judge(kind, one) for one in kind.make(material, source)]
        bench.say(f"{kind.name}: {sum(one.caught for one in judged)} of {len(judged)}")
        hits = [float(one.caught) for one in judged]
        if kind.group == case.Group.LAWFUL:
            clean += [1.0 - hit for hit in hits]
        else:
            caught.setdefault(_family(kind.name), []).extend(hits)
            by_group.setdefault(kind.group.value, []).extend(hits)
            missed += [f"{kind.name}: {one.name}" for one in judged if not one.caught]
        clean += [float(one.clean_refused) for one in judged if one.clean is not None]
    everything = [hit for hits in by_group.values() for hit in hits]
    return Measured(
        (
            *(mean_with_interval(f"{name}_level", hits, seed=bench.seed) for name, hits in by_group.items()),
            mean_with_interval("all_traps", everything, seed=bench.seed),
            mean_with_interval("clean_refused", clean, seed=bench.seed),
            Measurement("kinds", len(suite.KINDS), n=len(everything)),
            *(mean_with_interval(name, hits, seed=bench.seed) for name, hits in caught.items()),
        ),
        tuple(_told(missed)),
    )


def _family(name: str) -> str:
    """The figure that a kind counts in: "changed: a comma" in "changed"."""
    return re.sub(r"\W+", "_", name.partition(":")[0]).strip("_")


def _told(missed: list[str]) -> Iterable[str]:
    """One line for each kind with misses; at most three are named."""
    kinds: dict[str, list[str]] = {}
    for one in missed:
        name, _, place = one.partition(": ")
        kinds.setdefault(name, []).append(place)
    for name, places in kinds.items():
        yield f"{len(places)} trap(s) not caught, {name}: {', '.join(places[:3])}."
