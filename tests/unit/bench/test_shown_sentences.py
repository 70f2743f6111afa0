"""The sample of shown sentences that was read by hand is whole, and its readings are the checker's."""

from pathlib import Path

import yaml

from quoth.bench.meanings import statement_of
from quoth.check import borne_by

SAMPLE = Path(__file__).parents[3] / "bench" / "samples" / "shown-sentences.yaml"


def test_every_sentence_of_the_sample_was_read_and_is_borne() -> None:
    """Two hundred readings; what a reader called borne the checker lets through, and the other way round."""
    rows = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))
    assert len(rows) == 200
    assert len({(row["sentence"], row.get("cited", "")) for row in rows}) == 200
    for row in rows:
        said = row["sentence"].removeprefix(f"{row.get('source')}: ")
        borne = borne_by(said, [statement_of(row.get("cited", row["sentence"]))]) is not None
        assert borne is row["borne"], row
