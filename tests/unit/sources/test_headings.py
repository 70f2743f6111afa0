"""What a section is for, from its heading."""

import pytest

from quoth.model import SectionRole
from quoth.sources.abstracts import role_of_label
from quoth.sources.headings import role_of_heading


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("RESULTS", SectionRole.RESULTS),
        ("Results:", SectionRole.RESULTS),
        ("3. Results", SectionRole.RESULTS),
        ("III. Materials and Methods", SectionRole.METHODS),
        ("Background & Aims", SectionRole.BACKGROUND),
        ("PATIENTS AND METHODS", SectionRole.METHODS),
        ("Author\u2019s conclusions", SectionRole.CONCLUSION),
        ("Conclusions/Significance", SectionRole.CONCLUSION),
        ("Interpretation (Funded by us)", SectionRole.CONCLUSION),
        ("Recommendations", SectionRole.RECOMMENDATIONS),
        ("Limitations", SectionRole.OTHER),
        ("Methods and Findings", None),
        ("Knees", None),
        ("", None),
    ],
)
def test_a_heading_tells_what_its_section_is_for(heading: str, role: SectionRole | None) -> None:
    """Case, numbers and brackets do not matter; a heading of two kinds has no single role; limits are no conclusion."""
    assert role_of_heading(heading) is role


def test_the_category_of_the_catalogue_goes_before_the_label() -> None:
    """NLM read the section; only recommendations, for which it has no category, are told by their label."""
    assert role_of_label("KNEES", "RESULTS") is SectionRole.RESULTS
    assert role_of_label("RECOMMENDATIONS", "CONCLUSIONS") is SectionRole.RECOMMENDATIONS
    assert role_of_label("RESULTS", "UNASSIGNED") is SectionRole.RESULTS
