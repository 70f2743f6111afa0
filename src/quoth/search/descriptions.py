"""A condition told by what it is like: "the front of my knee aches on the stairs", "readings of 150 over 95".

Packs list such descriptions as a few words each. A description fits where all its words stand near one another, in any
order; words for hurting count as one, and so do all readings of blood pressure ("150/95"). Descriptions are used only
where no condition is named, the longest that fits decides, and the page says that it is a reading of the words and no
diagnosis.
"""

from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind, Mention
from quoth.search.particles import is_particle
from quoth.search.terms import is_content
from quoth.search.wording import Wording
from quoth.text import Token, match_tokens, stem

__all__ = ["described", "meaning", "measured"]

_REACH = 14
"""So many words of the question may lie between the first and the last word of a description."""
_READING = ("150/", "/95")
_FIGURES_MAX = 3
_SYSTOLIC, _DIASTOLIC = (90, 260), (40, 150)
"""What can be read on a cuff, mmHg; a date or a score seldom lies in both."""
_TAKEN = frozenset({"systolic", "sbp", "pressure"})
_OF_BLOOD = frozenset(
    {"blood", "arterial", "systolic", "treated", "high", "raised", "average", "mean", "office", "home"}
)
"""What may be said of it before."""
_BEHIND_MAX = 6
"""So many words further on its figure may stand: "her pressure has been near 180"."""
_SAME = (
    # Words that tell the same of a body, each group under its first word.
    "hurt hurts hurting ache aches ached aching achy pain pains painful painfully sore soreness agony agonising"
    " excruciating stabbing stab throb throbbing throbs kill kills killing knife tender grief",
    "wee weeing pee peeing urinate urinating urination piss",
    "sting stings stinging burn burns burning",
    "sad sadness tearful miserable unhappy hopeless empty",
    "child kid toddler baby son daughter boy girl infant youngster grandson granddaughter lad",
    "vomit vomiting sick puke throwing",
    "cigarettes cigarette fags fag ciggies ciggie cigs cig smokes smoke smoking tobacco",
    "quit stop give giving stopping quitting pack packing kick off",
    "stairs stair steps downstairs upstairs",
    "squat squatting kneel kneeling crouch",
)


_CARRIES = frozenset((
    "take", "takes", "taking", "took", "go", "goes", "going", "went", "gone", "come", "comes", "coming", "came",
    "bring", "brings", "bringing", "brought", "get", "gets", "getting", "got", "call", "calls", "called", "calling",
    "send", "sends", "sent", "sending", "put", "puts", "look", "looking", "ring", "rang", "keep", "keeps", "kept",
))  # fmt: skip
_THEN = frozenset((
    "if", "when", "to", "for", "again", "in", "at", "and", "or", "once", "sooner", "within", "after", "before",
    "unless", "by", "on", "soon", "later",
))  # fmt: skip
"""What follows on the "back" of a way back, and on no back that hurts."""
_CARRIED = 4
"""So many words may stand between: "take a child back"."""
_OF_WATER = frozenset(
    ("is", "was", "smells", "smelt", "burns", "stings", "hurts", "looks", "has", "when", "that", "test", "sample")
)


_WHERE = 4
"""So many words behind "pressure" may say where it is."""
_OTHER_PRESSURES = frozenset((
    "eye", "eyes", "eyeball", "eyeballs", "ear", "ears", "head", "skull", "brain", "temples", "forehead", "chest",
    "bladder", "sinus", "sinuses", "face", "nose", "cheek", "cheeks", "lung", "lungs", "spine", "back", "teeth",
    "stomach", "tummy", "belly", "bowel", "pelvis", "hip", "foot", "feet", "heel", "sole", "knee", "knees", "kneecap",
    "neck", "throat", "tyre", "tyres", "skin", "bottom", "bum",
))  # fmt: skip


def described(wording: Wording, lexicon: Lexicon, *, kind_of: Collection[str] = ()) -> Mention | None:
    """The one condition that the question describes, or `None` where no description fits or several do equally well.

    With `kind_of`, only kinds of the conditions that the question names: "keep getting bladder infections".
    """
    forms = _bodily(_with_readings(wording.text, wording.tokens), [token.form for token in wording.tokens])
    best: dict[str, tuple[int, Concept, int, int, frozenset[str]]] = {}
    for concept, words in _descriptions(lexicon):
        if kind_of and not set(kind_of) & set(lexicon.broader(concept.name)):
            continue
        place = _place(words, forms)
        if place is not None and len(words) > best.get(concept.name, (0,))[0]:
            best[concept.name] = (len(words), concept, *place, words)
    if not best:
        return None
    longest = max(size for size, *_ in best.values())
    fitting = [one for one in best.values() if one[0] == longest]
    fitting = [one for one in fitting if not any(one[1].name in lexicon.broader(other[1].name) for other in fitting)]
    if len(fitting) != 1:
        return None
    _, concept, first, last, words = fitting[0]
    start, end = wording.tokens[first].start, wording.tokens[last].end
    told = _told(wording, [number for number in range(first, last + 1) if forms[number] in words])
    because = f"“{told}” may describe it; this is no diagnosis"
    return Mention(concept, wording.text[start:end], start, end, inferred_because=because)


def measured(wording: Wording, lexicon: Lexicon) -> Mention | None:
    """The condition that the figures of a cuff tell of, where they stand in the question, else `None`."""
    forms = _with_readings(wording.text, wording.tokens)
    place = _place(frozenset(_READING), forms)
    concepts = [concept for concept, words in _descriptions(lexicon) if words == frozenset(_READING)]
    if place is None or len(concepts) != 1:
        return None
    start, end = wording.tokens[place[0]].start, wording.tokens[place[1]].end
    words = wording.text[start:end]
    return Mention(concepts[0], words, start, end, inferred_because=f"“{words}” may describe it; this is no diagnosis")


def _bodily(meant: Sequence[str], forms: Sequence[str]) -> list[str]:
    """What each word means, without words that name nothing of a body here: "bring her back if", "the wee joints"."""
    kept = list(meant)
    for number, form in enumerate(forms):
        before, behind = forms[max(0, number - _CARRIED) : number], forms[number + 1 : number + 2]
        back_again = form == "back" and not _CARRIES.isdisjoint(before) and (not behind or behind[0] in _THEN)
        small = form == "wee" and before[-1:] in (["a"], ["the"]) and bool(behind) and behind[0] not in _OF_WATER
        low = form in _TAKEN and next((one for one in reversed(before) if one != "blood"), "") == "low"
        elsewhere = form in _TAKEN and _is_elsewhere(forms[number + 1 : number + 1 + _WHERE])
        if back_again or small or low or elsewhere or (form == "up" and is_particle(forms, number)):
            kept[number] = ""
    return kept


def _is_elsewhere(behind: Sequence[str]) -> bool:
    """Whether what stands behind "pressure" says of what else it is one: "in my eye", "on the bladder"."""
    if not behind or behind[0] not in ("in", "on", "behind", "inside", "of", "around", "across"):
        return False
    return not _OTHER_PRESSURES.isdisjoint(behind)


def _told(wording: Wording, numbers: Sequence[int]) -> str:
    """The words of the question that were read so, as written; what stands between them is left out with a mark."""
    told = ""
    for before, number in zip((None, *numbers), numbers, strict=False):
        token = wording.tokens[number]
        between = wording.text[wording.tokens[before].end : token.start] if before is not None else ""
        beside = before is not None and number == before + 1 and not between.strip()
        told += (between if beside else " … " if told else "") + wording.text[token.start : token.end]
    return told


def _place(words: frozenset[str], forms: Sequence[str]) -> tuple[int, int] | None:
    """The shortest stretch of the question, as numbers of tokens, that holds all the words."""
    places = [number for number, form in enumerate(forms) if form in words]
    stretches = []
    for at, first in enumerate(places):
        seen: set[str] = set()
        for last in places[at:]:
            if last - first > _REACH:
                break
            seen.add(forms[last])
            if seen == words:
                stretches.append((last - first, first, last))
                break
    return min(stretches)[1:] if stretches else None


@lru_cache(maxsize=2)
def _descriptions(lexicon: Lexicon) -> tuple[tuple[Concept, frozenset[str]], ...]:
    return tuple(
        (concept, words)
        for concept in lexicon.described()
        if concept.kind is ConceptKind.CONDITION
        for line in concept.descriptions
        if (words := frozenset(_with_readings(line, match_tokens(line))))
    )


def _with_readings(text: str, tokens: Sequence[Token]) -> list[str]:
    """What each word means; the two figures of a blood pressure mean the same, whatever they are."""
    forms = [meaning(token.form.removesuffix("'s")) for token in tokens]
    for number, (one, other) in enumerate(pairwise(tokens)):
        between = text[one.end : other.start].strip()
        if between == "/" and _is_pressure(one.form, other.form):
            forms[number], forms[number + 1] = _READING
    for number, (one, word, other) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
        if word.form == "over" and _is_pressure(one.form, other.form):
            forms[number], forms[number + 2] = _READING
    return _with_systolic(forms, tokens)


def _with_systolic(forms: list[str], tokens: Sequence[Token]) -> list[str]:
    """One figure behind "systolic" or "pressure" is a reading as well: "my systolic sits at 134"."""
    for number, token in enumerate(tokens):
        if token.form in _TAKEN and _is_of_the_blood(number, tokens):
            behind = range(number + 1, min(number + 1 + _BEHIND_MAX, len(tokens)))
            at = next((place for place in behind if _is_systolic(tokens[place].form)), None)
            if at is None and number and token.form != "pressure" and _is_systolic(tokens[number - 1].form):
                at = number - 1  # "133 systolic"
            if at is not None and forms[at] not in _READING:
                forms[number], forms[at] = _READING
    return forms


def _is_of_the_blood(number: int, tokens: Sequence[Token]) -> bool:
    """Not in an eye, a lung's artery or a tyre, as the word before would say."""
    before = next((one.form for one in reversed(tokens[:number]) if one.form not in _OF_BLOOD), "")
    return not is_content(before)


def _is_systolic(figure: str) -> bool:
    return figure.isdecimal() and len(figure) <= _FIGURES_MAX and _SYSTOLIC[0] <= int(figure) <= _SYSTOLIC[1]


def _is_pressure(upper: str, lower: str) -> bool:
    """Whether two figures can be a systolic and a diastolic pressure in mmHg."""
    if not (upper.isdecimal() and lower.isdecimal()) or len(upper) > _FIGURES_MAX or len(lower) > _FIGURES_MAX:
        return False
    systolic, diastolic = int(upper), int(lower)
    return _SYSTOLIC[0] <= systolic <= _SYSTOLIC[1] and _DIASTOLIC[0] <= diastolic <= min(_DIASTOLIC[1], systolic - 10)


@lru_cache(maxsize=4096)
def meaning(form: str) -> str:
    """One word for all folded words that tell the same of a body ("aches", "sore"); the stem of any other."""
    return _same().get(form) or _same().get(stem(form)) or stem(form)


@cache
def _same() -> dict[str, str]:
    return {word: group.split()[0] for group in _SAME for word in group.split()}
