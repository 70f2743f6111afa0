"""What kind of source a record is, what level that gives, and how many people it studied.

What the source or its editor states comes first, then publication types and MeSH, then wordings, which are inferences
and say so. How designs are ordered on the page is `quoth.model.design`'s table.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from quoth.evidence.study.design_table import BY_MESH, BY_TEXT, BY_TITLE, WISHED_FOR
from quoth.model import LEVEL_BY_DESIGN, Design, Extent, Record, stated_design
from quoth.model.people_rules import ANIMALS_IN_TITLE, LABORATORY_IN_TITLE, PATIENTS_IN_TITLE, PEOPLE_IN_TITLE
from quoth.text.later import compile_later

__all__ = ["StudyDesign", "is_animal_study", "sample_size", "size_extent", "study_design"]

_READ_CHARS = 6_000
"""An abstract is shorter; of a longer text only its opening speaks of its own methods."""
_KEPT_TEXTS = 4_096

_NUMBER = r"(\d{1,3}(?:[,\u2009 ]\d{3}){1,2}|\d{1,7})"
_PEOPLE = (
    r"(?:(?!(?:who|times|fold|years?|months?|weeks?|days?|hours?|mg|ml|than|in|for|per)\b)[A-Za-z-]{1,20} ){0,3}"
    r"(?:patients?|participants?|subjects?|women|men|children|adults|people|persons?|individuals|infants|adolescents"
    r"|volunteers|outpatients|inpatients|runners|athletes|smokers|boys|girls|newborns|neonates|mothers|pregnancies)"
)
_BARE_SIZE = re.compile(rf"\b[nN] ?[=:] ?{_NUMBER}\b")
_SIZES: tuple[re.Pattern[str], ...] = (
    re.compile(rf"\b(?:total|sample) (?:sample )?(?:of|size of|included) {_NUMBER} {_PEOPLE}\b", re.IGNORECASE),
    re.compile(
        rf"(?<![\w.,/-]){_NUMBER} {_PEOPLE}\b[^.;]{{0,60}}\b(?:randomi[sz]ed|randomly(?: \w+)?|enrol|recruited|included"
        rf"|participated|allocated|assigned|analy[sz]ed)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:randomi[sz]ed|enrolled|recruited|included|assigned|allocated|studied|involving|involved|comprising"
        rf"|with|in) (?:a total of )?{_NUMBER} {_PEOPLE}\b",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<![\w.,/-]){_NUMBER} {_PEOPLE}\b", re.IGNORECASE),
    _BARE_SIZE,
)
_FIRST_NUMBER = re.compile(_NUMBER)
_MAX_PEOPLE = 50_000_000
_NOT_RANDOMISED = compile_later(r"\bnon[- ]?randomi[sz]\w*(?: (?:controlled|clinical))*(?: trials?| study| studies)?")
_WISHED_FOR = compile_later(WISHED_FOR)
_PROSPECTIVE = compile_later(
    r"\A(?!.*\b(?:cohort|registry|retrospective|observational)\b).*\b(?:prospective|longitudinal|follow-up)\b",
    re.IGNORECASE,
)
"""A prospective study may be of chance allocation; its methods say so."""
_REVIEW_TITLE = compile_later(r"\[review\]", re.IGNORECASE)
"""How exports mark a review in its title."""
_HAS_RESULTS = compile_later(r"\b(?<!expected )(?:results?|findings):|\bp ?[<=] ?0?\.\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StudyDesign:
    """A design with its OCEBM 2011 level for treatment questions, and whether it was worked out from wordings."""

    design: Design
    level: int | None
    inferred: bool = False


def study_design(record: Record, text: str = "") -> StudyDesign:
    """The design of the report: as stated, else from publication types, MeSH, its title, its text, in that order."""
    if record.design is not None:
        return _with_level(record.design, inferred=False)
    if is_animal_study(record):
        return _with_level(Design.ANIMAL, inferred=not record.mesh)
    if (stated := stated_design(record)) is not None:
        if stated in (Design.RCT, Design.NARRATIVE_REVIEW):
            return _refined(stated, record.title, text[:_READ_CHARS])
        return _with_level(stated, inferred=False)
    if (found := _said_by_title(record.title)) is not None:
        return _with_level(_weighed_against(found, record.title, text[:_READ_CHARS]), inferred=True)
    if _REVIEW_TITLE.search(record.title):
        return _with_level(Design.NARRATIVE_REVIEW, inferred=True)
    if (found := _said_by_text(text[:_READ_CHARS])) is not None:
        return _with_level(found, inferred=True)
    headings = {heading.descriptor.casefold() for heading in record.mesh}
    for name, design in BY_MESH:
        if name in headings:
            return _with_level(design, inferred=True)
    return _with_level(Design.OTHER, inferred=False)


def is_animal_study(record: Record) -> bool:
    """True for animals without humans in MeSH, or a title that names animals, cells or cadavers and no people."""
    if record.design is not None:
        return record.design is Design.ANIMAL
    headings = {heading.descriptor.casefold() for heading in record.mesh}
    if "humans" in headings:
        return False
    if "animals" in headings:
        return True
    return _names_animals(record.title)


@lru_cache(maxsize=_KEPT_TEXTS)
def _names_animals(title: str) -> bool:
    return (_names(LABORATORY_IN_TITLE, title) and not _names(PATIENTS_IN_TITLE, title)) or (
        _names(ANIMALS_IN_TITLE, title) and not _names(PEOPLE_IN_TITLE, title)
    )


def _names(pattern: str, title: str) -> bool:
    return re.search(pattern, title, re.IGNORECASE) is not None


def sample_size(record: Record, text: str = "") -> int | None:
    """People studied: as the record says, else the largest plausible count in the text's first telling phrase.

    A guideline studied nobody: the counts in its text are those of the studies that it speaks of.
    """
    if record.n_participants is not None or record.design in (Design.GUIDELINE, Design.CONSENSUS):
        return record.n_participants
    extent = size_extent(text)
    return _count(_FIRST_NUMBER.findall(text, extent.start, extent.end)[0]) if extent else None


def size_extent(text: str) -> Extent | None:
    """Where a text says how many people were studied, from the number on; `None` where no telling phrase does."""
    return _size_in(text[:_READ_CHARS])


@lru_cache(maxsize=_KEPT_TEXTS)
def _size_in(opening: str) -> Extent | None:
    for pattern in _SIZES:
        found = [(_count(match.group(1)), match) for match in pattern.finditer(opening)]
        found = [(size, match) for size, match in found if 2 <= size <= _MAX_PEOPLE]
        if found:
            match = max(found, key=lambda one: one[0])[1]
            return Extent(match.start(1) if pattern is not _BARE_SIZE else match.start(), match.end())
    return None


def _refined(design: Design, title: str, text: str) -> StudyDesign:
    """A trial that says protocol, or what it will do and no result, is a plan; a review titled systematic is one."""
    named = _said_by_title(title)
    if design is Design.RCT and _is_plan(named, text):
        return _with_level(Design.PROTOCOL, inferred=True)
    if design is Design.NARRATIVE_REVIEW and named in (
        Design.SYSTEMATIC_REVIEW,
        Design.META_ANALYSIS,
        Design.NETWORK_META_ANALYSIS,
        Design.GUIDELINE,
        Design.CONSENSUS,
    ):
        return _with_level(named, inferred=True)
    return _with_level(design, inferred=False)


def _is_plan(named: Design | None, text: str) -> bool:
    says_so = named is Design.PROTOCOL or _said_by_text(text) is Design.PROTOCOL
    return says_so and _HAS_RESULTS.search(text) is None


def _with_level(design: Design, *, inferred: bool) -> StudyDesign:
    return StudyDesign(design, LEVEL_BY_DESIGN.get(design), inferred)


def _count(digits: str) -> int:
    return int(re.sub(r"\D", "", digits))


@lru_cache(maxsize=_KEPT_TEXTS)
def _said_by_title(title: str) -> Design | None:
    return _first(_title_rules(), title)


@lru_cache(maxsize=_KEPT_TEXTS)
def _said_by_text(text: str) -> Design | None:
    """A text that reports results is no plan, whatever it will do besides."""
    rules = _text_rules()
    if _HAS_RESULTS.search(text):
        rules = tuple(rule for rule in rules if rule[1] is not Design.PROTOCOL)
    return _first(rules, _WISHED_FOR.sub(" ", text.lower()))


def _weighed_against(named: Design, title: str, text: str) -> Design:
    """What a title names, unless the text tells more: a prospective study that is a trial, a trial that is a plan."""
    if named is Design.COHORT and _PROSPECTIVE.search(title) and _said_by_text(text) is Design.RCT:
        return Design.RCT
    return Design.PROTOCOL if named is Design.RCT and _is_plan(named, text) else named


def _first(rules: tuple[tuple[re.Pattern[str], Design], ...], text: str) -> Design | None:
    low = _NOT_RANDOMISED.sub(" ", text.lower())
    return next((design for pattern, design in rules if pattern.search(low)), None)


@cache
def _title_rules() -> tuple[tuple[re.Pattern[str], Design], ...]:
    return tuple((re.compile(pattern.lower()), design) for pattern, design in BY_TITLE)


@cache
def _text_rules() -> tuple[tuple[re.Pattern[str], Design], ...]:
    return tuple((re.compile(pattern.lower()), design) for pattern, design in BY_TEXT)
