"""What search finds: an abstract, a pack's record, a difference that an editor noted, or a section of a full text.

And, for strategies alone, the catalogue entry of a record that has none of them.
"""

import re
from collections.abc import Iterable, Iterator

from quoth.model import (
    AnnotationKind,
    Extent,
    Form,
    MeshHeading,
    Record,
    Rendition,
    RenditionId,
    Section,
    Unit,
    stated_design,
)
from quoth.store.stored import StoredRendition

__all__ = ["entry_unit", "units"]

_SHORTEST = 200
_LONGEST = 2500
"""Sections of a full text are merged up to the one and split beyond the other, in characters."""

# What stands in an article without being evidence. References would make every article about all that it cites.
_NOT_SEARCHED = re.compile(
    r"(?:list of )?(?:references|bibliography|literature(?: cited)?|works cited|pre-?publication history)[\s.:]*",
    re.IGNORECASE,
)
# MeSH check tags that name who was studied, and the words that filters use for them.
_POPULATIONS = {
    "Infant, Newborn": "newborn", "Infant": "infant", "Child, Preschool": "child", "Child": "child",
    "Adolescent": "adolescent", "Young Adult": "adult", "Adult": "adult", "Middle Aged": "adult", "Aged": "aged",
    "Aged, 80 and over": "aged", "Pregnancy": "pregnancy", "Pregnant Women": "pregnancy", "Female": "female",
    "Male": "male", "Humans": "humans", "Animals": "animals",
}  # fmt: skip


def units(stored: StoredRendition, record: Record) -> tuple[Unit, ...]:
    """The searchable units of one stored text, in order; ids and texts are slices of the stored text."""
    rendition = stored.rendition
    if rendition.form is Form.CITATION:
        extents: Iterable[Extent] = [Extent(0, 0)]
    elif rendition.form is Form.FULL_TEXT:
        extents = _split(rendition, _merged(rendition))
    elif _notes_differences(rendition):
        extents = sorted({annotation.whole for annotation in rendition.annotations})
    else:
        extents = [Extent(0, len(rendition.text))]
    facts = _facts(record)
    return tuple(
        Unit(
            id=f"{rendition.id}#{extent.start}-{extent.end}",
            record_id=stored.record_id,
            rendition_id=rendition.id,
            start=extent.start,
            end=extent.end,
            title=record.title,
            text=rendition.text[extent.start : extent.end],
            mesh=facts.mesh,
            keywords=facts.keywords,
            interventions="; ".join(_interventions(record, rendition, extent)),
            plain=" ".join(_plain(rendition, extent)),
            kind=facts.kind,
            year=facts.year,
            populations=tuple(_populations(record, rendition, extent)),
            authors=facts.authors,
            journal=facts.journal,
            types=facts.types,
        )
        for extent in extents
    )


def entry_unit(record: Record) -> Unit:
    """What a strategy finds a record by that has no text: title, headings, authors, year, kind."""
    return _facts(record)


def _facts(record: Record) -> Unit:
    """The catalogue entry, as every unit of the record carries it."""
    return Unit(
        id=f"{record.id}#",
        record_id=record.id,
        rendition_id=RenditionId(""),
        start=0,
        end=0,
        title=record.title,
        text="",
        mesh="; ".join(map(_mesh_words, record.mesh)),
        keywords="; ".join(record.keywords),
        kind=stated_design(record) or "",
        year=record.published.year,
        authors="; ".join(record.authors),
        journal="; ".join(filter(None, (record.journal, record.journal_abbreviation))),
        types="; ".join(record.publication_types),
    )


def _notes_differences(rendition: Rendition) -> bool:
    noted = rendition.annotations
    return bool(noted) and all(annotation.kind is AnnotationKind.DIFFERENCE for annotation in noted)


def _mesh_words(heading: MeshHeading) -> str:
    if not heading.qualifiers:
        return heading.descriptor
    return " / ".join([heading.descriptor, *[name for name, _major in heading.qualifiers]])


def _interventions(record: Record, rendition: Rendition, extent: Extent) -> dict[str, None]:
    """Names of interventions of the record and of what is annotated within the extent, each once."""
    names = [] if _notes_differences(rendition) else list(record.interventions)
    for annotation in rendition.annotations:
        if extent.start <= annotation.whole.start and annotation.whole.end <= extent.end:
            names += [*annotation.interventions, *annotation.comparators]
    return dict.fromkeys(names)


def _plain(rendition: Rendition, extent: Extent) -> Iterator[str]:
    """The plain wording of what is annotated within the extent."""
    for annotation in rendition.annotations:
        if annotation.plain and extent.start <= annotation.whole.start and annotation.whole.end <= extent.end:
            yield annotation.plain


def _populations(record: Record, rendition: Rendition, extent: Extent) -> dict[str, None]:
    """Who was studied: the record's words, those of its annotations, and MeSH check tags in plain words."""
    named = [record.population] if record.population else []
    for annotation in rendition.annotations:
        whose = annotation.population
        if whose and extent.start <= whose.start and whose.end <= extent.end:
            named.append(rendition.text[whose.start : whose.end])
    named += [_POPULATIONS[heading.descriptor] for heading in record.mesh if heading.descriptor in _POPULATIONS]
    return dict.fromkeys(named)


def _merged(rendition: Rendition) -> Iterator[Extent]:
    """Runs of neighbouring sections under one chapter, joined while they are short."""
    run: Extent | None = None
    chapter = ""
    for section in rendition.sections or (Section(0, len(rendition.text)),):
        if _is_left_out(section) or section.start >= section.end:
            if run:
                yield run
            run = None
            continue
        fits = run is not None and section.end - run.start <= _LONGEST
        short = run is not None and (run.end - run.start < _SHORTEST or section.end - section.start < _SHORTEST)
        if run is not None and fits and short and chapter == _chapter(section):
            run = Extent(run.start, section.end)
        else:
            if run:
                yield run
            run = Extent(section.start, section.end)
        chapter = _chapter(section)
    if run:
        yield run


def _is_left_out(section: Section) -> bool:
    return any(_NOT_SEARCHED.fullmatch(heading.strip()) for heading in (section.heading, *section.path))


def _chapter(section: Section) -> str:
    return section.path[0] if section.path else section.heading


def _split(rendition: Rendition, extents: Iterable[Extent]) -> Iterator[Extent]:
    """The extents, those that are too long cut between sentences into parts of about one length."""
    for extent in extents:
        length = extent.end - extent.start
        if length <= _LONGEST:
            yield extent
            continue
        target = length / -(-length // _LONGEST)
        start = extent.start
        for sentence in rendition.sentences:
            if extent.start < sentence.start < extent.end and start < sentence.start:
                too_long = sentence.end - start > _LONGEST
                if too_long or sentence.start - start >= target:
                    yield Extent(start, sentence.start)
                    start = sentence.start
        yield Extent(start, extent.end)
