# ruff: noqa: T201 - a script prints its figures
"""How well randomised trials are told from title and abstract alone: `python training/trial_eval.py DATA`.

Three sets: a MEDLINE file whose publication types are the labels, an Ovid file of records that a sensitive filter took
for trials (what remains is hard: plans, reports about trials), and Evidence Inference, where every article is a trial.
Publication types are hidden from the rules. A plan of a trial is a trial by its type and a protocol to us, so recall is
given with and without plans.
"""

import gzip
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from Bio import Medline

from quoth.evidence.study.design import study_design
from quoth.model import Design, Record, RecordId

__all__ = ["Reading", "TrialFigures", "evidence_inference", "measure_trials", "medline", "ovid"]

_TYPE = "Randomized Controlled Trial"
_OVID_LINE = re.compile(r"(\w+)\s+- (.*)")


@dataclass(frozen=True, slots=True)
class Reading:
    """A title, an abstract, and whether the database calls the report a randomised trial."""

    title: str
    abstract: str
    is_trial: bool


@dataclass(frozen=True, slots=True)
class TrialFigures:
    """Shares between 0 and 1. `recall_with_plans` counts trials that are read as protocols as found."""

    records: int
    trials: int
    precision: float
    recall: float
    recall_with_plans: float


def measure_trials(readings: Iterable[Reading]) -> TrialFigures:
    """Read the design of each without its publication types and compare."""
    pairs = [(_design(reading), reading.is_trial) for reading in readings]
    said = sum(design is Design.RCT for design, _ in pairs)
    right = sum(design is Design.RCT and truth for design, truth in pairs)
    planned = sum(design is Design.PROTOCOL and truth for design, truth in pairs)
    trials = sum(truth for _, truth in pairs)
    return TrialFigures(
        len(pairs), trials, right / max(1, said), right / max(1, trials), (right + planned) / max(1, trials)
    )


def medline(data: Path) -> Iterator[Reading]:
    """1,000 records of MEDLINE."""
    file = data / "medline_ris" / "robotsearch_pubmed_1000.medline.txt"
    with file.open(encoding="utf-8", errors="replace") as lines:
        for record in Medline.parse(lines):
            yield Reading(record.get("TI", ""), record.get("AB", ""), _TYPE in record.get("PT", []))


def ovid(data: Path) -> Iterator[Reading]:
    """1,178 records of an Ovid export that a filter took for trials."""
    text = (data / "medline_ris" / "robotsearch_ovid_filtered.txt").read_text(encoding="utf-8", errors="replace")
    for block in re.split(r"\n\s*\n", text):
        fields: dict[str, list[str]] = {}
        for line in block.splitlines():
            if match := _OVID_LINE.match(line):
                fields.setdefault(match[1], []).append(match[2].strip())
        if "TI" in fields:
            yield Reading(fields["TI"][0], " ".join(fields.get("AB", [])), _TYPE in fields.get("PT", []))


def evidence_inference(data: Path) -> Iterator[Reading]:
    """The structured abstracts of Evidence Inference, each of a trial (some on animals, some planned)."""
    folder = data / "evidence_inference"
    rows = (folder / "articles.tsv").read_text(encoding="utf-8").splitlines()[1:]
    titles = {row.split("\t")[0]: row.split("\t")[-1] for row in rows}
    with gzip.open(folder / "structured_abstract_sections.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            text = " ".join(section["text"] for section in article["sections"])
            yield Reading(titles.get(f"PMC{article['pmcid']}", ""), text, True)


def _design(reading: Reading) -> Design:
    return study_design(Record(id=RecordId("r"), title=reading.title), reading.abstract).design


if __name__ == "__main__":
    for read in (medline, ovid, evidence_inference):
        print(read.__name__, measure_trials(read(Path(sys.argv[1]))))
