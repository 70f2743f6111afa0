"""Which sides of a matter a question asks for, and in which order."""

from collections.abc import Sequence
from dataclasses import dataclass

from quoth.model import Facet, QuestionKind
from quoth.search.facet_table import RULES
from quoth.search.wording import Span, Wording, pattern

__all__ = ["Sign", "benefit_cue", "facets_of", "signs_of"]


@dataclass(frozen=True, slots=True)
class Sign:
    """A rule that fits, and where in the question."""

    facet: Facet
    kind: QuestionKind
    span: Span


_BENEFIT = pattern(
    r"work|works|working|help|helps|helpful|effective\w*|efficacy|benefits?|beneficial|useful|any (?:good|use)|worth"
    r"|best|(?<!no )(?<!not )(?<!not any )(?<!not getting )better|good for|as (?:good|effective) as|first|cure"
    r"|relieve\w*|improve\w*|prefer\w*"
)
"""Asks for benefit in so many words, beside whatever else is asked."""
_TREATMENT = pattern(
    r"treat|treats|treated|treatments?|therapy|therapies|interventions?|manage\w*|remed\w+|options?|recommend\w*|which"
    r"|what (?:can|should) (?:i|we)|should (?:i|we|he|she|they|people)|do i need|need|what (?:medicine|drug|tablet)s?"
)
"""Asks for treatment, where nothing else is asked."""

# A side that is asked for is often written down under a neighbouring one; the neighbour comes last.
_NEXT_TO = {
    Facet.CONTRAINDICATIONS: (Facet.HARMS,),
    Facet.SPECIAL_POPULATIONS: (Facet.CONTRAINDICATIONS, Facet.HARMS, Facet.BENEFIT),
    Facet.PREVENTION: (Facet.BENEFIT,),
    Facet.RED_FLAGS: (Facet.REFERRAL,),
}
_WHAT_IS = pattern(r"what(?:s| is| are) (?:a |an |the )?(?P<what>[\w ]{1,60}?)(?= (?:and|or) | $)")
_WHAT_ASKS = pattern(
    r"best|better|first|treatments?|therap(?:y|ies)|interventions?|dose|side|effects?|risks?|evidence|options?|prognosis"
    r"|causes?|role|target|chances?|outlook|recommend\w*|guidelines?|good|safe\w*|harms?|benefits?|signs?|symptoms?|use"
    r"|exercises?|medicines?|drugs?|most|for|to|in|on|of|with|after|between|difference|choices?|next|now|left|wrong"
    r"|advised|tried|given|offered|preferred|wanted|done|ranked|allowed|added|used|started"
)


def signs_of(wording: Wording) -> tuple[Sign, ...]:
    """Rules that fit, in the order in which the question says them. On the same words the earlier rule counts."""
    signs: list[Sign] = []
    for rule in RULES:
        for match in rule.pattern.finditer(wording.line):
            span = wording.span(*match.span())
            if not any(span.overlaps(other.span) for other in signs):
                signs.append(Sign(rule.facet, rule.kind, span))
    if (what := _WHAT_IS.search(wording.line)) and not _WHAT_ASKS.search(f" {what['what']} "):
        span = wording.span(*what.span())
        if not any(span.overlaps(other.span) for other in signs):
            signs.append(Sign(Facet.DEFINITION, QuestionKind.DEFINITION, span))
    return tuple(sorted(signs, key=lambda sign: sign.span))


def facets_of(wording: Wording, signs: Sequence[Sign]) -> tuple[Facet, ...]:
    """Sides that the question asks for by name, most wanted first; empty means all."""
    if not signs:
        return ()
    wanted = [sign.facet for sign in signs]
    benefit = benefit_cue(wording, signs)
    if benefit is not None:
        before = [sign.facet for sign in signs if sign.span < benefit]
        first = wanted[0] in (Facet.SPECIAL_POPULATIONS, Facet.PREVENTION)
        wanted.insert(len(wanted) if first else len(before), Facet.BENEFIT)
    if set(wanted) == {Facet.BENEFIT}:
        return ()
    neighbours = [near for facet in wanted for near in _NEXT_TO.get(facet, ())]
    return tuple(dict.fromkeys([*wanted, *neighbours]))


def benefit_cue(wording: Wording, signs: Sequence[Sign]) -> Span | None:
    """Where the question also asks for benefit, outside what the rules have read already.

    "Should I" and "which" ask for treatment only where no side is asked for, unlike in "when should I be referred".
    """
    for cue in (_BENEFIT,) if signs else (_BENEFIT, _TREATMENT):
        for match in cue.finditer(wording.line):
            span = wording.span(*match.span())
            if not any(span.overlaps(sign.span) for sign in signs):
                return span
    return None
