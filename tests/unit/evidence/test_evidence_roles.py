"""A sentence's role comes from its section's label, else from the shipped model, read safely."""

import os
import sys
import time
from pathlib import Path

import pytest

from quoth.errors import LibraryDamaged
from quoth.evidence import ChainRoles, CueRoles, load_roles
from quoth.evidence.role_model.role_features import FEATURES_VERSION
from quoth.evidence.role_model.role_file import RoleWeights, pack_weights, unpack_weights
from quoth.evidence.role_model.role_headings import role_of_heading
from quoth.evidence.role_model.roles import roles_of
from quoth.model import Form, Section, SectionRole
from tests.unit.evidence.evidence_factories import candidate, labelled, passages, record, rendition

ROOT = Path(__file__).parents[3]
DATA = Path(os.environ.get("QUOTH_DATA", ROOT.parent / "shared" / "data"))

HEADINGS = [
    ("RESULTS:", SectionRole.RESULTS),
    ("Patients and Methods", SectionRole.METHODS),
    ("PURPOSE", SectionRole.OBJECTIVE),
    ("FINDINGS", SectionRole.RESULTS),
    ("Interpretation", SectionRole.CONCLUSION),
    ("Authors’ conclusions", SectionRole.CONCLUSION),
    ("3. Results", SectionRole.RESULTS),
    ("Background & Aims", SectionRole.OBJECTIVE),
    ("Major Recommendations", SectionRole.RECOMMENDATIONS),
    ("Funding", SectionRole.OTHER),
    ("Discussion", None),
    ("Taping", None),
    ("", None),
]


@pytest.mark.parametrize(("heading", "role"), HEADINGS)
def test_a_heading_says_what_its_section_is_for(heading: str, role: SectionRole | None) -> None:
    """A heading that is not in the table says nothing."""
    assert role is role_of_heading(heading)


def test_a_label_is_believed_without_asking_the_model() -> None:
    """What the source says of its sections is certain."""
    hit = candidate(
        record(), labelled((SectionRole.RESULTS, "Knee pain is common."), (SectionRole.METHODS, "It fell."))
    )

    labels = roles_of(hit.rendition, passages(hit), CueRoles())

    assert [(SectionRole.RESULTS, 1.0), (SectionRole.METHODS, 1.0)] == [(x.role, x.probability) for x in labels]


def test_a_heading_above_speaks_for_the_sections_below() -> None:
    """In a full text "Pain" under "Results" holds results; a section that says nothing holds none."""
    text = "Pain fell by half in both groups.\nWe talked about it."
    sections = (Section(0, 33, "Pain", None, ("Results",)), Section(34, len(text), "Discussion", None))
    hit = candidate(record(), rendition(text, form=Form.FULL_TEXT, sections=sections))

    labels = roles_of(hit.rendition, passages(hit), CueRoles())

    assert [SectionRole.RESULTS, SectionRole.OTHER] == [label.role for label in labels]


ABSTRACT = (
    "Knee pain is common in runners, and its treatment is debated.",
    "The aim of this study was to compare tape with a brace.",
    "Sixty runners were randomly assigned to tape or a brace for six weeks.",
    "Pain was measured on a visual analogue scale at baseline and at six weeks.",
    "Pain fell by 2.1 points with tape and by 1.9 points with the brace (p = 0.43).",
    "No serious adverse events occurred in either group.",
    "In conclusion, tape and braces appear to be equally useful for runners with knee pain.",
)


def test_the_shipped_model_reads_a_plain_abstract() -> None:
    """Background, aim, methods, results and conclusion are told apart without a label."""
    roles = [label.role.value for label in load_roles().label(ABSTRACT)]

    assert ["background", "methods", "methods", "results", "results", "conclusion"] == [roles[0], *roles[2:]]


def test_the_shipped_model_is_small_and_says_where_it_comes_from() -> None:
    """Under two megabytes, with its data and seed in its first line."""
    data = (ROOT / "src" / "quoth" / "data" / "roles.model").read_bytes()

    assert len(data) < 2_000_000
    assert b'"seed": 20261126' in data.partition(b"\n")[0]
    assert "CC BY" in unpack_weights(data).trained_on


def test_a_model_file_survives_the_round_trip() -> None:
    """What is packed is what is read, byte for byte the same each time."""
    weights = RoleWeights(
        ("results", "methods"), ("a", "b c"), bytes([1, 255, 0, 3]), 0.5, ((0.1, -0.2), (0.0, 1.0)), 1, 7, "x"
    )

    assert weights == unpack_weights(pack_weights(weights))
    assert pack_weights(weights) == pack_weights(weights)


def test_a_section_is_begun_before_it_goes_on() -> None:
    """A state that goes on with a section cannot come first, and both states of a role count for it."""
    never, free = -60.0, 0.0
    weights = RoleWeights(
        ("methods", "methods", "results", "results"),
        ("a",),
        bytes([0, 127, 20, 0]),
        0.1,
        (
            (never, free, free, never),
            (never, free, free, never),
            (free, never, never, free),
            (free, never, never, free),
        ),
        FEATURES_VERSION,
        7,
        "x",
    )

    first, second = ChainRoles(weights).label(("a", "a"))

    assert SectionRole.METHODS is ChainRoles(weights).label(("b", "a"))[1].role
    assert SectionRole.RESULTS is ChainRoles(weights).label(("a",))[0].role
    assert SectionRole.METHODS is first.role
    assert SectionRole.METHODS is second.role
    assert first.probability > 0.99


def test_changed_bytes_of_a_model_are_refused() -> None:
    """A damaged model is an error with advice, not a worse answer."""
    data = bytearray((ROOT / "src" / "quoth" / "data" / "roles.model").read_bytes())
    data[-10] ^= 1

    for broken in (bytes(data), b"", b"{}\n", b"\x00" * 100, b'{"quoth_roles": 1, "sha256": ""}\n'):
        with pytest.raises(LibraryDamaged, match="Install quoth again"):
            unpack_weights(broken)


@pytest.mark.parametrize(
    "noise", [("",), ("\x00" * 9_000,), ("pain " * 60_000,), ("", "", ""), ("(" * 9_000, "1" * 9_000)]
)
def test_hostile_sentences_get_a_role(noise: tuple[str, ...]) -> None:
    """Whatever stands in a sentence, it gets one label, with a probability."""
    for model in (load_roles(), CueRoles()):
        labels = model.label(noise)

        assert len(noise) == len(labels)
        assert all(0 < label.probability <= 1 for label in labels)


def test_a_thousand_sentences_take_a_fraction_of_a_second() -> None:
    """Roles are read while a reader waits: far more than two thousand sentences a second, even on a busy machine."""
    model = load_roles()
    began = time.process_time()

    for _ in range(150):
        model.label(ABSTRACT)

    assert time.process_time() - began < 0.5


@pytest.mark.data
def test_roles_of_held_out_abstracts_are_right() -> None:
    """On the fifth of the articles that training never saw, the weighted F1 over five roles is at least 0.915."""
    if not (DATA / "evidence_inference").is_dir():
        pytest.skip(f"no data in {DATA}: set QUOTH_DATA to the folder that holds evidence_inference/")
    pytest.importorskip("scipy", reason="scipy is only needed to train: pip install scipy")
    sys.path.insert(0, str(ROOT / "training"))
    try:
        from role_data import is_held_out, labelled_sections
        from roles import report
    finally:
        sys.path.pop(0)

    held_out = [abstract for abstract in labelled_sections(DATA) if is_held_out(abstract.id)]

    assert report("held out", load_roles(), held_out) >= 0.915


@pytest.mark.data
def test_no_difference_is_right_nearly_always() -> None:
    """Of the spans that a reader sees as "no significant difference", at least 94% are that by the annotators."""
    split = DATA / "splits" / "evidence_inference_v2.jsonl.gz"
    if not split.is_file():
        pytest.skip(f"no data in {DATA}: set QUOTH_DATA to the folder that holds splits/")
    sys.path.insert(0, str(ROOT / "training"))
    try:
        from direction_eval import measure_direction
    finally:
        sys.path.pop(0)

    figures = measure_direction(split)

    assert figures.no_difference_precision >= 0.94
    assert figures.macro_f1 >= 0.65
    assert figures.shown_no_difference_precision >= 0.95
    assert figures.shown_difference_precision >= 0.95
    assert min(figures.shown_no_difference_recall, figures.shown_difference_recall) >= 0.7
