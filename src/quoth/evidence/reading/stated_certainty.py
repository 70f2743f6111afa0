"""The certainty that a result or conclusion states of itself: "low-certainty evidence", word for word, or nothing."""

import re

from quoth.evidence.reading.source import Source
from quoth.model import Extent, Passage, Qualifier, QualifierKind, quote_of
from quoth.text.later import compile_later

__all__ = ["stated_certainty"]

_READ_CHARS = 2_000
_LEVEL = r"(?:very[- ]low|low|moderate|high)(?:(?: to |-to-|/)(?:very[- ]low|low|moderate|high))?"
_STATED = compile_later(
    rf"\b{_LEVEL}[- ](?:certainty(?:[- ](?:of (?:the )?)?evidence)?|quality[- ](?:of (?:the )?)?evidence)\b"
    rf"|\b(?:certainty|quality) of (?:the )?(?:body of )?evidence (?:was|is|were|as) "
    rf"(?:(?:judged|rated|graded|assessed|considered) )?(?:(?:as|to be) )?{_LEVEL}\b",
    re.IGNORECASE,
)


def stated_certainty(passage: Passage, source: Source) -> tuple[Qualifier, ...]:
    """The words of the passage that state a certainty, as a qualifier; empty when there are none, or several differ."""
    words = passage.text[:_READ_CHARS]
    lowered = words.lower()
    if "certainty" not in lowered and "quality" not in lowered:  # most sentences: the pattern takes far longer
        return ()
    found = list(_STATED.finditer(words))
    if not found or len({match.group().casefold() for match in found}) > 1:
        return ()
    start, end = found[0].span()
    extent = Extent(passage.start + start, passage.start + end)
    candidate = source.candidate
    return (Qualifier(QualifierKind.CERTAINTY, quote_of(candidate.record.id, candidate.rendition, extent)),)
