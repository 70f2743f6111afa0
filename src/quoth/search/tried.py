"""What was tried and did not help: "sertraline at full dose for two months and no response, what next?".

What is asked there is what comes then. Advice on what was tried is no answer, though it names it; what answers is bound
to those whom it did not help. So the people asked about are those, and the treatment is asked about no more. Where
another treatment is asked about by name, the one that must not be taken is left out, and nothing else changes.
"""

from collections.abc import Iterable
from dataclasses import replace

from quoth.model import TRIED_ORIGIN, Concept, ConceptKind, Mention
from quoth.model.tried_rules import DID_NOT_HELP
from quoth.search.slots import Slots
from quoth.search.wording import Wording, pattern
from quoth.text.later import compile_later

__all__ = ["without_tried"]

_WHO = r"(?:me|him|her|them|us|my \w+)"
_FAILED = pattern(
    r"no (?:real )?(?:better|improvement|response|relief|benefit|change|effect|help|difference|good|use|joy|luck)"
    r"|not (?:been |getting |got |feeling )?(?:any |much )?(?:better|work(?:ing|ed)|help(?:ing|ed)"
    r"|tolerated?|respond(?:ed|ing)|enough|improved|improving|cured|shifted)"
    r"|(?:did|does|do|has|have|had|is|are|was|were)(?:nt| not) (?:\w+ )?(?:work\w*|help\w*|suit\w*|tolerat\w*"
    r"|respond\w*|enough|cured?|touch\w*|done|made|make|agree\w*|better|improv\w*|shift\w*)"
    r"|(?:did|done|does|doing) nothing|(?:is|are|was|were)(?:nt| not) doing (?:\w+ )?(?:anything|much|a thing|enough)"
    r"|(?:does|did|do|has|have|is|are)(?:nt| not)(?: \w+)? (?:anything|a thing|the trick|a difference)"
    r"|fail(?:ed|s|ing)?|useless|stopped working|intoleran\w+|not tolerating"
    r"|un(?:responsive|helpful)|resistant|refractory|exactly the same|got worse|getting worse|worse|maxed out"
    r"|still (?:\w+ ){0,3}?(?:symptomatic|febrile|feverish|unwell|poorly|uncontrolled|positive|active|depressed"
    r"|low|hurts?|hurting|sore|pain\w*|there|bad|the same|no better|ill|has|have|get\w*|high|up|smok\w+|miserable"
    r"|down|aches?|struggling|suffering)"
    rf"|made {_WHO} (?:\w+ )?(?:ill|sick|faint|dizzy|worse|drowsy|sleepy|tired|feel|wheezy|cough|vomit|itch)"
    rf"|gave {_WHO} (?:\w+ ){{0,3}}(?:cough|rash|headaches?|diarrh\w+|runs|nausea|cramps|palpitations)"
    r"|(?:go|goes|going|went|carr\w+) on|persists?|persisting|as bad as (?:ever|before)"
)
_NEXT = pattern(
    r"(?:and |so |or )?(?:what(?:s| is| would be| comes?| follows| do (?:i|we|they|you) (?:do|try|add))?"
    r" (?:the )?(?:next|now|then|else|afterwards|follows|left)|what (?:are )?(?:the |my |her |his )?(?:other )?"
    r"(?:options|alternatives|choices)|now what|then what|anything else|what follows|where (?:to|do we go)"
    r" (?:next|from here|now)|(?:the |my |her |his )?(?:next|second|following) (?:step|line|option|move|choice"
    r"|in line|thing|one to try)|options|alternatives|plan b|what (?:can|could|should|would|to|must|ought)"
    r" (?:\w+ ){0,4}?(?:now|next|instead|then)|(?:change|switch|swap|move)d? (?:\w+ )?(?:to|for|on to) (?:what|which)"
    r"|which (?:drug|one|treatment|medicine|tablet|way)? ?(?:\w+ ){0,4}?(?:next|then|now|turn)|next(?= $))"
)
_SINCE = compile_later(
    r"(?:after|despite|on|with|to|following|from)"
    r"(?: (?:a|an|the|my|her|his|their|full|adequate|good|high|low|of|on|and|or|so|about|over|more|than|at|least"
    r"|taking|using|trying|having|doing|being|starting|finishing|course|courses|trial|round|lot|lots|dose|doses|whole"
    r"|\d+|one|two|three|four|five|six|seven|eight|ten|twelve|few|several|couple"
    r"|hours?|days?|weeks?|months?|years?|wks?))*"
)
"""What stands between what did not get better and what was taken: "not improved after 6 weeks on …"."""
_GOES_ON = compile_later(r"(?:go|goes|going|went|carr\w+) on")
"""Of what somebody takes it tells no failure: "how long must I go on with it"."""
_NEVER_HELPED = compile_later(r"fail(?:ed|ing)|not tolerating")
"""Stands right before what did not help: "failed metformin"."""
_SO_FAR = compile_later(
    r"(?:(?:for|since|at|after|about|over|nearly|almost|more|than|a|an|the|full|dose|and|but|now|so|far|yet|still|just"
    r"|really|it|its|is|are|was|has|have|hasnt|havent|isnt|arent|been|seems|to|be|\d+(?: ?m?c?g)?|mg|mcg|daily|one|two"
    r"|three|four|five|six|seven|eight|ten|twelve|few|several|couple|of|hours?|days?|weeks?|months?|years?|wks?|with"
    r"|there|that|this|i|we|he|she|am|im|got|no)(?: |$))*"
)
_OF_NOW = pattern(
    r"not (?:working|helping|responding|improved|improving|helped|worked|enough)"
    r"|not (?:getting |got |feeling )?(?:any |much )?better"
    r"|no (?:better|improvement|response|relief|change|effect)|stopped working|did nothing|is doing nothing"
    r"|(?:hasnt|havent|has not|have not|isnt|arent) (?:\w+ )?(?:work\w+|help\w+|enough|respon\w+|improv\w+)|failed"
    r"|failing|useless so far"
)
"""Said of what is taken. "It does not work" may be what somebody heard of it."""
_ASKS_ELSE = pattern(
    r"how (?:many|often|likely|common)|(?:what|which) (?:percentage|proportion|share|chance|fraction)|rates?|heard"
    r"|still (?:use|reach|take|try|give|prescribe|work\w*|help\w*)|is it true"
)
"""Who asks how many it failed, or whether it may still be used, asks of what was tried."""
_INSTEAD = pattern(
    r"what (?:else )?(?:can|could|should|may|do|would|to|antibiotics?|drugs?|tablets?|medicines?|painkillers?)"
    r"|alternatives?|instead|options?|which (?:antibiotic|drug|one|painkiller|tablet)s?|what (?:next|now|then)"
    r"|other (?:drug|option)s?"
)
_MUST_NOT_BEHIND = pattern(
    r"(?:(?:is|are|was|were|has|have|had|been|both|all) )*(?:forbidden|contraindicated"
    r"|not (?:allowed|tolerated)|off limits|failed|did nothing|useless|didnt (?:work|help|suit)|ha(?:s|ve) not helped"
    r"|upsets? my stomach)"
)
_ALL_FAILED = pattern(
    r"(?:have |has |had )?(?:all|both|none of (?:it|them))(?: have| has| had| been)* (?:failed|useless|helped|worked)"
)
_SENTENCE = compile_later(r"[.?!;:]|\b(?:if|when|because|since|as|although|though|but)\b")
_MUST_NOT_BEFORE = pattern(
    r"(?:cant|cannot|can not|couldnt|unable to|not allowed to|must not|shouldnt|mustnt)"
    r" (?:take|have|tolerate|use|stand)(?: any| my| the| more)*|(?:allergic|intolerant) (?:to|of)|no good with"
)


def without_tried(wording: Wording, slots: Slots) -> Slots:
    """The slots with those whom the named treatments did not help among the people, and these no longer asked about.

    Args:
        wording: the question.
        slots: what it names. Without a condition nothing is told apart here.
    """
    named = [m for m in (*slots.interventions, *slots.comparators) if m.start >= 0 and not _is_aim(m, slots)]
    if not slots.conditions or not named:
        return slots
    after = _what_next(wording, named)
    tried = [mention for mention in named if mention.start < after] or (named if after >= 0 else [])
    asks_else = _ASKS_ELSE.search(wording.line)
    if not (tried or asks_else) and all(_is_told_as_tried(mention, wording) for mention in named):
        tried = named
    if tried:
        kept = _without(slots, tried)
        asks_none = not (kept.interventions or kept.comparators)
        return replace(kept, populations=(*kept.populations, _people(tried))) if asks_none else kept
    barred = _with_those_beside([m for m in named if _is_barred(m, wording)], named, wording)
    kept = _without(slots, barred)
    if kept.interventions or not barred:
        return kept
    # Who must not take the one that is named, and asks what may be taken, is where it did not help.
    instead = _INSTEAD.search(wording.line) is not None and not _ASKS_ELSE.search(wording.line)
    return replace(kept, populations=(*kept.populations, _people(barred))) if instead else slots


def _what_next(wording: Wording, named: Iterable[Mention]) -> int:
    """Where the question asks what comes then, having said that something did not help; -1 where it does not.

    "Erenumab next?" asks about erenumab.
    """
    if not _FAILED.search(wording.line):
        return -1
    ends = [mention.end for mention in named]
    begins = [wording.span(*match.span()).start for match in _NEXT.finditer(wording.line)]
    begins = [at for at in begins if not any(end <= at and not wording.text[end:at].strip() for end in ends)]
    return begins[-1] if begins else -1


def _is_told_as_tried(mention: Mention, wording: Wording) -> bool:
    """Whether a treatment is named as what did not help: "no better after a course of it", "on it, not working".

    Who says no more than that asks what comes now.
    """
    line = wording.line
    begins = [at for at, token in zip(wording.places, wording.tokens, strict=True) if mention.start <= token.start]
    ends = [at for at, token in zip(wording.places, wording.tokens, strict=True) if mention.end <= token.start]
    start, end = begins[0] if begins else len(line), ends[0] if ends else len(line)
    found = (match for match in _FAILED.finditer(line, 0, start) if not _GOES_ON.fullmatch(match.group()))
    failed = [(match.group(), line[match.end() : start].strip()) for match in found]
    if any(_SINCE.fullmatch(gap) or (not gap and _NEVER_HELPED.fullmatch(words)) for words, gap in failed):
        return True
    behind = (line[end : match.start()].strip() for match in _OF_NOW.finditer(line, max(0, end - 1)))
    return any(map(_SO_FAR.fullmatch, behind))


def _is_aim(mention: Mention, slots: Slots) -> bool:
    """Whether a name only says what is treated: "migraine prevention"."""
    return any(one.start < mention.end and mention.start < one.end for one in slots.conditions)


def _is_barred(mention: Mention, wording: Wording) -> bool:
    """Whether somebody cannot take it, as is said right before or right behind its name, or of all before."""
    behind_all = [wording.span(*match.span()).start for match in _ALL_FAILED.finditer(wording.line)]
    if any(mention.end <= at and not _SENTENCE.search(wording.text[mention.end : at]) for at in behind_all):
        return True
    begins = [wording.span(*match.span()).start for match in _MUST_NOT_BEHIND.finditer(wording.line)]
    ends = [wording.span(*match.span()).end for match in _MUST_NOT_BEFORE.finditer(wording.line)]
    behind = any(mention.end <= at and not wording.text[mention.end : at].strip(" ") for at in begins)
    before = any(at <= mention.start and not wording.text[at : mention.start].strip(" ") for at in ends)
    return behind or before


def _with_those_beside(barred: list[Mention], named: Iterable[Mention], wording: Wording) -> list[Mention]:
    """Those that cannot be taken, and what is joined to them in front: "A and B have both failed"."""
    found = list(barred)
    for mention in sorted(named, key=lambda one: -one.start):
        gaps = (wording.text[mention.end : other.start] for other in found if mention.end <= other.start)
        if mention not in found and any(gap.strip(" ,").casefold() in ("and", "or", "nor", "&", "") for gap in gaps):
            found.append(mention)
    return found


def _without(slots: Slots, gone: Iterable[Mention]) -> Slots:
    left = frozenset((mention.start, mention.end) for mention in gone)
    return replace(
        slots,
        interventions=tuple(m for m in slots.interventions if (m.start, m.end) not in left),
        comparators=tuple(m for m in slots.comparators if (m.start, m.end) not in left),
    )


def _people(tried: Iterable[Mention]) -> Mention:
    """Those whom it did not help; the wider names of the concept are the treatments."""
    every = sorted(tried, key=lambda mention: (mention.start, mention.end))
    said = " and ".join(dict.fromkeys(mention.words for mention in every))
    names = tuple(dict.fromkeys(mention.concept.name for mention in every))
    concept = Concept(
        f"people whom {said} did not help",
        ConceptKind.POPULATION,
        clinical=DID_NOT_HELP,
        broader=names,
        origin=TRIED_ORIGIN,
    )
    return Mention(concept, every[0].words, every[0].start, every[0].end)
