"""What a report says of itself besides its findings: size, setting, registration, bias, funding, interests.

Every fact is a stretch of a stored text, in the source's own words, or a field of its catalogue entry. Nothing is
rated: "double-blind" is what the authors say, not a judgement that there was no bias. A phrase stands alone only where
nothing around it can turn it; whatever a sentence denies, counts or rates is told as the whole sentence.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from quoth.evidence.study.design import size_extent
from quoth.evidence.study.minimal_difference import minimal_differences
from quoth.model import (
    Design,
    Extent,
    FactKind,
    Form,
    Ids,
    Quote,
    Record,
    Rendition,
    Section,
    SectionRole,
    StudyFact,
    quote_of,
)
from quoth.text import sentences
from quoth.text.later import compile_later

__all__ = ["study_facts"]

_MAX_WORDS_CHARS = 400
_MAX_EACH = 4
_END_CHARS = 6_000
"""Of a long text, how much of its opening and its end is read; what lies between only where it tells of methods."""
_READ_CHARS = 60_000
_KEPT_TEXTS = 1_024
_JOINERS = ("-", "–", "'", "’")
_CONFLICT = "Conflict of interest statement: "

_Found = tuple[FactKind, int, int]

_REGISTERED = compile_later(
    r"\b(?:ISRCTN ?\d{8}|NCT ?0?\d{8}|ACTRN ?\d{14}|NTR ?\d{3,5}|ChiCTR[-A-Z]{0,8}\d{6,12}|CTRI/\d{4}/\d{2,3}/\d{4,8}"
    r"|IRCT ?\d{8,}[A-Z]?\d*|UMIN ?\d{9}|DRKS ?\d{8}|PACTR ?\d{12,}|JPRN-\w{5,20}|EudraCT[^.;,]{0,14}?\d{4}-\d{6}-\d\d"
    r"|CRD ?\d{11})\b"
)
_REGISTRIES = compile_later(r"clinicaltrials\.gov|isrctn|anzctr|chictr|prospero|eudract|drks|umin", re.IGNORECASE)
_PLACES = (
    r"(?:primary care|general practices?|family practices?|nursing homes?|care homes?|emergency departments?"
    r"|intensive care units?|outpatient (?:clinics?|departments?)|(?:\w+ ){0,2}(?:hospitals?|clinics?"
    r"|medical cent(?:er|re)s?|health cent(?:er|re)s?|pharmac(?:y|ies)|schools?))"
)
_SETTINGS = compile_later(
    rf"\b(?:in|at|from) (?:an? |the |one |two |three |four |five |\d{{1,4}} )?(?:[A-Z]?[\w-]+ ){{0,3}}?{_PLACES}\b"
    r"(?: (?:in|of) (?:the )?[A-Z][\w-]+(?:[ ,]{1,2}[A-Z][\w-]+){0,3})?"
)
_ANY_PLACE = compile_later(
    r"(?:in|at|from) (?:(?:an?|the|our|each|this|that|local|one|out-?patient|primary|participating|of) ){0,4}"
    r"(?:hospital|clinic|school|pharmac)\w*",
    re.IGNORECASE,
)
"""A place that could be any: it tells nothing of the study."""
_CARE = compile_later(
    r"\b(?:double|single|triple|observer|assessor|investigator|participant|patient)[- ]"
    r"(?:blind(?:ed)?|mask(?:ed)?)\b|\bopen[- ]label\b|\bunblinded\b|\bintention[- ]to[- ]treat\b"
    r"|\bper[- ]protocol analys[ie]s\b",
    re.IGNORECASE,
)
_TURNED = compile_later(
    r"\b(?:not?|nor|neither|without|lack(?:ed|ing)?|instead of|rather than|previous|earlier|other|future|further|need"
    r"|than)\b",
    re.IGNORECASE,
)
"""What can turn the phrase that it stands before: the sentence is told, or it is of another study."""
_MATTERS = compile_later(r"\b(?:[Mm]inim(?:al|um)(?:ly)?|[Ss]mallest) [a-z]|\b(?:MCID|MICD|MCIC|MIID|MID)s?\b")
_PLANNED = compile_later(r"\bsample size\b|\bpower\b|\bassum|\ballow(?:ing|ed)? for\b", re.IGNORECASE)
"""Of a plan, such as what loss a sample was reckoned with."""
_TELLING = (
    (
        FactKind.BIAS,
        compile_later(
            r"\ballocation (?:was |sequence |concealment )?conceal(?:ed|ment)\b|\brisk of bias\b"
            r"|\b(?:methodological|study) quality (?:was|were|of)\b|\bpublication bias\b"
            r"|\bselective (?:outcome )?reporting\b|\d[^.;]{0,80}\b(?:lost|loss) to follow[- ]?up\b",
            re.IGNORECASE,
        ),
    ),
    (FactKind.FUNDING, compile_later(r"\b(?:funded|financed|sponsored|supported) by (?:a |the |an )?[A-Z]")),
    (FactKind.CONFLICTS, compile_later(r"\b(?:conflicts? of interests?|competing interests?)\b", re.IGNORECASE)),
)
"""The sentence around these words is the fact."""
_HEADED = (
    (
        FactKind.SETTING,
        compile_later(r"(?:study |design and )?settings?(?: and (?:participants|patients))?", re.IGNORECASE),
    ),
    (
        FactKind.FUNDING,
        compile_later(r"(?:sources? of )?(?:funding|financial support)(?: sources?)?.{0,20}", re.IGNORECASE),
    ),
    (
        FactKind.CONFLICTS,
        compile_later(
            r".{0,15}(?:conflicts? of interests?|competing interests?|declarations? of interests?)|disclosures?",
            re.IGNORECASE,
        ),
    ),
)
_OF_ADVICE = frozenset({FactKind.FUNDING, FactKind.CONFLICTS})
"""What a guideline tells of itself: setting, people and care against bias are those of studies it speaks of."""
_OF_OTHERS = frozenset({SectionRole.BACKGROUND, SectionRole.OBJECTIVE, SectionRole.RECOMMENDATIONS})
"""Sections that speak of other studies, or of what is to be done."""


def study_facts(record: Record, renditions: Sequence[Rendition], *, each: int = _MAX_EACH) -> tuple[StudyFact, ...]:
    """Facts of a source, at most `each` of a kind, none twice; by kind, then in the order of the texts."""
    found: dict[tuple[FactKind, str], StudyFact] = {}
    for fact in (*(f for r in renditions if r.form is not Form.PACK for f in _of_text(record, r)), *_of_entry(record)):
        found.setdefault((fact.kind, fact.words.casefold()), fact)
    kinds = _OF_ADVICE if record.design in (Design.GUIDELINE, Design.CONSENSUS) else frozenset(FactKind)
    return tuple(
        fact for kind in FactKind if kind in kinds for fact in [f for f in found.values() if f.kind is kind][:each]
    )


def _of_text(record: Record, rendition: Rendition) -> Iterator[StudyFact]:
    text = rendition.text
    cut = rendition.sentences or tuple(Extent(start, end) for start, end in sentences(text[:_READ_CHARS]))
    for kind, start, end in _told(text, rendition.sections, cut):
        quote: Quote = quote_of(record.id, rendition, Extent(start, end))
        figure = minimal_differences(quote.text)[0] if kind is FactKind.DIFFERENCE else None
        yield StudyFact(kind, quote.text, quote, figure)


@lru_cache(maxsize=_KEPT_TEXTS)
def _told(text: str, sections: tuple[Section, ...], cut: tuple[Extent, ...]) -> tuple[_Found, ...]:
    """Everything that a text says of its study, in reading order within a kind."""
    found = [*_sections(text, sections, cut), *_size(text, cut)]
    parts = _parts(text, sections)
    for part in parts:
        found += [*_phrases(text, part, sections, cut), *_differences(text, part, cut)]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one[0].value, one[1])))


def _parts(text: str, sections: Sequence[Section]) -> tuple[Extent, ...]:
    """The stretches that are read: all of a short text; of a long one its opening, its methods and its end."""
    if len(text) <= 2 * _END_CHARS:
        return (Extent(0, len(text)),)
    last = len(text) - _END_CHARS
    methods = [
        Extent(max(s.start, _END_CHARS), min(s.end, last))
        for s in sections
        if s.role is SectionRole.METHODS and s.end > _END_CHARS and s.start < last
    ]
    kept, left = [Extent(0, _END_CHARS)], _READ_CHARS
    for part in methods:
        kept.append(Extent(part.start, min(part.end, part.start + left)))
        left -= kept[-1].end - part.start
    return (*kept, Extent(last, len(text)))


def _sections(text: str, sections: Sequence[Section], cut: Sequence[Extent]) -> Iterator[_Found]:
    """A section that is headed as a fact, or the sentences that it begins with where it is long."""
    for section in sections:
        heading = section.heading.strip(" .:")
        for kind, pattern in _HEADED:
            if not heading or not pattern.fullmatch(heading):
                continue
            words = text[section.start : section.end]
            start = section.start + len(words) - len(words.lstrip())
            end = section.start + len(words.rstrip())
            ends = [one.end for one in cut if start < one.end <= min(end, start + _MAX_WORDS_CHARS)]
            end = end if end - start <= _MAX_WORDS_CHARS else max(ends, default=start)
            if start < end:
                yield kind, start, end


def _size(text: str, cut: Sequence[Extent]) -> Iterator[_Found]:
    """The phrase that counts the people, or its sentence where other numbers stand right beside it."""
    extent = size_extent(text)
    if extent is None or _PER.match(text, extent.end):
        return
    beside = text[max(0, extent.start - _BESIDE_CHARS) : extent.start] + text[extent.end : extent.end + _BESIDE_CHARS]
    if any(map(str.isdigit, beside)) or not _stands_whole(text, extent.start, extent.end):
        extent = _sentence(cut, extent.start)
    if extent is not None:
        yield FactKind.SIZE, extent.start, extent.end


def _phrases(text: str, part: Extent, sections: Sequence[Section], cut: Sequence[Extent]) -> Iterator[_Found]:
    for match in _REGISTERED.finditer(text, part.start, part.end):
        yield FactKind.REGISTRATION, match.start(), match.end()
    for kind, pattern in ((FactKind.SETTING, _SETTINGS), (FactKind.BIAS, _CARE)):
        for match in pattern.finditer(text, part.start, part.end):
            if _is_of_others(sections, match.start()) or not _stands_whole(text, match.start(), match.end()):
                continue
            if _ANY_PLACE.fullmatch(match[0]):
                continue
            whole = _sentence(cut, match.start())
            if whole is None or not _TURNED.search(text, whole.start, match.start()):
                yield kind, match.start(), match.end()
    for kind, pattern in _TELLING:
        for match in pattern.finditer(text, part.start, part.end):
            whole = _sentence(cut, match.start())
            if whole is None or _is_of_others(sections, match.start()):
                continue
            if kind is not FactKind.BIAS or not _PLANNED.search(text, whole.start, whole.end):
                yield kind, whole.start, whole.end


def _differences(text: str, part: Extent, cut: Sequence[Extent]) -> Iterator[_Found]:
    """Sentences that say how large a difference matters; of a long one the phrase, where it stands whole."""
    for match in _MATTERS.finditer(text, part.start, part.end):
        index = bisect_right(cut, match.start(), key=lambda one: one.start) - 1
        if index < 0 or cut[index].end <= match.start():
            continue
        start = cut[index].start
        for figure in minimal_differences(text[start : cut[index].end])[:1]:
            short = cut[index].end - start <= _MAX_WORDS_CHARS
            extent = cut[index] if short else Extent(start + figure.start, start + figure.end)
            if short or _stands_whole(text, extent.start, extent.end):
                yield FactKind.DIFFERENCE, extent.start, extent.end


def _sentence(cut: Sequence[Extent], at: int) -> Extent | None:
    """The sentence around a place, where it is one that can be told."""
    index = bisect_right(cut, at, key=lambda one: one.start) - 1
    if index < 0 or cut[index].end <= at or cut[index].end - cut[index].start > _MAX_WORDS_CHARS:
        return None
    return cut[index]


def _is_of_others(sections: Sequence[Section], at: int) -> bool:
    return any(section.start <= at < section.end and section.role in _OF_OTHERS for section in sections)


_BESIDE_CHARS = 60
_PER = compile_later(r"\s?(?:per|/|in each|each)\b")
_JOINED_BEFORE = compile_later(r"[\d<>=≤≥±~+−–-]\s?\Z|[/.,·]\Z")
_JOINED_AFTER = compile_later(r"\s?(?:[%/±(\[]|(?:to|[-–,;])\s?\d)")


def _stands_whole(text: str, start: int, end: int) -> bool:
    """Whether a phrase cuts no word and no number from what belongs to it."""
    inside = text[end : end + 1] in _JOINERS and text[end + 1 : end + 2].isalnum()
    if text[end : end + 1].isalnum() or inside or (text[start - 1 : start] in _JOINERS and start > 0):
        return False
    numbered = text[start].isdigit() and _JOINED_BEFORE.search(text[max(0, start - 2) : start])
    return not numbered and not (text[end - 1].isdigit() and _JOINED_AFTER.match(text, end))


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
