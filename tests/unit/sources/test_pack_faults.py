"""A pack with faults is refused with all of them, each with its record, field and line."""

from pathlib import Path

import pytest

from quoth.errors import BadFile, BadPack, HostileFile
from quoth.sources import Limits
from tests.unit.sources.source_factories import items, pack


def faults(folder: Path, text: str) -> list[str]:
    """The faults of a pack."""
    with pytest.raises(BadPack) as refused:
        items(folder, text, "mypack.yaml")
    return list(refused.value.faults)


def test_all_faults_are_told_at_once_with_their_places(tmp_path: Path) -> None:
    """Whoever writes a pack mends it in one go."""
    records = """\
  - id: a
    type: trial
    title: T
    recommendations:
      - {text: Offer it., action: maybe, interventions: [exercices]}
    superseded_by: zzz
  - {id: a, type: rct, title: "", colour: red, year: soon}
"""
    found = faults(tmp_path, pack(records))

    assert found == [
        "records[0] 'a' field type: 'trial' is not known. Known: guideline, consensus, network-meta-analysis, "
        "meta-analysis, systematic-review, rct, cohort, case-control, cross-sectional, case-series, case-report, "
        "narrative-review, editorial, protocol, animal, other (line 17).",
        "records[0] 'a' field recommendations[0].action: 'maybe' is not known. Known: do, consider, do not, uncertain "
        "(line 20).",
        "records[0] 'a' field recommendations[0].interventions[0]: 'exercices' is not declared as a concept of kind "
        "intervention of this pack. Did you mean 'exercise'? (line 20).",
        "records[0] 'a' field superseded_by: 'zzz' is no record of this pack (line 21).",
        "records[1] 'a' field title: is empty; leave the field out or write something (line 22).",
        "records[1] 'a' field year: 'soon' is not a whole number (line 22).",
        "records[1] 'a' field colour: is not a field of a pack. Known here: authors, comparators, conclusion, "
        "conditions, doi, doubts, figures_usable, funding, id, indirect, interventions, issue, issuer, journal, "
        "key_results, language, licence, n_participants, n_studies, outcomes, pages, pmcid, pmid, population, "
        "recommendations, retraction, seen, superseded_by, title, title_verified, type, url, volume, withdrawn, year "
        "(line 22).",
        "records[1] 'a' field id: 'a' stands twice; it is first used by records[0] (line 22).",
    ]


@pytest.mark.parametrize(
    ("records", "more", "fault"),
    [
        ("  - {id: a, type: rct, title: T, pmid: PMC12}\n", "", "field pmid: 'PMC12' is not a PubMed id"),
        ("  - {id: a, type: rct, title: T, doi: www.doi}\n", "", "field doi: 'www.doi' is not a DOI"),
        ("  - {id: differences, type: rct, title: T}\n", "", "is kept for the pack's differences"),
        ("  - {id: a, type: rct, title: T, superseded_by: a}\n", "", "leads back to this record"),
        (
            "  - {id: a, type: rct, title: T, interventions: [training]}\n",
            "",
            "It is a synonym of 'exercise': use that",
        ),
        (
            "  - {id: a, type: rct, title: T, conditions: [exercise]}\n",
            "",
            "not declared as a concept of kind condition",
        ),
        ("  - {type: rct, title: T}\n", "", "records[0] field id: is missing"),
        ("  - {id: a, type: rct}\n", "", "records[0] 'a' field title: is missing"),
        ("  - just words\n", "", "records[0]: 'just words' is not a mapping"),
        ("", "differences: [{point: P, records: [x]}]\n", "differences[0] field records[0]: 'x' is no record"),
        ("", "glossary: [{term: A, definition: B}, {term: a, definition: C}]\n", "'a' stands twice"),
        ("", "rendition: quoted\n", "field rendition: 'quoted' is not known. Known: summary, verbatim"),
    ],
)
def test_a_fault_is_told_in_words_that_help(tmp_path: Path, records: str, more: str, fault: str) -> None:
    """Each fault says what is wrong and what is known."""
    assert any(fault in line for line in faults(tmp_path, pack(records, more=more)))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("quoth_pack: 1\ntitle: A\ntitle: B\n", "line 3: the name 'title' stands twice"),
        ("quoth_pack: 1\ntitle: [a\n", "not valid YAML"),
        ("quoth_pack: 1\n---\nquoth_pack: 1\n", "a second document begins here"),
        ("quoth_pack: 1\n<<: {a: 1}\n", "merge keys"),
        ("quoth_pack: 1\n? [a]\n: b\n", "stands where a name was expected"),
        ('quoth_pack: 1\ntitle: "\\ud800"\n', "not valid YAML"),
    ],
)
def test_yaml_that_says_two_things_is_a_fault(tmp_path: Path, text: str, reason: str) -> None:
    """Of two values under one name none is taken silently."""
    assert any(reason in line for line in faults(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("quoth_pack: 1\ntitle: Heel: a test\n", "line 2: not valid YAML: mapping values are not allowed"),
        ("quoth_pack: 1\ntitle: Heel: a test\n", "stands in quotes"),
        ("quoth_pack: 1\nrecords:\n\t- id: a\n", "Indent with spaces"),
        ("quoth_pack: 1\nrecords:\n  - id: a\n   title: b\n", "in the same column"),
        ('quoth_pack: 1\ntitle: "open\neditor: me\n', "(in what begins in line 2). A quote was opened"),
        ("quoth_pack: 1\ntitle: @home\n", "quote a value that begins with @"),
    ],
)
def test_a_slip_of_yaml_is_told_with_its_usual_cause(tmp_path: Path, text: str, hint: str) -> None:
    """Who writes a pack by hand knows little of YAML: a parser's words are no help alone."""
    assert any(hint in line for line in faults(tmp_path, text))


@pytest.mark.parametrize(
    "text",
    [
        "quoth_pack: 1\ntitle: !!python/object/apply:os.system [ls]\n",
        "quoth_pack: 1\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9)),
        "quoth_pack: 1\ntitle: &a [*a]\n",
        "quoth_pack: 1\ntitle: " + "[" * 5000 + "]" * 5000 + "\n",
    ],
    ids=["python tag", "alias bomb", "cycle", "depth"],
)
def test_hostile_yaml_is_refused(tmp_path: Path, text: str) -> None:
    """Objects, bombs, cycles and bottomless nesting have no place in a pack."""
    with pytest.raises(HostileFile, match="not safe to read"):
        items(tmp_path, text, "pack.yaml")


def test_a_pack_beyond_its_limit_is_refused(tmp_path: Path) -> None:
    """A pack is text that a person wrote."""
    with pytest.raises(HostileFile, match="more than a guideline pack may be"):
        items(tmp_path, pack() + "#" * 5000, limits=Limits(pack_bytes=4000))


def test_a_pack_that_is_not_text_says_where(tmp_path: Path) -> None:
    """A pack saved in another encoding is not guessed at: a guessed word may be a wrong dose."""
    with pytest.raises(BadFile, match=r"is not utf-8 text \(line 5\)"):
        items(tmp_path, pack().replace("Ward 3", "Ward \u00fc").encode("latin-1"))
