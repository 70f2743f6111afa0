"""Short forms of a document, as it explains them itself."""

from quoth.evidence.fitting.short_forms import short_forms
from tests.unit.evidence.evidence_factories import rendition

TEXT = "People with acute chest syndrome (ACS) are admitted. Treat ACS with a cephalosporin. Avoid MRI."


def test_a_short_form_is_read_as_what_the_document_says_it_stands_for() -> None:
    """Nothing is guessed of one that it does not explain."""
    forms = short_forms(rendition(TEXT))

    assert (
        forms.spelt_out("Treat ACS with a cephalosporin.") == "Treat ACS with a cephalosporin. ; acute chest syndrome"
    )
    assert forms.spelt_out("Avoid MRI.") == "Avoid MRI."


def test_words_are_read_as_the_short_form_that_is_asked_for() -> None:
    """Who asks about ACS is answered under a heading that writes it out."""
    forms = short_forms(rendition(TEXT))

    assert forms.spelt_out("Acute chest syndrome", {"ACS"}) == "Acute chest syndrome ; ACS"
    assert forms.spelt_out("Acute chest syndrome", {"MRI"}) == "Acute chest syndrome"
