"""Who was compared, with what, and which way it went: groups exchanged, differences made, ratios inverted."""

import re
from itertools import pairwise

from quoth.bench.perturbing.kind import Kind, Source, exchanged, picked, replaced

__all__ = ["ARMS", "COMPARATORS", "DIRECTIONS"]

_GROUP = re.compile(
    r"\b(?P<article>[Tt]he )(?P<name>(?!(?:two|three|other|same|whole|entire|study|second|first|age|each|both)\b)"
    r"(?!\d)[\w-]+(?: [\w-]+)?)(?= (?:groups?|arms?)\b)"
)
_ALIKE_WORDS = re.compile(
    r"similar|no (?:\w+ )*difference|not (?:\w+ )*differ|comparable|same|equal|random|allocat|assign", re.IGNORECASE
)
_UNLIKE_WORDS = re.compile(
    r"higher|lower|greater|more|less|fewer|better|worse|improv|increas|decreas|reduc|received|longer|shorter|superior|"
    r"inferior|but not|while|whereas|none|than|larger|smaller|faster|slower|earlier|later"
)
_BOTH_GROUPS = re.compile(
    r"(?<!between )(?<!among )(?<!amongst )(?<!into )(?<!compared )(?<!of )(?<!comparing )(?<!compare )"
    r"\b(?:[Bb]oth|[Tt]he (?:two|three|four)|[Aa]ll(?: the)?|[Ee]ither) (?P<what>groups|arms|"
    r"treatments|sexes|genders|cohorts|drugs|interventions|conditions|regimens|methods|techniques|samples|doses|"
    r"procedures|therapies)\b"
)
_ONE = {"sexes": "sex", "therapies": "therapy", "techniques": "technique"}
_MOVED = re.compile(
    r"\b(?:improved|increased|decreased|declined|diminished|fell|rose|dropped|worsened|changed|was reduced|"
    r"were reduced)(?: significantly| markedly| slightly)?(?= (?:from|at|after|during|over|by|between|throughout|"
    r"in (?:the|both|all))\b)"
)
_COMPARED = re.compile(r"compar|versus|\bvs\b|\bthan\b|control|placebo|sham|relative to|\bnot\b", re.IGNORECASE)
_NO_COMPARATIVE = (
    r"other|rather|whether|further|sooner|later|either|daughter|winter|summer|number|power|cancer|after|over|under|per"
)
_THAN = re.compile(
    rf"\b(?P<how>(?!(?:{_NO_COMPARATIVE})\b)(?:\w{{2,}}er|more [\w-]+|less [\w-]+|more|less|fewer|worse))"
    r"(?P<on>(?: [\w-]+){0,3}?) than\b(?! (?:\d|expected|one |two |three |half|"
    r"an? (?:quarter|third|half|hundred|dozen|decade|year|month|week)|previously|usual|normal|would))"
)
_ALIKE = {
    "similar to": ("superior to", "worse than"),
    "comparable to": ("superior to", "inferior to"),
    "comparable with": ("superior to", "inferior to"),
    "equivalent to": ("superior to",),
    "equal to": ("greater than",),
    "as effective as": ("more effective than",),
    "as good as": ("better than",),
    "the same as": ("better than",),
    "no better than": ("better than",),
    "non-inferior to": ("superior to",),
    "noninferior to": ("superior to",),
    "similar in": ("higher in", "lower in"),
    "similar between": ("in favour of treatment between",),
    "similar among": ("clearly unlike among",),
    "comparable in": ("higher in",),
    "comparable between": ("unlike between",),
    "similarly": ("more strongly",),
    "equally": ("more",),
    "not different from": ("better than",),
    "consistent with": ("at odds with",),
}
_AGAINST = re.compile(
    r"(?<!rather )\b(?P<by>(?:compared (?:with|to)|versus|vs\.?|relative to|than(?: in| with| for| by)?|over|against) "
    r"(?:the |a )?)"
    r"(?P<what>placebo(?: group)?|(?:\w+ )?controls?(?: groups?| subjects?| patients?| participants)?|"
    r"(?:usual|standard|routine|conventional) (?:care|treatment|therapy|practice)|no treatment|sham(?: \w+)?|"
    r"[\w-]+ (?:alone|therapy|treatment|group|arm)|baseline(?: values?)?|monotherapy|men|women|non-?\w+ers)\b"
    r"(?! (?:samples|cells|mice|animals|tissues?|rats|conditions?))"
)
_EVERYONE = ("any other treatment", "all other groups", "everyone else")

_RATIO = re.compile(
    r"\b(?P<head>(?:a?OR|a?HR|a?RR|IRR|odds ratios?|hazard ratios?|risk ratios?|relative risks?|rate ratios?)\)?"
    r"(?:[ ,]?\[[^\]]*\])?[\s,:=(]*(?:of |was |were |for \w+ )?)(?P<value>\d+\.\d+)"
)
_TOGETHER = re.compile(
    r"\b(?P<turned>inversely|negatively) (?=(?:associated|correlated|related)\b)"
    r"|\b(?P<noun>inverse|negative) (?=(?:association|correlation|relation)\w*\b)"
    r"|\b(?<!not )(?<!inversely )(?<!negatively )(?P<plain>"
    r"(?:(?:positively|significantly|strongly|independently|directly) )?(?P<verb>associated|correlated) with)\b"
)
_OUTCOME = {
    "mortality": ("survival",),
    "deaths": ("survivors",),
    "death": ("survival",),
    "survival": ("mortality",),
    "success": ("failure",),
    "successful": ("failed",),
    "failure": ("success",),
    "adherence": ("non-adherence",),
    "compliance": ("non-compliance",),
    "response rate": ("rate of non-response",),
    "response rates": ("rates of non-response",),
    "weight loss": ("weight gain",),
    "weight gain": ("weight loss",),
    "satisfaction": ("dissatisfaction",),
    "stability": ("instability",),
    "recovery": ("deterioration",),
    "healing": ("non-healing",),
    "complications": ("complication-free courses",),
    "adverse events": ("courses free of adverse events",),
    "side effects": ("freedom from side effects",),
    "advantages": ("disadvantages",),
    "advantage": ("disadvantage",),
    "efficacy": ("inefficacy",),
    "effectiveness": ("ineffectiveness",),
    "safety": ("danger",),
    "tolerability": ("intolerability",),
    "accuracy": ("inaccuracy",),
}
_EXTREME = {
    "highest": ("lowest",),
    "lowest": ("highest",),
    "largest": ("smallest",),
    "smallest": ("largest",),
    "greatest": ("least",),
    "best": ("worst",),
    "worst": ("best",),
    "longest": ("shortest",),
    "shortest": ("longest",),
    "strongest": ("weakest",),
    "maximal": ("minimal",),
    "minimal": ("maximal",),
    "optimal": ("poorest",),
    "first-line": ("last-line",),
    "second-line": ("first-line",),
    "peak": ("trough",),
    "upper limit": ("lower limit",),
    "oldest": ("youngest",),
    "youngest": ("oldest",),
}


def groups_exchanged(sentence: str, source: Source) -> str | None:
    """What was told of the one group is told of the other, and the other way round."""
    found = list(_GROUP.finditer(sentence))
    pairs = [(a, b) for a, b in pairwise(found) if a["name"].lower() != b["name"].lower()]
    pairs = [(a, b) for a, b in pairs if _told_apart(sentence, a, b)]
    if not pairs:
        return None
    a, b = source.random.choice(pairs)
    between = sentence[a.end("name") : b.start("name")]
    return sentence[: a.start("name")] + b["name"] + between + a["name"] + sentence[b.end("name") :]


def both_groups_as_one(sentence: str, source: Source) -> str | None:
    """Both groups become one of the groups."""
    match = picked(_BOTH_GROUPS, sentence, source)
    if match is None:
        return None
    words = f"only one {_ONE.get(match['what'], match['what'][:-1])}"
    return replaced(sentence, match, words[0].upper() + words[1:] if match.group()[0].isupper() else words)


def change_as_difference(sentence: str, source: Source) -> str | None:
    """Improved over time becomes improved more than in the other group."""
    match = None if _COMPARED.search(sentence) else picked(_MOVED, sentence, source)
    return match and replaced(sentence, match, match.group() + " more than in the control group")


def better_as_alike(sentence: str, source: Source) -> str | None:
    """Higher than becomes as good as the same."""
    match = picked(_THAN, sentence, source)
    return match and replaced(sentence, match, f"about the same{match['on']} as")


def alike_as_better(sentence: str, source: Source) -> str | None:
    """Similar to becomes superior to."""
    return exchanged(sentence, _ALIKE, source)


def comparator_made_everyone(sentence: str, source: Source) -> str | None:
    """Compared with placebo becomes compared with any other treatment."""
    match = picked(_AGAINST, sentence, source)
    if match is None:
        return None
    by = re.sub(r" (?:the|a) $", " ", match["by"])
    return replaced(sentence, match, by + source.random.choice(_EVERYONE))


def ratio_inverted(sentence: str, source: Source) -> str | None:
    """OR 0.50 becomes OR 2.00: the other group as the reference."""
    places = [m for m in _RATIO.finditer(sentence) if abs(float(m["value"]) - 1) > 0.05 and float(m["value"]) > 0]
    if not places:
        return None
    m = source.random.choice(places)
    return replaced(sentence, m, f"{m['head']}{1 / float(m['value']):.2f}")


def inverse_made_direct(sentence: str, source: Source) -> str | None:
    """Inversely associated becomes associated, associated becomes inversely associated."""
    match = picked(_TOGETHER, sentence, source)
    if match is None:
        return None
    if match["plain"]:
        return replaced(sentence, match, f"inversely {match['verb']} with")
    return replaced(sentence, match, "positively " if match["turned"] else "positive ")


def outcome_turned(sentence: str, source: Source) -> str | None:
    """Lower mortality becomes lower survival."""
    return exchanged(sentence, _OUTCOME, source)


def extreme_turned(sentence: str, source: Source) -> str | None:
    """The highest becomes the lowest, first-line last-line."""
    return exchanged(sentence, _EXTREME, source)


def _told_apart(sentence: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether the two groups are told different things, so that it matters which is which."""
    between = sentence[one.end("name") : other.start("name")]
    if re.search(r"\d", between):
        return True
    joined = re.fullmatch(r" (?:groups?|arms?),? (?:and|or|nor)(?: in| with| for)? [Tt]he ", between)
    return not joined and bool(_UNLIKE_WORDS.search(sentence)) and not _ALIKE_WORDS.search(sentence)


ARMS: dict[str, Kind] = {each.__name__: each for each in (groups_exchanged, both_groups_as_one, change_as_difference)}
COMPARATORS: dict[str, Kind] = {
    each.__name__: each for each in (better_as_alike, alike_as_better, comparator_made_everyone)
}
DIRECTIONS: dict[str, Kind] = {
    each.__name__: each for each in (ratio_inverted, inverse_made_direct, outcome_turned, extreme_turned)
}
