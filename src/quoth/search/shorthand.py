"""Shorthand of clinics written in full before a question is read: "mTBI, sx > 3 mo" is mild traumatic brain injury.

Notes ("sx", "w/", "q2y") are always written out. The short name of an illness, a test or a treatment is so only where
neither the packs' lexicon nor the library has it, and the library holds the long form, one of them where there are
several: a short form that a library writes itself is left to its own texts (`acronyms`). The page shows what was
written out, and the reader may say that it was meant otherwise (docs/decisions/0163).
"""

import re
from collections.abc import Collection

from quoth.lexicon import Lexicon
from quoth.lexicon.shorthand import ShortForm, short_form, short_forms_in
from quoth.search.literal import is_literal
from quoth.search.terms import Frequency
from quoth.search.wording import READ_CHARS

__all__ = ["in_full"]

_NUMBERED = re.compile(r"\b(?:stage|type|grade|class|level|phase|factor|nerve|schedule|axis)s? *$", re.IGNORECASE)
"""Behind these, letters are a Roman numeral: "stage IV"."""


def in_full(
    text: str, lexicon: Lexicon, frequency: Frequency, literal: Collection[str] = ()
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text with its shorthand written in full, and each short form with what it stands for, in reading order.

    Text that would grow beyond what is read (`READ_CHARS`) stays as it is.

    Args:
        text: as typed, any string; the first `READ_CHARS` characters are read.
        lexicon: words for things; what it knows is no shorthand.
        frequency: in how many units of the library words stand.
        literal: words that the reader says are to be read as nothing else, or `EVERY_READING`.
    """
    text = text[:READ_CHARS]
    parts: list[str] = []
    pairs: dict[tuple[str, str], None] = {}
    end = 0
    for found in short_forms_in(text):
        short = short_form(found[0])
        if short is None or is_literal(found[0], literal) or _NUMBERED.search(text[: found.start()]):
            continue
        long = short.long[0] if short.is_note else _held(short, lexicon, frequency)
        if long:
            joined = found[0].endswith("/") and text[found.end() : found.end() + 1].isalnum()
            parts += [text[end : found.start()], f"{long} " if joined else long]
            pairs[found[0], long] = None
            end = found.end()
    whole = "".join((*parts, text[end:]))
    return (whole, tuple(pairs)) if len(whole) <= READ_CHARS else (text, ())


def _held(short: ShortForm, lexicon: Lexicon, frequency: Frequency) -> str:
    """The long form that the library holds in place of the short one; nothing where that is in doubt."""
    here, *units = frequency([short.written, *short.long])
    if here or lexicon.knows(short.written):
        return ""
    held = [long for long, n in zip(short.long, units, strict=True) if n]
    return held[0] if len(held) == 1 else ""
