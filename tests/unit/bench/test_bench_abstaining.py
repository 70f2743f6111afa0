"""What can be kept at a bound on false answers, and how headings are put into questions."""

import pytest

from quoth.bench.abstaining import ReadQuestion, _Asked, area, as_read, kept_at, said
from quoth.bench.samples import hash_of


def test_what_is_kept_at_a_bound_is_read_off_the_best_threshold() -> None:
    """Four rich and four poor pages: one poor page above the bound costs the threshold that lets it through."""
    asked = [_Asked("a", 1.9, 1.5), _Asked("b", 1.8, 0.4), _Asked("c", 0.7, 0.3), _Asked("d", 0.2, 0.1)]

    assert 0.5 == kept_at(asked, 0.0)
    assert 0.75 == kept_at(asked, 0.25)
    assert 1.0 == kept_at(asked, 1.0)


def test_what_a_reader_found_to_be_no_error_counts_as_none() -> None:
    """A study on animals is rightly refused, and a text that answers in other words is no false answer."""
    asked = [_Asked("a", 1.9, 1.5), _Asked("b", 0.8, 0.4), _Asked("c", 0.7, 0.3)]
    sample = [
        ReadQuestion("any", "poor", hash_of("a"), "answered"),
        ReadQuestion("any", "rich", hash_of("b"), "animals or laboratory"),
        ReadQuestion("any", "rich", hash_of("c"), "other words"),
    ]

    assert [_Asked("a", 1.9, 0.0), _Asked("c", 0.7, 0.3)] == as_read(asked, sample)


def test_the_area_counts_ties_as_half() -> None:
    """Chance that a rich page scores above a poor one."""
    assert 1.0 == area([_Asked("a", 1.0, 0.0)])
    assert 0.5 == area([_Asked("a", 1.0, 1.0)])
    assert pytest.approx(0.75) == area([_Asked("a", 1.0, 0.0), _Asked("b", 1.0, 1.0)])


def test_a_heading_is_turned_round() -> None:
    """Inverted headings are said as people say them."""
    assert "type 2 diabetes mellitus" == said("diabetes mellitus, type 2")
