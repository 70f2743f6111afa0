"""Which recommendations say the same, so that several bodies take one row with a count that opens to all."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from quoth.model import Facet, Finding
from quoth.text import match_tokens, stem

__all__ = ["Folded", "fold", "says_the_same", "words_of"]

Folded = tuple[Finding, tuple[Finding, ...]]
"""A leading finding and those folded beneath it."""

# Share of common words (Jaccard) from which two sentences are near-duplicates whatever else differs between them.
NEAR_DUPLICATE = 0.6
# Words without which no two sentences are compared: function words would make everything alike.
LIGHT_WORDS = frozenset(
    {"a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "if", "in", "is", "it", "may", "of", "on", "or"}
    | {"should", "that", "the", "their", "this", "to", "was", "were", "which", "who", "with"}
)

# Words that name everybody, and words that only say where a treatment stands in line.
EVERYBODY = frozenset(
    stem(word)
    for word in (
        "all",
        "any",
        "anyone",
        "each",
        "every",
        "everyone",
        "patients",
        "people",
        "person",
        "persons",
        "those",
    )
) | {stem("present"), stem("presenting")}
ABOUT_ORDER = frozenset(stem(word) for word in ("first", "line", "second", "initial", "treatment", "therapy"))


@lru_cache(maxsize=8_192)
def words_of(text: str) -> frozenset[str]:
    """The stemmed content words of a text, kept: the same statements are compared for question after question."""
    return frozenset(stem(token.form) for token in match_tokens(text) if token.form not in LIGHT_WORDS)


def says_the_same(one: Finding, other: Finding) -> bool:
    """Whether two recommendations may share a row.

    They must ask for the same action on the same main intervention, the second must speak to no side that the first
    leaves out (a dose, a harm), and neither may bind its advice to conditions or populations of its own: "offer
    orthoses" and "offer orthoses where pronation is raised" are not one piece of advice.
    """
    if one.kind is not other.kind or one.action is not other.action:
        return False
    if one.quote.text == other.quote.text and _limits(one) == _limits(other):
        return True
    if not one.interventions or not other.interventions or one.interventions[0] != other.interventions[0]:
        return False
    if _overlap(words_of(one.quote.text), words_of(other.quote.text)) >= NEAR_DUPLICATE:
        return _limits(one) == _limits(other)
    different_bodies = one.record.id != other.record.id
    adds_nothing = set(other.facets) <= {*one.facets, Facet.BENEFIT, Facet.DELIVERY}
    return different_bodies and adds_nothing and not _limits(one) and not _limits(other)


def fold(findings: Sequence[Finding], same: Callable[[Finding, Finding], bool] = says_the_same) -> list[Folded]:
    """Findings with their near-duplicates beneath them, in the order of `findings`; none is lost."""
    rows: list[tuple[Finding, list[Finding]]] = []
    for finding in findings:
        for leading, beneath in rows:
            if same(leading, finding):
                beneath.append(finding)
                break
        else:
            rows.append((finding, []))
    return [(leading, tuple(beneath)) for leading, beneath in rows]


def _limits(finding: Finding) -> frozenset[str]:
    """Words of the conditions and populations that a recommendation is bound to.

    "All people with knee pain" binds nothing in a source that is about knee pain: such words are taken out.
    """
    bound = [q.quote.text for q in finding.qualifiers if q.kind.value in ("condition", "population")]
    about = words_of(" ".join(finding.record.conditions))
    limits = words_of(" ".join(bound)) - about - EVERYBODY
    return frozenset() if limits <= ABOUT_ORDER else limits


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    together = one | other
    return len(one & other) / len(together) if together else 0.0
