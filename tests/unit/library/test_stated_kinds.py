"""What a record's entry states of its kind is counted, found and ranked, wherever it states it."""

from dataclasses import replace
from pathlib import Path

import pytest

from quoth.library import keep, units
from quoth.model import Design, stated_design
from quoth.pipeline import browse, rebuild_index
from tests.unit.library.library_factories import report
from tests.unit.pipeline.carried import library

TYPES = (
    (("Journal Article", "Practice Guideline"), Design.GUIDELINE),
    (("Meta-Analysis", "Systematic Review", "Journal Article"), Design.META_ANALYSIS),
    (("Randomized Controlled Trial", "Multicenter Study"), Design.RCT),
    (("JOURNAL ARTICLE", "review"), Design.NARRATIVE_REVIEW),
    (("Journal Article",), None),
    ((), None),
)


@pytest.mark.parametrize(("types", "design"), TYPES)
def test_publication_types_state_a_kind(types: tuple[str, ...], design: Design | None) -> None:
    """The telling ones of several, in any letters; an editor's word goes before them."""
    record = replace(report(pmid="1").record, design=None, publication_types=types)

    assert design is stated_design(record)
    assert Design.COHORT is stated_design(replace(record, design=Design.COHORT))


def test_a_guideline_by_its_publication_type_is_listed_and_indexed_as_one(tmp_path: Path) -> None:
    """Guidance is looked for by its kind: PubMed's has to be among it."""
    with library(tmp_path) as parts:
        for pmid, kind in (("1", "Practice Guideline"), ("2", "Letter")):
            made = report(pmid=pmid, words="Taping helps sore knees. It is cheap.")
            record = replace(made.record, design=None, publication_types=("Journal Article", kind))
            keep(replace(made, record=record), parts.store)
        rebuild_index(parts)
        total, rows = browse(parts, kind="guideline")
        texts = tuple(parts.store.iter_renditions())
        kinds = {unit.kind for text in texts for unit in units(text, parts.store.record(text.record_id))}

    assert (1, ["pmid-1"]) == (total, [record.id for record, _ in rows])
    assert {"guideline", "editorial"} == kinds
