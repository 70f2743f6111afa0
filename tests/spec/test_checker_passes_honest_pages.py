"""The checker refuses faults, not pages: what keeps the promises passes, in every lawful variant."""

from quoth.check import verify
from tests.unit.check.factories import Library, clean_page


def test_a_page_that_keeps_every_promise_passes() -> None:
    """Every layer is filled, every quote is whole, every mark is worn: nothing is found."""
    library = Library()
    page = clean_page(library)

    verdict = verify(page, library.store)

    assert () == verdict.faults
    assert len(page.statements()) == verdict.checked
