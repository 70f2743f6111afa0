"""How a judge fares on published sets of claims and evidence, beside the judge set: HealthVer and SciFact.

Neither ships with quoth, and neither decides whether a judge is good enough: their claims are not sentences about spans
of a page. They are measured at the threshold that the judge set gave, in the form in which they were published.
Sources: Sarrouti et al., Findings of EMNLP 2021 (HealthVer); Wadden et al., EMNLP 2020 (SciFact),
doi:10.18653/v1/2020.emnlp-main.609.
"""

import csv
import gzip
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from quoth.errors import BadFile
from quoth.llm import Judge
from quoth.pipeline.judging import Besides, Pair, lower_bound

__all__ = ["healthver_pairs", "measure_besides", "scifact_pairs", "scifact_pairs_of"]

_KINDS = {"neutral": "not borne", "refutes": "contradicted"}
_LABELS = {"SUPPORT": "", "SUPPORTS": "", "CONTRADICT": "contradicted", "REFUTES": "contradicted"}
_LARGEST_BYTES = 200_000_000


def healthver_pairs(file: Path) -> tuple[Pair, ...]:
    """Claims of HealthVer, each with its evidence: a claim is borne where the evidence supports it.

    Args:
        file: `healthver_dev.csv` and its like, or the same fields as a JSON object a line; gzipped or not.

    Raises:
        BadFile: it has no such fields, or a label that is none.
    """
    lines = _text(file)
    rows: Iterable[Mapping[str, Any]]
    rows = csv.DictReader(io.StringIO(lines)) if ".csv" in file.suffixes else _json_lines(lines, file)
    return tuple(_healthver_pair(row, file, number) for number, row in enumerate(rows, start=1))


def scifact_pairs(folder: Path) -> tuple[Pair, ...]:
    """Claims of SciFact, each with the sentences that bear or contradict it, or a whole abstract that does neither.

    Args:
        folder: with `corpus.jsonl` and `claims_dev.jsonl` or `claims_train.jsonl`, gzipped or not; dev where both are
            there. The test claims carry no labels.

    Raises:
        BadFile: a file is missing, or is not of this form.
    """
    corpus, claims = _first(folder, "corpus.jsonl"), _first(folder, "claims_dev.jsonl", "claims_train.jsonl")
    try:
        abstracts = {str(row["doc_id"]): tuple(map(str, row["abstract"])) for row in _json_lines(_text(corpus), corpus)}
        return tuple(scifact_pairs_of(abstracts, _json_lines(_text(claims), claims)))
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as fault:
        raise BadFile(f"The folder '{folder}' does not hold SciFact in the form in which it was published.") from fault


def scifact_pairs_of(abstracts: Mapping[str, Sequence[str]], claims: Iterable[Mapping[str, Any]]) -> Iterator[Pair]:
    """The pairs of claims whose evidence names documents, sentences and labels; claims on absent documents are none.

    Args:
        abstracts: the sentences of each document, by its id.
        claims: as published, `evidence` by document with lists of `sentences` and a `label`.
    """
    for row in claims:
        claim = str(row["claim"])
        for document, rationales in row["evidence"].items():
            for rationale in rationales:
                said = " ".join(abstracts[str(document)][at] for at in rationale["sentences"])
                kind = _LABELS[rationale["label"]]
                yield Pair(f"scifact-{document}", said, claim, not kind, kind)
        if not row["evidence"]:
            for document in map(str, row["cited_doc_ids"]):
                if document in abstracts:
                    yield Pair(f"scifact-{document}", " ".join(abstracts[document]), claim, False, "not borne")


def measure_besides(
    judge: Judge,
    name: str,
    pairs: Sequence[Pair],
    *,
    threshold: float,
    most: int,
    seconds_each: float,
    say: Callable[[int, int], None] = lambda _done, _total: None,
) -> Besides:
    """What the judge lets in of a published set, at the threshold that the judge set gave.

    Args:
        judge: as it will judge.
        name: of the set.
        pairs: all of them; a draw that is the same each time is asked about.
        threshold: least confidence that lets a sentence in.
        most: how many pairs are asked about.
        seconds_each: for one pair.
        say: told how many pairs are done, and of how many.
    """
    asked = pairs if len(pairs) <= most else Random(name).sample(pairs, most)  # noqa: S311 - a draw, no secret
    let_in = rightly = unanswered = 0
    for number, pair in enumerate(asked, start=1):
        sure = judge.confidence(pair.span, pair.sentence, deadline_s=seconds_each)
        unanswered += sure is None
        if sure is not None and sure >= threshold:
            let_in += 1
            rightly += pair.borne
        say(number, len(asked))
    borne = sum(pair.borne for pair in asked)
    return Besides(
        name=name,
        pairs=len(asked),
        borne=borne,
        let_in=let_in,
        rightly=rightly,
        unanswered=unanswered,
        recall=rightly / borne if borne else 0.0,
        recall_low=lower_bound(rightly, borne),
        precision=rightly / let_in if let_in else 0.0,
        precision_low=lower_bound(rightly, let_in),
    )


def _healthver_pair(row: Mapping[str, Any], file: Path, number: int) -> Pair:
    try:
        evidence, claim, label = str(row["evidence"]), str(row["claim"]), str(row["label"]).strip().lower()
        kind = "" if label == "supports" else _KINDS[label]
    except (KeyError, TypeError) as fault:
        expected = "Expected evidence, claim and label, which is Supports, Refutes or Neutral."
        raise BadFile(f"Row {number} is none of HealthVer's ({file.name}). {expected}") from fault
    return Pair(f"healthver-{row.get('id', number)}", evidence, claim, not kind, kind)


def _first(folder: Path, *names: str) -> Path:
    for name in names:
        for file in (folder / name, folder / f"{name}.gz"):
            if file.is_file():
                return file
    raise BadFile(f"The folder '{folder}' holds no {' or '.join(names)}. Name the folder that SciFact was unpacked to.")


def _text(file: Path) -> str:
    """The whole text of a file, gzipped or not, up to a size that no published set comes near."""
    try:
        with gzip.open(file, "rb") if file.suffix == ".gz" else file.open("rb") as source:
            whole = source.read(_LARGEST_BYTES + 1)
        if len(whole) > _LARGEST_BYTES:
            raise BadFile(f"'{file}' is larger than {_LARGEST_BYTES:,} bytes: that is no published set of claims.")
        return whole.decode("utf-8-sig")
    except (OSError, EOFError, UnicodeDecodeError) as fault:
        raise BadFile(f"'{file}' cannot be read: {fault}.") from fault


def _json_lines(text: str, file: Path) -> Iterator[Mapping[str, Any]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as fault:
                raise BadFile(f"Line {number} is no JSON ({file.name}).") from fault
            if not isinstance(row, dict):
                raise BadFile(f"Line {number} is no JSON object ({file.name}).")
            yield row
