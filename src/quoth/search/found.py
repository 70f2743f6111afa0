"""What the lexicon finds in a question, in the words as typed and as they are read where a slip was mended."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from quoth.lexicon import Found, Lexicon
from quoth.model import ConceptKind
from quoth.search.controls import controls_of
from quoth.search.everyday import is_scenery
from quoth.search.literal import is_literal, is_no_name
from quoth.search.medicine_names import medicines_by_ending
from quoth.search.packs_first import packs_first
from quoth.search.spelling import corrected
from quoth.search.terms import ContentWord, Frequency
from quoth.search.who_says import who_says
from quoth.search.wording import Span, Wording
from quoth.text import match_tokens, stem

__all__ = ["corrections_of", "found_again", "found_in", "read_as", "without_literal"]


def found_in(wording: Wording, lexicon: Lexicon, literal: Collection[str] = ()) -> tuple[Found, ...]:
    """What the lexicon finds, and medicines that it does not list and whose names tell their class.

    `literal` are words that the reader said name nothing.
    """
    found = _asked(packs_first(lexicon.mentions(wording.text, any_case=True), lexicon), wording)
    told = medicines_by_ending(wording, lexicon)
    every = tuple(sorted((*found, *told), key=lambda f: (f.start, f.end))) if told else found
    return without_literal(every, literal)


def without_literal(found: Sequence[Found], literal: Collection[str]) -> tuple[Found, ...]:
    """Without what stands on words that name nothing, as the reader says."""
    return tuple(one for one in found if not is_no_name(one.words, literal)) if literal else tuple(found)


def _asked(found: Sequence[Found], wording: Wording) -> tuple[Found, ...]:
    """Without names that are a part of who is asked ("the physical therapists' guideline") or of a placebo.

    An illness stays: whoever asks the diabetes nurses asks about diabetes.
    """
    silent = (*who_says(wording), *controls_of(wording))
    return tuple(
        f
        for f in found
        if f.concept.kind is ConceptKind.CONDITION or not any(span.overlaps(Span(f.start, f.end)) for span in silent)
    )


def corrections_of(
    words: Sequence[ContentWord],
    df: Mapping[str, int],
    lexicon: Lexicon,
    frequency: Frequency,
    literal: Collection[str] = (),
) -> dict[str, str]:
    """Folded form -> what it is read as, for words that nobody knows and that are not to be taken literally."""

    def is_illness(word: str) -> bool:
        named = lexicon.holding(stem(word))
        return any(concept.kind is ConceptKind.CONDITION for concept in named) and any(frequency([word]))

    strange = [w.form for w in words if not df.get(w.form, 0) and not lexicon.knows(w.form) and not is_scenery(w.form)]
    strange = [form for form in strange if not is_literal(form, literal)]
    meant_by = {form: corrected(form, lexicon.vocabulary(), is_illness) for form in strange}
    return {form: meant for form, meant in meant_by.items() if meant}


def read_as(wording: Wording, corrections: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What was typed and what it is read as, in reading order."""
    for token in wording.tokens:
        if meant := corrections.get(token.form.removesuffix("'s")):
            yield wording.text[token.start : token.end], meant


def found_again(wording: Wording, corrections: Mapping[str, str], lexicon: Lexicon) -> tuple[Found, ...]:
    """What the lexicon finds in the corrected words, with places and words as they were typed."""
    parts, end = [], 0
    for token in wording.tokens:
        meant = corrections.get(token.form.removesuffix("'s"))
        parts += [wording.text[end : token.start], meant or wording.text[token.start : token.end]]
        end = token.end
    mended = "".join(parts) + wording.text[end:]
    tokens = match_tokens(mended)
    if len(tokens) != len(wording.tokens):
        return _asked(packs_first(lexicon.mentions(wording.text, any_case=True), lexicon), wording)
    begins = {token.start: typed.start for token, typed in zip(tokens, wording.tokens, strict=True)}
    ends = {token.end: typed.end for token, typed in zip(tokens, wording.tokens, strict=True)}
    found = packs_first(lexicon.mentions(mended, any_case=True), lexicon)
    placed = [
        replace(f, start=begins[f.start], end=ends[f.end], words=wording.text[begins[f.start] : ends[f.end]])
        for f in found
    ]
    return _asked(placed, wording)
