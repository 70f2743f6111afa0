"""Whether a source is about the condition and the people that the question asks about, and why.

What an editor mapped comes first, then the title, MeSH major topics and keywords, then the abstract's opening. A
condition that the source is not about is never called direct, and a condition that only fits more broadly is not
established.
"""

import re
from dataclasses import dataclass

from quoth.evidence.fitting.bearing import Bearing
from quoth.evidence.fitting.people import groups_named
from quoth.evidence.fitting.question_terms import Asked, Wanted
from quoth.evidence.fitting.terms import Seen, found_of, has
from quoth.evidence.study.design import is_animal_study
from quoth.lexicon import Lexicon, other_condition
from quoth.model import ConceptKind, Design, Directness, Record, phrase
from quoth.model.people_rules import GROUPS, NOT_COVERED_BY_GENERAL

__all__ = ["Fit", "fit_of_annotation", "fit_of_record", "fit_of_sentence", "spoken_fit"]

_OPENING_CHARS = 700
"""Of an abstract, where authors name what they studied."""

_HEAD_CHARS = 2_000
_BESIDE_GROWN_UPS = frozenset({"children"})
"""Whom a group that names women does not single out: "women and girls who could become pregnant"."""

_OF_BIRTH = re.compile(
    r"\b(?:pre-?term|f(?:o)?etal|f(?:o)?etus|births?|eclampsia|pre-?eclampsia|obstetric\w*)\b", re.IGNORECASE
)
"""Of what happens in pregnancy alone, or at its end."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How directly a text speaks to the question, with the reason in words."""

    directness: Directness
    because: str
    names_condition: bool = True
    """False when nothing in the text names what was asked: it can be left out."""
    missing_group: str = ""
    """A group that the question asks about and the record does not name; a statement of it may."""


def fit_of_record(
    asked: Asked, record: Record, text: str, seen: Seen, lexicon: Lexicon, *, bearing: Bearing | None = None
) -> Fit:
    """Judge a record by its mapped conditions, its title, MeSH, keywords and the opening of `text`.

    `seen` was read from all of these together; `bearing` is what it gives where the question names no known condition.
    """
    if record.indirect:
        return _filed_as_indirect(asked, record)
    if record.design is Design.ANIMAL or is_animal_study(record):
        return Fit(Directness.ANIMAL, phrase("indirect.animal"))
    fit = _condition_fit(asked, record, text, seen, lexicon, bearing)
    if fit.directness is not Directness.DIRECT:
        other = None if asked.conditions else _population_fit(asked, record)
        return other if other and other.directness is Directness.OTHER_POPULATION else fit
    return _population_fit(asked, record) or fit


def spoken_fit(asked: Asked, record: Record) -> Fit:
    """Of a guideline of which one recommendation holds what was asked: direct, unless it is about other people."""
    fit = Fit(Directness.DIRECT, "a recommendation of it holds the words of the question")
    return _population_fit(asked, record) or fit


def fit_of_sentence(sentence: str, of_record: Fit) -> Fit:
    """A sentence that names the group its record leaves open is about that group."""
    if of_record.missing_group and of_record.missing_group in groups_named(sentence):
        return Fit(Directness.DIRECT, f"names {of_record.missing_group}")
    return of_record


def fit_of_annotation(asked: Asked, conditions: tuple[str, ...], population: str | None, of_record: Fit) -> Fit:
    """Judge one annotated statement: its own conditions and population, where given, narrow those of its record."""
    if of_record.missing_group:
        return of_record
    if conditions and asked.conditions and of_record.directness in (Directness.DIRECT, Directness.UNKNOWN):
        fit = _by_names(asked.conditions, conditions, "mapped to")
        if fit.directness is Directness.OTHER_CONDITION:
            return Fit(fit.directness, fit.because, names_condition=True)
        if of_record.directness is not Directness.DIRECT:
            return fit
    if population and asked.populations and of_record.directness is Directness.DIRECT:
        contrary = _contrary(asked, groups_named(population))
        if contrary:
            return Fit(Directness.OTHER_POPULATION, contrary)
    return of_record


def _filed_as_indirect(asked: Asked, record: Record) -> Fit:
    """Never direct. It is shown, marked, under the topic that it was filed under and under what it is about."""
    about = _by_names(asked.conditions, record.conditions, "about")
    if about.directness is Directness.DIRECT:
        return Fit(Directness.UNKNOWN, f"filed as indirect evidence: {record.indirect}")
    pack = (record.ids.pack or "").partition("/")[0]
    filed_here = any(f"pack {pack}" in want.origins for want in asked.conditions)
    return Fit(Directness.OTHER_CONDITION, str(record.indirect), names_condition=about.names_condition or filed_here)


def _condition_fit(
    asked: Asked, record: Record, text: str, seen: Seen, lexicon: Lexicon, bearing: Bearing | None
) -> Fit:
    if not asked.conditions:
        if bearing is None or not asked.terms.sought:
            return Fit(Directness.UNKNOWN, "the question names no condition", names_condition=False)
        return _by_words(bearing)
    if record.conditions:
        return _by_names(asked.conditions, record.conditions, "about")
    if not found_of(asked.around, seen):
        return Fit(Directness.UNKNOWN, f"does not name {_listed(asked.conditions)}", names_condition=False)
    in_title = _conditions_in(record.title, lexicon)
    in_tags = _conditions_in(_major_topics(record), lexicon)
    named = _by_names(asked.conditions, (*in_title, *in_tags), "its title or main headings name")
    if named.directness in (Directness.DIRECT, Directness.UNKNOWN) and named.names_condition:
        return named
    if not _all_named(asked, seen):
        return (
            named
            if in_title
            else Fit(Directness.UNKNOWN, f"does not name {_listed(asked.conditions)}", names_condition=False)
        )
    in_opening = _by_names(asked.conditions, _conditions_in(text[:_OPENING_CHARS], lexicon), "its opening names")
    if in_opening.directness is Directness.DIRECT and not in_title:
        return in_opening
    if in_title:
        return Fit(Directness.OTHER_CONDITION, f"its title names {', '.join(in_title[:3])}", names_condition=False)
    return Fit(Directness.UNKNOWN, f"names {_listed(asked.conditions)} only in passing")


def _by_names(wanted: tuple[Wanted, ...], names: tuple[str, ...], verb: str) -> Fit:
    """Compare concept names: the same or a kind of it is direct, a wider one is not established, others are other."""
    have = dict.fromkeys(names)
    met = [want for want in wanted if not want.fitting.isdisjoint(have)]
    if wanted and len(met) == len(wanted):
        return Fit(Directness.DIRECT, f"{verb} {_listed(tuple(met))}")
    if met:
        missing = tuple(want for want in wanted if want not in met)
        return Fit(Directness.UNKNOWN, f"{verb} {_listed(tuple(met))}, not {_listed(missing)}")
    wider = [name for name in have if any(name in want.broader for want in wanted)]
    if wider:
        return Fit(Directness.UNKNOWN, f"{verb} the broader condition {wider[0]}")
    if have:
        return Fit(Directness.OTHER_CONDITION, f"{verb} {', '.join(list(have)[:3])}", names_condition=False)
    return Fit(Directness.UNKNOWN, "names no condition that is known here", names_condition=False)


def _by_words(bearing: Bearing) -> Fit:
    """For a question whose condition is no known concept: by what speaks for the text, with what it lacks."""
    if bearing.is_enough:
        return Fit(Directness.DIRECT, "holds the words of the question")
    lacks = ", ".join(one.words or one.name for one in bearing.lacks[:4])
    because = f"does not hold: {lacks}" if lacks else "holds the words of the question only apart or in passing"
    return Fit(Directness.UNKNOWN, because, names_condition=False)


def _population_fit(asked: Asked, record: Record) -> Fit | None:
    mesh = " ; ".join(heading.descriptor for heading in record.mesh)
    groups = groups_named(f"{record.title} ; {record.population or ''} ; {mesh}")
    if asked.populations:
        contrary = _contrary(asked, groups)
        if contrary:
            return Fit(Directness.OTHER_POPULATION, contrary)
        missing = _unnamed(asked, groups)
        return (
            Fit(Directness.UNKNOWN, f"does not say whether it holds for {missing}", missing_group=missing)
            if missing
            else None
        )
    named = " ".join((asked.question.as_read, *(want.name for want in asked.conditions)))
    only_pregnancy = "pregnant women" in groups_named(record.title) and "adults" not in groups_named(record.title)
    if only_pregnancy and "pregnant women" not in groups_named(named) and not _OF_BIRTH.search(named):
        return Fit(Directness.OTHER_POPULATION, phrase("indirect.pregnancy"))
    return None


def _contrary(asked: Asked, groups: frozenset[str]) -> str:
    """Why the people studied are not those asked about, or "" when nothing says so."""
    for want in asked.populations:
        for group in GROUPS:
            if not re.search(group.pattern, want.name, re.IGNORECASE):
                continue
            if group.name in _BESIDE_GROWN_UPS and "women" in groups_named(want.name):
                continue  # "women and girls who could become pregnant"
            if group.name in groups:
                break
            if group.excludes and group.excludes in groups:
                return phrase("indirect.people", studied=group.excludes, asked=want.name)
    return ""


def _unnamed(asked: Asked, groups: frozenset[str]) -> str:
    """The first group asked about that evidence on people in general does not cover, and that is not named."""
    for want in asked.populations:
        named = groups_named(want.name)
        special = sorted(named & NOT_COVERED_BY_GENERAL - (_BESIDE_GROWN_UPS if "women" in named else frozenset()))
        if special and groups.isdisjoint(special):
            return special[0]
    return ""


def _all_named(asked: Asked, seen: Seen) -> bool:
    names = {want.name for want in asked.conditions}
    return all(has(one, seen) for one in asked.places if one.name in names)


def _conditions_in(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    names = []
    for found in lexicon.mentions(text[:_HEAD_CHARS]):
        if found.concept.kind is ConceptKind.CONDITION:
            other = other_condition(text, found.start, found.end)
            names.append(text[slice(*other)].casefold() if other else found.concept.name)
    return tuple(dict.fromkeys(names))


def _major_topics(record: Record) -> str:
    majors = (h.descriptor for h in record.mesh if h.major or any(major for _, major in h.qualifiers))
    return " ; ".join((*majors, *record.keywords))


def _listed(wanted: tuple[Wanted, ...]) -> str:
    return ", ".join(want.name for want in wanted)
