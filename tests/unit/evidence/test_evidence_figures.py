"""Numbers are read with their interval, unit and p value, at their exact place."""

import time
from itertools import pairwise

import pytest

from quoth.evidence.study.figures import crosses_null, figures
from quoth.model import Figure

# (sentence, the words of the figure, measure, value, low, high, level, unit, p)
EFFECTS = [
    ("The pooled risk ratio was 0.80 (95% CI 0.71 to 0.90).", "RR", 0.80, 0.71, 0.90, 95),
    ("RR 0.80, 95% CI 0.71-0.90", "RR", 0.80, 0.71, 0.90, 95),
    ("RR 0.80 [0.71; 0.90]", "RR", 0.80, 0.71, 0.90, None),
    ("RR = 0.80 (0.71, 0.90)", "RR", 0.80, 0.71, 0.90, None),
    ("relative risk, 1.25; 95% confidence interval, 1.02-1.53", "RR", 1.25, 1.02, 1.53, 95),
    ("a relative risk of 1.25 (95% CI: 1.02–1.53)", "RR", 1.25, 1.02, 1.53, 95),
    ("odds ratio 2.10 (95% CI 1.40 to 3.20)", "OR", 2.10, 1.40, 3.20, 95),
    ("(OR=2.1; 95%CI=1.4-3.2)", "OR", 2.1, 1.4, 3.2, 95),
    ("adjusted OR 2.1 (95% CI, 1.4, 3.2)", "OR", 2.1, 1.4, 3.2, 95),
    ("aOR 2.1 (95% CI 1.4 to 3.2)", "OR", 2.1, 1.4, 3.2, 95),
    ("hazard ratio [HR] 0·86, 95% CI 0·79–0·94", "HR", 0.86, 0.79, 0.94, 95),
    ("(HR, 0.72; 95% CI, 0.56-0.93)", "HR", 0.72, 0.56, 0.93, 95),
    ("hazard ratio for death, 0.72 (95% CI, 0.56 to 0.93)", "HR", 0.72, 0.56, 0.93, 95),
    ("IRR 0.64 (95% CI 0.50 to 0.82)", "IRR", 0.64, 0.50, 0.82, 95),
    ("incidence rate ratio of 0.64, 95% CI 0.50 to 0.82", "IRR", 0.64, 0.50, 0.82, 95),
    ("MD -3.30, 95% CI -5.60 to -1.00", "MD", -3.30, -5.60, -1.00, 95),
    ("mean difference −1.2 points (95% confidence interval −2.0 to −0.4)", "MD", -1.2, -2.0, -0.4, 95),
    ("mean difference 1.2 (95% CI -0.4 to 2.8)", "MD", 1.2, -0.4, 2.8, 95),
    ("mean difference [MD] 1.2, 95% CI −0.4, 2.8", "MD", 1.2, -0.4, 2.8, 95),
    ("between-group difference 4.1 mm (95% CI 1.0 to 7.2)", "MD", 4.1, 1.0, 7.2, 95),
    ("SMD = -0.45 [95% CI: -0.82, -0.08]", "SMD", -0.45, -0.82, -0.08, 95),
    ("standardised mean difference 0.5 (95% CrI 0.2 to 0.8)", "SMD", 0.5, 0.2, 0.8, 95),
    ("standardized mean difference -0.30 (95% credible interval -0.55 to -0.04)", "SMD", -0.30, -0.55, -0.04, 95),
    ("Cohen's d 0.62 (95% CI 0.21 to 1.03)", "SMD", 0.62, 0.21, 1.03, 95),
    ("weighted mean difference of 4.9 mm Hg (95% confidence interval: 2.1; 7.7)", "WMD", 4.9, 2.1, 7.7, 95),
    ("WMD 4.9, 95% CI 2.1 to 7.7", "WMD", 4.9, 2.1, 7.7, 95),
    ("risk difference 4% (95% CI 1% to 7%)", "RD", 4, 1, 7, 95),
    ("absolute risk reduction 5.2% (95% CI, 1.1% to 9.3%)", "RD", 5.2, 1.1, 9.3, 95),
    ("NNT 7 (95% CI 5 to 13)", "NNT", 7, 5, 13, 95),
    ("number needed to treat 20 (95% CI 12 to 60)", "NNT", 20, 12, 60, 95),
    ("number needed to harm was 14 (95% CI 9 to 26)", "NNH", 14, 9, 26, 95),
    ("HR 0.86 (99% CI 0.79 to 0.94)", "HR", 0.86, 0.79, 0.94, 99),
    ("HR 0.86 (97.5% CI 0.79 to 0.94)", "HR", 0.86, 0.79, 0.94, 97.5),
    ("median 5 days (IQR 3-7)", "median", 5, 3, 7, None),
    ("median 5 days (interquartile range, 3 to 7)", "median", 5, 3, 7, None),
    ("There was a 12% reduction (95% CI 3% to 21%).", None, 12, 3, 21, 95),
    ("Pain fell by 12.9 points (95% CI 8.2 to 17.6).", None, 12.9, 8.2, 17.6, 95),
    ("β = 0.31 (95% CI 0.10 to 0.52)", "β", 0.31, 0.10, 0.52, 95),
    ("RR 1,234.5 (95% CI 1,000.1 to 1,500.2)", "RR", 1234.5, 1000.1, 1500.2, 95),
]


@pytest.mark.parametrize(("sentence", "measure", "value", "low", "high", "level"), EFFECTS)
def test_an_effect_is_one_figure_with_its_interval(
    sentence: str, measure: str | None, value: float, low: float, high: float, level: float | None
) -> None:
    """An estimate is never seen apart from its interval, and both read as printed."""
    figure = next(f for f in figures(sentence) if f.low is not None)

    assert (measure, value, low, high, level) == (
        figure.measure,
        figure.value,
        figure.low,
        figure.high,
        figure.level_percent,
    )


# (sentence, the slice that must be one of the figures, field, expected)
SINGLE = [
    ("P<.05", "P<.05", "p", "<.05"),
    ("p = 0.03", "p = 0.03", "p", "= 0.03"),
    ("(P ≤ 0.001)", "P ≤ 0.001", "p", "≤ 0.001"),
    ("p value of less than 0.01", "p value of less than 0.01", "p", "less than 0.01"),
    ("p-value = 0.2", "p-value = 0.2", "p", "= 0.2"),
    ("p=0·0010", "p=0·0010", "p", "=0·0010"),
    ("P for trend = 0.04", "P for trend = 0.04", "p", "= 0.04"),
    ("p = NS", "p = NS", "p", "= NS"),
    ("In 23 of 45 (51%) patients", "23 of 45 (51%)", "unit", "of 45"),
    ("In 23/45 (51%) patients", "23/45 (51%)", "measure", "n/N"),
    ("96/2212 (4.3%) had an event", "96/2212 (4.3%)", "value", 96.0),
    ("n = 1,234", "n = 1,234", "value", 1234.0),
    ("(N=48)", "N=48", "value", 48.0),
    ("5.2 ± 1.3 kg", "5.2 ± 1.3 kg", "unit", "kg"),
    ("12.1 +/- 3.4 years", "12.1 +/- 3.4 years", "value", 12.1),
    ("NNT = 7", "NNT = 7", "value", 7.0),
    ("odds ratio of 1.3", "odds ratio of 1.3", "measure", "OR"),
    ("a mean of 8.7 days", "mean of 8.7 days", "measure", "mean"),
    ("a dose of 50 mg", "50 mg", "unit", "mg"),
    ("blood pressure below 140 mmHg", "140 mmHg", "unit", "mmHg"),
    ("HbA1c fell by 0.5 percentage points", "0.5 percentage points", "unit", "percentage points"),
    ("in 12% of them", "12%", "measure", "%"),
    ("aged 18-65 years", "18-65 years", "high", 65.0),
    ("for 6 to 12 weeks", "6 to 12 weeks", "low", 6.0),
    ("2.5 mmol/L", "2.5 mmol/L", "unit", "mmol/L"),
    ("30 kg/m2", "30 kg/m2", "unit", "kg/m2"),
    ("15 per 1000", "15 per 1000", "unit", "per 1000"),
    ("a fall of −4.5 mm Hg", "−4.5 mm Hg", "value", -4.5),
    ("HR 0.72 (95% CI 0.56 to 0.93; P=.01)", "HR 0.72 (95% CI 0.56 to 0.93; P=.01)", "p", "=.01"),
    ("RR 0.89 (0.81 to 0.98), p = 0.02", "RR 0.89 (0.81 to 0.98), p = 0.02", "p", "= 0.02"),
]


@pytest.mark.parametrize(("sentence", "words", "field", "expected"), SINGLE)
def test_a_figure_stands_where_it_says(sentence: str, words: str, field: str, expected: object) -> None:
    """The slice of the sentence at a figure's place is the figure."""
    found = {sentence[f.start : f.end]: f for f in figures(sentence)}

    assert words in found
    assert expected == getattr(found[words], field)


@pytest.mark.parametrize(
    "sentence",
    ["COVID-19 and vitamin B12", "IL-6 and CD4 cells", "physiotherapists or doctors", "", "no numbers here", "p53"],
)
def test_a_name_with_digits_is_no_figure(sentence: str) -> None:
    """The digits of a name measure nothing."""
    assert () == figures(sentence)


def test_figures_do_not_overlap_and_stand_in_order() -> None:
    """Each character belongs to one figure at most."""
    found = figures("RR 0.80 (95% CI 0.71 to 0.90; P < 0.001) in 23 of 45 (51%) and 12 (27%) patients aged 18-65 years")

    assert all(a.end <= b.start for a, b in pairwise(found))
    assert len(found) >= 4


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (Figure(0, 1, "RR", 0.9, 0.8, 1.1), True),
        (Figure(0, 1, "OR", 0.9, 0.8, 0.99), False),
        (Figure(0, 1, "MD", 0.9, -0.1, 1.1), True),
        (Figure(0, 1, "SMD", 0.9, 0.1, 1.1), False),
        (Figure(0, 1, "NNT", 9, 5, 20), None),
        (Figure(0, 1, "RR", 0.9), None),
    ],
)
def test_an_interval_holds_no_effect_only_by_its_own_measure(figure: Figure, expected: bool | None) -> None:
    """1 is no effect for a ratio, 0 for a difference; for anything else it cannot be told."""
    assert expected is crosses_null(figure)


@pytest.mark.parametrize(
    "noise",
    [
        "9" * 20_000,
        "0.1 (" * 5_000,
        "95% CI " * 4_000,
        "mean difference " * 3_000 + "1",
        "1-" * 10_000,
        "p = " * 8_000 + "0.1",
        "\x00\x01 1 \x7f" * 3_000,
        "(" * 10_000 + "1" + ")" * 10_000,
        "1,111" * 6_000,
        "RR 0.8 (0.7 " * 4_000,
    ],
)
def test_hostile_sentences_are_read_in_no_time(noise: str) -> None:
    """No input makes the patterns slow: a sentence of a page costs a fraction of a second."""
    began = time.process_time()

    figures(noise)

    assert time.process_time() - began < 0.5


@pytest.mark.parametrize(
    ("text", "estimate", "low", "high"),
    [
        ("pain at rest (mean difference (95% CI) -1.8 (-3.5 to -0.1)) fell", -1.8, -3.5, -0.1),
        ("the half-life (95% confidence interval, CI) was 17.5 h (14.1, 21.8).", 17.5, 14.1, 21.8),
        ("systolic (adjusted difference 0.97 mmHg, 95% CI -2.34 mmHg to 4.29 mmHg)", 0.97, -2.34, 4.29),
        ("success rose to 96% (95% CI 91.1‒98.4) there", 96.0, 91.1, 98.4),
    ],
)
def test_an_interval_is_read_however_its_level_and_units_are_printed(
    text: str, estimate: float, low: float, high: float
) -> None:
    """Level before the estimate, a unit at either end, any dash: the interval stays with its estimate."""
    held = [(f.value, f.low, f.high) for f in figures(text) if f.low is not None]

    assert [(estimate, low, high)] == held


def test_spaces_that_keep_a_number_together_are_read_as_spaces() -> None:
    """Journals set them around signs; an estimate keeps its interval, and offsets stay as they are."""
    sentence = "Risk rose (OR 1.97, 95% CI\u00a0=\u00a01.33\u20133.10, P\u00a0<\u2009.001)."
    found = figures(sentence)

    assert [(1.97, 1.33, 3.1, "< .001")] == [(f.value, f.low, f.high, f.p) for f in found]
    assert sentence[found[0].start : found[0].end].startswith("OR 1.97")
