"""Promise 4: evidence on others, or of another time than the guidance, says so."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from typing import NamedTuple

from quoth.check.context import Ctx, Read, held_references, placed_statements
from quoth.check.people import groups_named, is_animal, why_other_people
from quoth.model import Directness, Fault, FaultKind, FindingKind, Mark, MarkKind, Question, Record
from quoth.model.other_condition_rules import MADE_OTHER_AFTER, MADE_OTHER_BEFORE
from quoth.model.people_rules import NOT_COVERED_BY_GENERAL

__all__ = ["age", "directness", "guidance_year"]

_STANDS_APART = (Directness.OTHER_CONDITION, Directness.OTHER_POPULATION, Directness.ANIMAL)
_TEXT_CHARS = 60_000
_TITLE_CHARS = 1_000
_STUDIES = (FindingKind.RESULT, FindingKind.CONCLUSION)


class _Naming(NamedTuple):
    """What a text names: a condition that was asked about; and, of a title, another one instead."""

    asked: Callable[[str], bool]
    another: Callable[[str], bool]


def directness(ctx: Ctx) -> Iterator[Fault]:
    """What is about another condition or population, or about animals, says so on each row and, if filed so, below."""
    asked = [mention.concept.name for mention in ctx.page.question.conditions]
    # A source is shown in several rows: what its texts name is looked up once.
    naming = _Naming(cache(partial(_names_asked, ctx)), cache(partial(_names_another, ctx)))
    for read in ctx.reads:
        reason = _why_indirect(ctx, read, asked, naming)
        if reason and not _wears(read.statement.marks, MarkKind.INDIRECT):
            yield Fault(FaultKind.UNMARKED_INDIRECT, read.statement.id, reason)
    for name, reference, record in held_references(ctx):
        if record.indirect and not _wears(reference.marks, MarkKind.INDIRECT):
            yield Fault(FaultKind.UNMARKED_INDIRECT, name, f"filed as indirect: {record.indirect}")


def age(ctx: Ctx) -> Iterator[Fault]:
    """Research older or newer than the newest guidance on the page says so."""
    guidance = guidance_year(ctx)
    for read in ctx.reads:
        statement, year = read.statement, read.record.published.year if read.record else None
        newer, older = (
            _wears(statement.marks, kind) for kind in (MarkKind.NEWER_THAN_GUIDELINE, MarkKind.OLDER_THAN_GUIDELINE)
        )
        is_newer = guidance is not None and year is not None and year > guidance
        is_older = guidance is not None and year is not None and year < guidance
        if (newer and not is_newer) or (older and not is_older):
            detail = (
                f"{'newer' if newer else 'older'} than the guidance, which is of {guidance}; the record is of {year}"
            )
            yield Fault(FaultKind.MARK_UNTRUE, statement.id, detail)
        if (
            statement.kind in _STUDIES
            and statement.action is None
            and ((is_newer and not newer) or (is_older and not older))
        ):
            yield Fault(FaultKind.UNMARKED_AGE, statement.id, f"the record is of {year}, the guidance of {guidance}")


def _why_indirect(ctx: Ctx, read: Read, asked: Sequence[str], naming: _Naming) -> str | None:
    record = read.record
    if read.statement.directness in _STANDS_APART:
        return f"judged as evidence on {read.statement.directness.value}"
    if record is None:
        return None
    if record.indirect:
        return f"filed as indirect: {record.indirect}"
    if is_animal(record):
        return "an animal or laboratory study"
    if asked and record.conditions:
        fits = any(ctx.links.is_kind_of(about, wanted) for about in record.conditions for wanted in asked)
        if not fits:
            return f"about {', '.join(record.conditions)}, asked about {', '.join(asked)}"
    if asked and not record.conditions and not _names_any(read, record, naming):
        return f"shown as direct for {', '.join(asked)}, which neither its title, its headings nor its text names"
    direct = read.statement.directness is Directness.DIRECT and read.annotation is None
    if asked and not record.conditions and direct and naming.another(record.title[:_TITLE_CHARS]):
        return f"shown as direct for {', '.join(asked)}, where its title names another condition that ends alike"
    people = [mention.concept.name for mention in ctx.page.question.populations]
    return why_other_people(read, record, [*people, *_people_not_read(ctx.page.question)])


@lru_cache(maxsize=64)
def _people_not_read(question: Question) -> tuple[str, ...]:
    """Groups that the question's own words name, and nothing that was read from it does.

    Left out of what was understood, they would make evidence on anybody look direct. Only groups that evidence on
    people in general does not cover are asked about.
    """
    read = (*question.conditions, *question.interventions, *question.comparators, *question.populations)
    named = groups_named([words for one in (*read, *question.outcomes) for words in (one.words, one.concept.name)])
    return tuple(sorted((groups_named([question.as_read]) & NOT_COVERED_BY_GENERAL) - named))


def _names_any(read: Read, record: Record, naming: _Naming) -> bool:
    """Whether a row that is shown as direct is about a condition asked about, by the words of its source."""
    if read.statement.directness is not Directness.DIRECT or read.annotation is not None or read.rendition is None:
        return True
    near = (record.title, read.statement.quote.text, " ; ".join(heading.descriptor for heading in record.mesh))
    whole = (read.rendition.text[:_TEXT_CHARS], " ; ".join(record.keywords))
    return any(map(naming.asked, near)) or any(map(naming.asked, whole))


def _names_asked(ctx: Ctx, text: str) -> bool:
    return any(ctx.links.names_condition((text,), mention.concept) for mention in ctx.page.question.conditions)


def _names_another(ctx: Ctx, title: str) -> bool:
    """Whether a title speaks of "pulmonary hypertension" alone, asked about hypertension.

    A longer name that the library holds as a kind of what was asked is what was asked.
    """
    fits = []
    for mention in ctx.page.question.conditions:
        concept = mention.concept
        for name in (concept.name, *concept.lay, *concept.clinical):
            for found in _named(name, title):
                before = _made_other().search(title, 0, found.start())
                longer = title[before.start() : found.end()] if before else name
                kind = before is None or ctx.links.is_kind_of(longer, concept.name)
                fits.append(kind and not re.match(MADE_OTHER_AFTER, title[found.end() :], re.IGNORECASE))
    return bool(fits) and not any(fits)


def _named(name: str, title: str) -> Iterable[re.Match[str]]:
    """Where a name stands in a title, whatever the case of either."""
    # Of a condition's many names few stand in a title: most are passed over without a pattern.
    if name.isascii() and title.isascii() and name.lower() not in title.lower():
        return ()
    return re.finditer(rf"\b{re.escape(name)}(?!\w)", title, re.IGNORECASE)


@cache
def _made_other() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{MADE_OTHER_BEFORE})[- ]$", re.IGNORECASE)


def guidance_year(ctx: Ctx) -> int | None:
    """The year of the newest recommendation in lead and actions that stands and is direct; `None` without one."""
    layers = ("bottom line", "actions")
    advice = {statement for layer, statement in placed_statements(ctx.page) if layer in layers}
    years = [
        read.record.published.year
        for read in ctx.reads
        if read.statement in advice
        and read.statement.directness is Directness.DIRECT
        and read.record
        and read.record.published.year
        and read.truth
        and read.truth.usable
    ]
    return max(years, default=None)


def _wears(marks: Sequence[Mark], kind: MarkKind) -> bool:
    return any(mark.kind is kind for mark in marks)
