"""Grades attached to their recommendations, on the open guidelines: all stated grades, and a sample read by a person.

The sample holds places in the guidelines' own field and hashes of the words there, never the words: where the grade
stands and from where to where the recommendation runs that it belongs to, as a reader of the text found it.
"""

import bisect
import time
from collections import Counter
from dataclasses import dataclass

import msgspec

from quoth.bench.grade_marks import grade_marks
from quoth.bench.guidelines import OpenGuideline, load_guidelines
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.samples import hash_of, load_sample
from quoth.bench.statistics import mean_with_interval
from quoth.errors import BadFile
from quoth.evidence import propose
from quoth.model import Extent, Proposal

__all__ = ["Parameters", "SampleItem", "measure"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Which guidelines, below the data folder, and which sample, below the bench folder."""

    file: str = "ngc_guidelines/guidelines_open.jsonl.gz"
    sample: str = "samples/recommendations.yaml"


class SampleItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One grade that a person read: offsets into the guideline's field of recommendations, in characters."""

    guideline: str
    grade: tuple[int, int]
    statement: tuple[int, int]
    sha256: str
    """First 16 digits over the letters and figures of statement and grade: the data is what was read."""


@dataclass(frozen=True, slots=True)
class _Read:
    """One guideline with what the product found in it, and its letters as a common ruler of both texts."""

    guideline: OpenGuideline
    proposals: tuple[Proposal, ...]
    in_words: tuple[int, ...]
    in_text: tuple[int, ...]

    def letters(self, start: int, end: int) -> tuple[int, int]:
        """Places in the field as counts of letters and figures."""
        return bisect.bisect_left(self.in_words, start), bisect.bisect_left(self.in_words, end)

    def of(self, extent: Extent | None) -> tuple[int, int] | None:
        """An extent of the stored text as counts of letters and figures."""
        if extent is None:
            return None
        return bisect.bisect_left(self.in_text, extent.start), bisect.bisect_left(self.in_text, extent.end)


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Shares of stated grades that were attached, and that were attached to the right words."""
    started = time.perf_counter()
    read = {g.id: _read(g) for g in load_guidelines(bench.places.data / parameters.file)}
    seconds = time.perf_counter() - started
    attached: list[float] = []
    by_issuer: Counter[str] = Counter()
    for one in read.values():
        for start, end in grade_marks(one.guideline.words):
            found = _owner(one, start, end) is not None
            attached.append(float(found))
            by_issuer[one.guideline.issuer] += not found
    sample = load_sample(bench.places.bench / parameters.sample, SampleItem)
    right = [float(_is_right(read[item.guideline], item)) for item in sample]
    own_words = [_is_own_words(one, p) for one in read.values() for p in one.proposals if p.annotation.strength]
    missed = ", ".join(f"{name}: {n}" for name, n in by_issuer.most_common() if n) or "none"
    return Measured(
        (
            mean_with_interval("attached_share", attached, seed=bench.seed),
            mean_with_interval("right_share", right, seed=bench.seed),
            Measurement("own_words_share", sum(own_words) / max(1, len(own_words)), n=len(own_words)),
            Measurement("proposals", sum(len(one.proposals) for one in read.values()), n=len(read)),
            Measurement("guidelines_per_s", len(read) / seconds if seconds else 0.0, n=len(read)),
        ),
        (
            "Pages are made from the plain lines of the guidelines' field of recommendations; layouts are not real.",
            f"Grades that were not attached, by issuer: {missed}.",
        ),
    )


def _read(guideline: OpenGuideline) -> _Read:
    words, text = guideline.words, guideline.rendition.text
    ours = tuple(at for at, letter in enumerate(text) if letter.isalnum())
    theirs = tuple(at for at, letter in enumerate(words) if letter.isalnum())
    return _Read(guideline, propose(guideline.rendition, guideline.record), theirs, ours)


def _owner(read: _Read, start: int, end: int) -> Proposal | None:
    """The proposal that has this grade of the field as its strength or certainty."""
    low, _ = read.letters(start, end)
    for proposal in read.proposals:
        for extent in (proposal.annotation.strength, proposal.annotation.certainty):
            place = read.of(extent)
            if place and place[0] <= low < place[1]:
                return proposal
    return None


def _is_right(read: _Read, item: SampleItem) -> bool:
    """Whether the grade went to the very words that the reader marked."""
    if _hash(read.guideline.words, item) != item.sha256:
        raise BadFile(f"Guideline {item.guideline!r} is not the one that the sample was read in. Fetch the data again.")
    proposal = _owner(read, *item.grade)
    return proposal is not None and read.of(proposal.annotation.statement) == read.letters(*item.statement)


def _is_own_words(read: _Read, proposal: Proposal) -> bool:
    """Whether the strength that is shown stands, letter for letter, in the issuer's text."""
    extent = proposal.annotation.strength
    text = read.guideline.rendition.text
    return extent is not None and text[extent.start : extent.end] in read.guideline.words


def _hash(words: str, item: SampleItem) -> str:
    said = (words[item.statement[0] : item.statement[1]], words[item.grade[0] : item.grade[1]])
    return hash_of("\n".join("".join(c for c in part if c.isalnum()) for part in said))
