"""Groups of people that any field of medicine speaks of: by name, by age, by organs that clear medicines."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind, Mention
from quoth.search.ages import ages_told
from quoth.search.gestation import weeks_of_pregnancy
from quoth.search.kidney_figures import low_filtration
from quoth.search.wording import Span, Wording, pattern

__all__ = ["populations_of", "visited", "with_failing_organs"]

_ORIGIN = "people that any field speaks of"


def _group(name: str, *words: str) -> Concept:
    return Concept(name, ConceptKind.POPULATION, lay=words, origin=_ORIGIN)


_BABIES = _group(
    "infants", "baby", "babies", "newborn", "neonate", "toddler", "tot", "bub", "preemie", "baby boy", "baby girl"
)
_CHILDREN = _group(
    "children", "child", "kid", "kids", "kiddo", "kiddie", "boys and girls", "boy", "girl", "lad", "laddie", "lass",
    "lassie", "bairn", "youngster", "little one", "wee one", "schoolchildren", "schoolboy", "schoolgirl", "schoolkid",
    "tween", "paediatric", "preschoolers",
)  # fmt: skip
_TEENAGERS = _group(
    "adolescents", "teenager", "teenage", "teen", "teens", "youth", "young people", "teenage boy", "teenage girl",
    "teenage lad", "young lad", "young girl",
)  # fmt: skip
_OLDER = _group(
    "older people", "elderly", "older adults", "old people", "seniors", "senior citizen", "the aged", "geriatric",
    "old age", "pensioner", "OAP", "nan", "nana", "nanna", "gran", "granny", "grannie", "grandma", "grandmother",
    "granddad", "grandad", "grandpa", "grandfather", "gramps", "grandparent", "old man", "old woman", "old lady",
    "old folk", "elderly person",
)  # fmt: skip
_PREGNANT = _group(
    "pregnancy", "pregnant", "pregnant women", "expecting a baby", "expectant mother", "expectant", "mum to be",
    "mom to be", "mother to be", "bun in the oven", "trimester", "antenatal", "having a baby", "having our baby",
    "with child",
)  # fmt: skip
_BREASTFEEDING = _group("breastfeeding", "breast feeding", "nursing mothers", "lactation", "lactating", "breastfed")
# Kidneys and liver clear most medicines: advice that is silent about them does not hold by itself.
_KIDNEYS = _group(
    "people with chronic kidney disease", "kidney problems", "kidney trouble", "bad kidneys", "weak kidneys",
    "failing kidneys", "kidneys are bad", "kidneys are failing", "kidney failure", "kidney impairment",
    "renal impairment", "renal insufficiency", "renal failure", "renal disease", "poor kidney function",
    "reduced kidney function", "low kidney function", "low eGFR", "on dialysis", "kidneys not working", "CKD",
    "kidneys are not working", "kidneys dont work", "poor kidneys",
)  # fmt: skip
# Told by a figure: a text that names the rate says for which kidneys it speaks.
_KIDNEYS_BY_RATE = replace(
    _KIDNEYS,
    name="people with reduced kidney function",
    clinical=("eGFR", "GFR", "creatinine clearance", "kidney disease", "CKD"),
)
_LIVER = _group(
    "people with liver disease", "liver problems", "liver trouble", "bad liver", "weak liver", "failing liver",
    "liver is bad", "liver failure", "liver impairment", "hepatic impairment", "hepatic insufficiency",
    "hepatic failure", "poor liver function", "cirrhosis of the liver", "liver cirrhosis",
)  # fmt: skip

# By age alone: for WHO they are adolescents, for MeSH children, and a study of either may count them.
_YOUNG = _group(
    "children and adolescents", "children", "child", "adolescents", "adolescent", "paediatric", "young people"
)

# WHO's adolescence is 10 to 19; MeSH puts infants below 2, adolescents from 13 and the aged from 65, where most of the
# advice on older people begins: somebody of 62 is an adult. "Over 60" means the older ones (docs/decisions/0149).
_FROM_AGE = ((2, _BABIES), (10, _CHILDREN), (13, _YOUNG), (19, _TEENAGERS))
_OLD_FROM, _ALL_OVER = 65, 60

# "I am expecting and …", "she is expecting, …": a child, where nothing follows that is expected.
_EXPECTING = pattern(
    r"(?:am|im|is|shes|are|was|while|when|if) expecting(?! (?:that|to|it|a (?!baby|child)|the|my|some|this))"
)
# "I am a big lad", "as a girl in my forties": how grown people speak of themselves.
_OF_ONESELF = pattern(r"(?:i am|im|as|being) an? (?:\w+ ){0,2}(?P<who>lad|lass|girl|boy|kid|youngster)")
# "My gran swears by honey": who says so is not who is treated.
_TELLS = pattern(
    r"(?:(?:also|always|just|once) )?(?:swears?|swore|says?|said|reckons?|reckoned|told|tells|thinks?|thought|believes?"
    r"|insists?|recommends?|recommended|suggests?|suggested|uses|used to|gave me|wants me|mentioned|advised)"
)

# "Off to my daughter in the north", "staying with our son": whom somebody goes to, and no patient.
_VISITED = pattern(
    r"(?:off to|go(?:ing)? to|visit(?:ing)?|stay(?:ing)? (?:with|at)|liv(?:es?|ing) with|mov(?:e|ing) in with)"
    r"(?: see| visit)? (?:my|our|his|her) (?P<who>\w+)"
)
_OF_AGE = 18

# A salt in the blood, whose stem is that of "lactating".
_NOBODY = frozenset(("lactate", "lactates"))
# Somebody's relation says of an age no more than that it is likely.
_RELATIONS = frozenset(
    ("nan", "nana", "nanna", "gran", "granny", "grannie", "grandma", "grandmother", "granddad", "grandad", "grandpa")
)


@cache
def _lexicon() -> Lexicon:
    return Lexicon.build((_BABIES, _CHILDREN, _TEENAGERS, _OLDER, _PREGNANT, _BREASTFEEDING))


@cache
def _organs() -> Lexicon:
    return Lexicon.build((_KIDNEYS, _LIVER))


# "IUD for somebody who never had a baby", "since having had a child": who gave birth, and no patient.
_GAVE_BIRTH = pattern(r"(?:had|have|has|having had|having) an?(?: \w+)? (?P<who>baby|child)(?! with)")


def populations_of(wording: Wording) -> tuple[Mention, ...]:
    """Groups that the question names in general words or by an age, in reading order, each once."""
    mentions = [
        Mention(found.concept, found.words, found.start, found.end, inferred_because=_because(found.words))
        for found in _lexicon().mentions(wording.text)
        if found.words.casefold() not in _NOBODY
        and not _tells(wording, found.end)
        and not _is_oneself(wording, found.start)
        and not _is_of_any_age(wording, found.start)
    ]
    mentions += [
        _mention(wording, _PREGNANT, wording.span(*match.span())) for match in _EXPECTING.finditer(wording.line)
    ]
    mentions += [_mention(wording, _PREGNANT, span) for span in weeks_of_pregnancy(wording)]
    mentions += [_mention(wording, concept, span) for concept, span in _by_age(wording)]
    mentions.sort(key=lambda mention: (mention.start, mention.end))
    first: dict[str, Mention] = {}
    for mention in mentions:
        first.setdefault(mention.concept.name, mention)
    return tuple(first.values())


def with_failing_organs(wording: Wording) -> tuple[Mention, ...]:
    """People whose kidneys or liver are ill, for a question that is about another illness, in reading order."""
    told = [Mention(one.concept, one.words, one.start, one.end) for one in _organs().mentions(wording.text)]
    told += [_mention(wording, _KIDNEYS_BY_RATE, span) for span in low_filtration(wording)]
    return tuple(sorted(told, key=lambda mention: (mention.start, mention.end)))


def _because(words: str) -> str | None:
    """Why a group is only inferred: "my nan" names a relation."""
    return f"“{words}” may be of that age" if words.casefold() in _RELATIONS else None


def _tells(wording: Wording, end: int) -> bool:
    """True where a word of saying stands right behind the one who is named."""
    following = next(
        (at for token, at in zip(wording.tokens, wording.places, strict=True) if token.start >= end), len(wording.line)
    )
    return _TELLS.match(wording.line, following) is not None


def _is_oneself(wording: Wording, start: int) -> bool:
    return any(wording.span(*match.span("who")).start == start for match in _OF_ONESELF.finditer(wording.line))


def _is_of_any_age(wording: Wording, start: int) -> bool:
    """True for "old woman" behind a number of years, for "a lad of 19", and for a child whom somebody had."""
    told = [age for age in ages_told(wording) if not (age.and_up or age.and_down)]
    born = [wording.span(*match.span("who")).start for match in _GAVE_BIRTH.finditer(wording.line)]
    grown_up = any(age.span.start == start and age.years >= _OF_AGE for age in told)
    return start in born or grown_up or any(age.span.start < start <= age.span.end for age in told)


def visited(wording: Wording) -> tuple[Span, ...]:
    """Kin to whom somebody goes or with whom somebody lives, who are not the ones asked about."""
    return tuple(wording.span(*match.span("who")) for match in _VISITED.finditer(wording.line))


def _by_age(wording: Wording) -> Iterator[tuple[Concept, Span]]:
    for age in ages_told(wording):
        all_over = age.and_up and not wording.text[age.span.start :].casefold().startswith("at ")
        is_old = age.years >= (_ALL_OVER if all_over else _OLD_FROM)
        band = _OLDER if is_old else next((one for limit, one in _FROM_AGE if age.years < limit), None)
        if band and not (age.and_up and band is not _OLDER) and not (age.and_down and band is _OLDER):
            yield band, age.span


def _mention(wording: Wording, concept: Concept, span: Span) -> Mention:
    return Mention(concept, wording.text[span.start : span.end], span.start, span.end)
