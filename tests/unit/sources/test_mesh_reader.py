"""MeSH becomes words: conditions, interventions, populations, with their entry terms and what is above them."""

from pathlib import Path

import pytest

from quoth.errors import BadFile
from quoth.model import Concept, ConceptKind
from quoth.sources.mesh import kind_of_tree_number
from tests.unit.sources.source_factories import items, refusals, words

TABLE = (
    "DescriptorUI\tDescriptorName\tTermName\ttree_location\tcats\n"
    "D1\tjoint diseases\tjoint diseases\tC05.550\tDiseases\n"
    "D2\tknee pain\tknee pain\tC05.550.700\tDiseases\n"
    "D2\tknee pain\tpain, knee\tC05.550.700\tDiseases\n"
    "D3\tcohort studies\tcohort studies\tE05.318\tTechniques\n"
    "D4\tknee\tknee\tA01.378\tAnatomy\n"
    "D5\tathletes\tathletes\tM01.072\tNamed Groups\n"
)
XML = """<?xml version="1.0"?><!DOCTYPE DescriptorRecordSet SYSTEM "https://x/desc.dtd">
<DescriptorRecordSet LanguageCode="eng">
<DescriptorRecord><DescriptorUI>D1</DescriptorUI><DescriptorName><String>Joint Diseases</String></DescriptorName>
<TreeNumberList><TreeNumber>C05.550</TreeNumber></TreeNumberList></DescriptorRecord>
<DescriptorRecord><DescriptorUI>D2</DescriptorUI><DescriptorName><String>Knee Pain</String></DescriptorName>
<TreeNumberList><TreeNumber>C05.550.700</TreeNumber></TreeNumberList>
<ConceptList><Concept><TermList><Term><String>Knee Pain</String></Term>
<Term><String>Pain, Knee</String></Term></TermList>
</Concept></ConceptList></DescriptorRecord></DescriptorRecordSet>"""


def test_a_table_of_terms_becomes_concepts(tmp_path: Path) -> None:
    """Methods of research and anatomy are none of ours; the edition is in the pack's name."""
    found = words(items(tmp_path, TABLE, "mesh2021_terms.tsv", packed=True))

    assert (found.pack, found.version, found.topic) == ("mesh-2021", "2021", None)
    assert found.concepts == (
        Concept("joint diseases", ConceptKind.CONDITION, mesh="joint diseases", origin="MeSH 2021"),
        Concept(
            "knee pain",
            ConceptKind.CONDITION,
            clinical=("pain, knee",),
            broader=("joint diseases",),
            mesh="knee pain",
            origin="MeSH 2021",
        ),
        Concept("athletes", ConceptKind.POPULATION, mesh="athletes", origin="MeSH 2021"),
    )


def test_nlms_own_xml_becomes_the_same_words(tmp_path: Path) -> None:
    """Entry terms are synonyms, parents in the tree are broader."""
    found = words(items(tmp_path, XML, "desc2026.xml"))

    assert [(c.name, c.clinical, c.broader) for c in found.concepts] == [
        ("Joint Diseases", (), ()),
        ("Knee Pain", ("Pain, Knee",), ("Joint Diseases",)),
    ]


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("C05", ConceptKind.CONDITION),
        ("F03.1", ConceptKind.CONDITION),
        ("F01", None),
        ("D03", ConceptKind.INTERVENTION),
        ("E02.779", ConceptKind.INTERVENTION),
        ("E05.318", None),
        ("M01.060", ConceptKind.POPULATION),
        ("N02", None),
    ],
)
def test_the_place_in_the_tree_decides_the_kind(number: str, kind: ConceptKind | None) -> None:
    """C and F03 are diseases, D and E treatments, M01 persons."""
    assert kind_of_tree_number(number) is kind


def test_a_table_without_tree_numbers_is_refused(tmp_path: Path) -> None:
    """Without them nothing tells a disease from a drug."""
    with pytest.raises(BadFile, match="lacks a column"):
        items(tmp_path, "mesh_id\tmesh_name\nD1\tKnee\n")


def test_a_short_row_is_refused_alone(tmp_path: Path) -> None:
    """The rest goes on."""
    found = items(tmp_path, TABLE + "D9\tbroken\n", "mesh2021.tsv")

    assert refusals(found)[0].place == "line 8"
    assert len(words(found).concepts) == 3
