"""A question that ends with whether it is an illness asks for its diagnosis: "my knee clicks, is it arthritis?"."""

from collections.abc import Sequence

from quoth.model import Facet, QuestionKind
from quoth.search.facets import Sign
from quoth.search.wording import Span, Wording, pattern

__all__ = ["asks_whether_it_is"]

_WHETHER = (
    r"(?:is|was) (?:it|this|that)|(?:could|might|may|can) (?:it|this|that|these) be"
    r"|(?:does|do) (?:it|this|that|these) (?:sound|look|seem) like"
    r"|(?:have|has) (?:i|she|he|they|we|it|my \w+) got|(?:do|does) (?:i|she|he|they|my \w+) have"
)
_ABOUT_IT = r"(?: (?:a|an|the|my|really|just|maybe|probably|only|actually|all|case|sort|kind|of))*"
_OR_NOT = r"(?: or (?:not|what|something else|anything else|is it not))?"
_ASKS = pattern(rf"(?:{_WHETHER}){_ABOUT_IT} (?P<it>\w+(?: \w+){{0,4}}?){_OR_NOT}(?= $)")


def asks_whether_it_is(wording: Wording, conditions: Sequence[Span], things: Sequence[Span]) -> Sign | None:
    """The sign that an illness is asked about as what somebody may have; none where a treatment is named as well.

    Args:
        wording: the question.
        conditions: where conditions are named.
        things: where anything else is named.
    """
    found = None if things else _ASKS.search(wording.line)
    if found is None:
        return None
    it = wording.span(*found.span("it"))
    if not any(one.start <= it.start and it.end <= one.end for one in conditions):
        return None  # "is it bad for arthritis" asks something else
    return Sign(Facet.DIAGNOSIS, QuestionKind.DIAGNOSIS, wording.span(*found.span()))
