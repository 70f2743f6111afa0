"""Reading PubMed XML: our records a second beside pubmed-parser's, in turns on the same file, on one processor.

Seconds are of processor time, so that other work on the machine does not count for or against either. The file is
packed, as PubMed gives its files out: pubmed-parser reads no other.
"""

import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, fields
from itertools import islice
from pathlib import Path
from typing import Any

from quoth.bench.child import in_child
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.replicate import replicate
from quoth.bench.statistics import percentile
from quoth.errors import MissingExtra
from quoth.model import Record, Report
from quoth.sources import read

__all__ = ["Parameters", "measure", "take_turns"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """How large the file is, and how often each reader reads it."""

    records_min: int = 30_000
    rounds: int = 3


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Median over the rounds of the ratio within each round; every field that our records carry is stated."""
    try:
        import pubmed_parser
    except ImportError as fault:
        raise MissingExtra("Comparing with pubmed-parser", "bench") from fault
    del pubmed_parser
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "citations.xml.gz"
        written = replicate(bench.places.data / "pubmed_xml", file, records_min=parameters.records_min)
        bench.say(f"{written:,} citations, {file.stat().st_size / 1e6:,.0f} MB packed, {parameters.rounds} rounds")
        arguments = {"file": str(file), "rounds": parameters.rounds}
        found = in_child("quoth.bench.reading:take_turns", arguments, one_core=True).result
        alone = in_child("quoth.bench.reading:ours", {"file": str(file)}, one_core=True)
    ratios = [ours / theirs for ours, theirs in zip(found["ours"], found["theirs"], strict=True)]
    return Measured(
        (
            Measurement("ratio", percentile(ratios, 50), min(ratios), max(ratios), len(ratios)),
            Measurement("records_per_s", percentile(found["ours"], 50)),
            Measurement("peer_records_per_s", percentile(found["theirs"], 50)),
            Measurement("records_read", float(found["records"]), n=written),
            Measurement("peak_mb", alone.peak_mb),
        ),
        (
            "The ratio's interval is that of its lowest and highest round.",
            f"Share of the records that carry each field: {_shares(found['kept'])}.",
            f"pubmed-parser's keys: {', '.join(found['peer_keys'])}.",
        ),
    )


def take_turns(file: str, rounds: int) -> dict[str, Any]:
    """Records a second of both readers, round by round, the first to start changing each time."""
    import pubmed_parser

    keys: list[str] = []

    def theirs() -> int:
        count = 0
        for record in pubmed_parser.parse_medline_xml(file):
            count += 1
            keys[:] = record.keys()
        return count

    next(iter(read(Path(file))), None)  # modules are imported when they are first used: not a reader's time
    next(iter(pubmed_parser.parse_medline_xml(file)), None)
    rates: dict[str, list[float]] = {"ours": [], "theirs": []}
    records = 0
    for number in range(rounds):
        turns: list[tuple[str, Callable[[], int]]] = [("ours", lambda: ours(file)), ("theirs", theirs)]
        for name, turn in turns if number % 2 == 0 else reversed(turns):
            started = time.process_time()
            count = turn()
            rates[name].append(count / (time.process_time() - started))
            records = count if name == "ours" else records
    return {**rates, "records": records, "kept": _kept(file), "peer_keys": sorted(keys)}


def ours(file: str) -> int:
    """How many reports our reader finds. Nothing of them is held."""
    return sum(isinstance(item, Report) for item in read(Path(file)))


def _kept(file: str, sample: int = 1225) -> dict[str, float]:
    """Share of the first records, the originals, that carry each field, and other items beside them."""
    counts: Counter[str] = Counter()
    total = 0
    for item in islice(read(Path(file)), sample * 2):
        if isinstance(item, Report):
            if total == sample:
                break
            total += 1
            counts.update(field.name for field in fields(Record) if getattr(item.record, field.name))
            counts.update("abstract" for _ in item.renditions[:1])
            counts.update({"labelled sections": any(s.heading for r in item.renditions for s in r.sections)})
        else:
            counts[type(item).__name__.lower() + "s (each)"] += 1
    return {name: count / max(1, total) for name, count in counts.items()}


def _shares(kept: dict[str, float]) -> str:
    ordered = sorted(kept.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{name.replace('_', ' ')} {share:.0%}" for name, share in ordered if share)
