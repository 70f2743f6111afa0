"""A medicine that no source here names is asked about as the class it belongs to, and the page says so.

Guidelines speak of "ACE inhibitors" where people ask about ramipril. Advice on a class holds for its members unless
it says otherwise; advice on one member holds for no other. So a reading goes from the member to the class alone,
only where the class is used for the condition asked about, and only where the member's own name finds nothing.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from quoth.lexicon import Lexicon
from quoth.model import Concept, ConceptKind, Mention, Question
from quoth.search.slots import Slots, Treats
from quoth.search.terms import concept_terms

__all__ = ["MEDICINES_PACK", "as_classes", "is_class_of_medicines", "widened"]

MEDICINES_PACK = "pack medicines"
"""The pack of words that says which names of the other packs are classes of medicines."""


def as_classes(slots: Slots, treats: Treats, lexicon: Lexicon, *, df: Mapping[str, int]) -> Slots:
    """The slots with every medicine that nothing here names read as its class.

    Args:
        slots: what the question names.
        treats: intervention -> conditions that the library's packs use it for.
        lexicon: words for things.
        df: in how many units the folded words of the question occur.
    """
    about = frozenset(mention.concept.name for mention in slots.conditions)
    every = (*slots.interventions, *slots.comparators)
    unheard = [m for m in every if not treats.get(m.concept.name) and not df.get(m.words.casefold(), 0)]
    main = _read(slots.interventions, about, treats, lexicon, only=unheard)
    compared = _read(slots.comparators, about, treats, lexicon, only=unheard)
    return replace(slots, interventions=main, comparators=compared)


def widened(question: Question, treats: Treats, lexicon: Lexicon) -> Question | None:
    """The question asked of classes, where a page on its own words was refused; `None` where no class helps."""
    about = frozenset(mention.concept.name for mention in question.conditions)
    about |= {other for name in about for other in (*lexicon.broader(name), *lexicon.narrower(name))}
    if not about:
        return None
    main = _read(question.interventions, about, treats, lexicon, only=question.interventions, own_use=False)
    compared = _read(question.comparators, about, treats, lexicon, only=question.comparators, own_use=False)
    if main == question.interventions and compared == question.comparators:
        return None
    slots = Slots(question.conditions, main, compared, question.populations, question.outcomes)
    words = tuple(term for term in question.terms if term.concept is None)
    return replace(question, interventions=main, comparators=compared, terms=(*concept_terms(slots, lexicon), *words))


def is_class_of_medicines(name: str, lexicon: Lexicon) -> bool:
    """Whether the packs list this name as one of a class of medicines."""
    named = lexicon.get(ConceptKind.INTERVENTION, name)
    return named is not None and any(origin.startswith(MEDICINES_PACK) for origin in lexicon.origins(named))


def _read(
    mentions: Sequence[Mention],
    about: Collection[str],
    treats: Treats,
    lexicon: Lexicon,
    *,
    only: Sequence[Mention],
    own_use: bool = True,
) -> tuple[Mention, ...]:
    """Mentions in their order, some of `only` replaced by their class; with `own_use` those of no use themselves."""
    read: dict[str, Mention] = {}
    lost = [m for m in mentions if m in only and not (own_use and _used(m.concept.name, about, treats))]
    classes = {m: _classes(m.concept, about, treats, lexicon) for m in lost}
    replaced = {(m.start, m.end) for m, wider in classes.items() if wider}
    for mention in mentions:
        wider = classes.get(mention, ())
        if not wider and (mention.start, mention.end) in replaced and not _used(mention.concept.name, about, treats):
            continue  # another meaning of the same words, of no use here
        for meant in (_as_class(mention, one) for one in wider) if wider else (mention,):
            read.setdefault(meant.concept.name, meant)
    return tuple(read.values())


def _classes(concept: Concept, about: Collection[str], treats: Treats, lexicon: Lexicon) -> tuple[Concept, ...]:
    """The nearest classes that are used for a condition asked about, or for any where none is named."""
    wider = dict.fromkeys((*concept.broader, *lexicon.broader(concept.name)))
    wider |= dict.fromkeys(name for one in concept.broader for name in lexicon.broader(one))
    named = (lexicon.get(ConceptKind.INTERVENTION, name) for name in wider)
    fitting = [one for one in named if one and _used(one.name, about, treats) and _may_stand_for(one, concept, lexicon)]
    return tuple(one for one in fitting if not any(one.name in lexicon.broader(other.name) for other in fitting))


def _used(name: str, about: Collection[str], treats: Treats) -> bool:
    conditions = treats.get(name, frozenset())
    return not conditions.isdisjoint(about) if about else bool(conditions)


def _may_stand_for(wider: Concept, concept: Concept, lexicon: Lexicon) -> bool:
    """True for a class of medicines, and for what the name itself ends in: "supervised exercise" is exercise."""
    return is_class_of_medicines(wider.name, lexicon) or concept.name.endswith(f" {wider.name}")


def _as_class(mention: Mention, of: Concept) -> Mention:
    because = f"“{mention.words or mention.concept.name}” belongs to it, and no source here speaks of it by that name"
    return replace(mention, concept=of, inferred_because=because)
