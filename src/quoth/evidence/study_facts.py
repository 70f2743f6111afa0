"""What a report says of itself besides its findings: registration, setting, bias, funding, interests.

Every fact is a stretch of a stored text, in the source's own words, or a field of its catalogue entry. Nothing is
rated: "double-blind" is what the authors say, not a judgement that there was no bias.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quoth.model import Extent, Form, Ids, Quote, Record, Rendition, Section, quote_of
from quoth.text.later import compile_later

__all__ = ["FactKind", "StudyFact", "study_facts"]


class FactKind(StrEnum):
    """What a fact is about. The order of the members is the order in which they are shown."""

    REGISTRATION = "registration"
    SETTING = "setting"
    BIAS = "care against bias"
    FUNDING = "funding"
    CONFLICTS = "conflicts of interest"


@dataclass(frozen=True, slots=True)
class StudyFact:
    """One fact in the source's words. Without a quote it is from the catalogue entry, which no text can show."""

    kind: FactKind
    words: str
    quote: Quote | None = None


_MAX_WORDS_CHARS = 400
_MAX_EACH = 4
_READ_CHARS = 200_000
_CONFLICT = "Conflict of interest statement: "

_REGISTERED = compile_later(
    r"\b(?:ISRCTN ?\d{8}|NCT ?0?\d{8}|ACTRN ?\d{14}|NTR ?\d{3,5}|ChiCTR[-A-Z]{0,8}\d{6,12}|CTRI/\d{4}/\d{2,3}/\d{4,8}"
    r"|IRCT ?\d{8,}[A-Z]?\d*|UMIN ?\d{9}|DRKS ?\d{8}|PACTR ?\d{12,}|JPRN-\w{5,20}|EudraCT[^.;,]{0,14}?\d{4}-\d{6}-\d\d"
    r"|CRD ?\d{11})\b"
)
_REGISTRIES = compile_later(r"clinicaltrials\.gov|isrctn|anzctr|chictr|prospero|eudract|drks|umin", re.IGNORECASE)
_PLACES = (
    r"(?:primary care|general practices?|family practices?|community|nursing homes?|care homes?|emergency departments?"
    r"|intensive care units?|outpatient (?:clinics?|departments?)|(?:\w+ ){0,2}(?:hospitals?|clinics?"
    r"|medical cent(?:er|re)s?|health cent(?:er|re)s?|pharmac(?:y|ies)|schools?))"
)
_SETTINGS = compile_later(
    rf"\b(?:in|at|from) (?:an? |the |one |two |three |four |five |\d{{1,4}} )?(?:[A-Z]?[\w-]+ ){{0,3}}?{_PLACES}\b"
    r"(?: (?:in|of) (?:the )?[A-Z][\w-]+(?:[ ,]{1,2}[A-Z][\w-]+){0,3})?"
)
_CARE = compile_later(
    r"\b(?:double|single|triple|observer|assessor|investigator|participant|patient)[- ]"
    r"(?:blind(?:ed)?|mask(?:ed)?)\b|\bopen[- ]label\b|\bunblinded\b|\bintention[- ]to[- ]treat\b"
    r"|\bper[- ]protocol analys[ie]s\b"
    r"|\ballocation (?:was )?conceal(?:ed|ment)[^.;]{0,60}"
    r"|\b(?:low|high|unclear|moderate|serious|some concerns (?:of|about)) risk of bias\b"
    r"|\brisk of bias (?:was|is) [^.;]{1,60}|\b(?:methodological|study) quality (?:was|is|of) [^.;]{1,60}"
    r"|\b(?:lost|loss) to follow[- ]up[^.;]{0,40}|\bselective (?:outcome )?reporting\b|\bpublication bias\b",
    re.IGNORECASE,
)
_HEADED = (
    (
        FactKind.SETTING,
        re.compile(r"(?:study |design and )?settings?(?: and (?:participants|patients))?", re.IGNORECASE),
    ),
    (
        FactKind.FUNDING,
        re.compile(r"(?:sources? of )?(?:funding|financial support)(?: sources?)?.{0,20}", re.IGNORECASE),
    ),
    (
        FactKind.CONFLICTS,
        re.compile(
            r".{0,15}(?:conflicts? of interests?|competing interests?|declarations? of interests?)|disclosures?",
            re.IGNORECASE,
        ),
    ),
)
_STATED = (
    (FactKind.FUNDING, re.compile(r"\b(?:funded|financed|sponsored|supported) by (?:a |the |an )?[A-Z]")),
    (FactKind.CONFLICTS, re.compile(r"\b(?:conflicts? of interest|competing interests?)\b", re.IGNORECASE)),
)
"""The sentence around these words is the fact."""


def study_facts(record: Record, renditions: Sequence[Rendition]) -> tuple[StudyFact, ...]:
    """Facts of a source, at most four of a kind, none twice; by kind, then in the order of the texts."""
    found: dict[tuple[FactKind, str], StudyFact] = {}
    for fact in (*(f for r in renditions if r.form is not Form.PACK for f in _of_text(record, r)), *_of_entry(record)):
        found.setdefault((fact.kind, fact.words.casefold()), fact)
    kept = [fact for kind in FactKind for fact in [f for f in found.values() if f.kind is kind][:_MAX_EACH]]
    return tuple(kept)


def _of_text(record: Record, rendition: Rendition) -> Iterator[StudyFact]:
    text = rendition.text[:_READ_CHARS]
    for kind, start, end in (*_sections(rendition.sections), *_phrases(text)):
        words = text[start:end]
        left, right = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        if left < right:
            right = min(right, left + _MAX_WORDS_CHARS)
            quote = quote_of(record.id, rendition, Extent(left, right))
            yield StudyFact(kind, quote.text, quote)


def _sections(sections: Sequence[Section]) -> Iterator[tuple[FactKind, int, int]]:
    for section in sections:
        heading = section.heading.strip(" .:")
        for kind, pattern in _HEADED:
            if heading and pattern.fullmatch(heading):
                yield kind, section.start, section.end


def _phrases(text: str) -> Iterator[tuple[FactKind, int, int]]:
    patterns = ((FactKind.REGISTRATION, _REGISTERED), (FactKind.SETTING, _SETTINGS), (FactKind.BIAS, _CARE))
    for kind, pattern in patterns:
        for match in pattern.finditer(text):
            yield kind, match.start(), match.end()
    for kind, pattern in _STATED:
        for match in pattern.finditer(text):
            before = text.rfind(". ", max(0, match.start() - _MAX_WORDS_CHARS), match.start())
            line = text.rfind("\n", 0, match.start())
            after = text.find(".", match.end(), match.end() + _MAX_WORDS_CHARS)
            yield kind, max(before + 2 if before >= 0 else 0, line + 1), after + 1 if after >= 0 else match.end()


def _of_entry(record: Record) -> Iterator[StudyFact]:
    for words in _registrations(record.ids):
        yield StudyFact(FactKind.REGISTRATION, words)
    for part in (record.funding or "").split("; "):
        if part.startswith(_CONFLICT):
            yield StudyFact(FactKind.CONFLICTS, part.removeprefix(_CONFLICT))
        elif part.strip():
            yield StudyFact(FactKind.FUNDING, part)


def _registrations(ids: Ids) -> Iterator[str]:
    for kind, value in ids.other:
        if _REGISTRIES.search(kind) or _REGISTERED.fullmatch(value):
            yield value
