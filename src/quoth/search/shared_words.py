"""Names whose second half is said once for two: "steroid or gel injection", "nicotine patch or gum".

A word that names nothing by itself, joined to a treatment by "or", "vs" or "and", is read with the half that the other
name has, where the library uses what they name together for the condition asked about.
"""

from collections.abc import Iterable, Iterator, Sequence

from quoth.lexicon import Found, Lexicon
from quoth.model import ConceptKind, Mention
from quoth.search.slots import Treats
from quoth.search.terms import ContentWord
from quoth.search.wording import Wording
from quoth.text import match_tokens

__all__ = ["shared_words"]

_JOINTS = frozenset({"or", "vs", "v", "versus", "and", "than", "/", "vs.", "or the", "or a", "or an"})
_NAME_TOKENS = (2, 4)


def shared_words(
    wording: Wording,
    words: Sequence[ContentWord],
    interventions: Sequence[Mention],
    about: Iterable[str],
    treats: Treats,
    lexicon: Lexicon,
) -> tuple[Found, ...]:
    """What words beside a treatment's name stand for, read with a half of that name.

    Args:
        wording: the question.
        words: content words that name nothing by themselves.
        interventions: treatments that are named.
        about: names of the conditions asked about; where there are none, those of the other treatment count.
        treats: intervention -> conditions that the library's packs use it for.
        lexicon: words for things.
    """
    conditions = frozenset(about)
    found = []
    for word in words:
        for mention, name in _with_a_half(wording, word, interventions):
            whole = next((one for one in lexicon.mentions(name) if one.words == name and _is_thing(one)), None)
            used_for = conditions or treats.get(mention.concept.name, frozenset())
            if whole is not None and used_for & treats.get(whole.concept.name, frozenset()):
                found.append(Found(whole.concept, word.span.start, word.span.end, word.words, "lay"))
                break
    return tuple(found)


def _is_thing(one: Found) -> bool:
    return one.concept.kind is ConceptKind.INTERVENTION


def _with_a_half(
    wording: Wording, word: ContentWord, interventions: Sequence[Mention]
) -> Iterator[tuple[Mention, str]]:
    """The names that a word may be half of: it stands before what ends them, or behind what begins them."""
    for mention in interventions:
        before = _joined(wording.text[word.span.end : max(mention.start, 0)])
        if mention.start < 0 or not (before or _joined(wording.text[mention.end : word.span.start])):
            continue
        for name in _names(mention):
            halves = (name[at:] if before else name[:at] for at in range(1, len(name)))
            yield from ((mention, " ".join([word.words, *half] if before else [*half, word.words])) for half in halves)


def _joined(gap: str) -> bool:
    return gap.strip().casefold() in _JOINTS


def _names(mention: Mention) -> Iterator[list[str]]:
    """The words of the mention, and those of its concept's names that end as it does, each by its tokens."""
    said = [token.form for token in match_tokens(mention.words)]
    least, most = _NAME_TOKENS
    for name in (mention.words, mention.concept.name, *mention.concept.lay, *mention.concept.clinical):
        tokens = [token.form for token in match_tokens(name)]
        if said and least <= len(tokens) <= most and tokens[-1] == said[-1]:
            yield name.split() if len(name.split()) == len(tokens) else tokens
