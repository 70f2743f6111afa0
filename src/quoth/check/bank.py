"""The phrase bank as patterns: whether a text says one of our phrases, with no more than names in its slots."""

import re
from collections.abc import Iterator
from functools import cache

from quoth.model import PHRASES
from quoth.text.later import compile_later

__all__ = ["fits", "is_slot", "said", "slots_of"]

LONGEST_SLOT = 2000
_COUNTED = frozenset({"count", "guidance", "length", "limit", "year"})
_SLOT = compile_later(r"\{(\w+)\}")
# The end of a sentence inside a slot: more than a name stands there. "St. John's wort" and "e.g. Crohn" are names.
_SENTENCE_END = compile_later(
    r"(?<![A-Z][a-z])(?<!\b[a-z]\.[a-z])(?<!\bvs)(?<!\b[A-Z])[.?!]['\")\]”’]?\s+[A-Z0-9]|[?!]\s*\S|[\r\n\x85\u2028\u2029]"
)


def fits(text: str, *families: str) -> bool:
    """Whether the text is a phrase of one of these families ("lead", "why", "note", "next")."""
    return any(True for _ in slots_of(text, *families))


def slots_of(text: str, *families: str) -> Iterator[tuple[str, ...]]:
    """What fills the slots, for each phrase of these families that the text says."""
    for _, slots in said(text, *families):
        yield tuple(slots.values())


def said(text: str, *families: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each phrase of these families that the text says, as its key with what fills its slots."""
    for key, pattern in _patterns(families):
        found = pattern.fullmatch(text)
        if found is not None and all(is_slot(slot) for slot in found.groupdict().values()):
            yield key, found.groupdict()


def is_slot(words: str) -> bool:
    """Whether words may fill a slot: a name, or a list of names, on one line."""
    return 0 < len(words) <= LONGEST_SLOT and words.strip() != "" and not _SENTENCE_END.search(words)


@cache
def _patterns(families: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (key, re.compile("".join(_pieces(template)), re.DOTALL))
        for key, template in PHRASES.items()
        if key.partition(".")[0] in families
    )


def _pieces(template: str) -> Iterator[str]:
    at = 0
    for slot in _SLOT.finditer(template):
        yield re.escape(template[at : slot.start()])
        name = slot.group(1)
        yield r"(?:\d{1,9})" if name in _COUNTED else rf"(?P<{name}>.{{1,{LONGEST_SLOT}}}?)"
        at = slot.end()
    yield re.escape(template[at:])
