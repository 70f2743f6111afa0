"""A ratio whose interval holds one tells of no difference."""

import pytest

from quoth.text.ratios import tells_ratio_of_none


@pytest.mark.parametrize(
    ("sentence", "none"),
    [
        ("The hazard ratio was 1.02 (95% CI 0.88 to 1.18).", True),
        ("Relapse was as likely (OR 0.98 [0.80-1.21]).", True),
        ("Relapse was rarer (relative risk 0.71, 95% CI 0.55–0.92).", False),
        ("RR 0.70 (0.50 to 0.90) for death and OR 1.1 (0.8 to 1.4) for stroke.", False),
        ("The mean difference was 0.5 (95% CI -0.2 to 1.2).", False),
        ("The ratio was not told.", False),
    ],
)
def test_a_ratio_of_none_is_seen_by_its_interval(sentence: str, none: bool) -> None:
    """One such interval that leaves one out is enough for a difference."""
    assert none == tells_ratio_of_none(sentence)
