"""How many printed intervals and p values are read as figures, on the results of open trial abstracts.

Counted where the words stand: of every mention of a confidence interval, the share inside a figure with both ends; of
every printed p value, the share inside a figure that has it. Some mentions print no interval ("intervals were
calculated"), so the first share is a lower bound.
"""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.evidence.study.figures import figures
from quoth.model import Figure
from quoth.text import sentences

__all__ = ["Parameters", "measure"]

_INTERVAL = re.compile(r"\b(?:95|90|99)(?:\.\d)? ?%[ -]?(?:CI|confidence intervals?)|\bCI\b|\bCrI\b")
_P = re.compile(r"\b[Pp](?:[ -]?values?)?\s?[=<>≤≥]\s?0?[.·]?\d")
_RESULTS = re.compile(r"result|finding", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parameters:
    """Which file, below the data folder."""

    file: str = "evidence_inference/structured_abstract_sections.jsonl.gz"


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Shares of printed intervals and p values that are read."""
    intervals = intervals_read = values = values_read = 0
    for sentence in _sentences(bench.places.data / parameters.file):
        found = figures(sentence)
        for match in _INTERVAL.finditer(sentence):
            intervals += 1
            intervals_read += any(_holds(f, match.start()) and f.low is not None for f in found)
        for match in _P.finditer(sentence):
            values += 1
            values_read += any(_holds(f, match.start()) and f.p is not None for f in found)
    return Measured(
        (
            Measurement("intervals_read", intervals_read / max(1, intervals), n=intervals),
            Measurement("p_values_read", values_read / max(1, values), n=values),
        ),
        (
            "28 of the missed mentions were drawn and read: 9 print no interval, so about 94% of printed intervals are "
            "read; the rest are currencies, ends that are not numbers, and lists that share one label.",
        ),
    )


def _holds(figure: Figure, place: int) -> bool:
    return figure.start <= place < figure.end


def _sentences(path: Path) -> Iterator[str]:
    """The sentences of the sections that are results."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            for section in json.loads(line)["sections"]:
                if any(
                    _RESULTS.search(str(section.get(key) or "")) for key in ("label", "nlm_category", "role", "title")
                ):
                    text = section["text"]
                    yield from (text[start:end] for start, end in sentences(text))
