"""Negation and the little words between two things: moved, softened, made proof; either made both, or made not."""

import re

from quoth.bench.perturbing.kind import Kind, Source, exchanged, picked, replaced, upper_first

__all__ = ["NEGATIONS", "PAIRINGS"]

_NO_DIFFERENCE = re.compile(
    r"\b(?:[Nn]o (?:statistically )?(?:significant )?differences?"
    r"|not (?:statistically )?(?:significantly )?different(?: from| between)?"
    r"|(?:did|do|does) not (?:statistically )?(?:significantly )?differ(?: significantly)?"
    r"|[Nn]o (?:statistically )?significant "
    r"(?:effect|change|association|correlation|improvement|increase|decrease)s?)\b"
)
_PROVEN = (
    (re.compile(r"^not .*different from"), "proven to be identical to"),
    (re.compile(r"^not .*different(?P<rest> between)?"), "proven to be identical{rest}"),
    (re.compile(r"^(?:did|do|does) not"), "were proven to be identical"),
    (re.compile(r"(?i)^no .*differences?$"), "proven equivalence"),
    (re.compile(r"(?i)^no .*(?P<what> \w+)$"), "proof of the absence of any{what}"),
)
_ABLE = {
    "related": ("unrelated",),
    "affected": ("unaffected",),
    "clear": ("unclear",),
    "adequate": ("inadequate",),
    "necessary": ("unnecessary",),
    "complete": ("incomplete",),
    "able": ("unable",),
    "known": ("unknown",),
    "treated": ("untreated",),
    "appropriate": ("inappropriate",),
    "sufficient": ("insufficient",),
    "consistent": ("inconsistent",),
    "reliable": ("unreliable",),
    "accurate": ("inaccurate",),
    "stable": ("unstable",),
    "dependent": ("independent",),
    "specific": ("nonspecific",),
    "normal": ("abnormal",),
    "controlled": ("uncontrolled",),
    "detected": ("undetected",),
    "altered": ("unaltered",),
    "exposed": ("unexposed",),
    "feasible": ("unfeasible",),
    "acceptable": ("unacceptable",),
    "useful": ("useless",),
    "satisfied": ("dissatisfied",),
    "favorable": ("unfavorable",),
    "favourable": ("unfavourable",),
    "satisfactory": ("unsatisfactory",),
    "expected": ("unexpected",),
    "selected": ("unselected",),
    "aware": ("unaware",),
    "valid": ("invalid",),
    "usual": ("unusual",),
    "responders": ("non-responders",),
    "invasive": ("non-invasive",),
    "available": ("unavailable",),
}
CLOSE = 15
"""Characters: verbs nearer than this belong to one verb phrase (did not have)."""
_DENIED = re.compile(r"\b(?:no|not|nor|never|without|neither|lack|cannot|failed)\b|n't\b", re.IGNORECASE)
_AUXILIARY = r"(?:was|were|is|are|did|does|do|has|have|had|can|could|should|may|will|would)"
_NOT = re.compile(rf"\b(?P<verb>{_AUXILIARY}) not\b(?! only)")
_OTHER_VERB = re.compile(rf"\b{_AUXILIARY}\b(?! not\b)")
_NONE = re.compile(
    r"(?<!almost )(?<!or )(?<!virtually )(?<!nearly )(?<!and )\b[Nn]o"
    r"(?= (?!(?:significant\w*|statistically|longer|matter|one|more|less|doubt|further|\d\w*)\b)[a-z]{3,})"
)

_EITHER = re.compile(r"\b(?P<first>[Ee]ither)(?P<one> [^,.;]{2,80}?) or (?=\w)")
_BOTH = re.compile(r"\b(?P<first>[Bb]oth)(?P<one> [^,.;]{2,60}?) and (?=\w)")
_OR = re.compile(r"(?<=\w) or (?=[a-z])(?!(?:more|less|fewer|older|higher|lower|greater|longer|not|above|below)\b)")
_TOGETHER = {
    "in combination with": ("instead of",),
    "combined with": ("instead of",),
    "together with": ("instead of",),
    "in addition to": ("instead of",),
    "along with": ("instead of",),
    "plus": ("or else",),
    "as well as": ("but not",),
    "and/or": ("and",),
    "followed by": ("preceded by",),
    "added to": ("replacing",),
}
_EXAMPLES = {
    "such as": ("which are only", "that is,"),
    "including": ("which means only", "consisting of nothing but"),
    "e.g.": ("i.e.",),
    "among others": ("and no others",),
    "in particular": ("exclusively",),
    "particularly": ("exclusively",),
    "especially": ("exclusively",),
    "mainly": ("exclusively",),
    "primarily": ("exclusively",),
    "predominantly": ("exclusively",),
    "mostly": ("exclusively",),
}


def no_difference_as_proven_sameness(sentence: str, source: Source) -> str | None:
    """No significant difference becomes proven equivalence: not seen told as not there."""
    match = picked(_NO_DIFFERENCE, sentence, source)
    if match is None:
        return None
    for form, words in _PROVEN:
        found = form.match(match.group())
        if found:
            said = words.format(**found.groupdict(""))
            return replaced(sentence, match, upper_first(said) if match.group()[0] == "N" else said)
    return None


def negative_prefix_added(sentence: str, source: Source) -> str | None:
    """Adequate becomes inadequate."""
    return exchanged(sentence, _ABLE, source)


def not_as_not_only(sentence: str, source: Source) -> str | None:
    """Was not raised becomes was not only raised."""
    match = picked(_NOT, sentence, source)
    return match and replaced(sentence, match, match.group() + " only")


def negation_moved(sentence: str, source: Source) -> str | None:
    """A fell but B did not becomes A did not fall but B did: the not goes to another verb of the sentence."""
    match = picked(_NOT, sentence, source)
    if match is None:
        return None
    bare = replaced(sentence, match, match["verb"])
    others = [m for m in _OTHER_VERB.finditer(bare) if abs(m.start() - match.start()) > CLOSE]
    if not others:
        return None
    other = source.random.choice(others)
    return replaced(bare, other, other.group() + " not")


def none_as_hardly_any(sentence: str, source: Source) -> str | None:
    """No deaths become hardly any deaths."""
    match = picked(_NONE, sentence, source)
    return match and replaced(sentence, match, "Hardly any" if match.group() == "No" else "hardly any")


def either_as_both(sentence: str, source: Source) -> str | None:
    """Either this or that becomes both this and that."""
    match = None if _DENIED.search(sentence) else picked(_EITHER, sentence, source)
    return match and replaced(sentence, match, f"{'Both' if match['first'][0] == 'E' else 'both'}{match['one']} and ")


def both_as_either(sentence: str, source: Source) -> str | None:
    """Both this and that becomes either this or that."""
    match = None if _DENIED.search(sentence) else picked(_BOTH, sentence, source)
    return match and replaced(
        sentence, match, f"{'Either' if match['first'][0] == 'B' else 'either'}{match['one']} or "
    )


def or_as_rather_than(sentence: str, source: Source) -> str | None:
    """Tablets or drops become tablets rather than drops."""
    match = picked(_OR, sentence, source)
    return match and replaced(sentence, match, source.random.choice((" rather than ", " but not ")))


def together_as_instead(sentence: str, source: Source) -> str | None:
    """Combined with becomes instead of."""
    return exchanged(sentence, _TOGETHER, source)


def examples_as_all(sentence: str, source: Source) -> str | None:
    """Such as becomes which are only: a list of examples is told as the whole."""
    return exchanged(sentence, _EXAMPLES, source)


NEGATIONS: dict[str, Kind] = {
    each.__name__: each
    for each in (
        no_difference_as_proven_sameness,
        negative_prefix_added,
        not_as_not_only,
        negation_moved,
        none_as_hardly_any,
    )
}
PAIRINGS: dict[str, Kind] = {
    each.__name__: each
    for each in (either_as_both, both_as_either, or_as_rather_than, together_as_instead, examples_as_all)
}
