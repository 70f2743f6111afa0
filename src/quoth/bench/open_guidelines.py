"""A hospital's own library: the open guidelines taken in as files beside the starter library, and a key asked of it.

The other keys ask the starter library, which was written for the product. Here the documents come as they would from
a shelf: pages with title, issuer and year beside them, read by the product's own ingest, with nobody looking through
what it found.
"""

import hashlib
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quoth.bench.guidelines import load_guidelines, write_documents
from quoth.bench.libraries import opened_library
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.open_key import Verdict, judge_page, load_open_key
from quoth.bench.statistics import mean_with_interval
from quoth.errors import BadFile
from quoth.model import Reason
from quoth.pipeline import Parts, ask, ingest

__all__ = ["Parameters", "figures_of", "measure", "take_in"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Which guidelines, below the data folder, and which key, a file of the repository."""

    key: str
    file: str = "ngc_guidelines/guidelines_open.jsonl.gz"


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """What leads, what is on the page and what is refused, on a fresh library of all documents."""
    key = load_open_key(bench.places.repository / parameters.key)
    verdicts: list[Verdict] = []
    with tempfile.TemporaryDirectory() as folder, opened_library(Path(folder) / "home", bench=bench) as parts:
        documents = take_in(bench.places.data / parameters.file, Path(folder), parts)
        bench.say(f"{len(documents)} documents taken in, {len(parts.index):,} units")
        for number, asked in enumerate(key, start=1):
            verdicts.append(judge_page(asked, ask(asked.question, parts).page, documents))
            if number % 20 == 0:
                bench.say(f"{number} of {len(key)} asked, {sum(one.holds for one in verdicts)} hold")
    return Measured(figures_of(verdicts, seed=bench.seed), tuple(v.line() for v in verdicts if not v.holds))


def figures_of(verdicts: list[Verdict], *, seed: int) -> tuple[Measurement, ...]:
    """The shares: of questions that have an answer, of those that must be refused, and of all."""
    answerable = [one for one in verdicts if not one.asked.refuse]
    beyond = [one for one in verdicts if one.asked.refuse]
    needless = [one.refused not in (None, Reason.CHECK_FAILED) for one in answerable]
    return (
        mean_with_interval("leads", [float(one.leads) for one in answerable], seed=seed),
        mean_with_interval("first", [float(one.first) for one in answerable], seed=seed),
        mean_with_interval("on_page", [float(one.on_page) for one in answerable], seed=seed),
        mean_with_interval("within_reach", [float(one.within_reach) for one in answerable], seed=seed),
        mean_with_interval("refused_needlessly", [float(one) for one in needless], seed=seed),
        mean_with_interval("refused", [float(one.holds) for one in beyond], seed=seed),
        mean_with_interval("led_by_wrong", [float(one.led_by_wrong) for one in verdicts], seed=seed),
        Measurement(
            "checker_refused", float(sum(one.refused is Reason.CHECK_FAILED for one in verdicts)), n=len(verdicts)
        ),
    )


def take_in(file: Path, folder: Path, parts: Parts) -> Mapping[str, str]:
    """Ingest every guideline as a file. Gives its name in the library -> its id."""
    shelf = folder / "shelf"
    shelf.mkdir()
    written = write_documents(load_guidelines(file), shelf)
    report = ingest(list(written), parts)
    left_out = [one.file for one in report.files if one.status != "done" or one.refused]
    if left_out:
        raise BadFile(
            f"{len(left_out)} guidelines were not taken in ({Path(left_out[0]).name} first). Ingest it alone."
        )
    return {f"document/{_hash(page)}": guideline.id for page, guideline in written.items()}


def _hash(page: Path) -> str:
    """As the library names a document that has neither DOI nor PMID."""
    return hashlib.sha256(page.read_bytes()).hexdigest()[:16]
