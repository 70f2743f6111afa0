"""What is taken away from one library is found in the next by the same strategy."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from quoth.interop.exports import render_csv, render_ris
from quoth.model import Design, RetractionState, Standing
from quoth.pipeline import Abstracts, Parts, found_records, ingest, run_strategy
from quoth.settings import load_settings
from quoth.wiring import open_parts
from tests.unit.library.library_factories import record

CITATIONS = """\
PMID- 11
TI  - Taping for those at risk of knee pain.
AB  - BACKGROUND: Tape is common. METHODS: We looked for trials. RESULTS: Pain fell by half.
AU  - Smith JA
AU  - Lee K
DP  - 2021
JT  - The journal of knees
TA  - J Knees
PT  - Journal Article
PT  - Review
MH  - *Knee Joint/surgery/*therapy
MH  - Humans
OT  - Humans
OT  - tape
LID - 10.1000/one [doi]

PMID- 12
TI  - A letter on tape.
AU  - Jones B
DP  - 2019
PT  - Letter
MH  - Animals

PMID- 13
TI  - Tape under a limit.
AB  - Nobody may copy all of this.
DP  - 2018
PT  - Journal Article
CI  - All rights reserved; quote 5 words

"""
STRATEGIES = (
    '"at risk"[ti]',
    "half[ab]",
    '"knee joint"[mh] AND humans[mh]',
    "humans[kw]",
    "tape[kw]",
    "surgery[mh]",
    "animals[mh]",
    "review[pt]",
    "letter[pt]",
    "narrative-review[pt]",
    '"smith j"[au]',
    "2019:2021[dp]",
    '"j knees"[ta]',
)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Parts]:
    """Another library, empty."""
    with open_parts(load_settings({}, {"home": str(tmp_path / "other"), "starter": "no"})) as opened:
        yield opened


def filled(parts: Parts, folder: Path) -> Parts:
    """The library with the citations above."""
    file = folder / "three.nbib"
    file.write_text(CITATIONS, encoding="utf-8")
    ingest([file], parts)
    return parts


def test_what_went_out_as_ris_is_found_by_the_same_strategies(empty: Parts, other: Parts, tmp_path: Path) -> None:
    """Abstract, headings with their qualifiers, keywords, types: nothing that can be searched is lost on the way."""
    here = filled(empty, tmp_path)
    rows = found_records(run_strategy("tape OR taping", here), here)
    ris = tmp_path / "found.ris"
    ris.write_bytes(render_ris(rows, Abstracts(here)).encode())
    ingest([ris], other)

    assert 3 == len(rows) == other.store.counts().records
    for strategy in STRATEGIES:
        mine = run_strategy(strategy, here).found
        assert mine, strategy
        assert mine == run_strategy(strategy, other).found, strategy
    for one, _ in rows:
        again = other.store.record(one.id)
        assert (one.mesh, one.keywords, one.publication_types) == (again.mesh, again.keywords, again.publication_types)
        assert (one.ids, one.licence) == (again.ids, again.licence)


def test_an_abstract_whose_licence_limits_quoting_stays_and_is_told(empty: Parts, tmp_path: Path) -> None:
    """The others go out; the list of what a search found is whole."""
    here = filled(empty, tmp_path)
    rows = found_records(run_strategy("tape OR taping", here), here)
    abstracts = Abstracts(here)

    table = {row["pmid"]: row for row in csv.DictReader(StringIO(render_csv(rows, abstracts)))}

    assert "Pain fell by half" in table["11"]["abstract"]
    assert ("", "") == (table["12"]["abstract"], table["13"]["abstract"])
    assert ("Journal Article; Review", "Humans; tape") == (table["11"]["publication_types"], table["11"]["keywords"])
    assert "Knee Joint; Humans" == table["11"]["mesh"]
    assert "1 abstract was left out" in abstracts.told()
    assert "AB  - " not in render_ris(rows)


def test_a_kind_that_an_editor_stated_comes_back_and_no_other_program_states_one(other: Parts, tmp_path: Path) -> None:
    """The custom fields of another program are not mistaken for ours."""
    guideline = record(title="A guideline on knees", design=Design.GUIDELINE, doi="10.1000/guide")
    theirs = "TY  - JOUR\nTI  - Theirs\nC6  - guideline\nC8  - MeSH: Humans\nM3  - Review\nER  - \n"
    file = tmp_path / "both.ris"
    file.write_text(render_ris([(guideline, Standing(RetractionState.NO))]) + theirs, encoding="utf-8")
    ingest([file], other)

    assert 1 == len(run_strategy("guideline[pt]", other).found)
    assert 1 == len(run_strategy("review[pt] AND theirs[ti]", other).found)
    assert () == run_strategy("humans[mh]", other).found
