"""Changes of words: direction, negation, and/or, drugs, arms, people, comparators, strength, certainty, scope."""

import re

from quoth.bench.perturbing.exchanges import (
    AND_OR,
    COMPARATOR,
    CONNECTIVES,
    DIRECTION,
    OUTCOME,
    PEOPLE,
    SCOPE,
    STRENGTH,
)
from quoth.bench.perturbing.kind import Kind, Source, capital, exchanged, picked, replaced, upper_first

__all__ = ["KINDS", "drugs_of"]


_AUXILIARY = re.compile(
    r"\b(?:was|were|is|are|did|does|do|has|have|had|can|could|should|may|will|would)\b(?! not\b)(?!n't)"
)
_NEGATION = re.compile(
    r"\b(?:was|were|is|are|did|does|do|has|have|had|can|could|should|may|will|would)(?P<a> not)\b|"
    r"\b(?P<b>no )(?!longer|one)"
    r"|\b(?P<c>can)not\b|\b(?P<d>never )|\b(?P<e>without )|\b(?P<f>neither )|\bn(?P<g>on-?)(?=significant)",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"\b(?:hyper|hypo|pre|post|intra|extra|anti|pro)(?=[a-z]{5})")
_OTHER_PREFIX = {"hyper": "hypo", "hypo": "hyper", "pre": "post", "post": "pre", "intra": "extra", "extra": "intra"}
_DRUG = re.compile(
    r"\b(?!chole|phyto|ergo)[A-Za-z]{3,}(?:mab|pril|statin|sartan|olol|azole|cillin|mycin|floxacin|oxetine|"
    r"prazole|dipine|azepam|tinib|"
    r"vir|triptan|gliptin|glitazone|formin|caine|profen|coxib|fenac|sone|solone|lukast|parin|platin|taxel|"
    r"rubicin|dronate|"
    r"cycline|oxaban|semide|thiazide|idone|apine|barbital|phylline|terol|tropium|setron|kinra|cept)\b"
)
_ARMS = re.compile(
    r"(?P<a>\b[A-Za-z][\w-]*(?: [\w-]+){0,2}?) (?P<by>(?:is|was|were|are|had|showed) (?:\w+ ){0,3}?(?:\w+er|"
    r"more|less|better|worse|"
    r"superior|inferior)(?: \w+){0,4}? (?:than|to)(?: in| the| with|"
    r" for)*) (?P<b>[A-Za-z][\w-]*(?: [\w-]+)?)(?=[\s,.;(])"
)
_VERSUS = re.compile(
    r"(?P<a>\b[A-Za-z][\w-]{2,}(?: (?:group|arm|therapy|treatment))?)(?P<by>,? (?:than|compared with|"
    r"compared to|versus|vs\.?|"
    r"rather than|over|relative to)(?: the| in the| in| with)? )(?P<b>[A-Za-z][\w-]{2,}(?: (?:group|arm|"
    r"therapy|treatment))?)"
)


def direction(sentence: str, source: Source) -> str | None:
    """A word of direction becomes its opposite."""
    return exchanged(sentence, DIRECTION, source)


def prefix(sentence: str, source: Source) -> str | None:
    """Hyper- becomes hypo-, pre- becomes post-."""
    places = [m for m in _PREFIX.finditer(sentence) if m.group() in _OTHER_PREFIX]
    if not places:
        return None
    match = source.random.choice(places)
    return replaced(sentence, match, _OTHER_PREFIX[match.group()])


def negation_added(sentence: str, source: Source) -> str | None:
    """A verb is negated."""
    match = picked(_AUXILIARY, sentence, source)
    return match and replaced(sentence, match, match.group() + " not")


def negation_removed(sentence: str, source: Source) -> str | None:
    """A negation is left out."""
    match = picked(_NEGATION, sentence, source)
    if match is None:
        return None
    if match["c"]:
        return replaced(sentence, match, match["c"])
    group = next(name for name in "abdefg" if match[name])
    changed = sentence[: match.start(group)] + sentence[match.end(group) :]
    return upper_first(changed) if match.start(group) == 0 else changed.replace(" nsignificant", " significant")


def and_or(sentence: str, source: Source) -> str | None:
    """And becomes or, or becomes and."""
    return exchanged(sentence, AND_OR, source)


def drug(sentence: str, source: Source) -> str | None:
    """A drug becomes another drug of the collection."""
    match = picked(_DRUG, sentence, source)
    others = [name for name in source.drugs if match is not None and name.lower() != match.group().lower()]
    return replaced(sentence, match, capital(match.group(), source.random.choice(others))) if match and others else None


def arms_swapped(sentence: str, source: Source) -> str | None:
    """What was compared changes places."""
    found = [m for pattern in (_ARMS, _VERSUS) for m in pattern.finditer(sentence) if m["a"].lower() != m["b"].lower()]
    if not found:
        return None
    m = source.random.choice(found)
    return replaced(sentence, m, f"{capital(m['a'], m['b'])} {m['by'].strip()} {m['a']}".replace(" ,", ","))


def population(sentence: str, source: Source) -> str | None:
    """The people become other people."""
    return exchanged(sentence, PEOPLE, source)


def comparator(sentence: str, source: Source) -> str | None:
    """What it was compared with becomes something else."""
    return exchanged(sentence, COMPARATOR, source)


def outcome(sentence: str, source: Source) -> str | None:
    """What was measured, or where, becomes something else."""
    return exchanged(sentence, OUTCOME, source)


def strength(sentence: str, source: Source) -> str | None:
    """A careful word becomes a bold one, or a must a may."""
    return exchanged(sentence, STRENGTH, source)


def scope(sentence: str, source: Source) -> str | None:
    """Some becomes all, mild becomes severe, oral becomes intravenous."""
    return exchanged(sentence, SCOPE, source)


def connective(sentence: str, source: Source) -> str | None:
    """How two thoughts hang together becomes something else: a contrast a cause, with a without."""
    return exchanged(sentence, CONNECTIVES, source)


def drugs_of(sentences: list[str]) -> tuple[str, ...]:
    """Names of drugs in these sentences, by their endings, in lower case and order."""
    return tuple(sorted({match.group().lower() for sentence in sentences for match in _DRUG.finditer(sentence)}))


KINDS: dict[str, Kind] = {
    each.__name__: each
    for each in (
        direction,
        prefix,
        negation_added,
        negation_removed,
        and_or,
        drug,
        arms_swapped,
        population,
        comparator,
        outcome,
        strength,
        scope,
        connective,
    )
}
