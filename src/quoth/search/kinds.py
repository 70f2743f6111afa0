"""What kind of question it is: the side that it asks for first, else treatment where it names something to treat."""

from collections.abc import Sequence

from quoth.model import Facet, QuestionKind
from quoth.search.facets import Sign, benefit_cue
from quoth.search.wording import Wording

__all__ = ["kind_of"]

# A question that asks for benefit and then for one of these ("does it work and is it safe?") is about treatment; the
# other sides (which test, when to refer, what does it mean) stay what they are even where "best" stands beside.
_BESIDE_BENEFIT = frozenset({Facet.HARMS, Facet.COST, Facet.PROGNOSIS, Facet.SPECIAL_POPULATIONS, Facet.DELIVERY})
_AFTER_BENEFIT = _BESIDE_BENEFIT | {Facet.DOSE, Facet.MONITORING, Facet.CONTRAINDICATIONS}


def kind_of(wording: Wording, signs: Sequence[Sign], *, names_something: bool) -> QuestionKind:
    """The kind of a question.

    Args:
        wording: the question.
        signs: rules that fit, in reading order.
        names_something: whether it names a condition or an intervention; names alone ("PFP taping") ask for treatment.
    """
    benefit = benefit_cue(wording, signs)
    if not signs:
        return QuestionKind.TREATMENT if names_something or benefit is not None else QuestionKind.OTHER
    first = signs[0]
    if benefit is not None and benefit < first.span and all(sign.facet in _AFTER_BENEFIT for sign in signs):
        return QuestionKind.TREATMENT
    prevention = next((sign for sign in signs if sign.facet is Facet.PREVENTION), None)
    if prevention is not None and first.facet in _BESIDE_BENEFIT:
        return QuestionKind.PREVENTION
    return first.kind
