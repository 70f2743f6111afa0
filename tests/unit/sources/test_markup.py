"""Markup becomes text without making a number that nobody wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from quoth.sources.markup import clean_text, flat_text, one_space

MATH = 'xmlns="http://www.w3.org/1998/Math/MathML"'


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("10<sup>6</sup> cells", "10^6 cells"),
        ("10<sup>-3</sup>", "10^-3"),
        ("10<sup>\u22123</sup>", "10^\u22123"),
        ("a mean of 5.<sup>2</sup> Later", "a mean of 5.^2 Later"),
        ("by 50%<sup>3,4</sup>", "by 50%^3,4"),
        ("10<i><sup>6</sup></i>", "10^6"),
        ("2<sub>10</sub>", "2_10"),
        ("kg/m<sup>2</sup>", "kg/m2"),
        ("I<sup>2</sup> = 1%", "I2 = 1%"),
        ("pathway<sup>1,2</sup>.", "pathway1,2."),
        ("VO<sub>2max</sub>", "VO2max"),
        ("<sup>18</sup>F", "18F"),
        ("1<sup>st</sup>", "1st"),
        ("P<sup>2</sup>5", "P2 5"),
        ("<i>a</i> <b>b</b>", "a b"),
        ("a\n\t b\u00a0c\u2009d", "a b c d"),
        (f"<math {MATH}><msup><mn>10</mn><mn>6</mn></msup></math>", "10^6"),
        (f"<math {MATH}><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "(1)/(2)"),
        (f"<math {MATH}><mover><mi>V</mi><mo>.</mo></mover><mi>O</mi></math>", "V\u0307O"),
        (f"<math {MATH}><msqrt><mi>x</mi></msqrt></math>", "\u221a(x)"),
    ],
)
def test_markup_is_set_on_one_line(markup: str, text: str) -> None:
    """10 to the power of 6 is never 106; a square metre stays readable."""
    assert flat_text(etree.fromstring(f"<t>{markup}</t>")) == text


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_raised_number_never_joins_the_number_before_it(base: int, raised: int) -> None:
    """For all numbers."""
    text = flat_text(etree.fromstring(f"<t>{base}<sup>{raised}</sup></t>"))

    assert text == f"{base}^{raised}"


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]) | st.sampled_from("\t\n\r\x85"), max_size=60))
def test_the_quick_way_to_clean_text_gives_the_same(text: str) -> None:
    """Asking first whether a text is clean changes nothing, for every character that XML allows."""
    assert clean_text(text) == one_space(text)
