"""Which interventions a sentence speaks of, and the family that its row is shown under.

An editor's tags come first, then the sentence's own words, then what the whole record is about: nothing is guessed.
"""

import re
from functools import lru_cache

from quoth.evidence.fitting.question_terms import Asked
from quoth.evidence.fitting.terms import Seen, has
from quoth.evidence.study.pico import ranked_interventions
from quoth.lexicon import Lexicon
from quoth.model import Annotation, ConceptKind, Record
from quoth.text import match_tokens, stem

__all__ = [
    "group_of",
    "interventions_of_annotation",
    "interventions_of_record",
    "interventions_of_sentence",
    "subject_of_title",
    "tags_spoken",
]

_READ_CHARS = 1_500
_PARTS = re.compile(r":\s+|\.\s+In:\s.*|(?<=[a-z]{2})\.\s+(?=[A-Z])")
_KIND_ALONE = re.compile(
    r"(?i)\b(?:recommendation statement|task force|clinical practice guidelines?|guidelines?|guidance"
    r"|consensus statement|position statement|recommendations? of the)\b|^(?:an? )?updated?\b|^(?:19|20)\d\d\b"
)
_LEADING_KIND = re.compile(
    r"(?i)^.{0,40}?\b(?:clinical practice |medical treatment |practice )?(?:guidelines?|guidance|recommendations)"
    r" (?:for|on) (?:the )?"
)
_TRAILING_KIND = re.compile(
    r"(?i)\s*\b(?:medical treatment |clinical practice |practice )?(?:guidelines?|guidance)\.?$"
)
_HEADING_CHARS = 90
_STEPS_UP = 12
"""Names further up a tree say nothing that a reader would group by: "therapeutics"."""


def interventions_of_annotation(annotation: Annotation) -> tuple[str, ...]:
    """The editor's tags, main intervention first."""
    return annotation.interventions


@lru_cache(maxsize=4_096)
def tags_spoken(tags: tuple[str, ...], words: str) -> tuple[str, ...]:
    """The tags that a statement's own words name, whole."""
    said = _stems(words)
    return tuple(tag for tag in tags if _stems(tag) <= said)


def interventions_of_sentence(
    sentence: str, seen: Seen, asked: Asked, of_record: tuple[str, ...], lexicon: Lexicon
) -> tuple[str, ...]:
    """Concepts that the sentence names, else the question's that it names, else those of its record."""
    named = _mentioned(sentence, lexicon)
    if named:
        return named
    wanted = {want.name for want in (*asked.interventions, *asked.comparators)}
    if not wanted:
        return of_record
    return tuple(one.name for one in asked.places if one.name in wanted and has(one, seen)) or of_record


def interventions_of_record(record: Record, lexicon: Lexicon) -> tuple[str, ...]:
    """What the record as a whole is about: its one mapped intervention, else those of its title, else of its MeSH."""
    if len(record.interventions) == 1:
        return record.interventions
    headings = " ; ".join(h.descriptor for h in record.mesh if h.major or any(major for _, major in h.qualifiers))
    return _mentioned(record.title, lexicon) or _mentioned(headings, lexicon)


def group_of(interventions: tuple[str, ...], record: Record, asked: Asked, lexicon: Lexicon) -> str:
    """The family of the intervention that was asked for, else of the first; "" where none is known.

    A record of a pack is grouped as its pack groups; other records as the pack of the question's condition does.
    Of a concept without a family, the nearest of those that it is a kind of says which; without a concept, the title:
    of a body's guidance, what that is on.
    """
    if not interventions:
        of_title = subject_of_title(record.title) if record.issuer else ""
        return of_title or next(iter(ranked_interventions(record.title, "", (), top=1)), "")
    fitting = (name for name in interventions if any(name in want.fitting for want in asked.interventions))
    main = next(fitting, interventions[0])
    pack = record.ids.pack.partition("/")[0] if record.ids.pack else _pack_of_question(asked, lexicon)
    if group := lexicon.group(main, pack=pack):
        return group
    above = (lexicon.group(name, pack=pack) for name in lexicon.broader(main)[:_STEPS_UP])
    return next(filter(None, above), main)


def subject_of_title(title: str) -> str:
    """What a guideline is on: its title without the body that speaks and the kind of document."""
    if len(title) > _READ_CHARS:
        return ""
    parts = [_LEADING_KIND.sub("", part).strip(" .") for part in _PARTS.split(title)]
    parts = [part for part in parts if part and not _KIND_ALONE.search(part)]
    whole = ": ".join(parts) or _TRAILING_KIND.sub("", title).strip(" .")
    return whole if len(whole) <= _HEADING_CHARS or not parts else parts[0]


def _pack_of_question(asked: Asked, lexicon: Lexicon) -> str | None:
    for mention in asked.question.conditions:
        for origin in lexicon.origins(mention.concept):
            if origin.startswith("pack "):
                return origin.split(" ")[1]
    return None


def _mentioned(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    found = (found.concept for found in lexicon.mentions(text[:_READ_CHARS]))
    return tuple(dict.fromkeys(c.name for c in found if c.kind is ConceptKind.INTERVENTION))


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(token.form) for token in match_tokens(words))
