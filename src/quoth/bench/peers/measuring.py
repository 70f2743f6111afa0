"""Peers measured in one run: quality on four collections, and build, size, latency and memory on one of them.

Quality is nDCG@10; differences come with their 95% interval by paired bootstrap over questions. Speed and size are
ratios to quoth's own in the same run: absolute figures hang on the machine.
"""

import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from quoth.bench.child import forget_peak, in_child, peak_mb
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.peers.table import PEERS, NotHere, open_peer
from quoth.bench.retrieval import COLLECTIONS, scores
from quoth.bench.statistics import percentile

__all__ = ["Parameters", "measure", "paired_interval", "run_peer"]

_K = 10
_RESAMPLES = 2000
_COSTS = ("build_s", "bytes", "p50_ms", "p95_ms", "memory_mb")


@dataclass(frozen=True, slots=True)
class Parameters:
    """Which peers and collections, and on which collection speed is taken; on none where `timed` is empty."""

    peers: tuple[str, ...] = tuple(PEERS)
    collections: tuple[str, ...] = tuple(COLLECTIONS)
    timed: str = "pubmedqa"
    own: str = "quoth"
    """Whose gains over the others are told."""


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Run every peer on every collection, each in a process of its own."""
    quality: dict[str, dict[str, list[float]]] = {}
    cost: dict[str, dict[str, float]] = {}
    notes = []
    for peer in parameters.peers:
        ran = _all(peer, parameters, bench)
        if isinstance(ran, str):
            notes.append(f"{peer} is not measured: {ran}.")
            continue
        quality[peer], cost[peer] = ran
        bench.say(f"{peer}: mean nDCG@10 {_mean(quality[peer]):.4f}")
    figures = [f for peer in quality for f in _quality(peer, parameters.own, quality, bench.seed)]
    figures += [f for peer in cost for f in _cost(peer, cost)]
    if parameters.timed:
        notes.append(f"Speed and size on {parameters.timed}, as ratios to quoth.")
    return Measured(tuple(figures), tuple(notes))


def run_peer(name: str, collection: str, data: str) -> dict[str, Any]:
    """One peer on one collection: ranks by question, and what it cost."""
    held = COLLECTIONS[collection](Path(data))
    before = forget_peak()
    with tempfile.TemporaryDirectory() as folder:
        try:
            peer = open_peer(name, Path(folder) / "index")
        except NotHere as reason:
            return {"not_here": str(reason)}
        started = time.perf_counter()
        peer.build(held.documents)
        built = time.perf_counter() - started
        ranks, seconds = {}, []
        for qid, text in held.questions.items():
            started = time.perf_counter()
            ranks[qid] = list(peer.search(text, _K))
            seconds.append(time.perf_counter() - started)
        return {
            "ndcg": scores(held.qrels, {qid: tuple(found) for qid, found in ranks.items()})["ndcg_10"],
            "build_s": built,
            "bytes": peer.bytes_on_disk(),
            "p50_ms": percentile(seconds, 50) * 1000,
            "p95_ms": percentile(seconds, 95) * 1000,
            "memory_mb": peak_mb() - before,
            "texts": len(held.documents),
        }


def paired_interval(one: Sequence[float], other: Sequence[float], *, seed: int) -> tuple[float, float, float]:
    """The mean difference over the same questions, and its 95% interval by drawing questions."""
    differences = np.asarray(one) - np.asarray(other)
    random = np.random.default_rng(seed)
    drawn = differences[random.integers(0, len(differences), size=(_RESAMPLES, len(differences)))].mean(axis=1)
    low, high = np.percentile(drawn, (2.5, 97.5))
    return float(differences.mean()), float(low), float(high)


def _all(peer: str, parameters: Parameters, bench: Bench) -> tuple[dict[str, list[float]], dict[str, float]] | str:
    """Quality by collection and cost on the timed one, or why there is none."""
    quality: dict[str, list[float]] = {}
    cost: dict[str, float] = {}
    for collection in parameters.collections:
        call = {"name": peer, "collection": collection, "data": str(bench.places.data)}
        found: Mapping[str, Any] = in_child("quoth.bench.peers.measuring:run_peer", call).result
        if "not_here" in found:
            return str(found["not_here"])
        quality[collection] = found["ndcg"]
        if collection == parameters.timed:
            cost = {name: float(found[name]) for name in (*_COSTS, "texts")}
    return quality, cost


def _quality(peer: str, own: str, quality: Mapping[str, Mapping[str, list[float]]], seed: int) -> list[Measurement]:
    """By collection, and their mean where there are several; and what our own gains over a peer."""
    several = len(quality[peer]) > 1
    figures = [
        Measurement(f"{peer}_{name}", float(np.mean(values)), n=len(values)) for name, values in quality[peer].items()
    ]
    figures += [Measurement(f"{peer}_mean", _mean(quality[peer]))] if several else []
    if peer != own and own in quality:
        pairs = [paired_interval(quality[own][name], quality[peer][name], seed=seed) for name in quality[peer]]
        figures += [
            Measurement(f"{own}_over_{peer}_{name}", *pair) for name, pair in zip(quality[peer], pairs, strict=True)
        ]
        if several:
            gain, low, high = _mean_interval(quality[own], quality[peer], seed)
            figures.append(Measurement(f"{own}_over_{peer}_mean", gain, low, high))
    return figures


def _mean_interval(
    one: Mapping[str, Sequence[float]], other: Mapping[str, Sequence[float]], seed: int
) -> tuple[float, float, float]:
    """The difference of the means over collections, drawing questions within each."""
    random = np.random.default_rng(seed)
    drawn = np.zeros(_RESAMPLES)
    gain = 0.0
    for name in other:
        differences = np.asarray(one[name]) - np.asarray(other[name])
        gain += float(differences.mean()) / len(other)
        size = len(differences)
        drawn += differences[random.integers(0, size, size=(_RESAMPLES, size))].mean(axis=1) / len(other)
    low, high = np.percentile(drawn, (2.5, 97.5))
    return gain, float(low), float(high)


def _cost(peer: str, cost: Mapping[str, Mapping[str, float]]) -> list[Measurement]:
    """Quoth's own, and a peer's as ratios to them: above 1 means that the peer takes more."""
    own = cost.get("quoth")
    if own is None or not cost[peer]:
        return []
    if peer != "quoth":
        return [Measurement(f"{peer}_{name}_ratio", cost[peer][name] / own[name]) for name in _COSTS if own[name] > 0]
    return [
        Measurement("texts", own["texts"]),
        Measurement("quoth_build_per_s", own["texts"] / own["build_s"]),
        Measurement("quoth_bytes_per_text", own["bytes"] / own["texts"]),
        *(Measurement(f"quoth_{name}", own[name]) for name in ("p50_ms", "p95_ms", "memory_mb")),
    ]


def _mean(by_collection: Mapping[str, Sequence[float]]) -> float:
    return float(np.mean([np.mean(values) for values in by_collection.values()]))
