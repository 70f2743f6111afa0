"""Whether what is read as the smallest difference that matters is one: a sample that a person read.

The sample holds places and hashes of sentences, never their words. What was read as wrong and is no longer said does
not count: the precision is that of what is said now, on what was drawn.
"""

import tarfile
import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import msgspec

from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.samples import hash_of, load_sample
from quoth.bench.statistics import mean_with_interval
from quoth.evidence.study.minimal_difference import minimal_differences
from quoth.model import Report
from quoth.sources import read
from quoth.text import sentences

__all__ = ["Parameters", "StatedDifference", "measure"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Which archive of full texts, below the data folder, and which sample, below the bench folder."""

    file: str = "evidence_inference/nxml_cc-by_cc0.tar.xz"
    sample: str = "samples/minimal-differences.yaml"


class StatedDifference(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One stated difference that a person read: its place in the sentence with this hash, in characters."""

    source: str
    sha256: str
    start: int
    end: int
    right: bool


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """The share of what is said that is right, and of what was right that is still said."""
    items = load_sample(bench.places.bench / parameters.sample, StatedDifference)
    held = _sentences(bench.places.data / parameters.file, {item.source for item in items})
    said = [item for item in items if (item.start, item.end) in _places(held[item.sha256])]
    right = [float(item.right) for item in said]
    kept = sum(item.right for item in said) / max(1, sum(item.right for item in items))
    return Measured(
        (
            mean_with_interval("precision", right, seed=bench.seed),
            Measurement("right_ones_said", kept, n=sum(item.right for item in items)),
        ),
        (f"{len(items)} were drawn and read; {len(items) - len(said)} of them are not said now.",),
    )


def _places(sentence: str) -> set[tuple[int, int]]:
    return {(figure.start, figure.end) for figure in minimal_differences(sentence)}


def _sentences(archive: Path, sources: Collection[str]) -> dict[str, str]:
    """The sentences of these articles, by the first digits of their hash."""
    found: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder, tarfile.open(archive) as articles:
        for member in articles:
            name = PurePosixPath(member.name).name
            data = articles.extractfile(member) if name.split(".")[0] in sources else None
            if data is not None:
                file = Path(folder) / name
                file.write_bytes(data.read())
                for sentence in _of_article(file):
                    found[hash_of(sentence)] = sentence
    return found


def _of_article(file: Path) -> Iterator[str]:
    for item in read(file):
        for rendition in item.renditions if isinstance(item, Report) else ():
            yield from (rendition.text[start:end] for start, end in sentences(rendition.text))
