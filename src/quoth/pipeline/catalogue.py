"""Looking into the library: what is in it, one source, one passage."""

from dataclasses import dataclass

from quoth.errors import BadInput
from quoth.evidence import StudyDesign, sample_size, study_design, study_facts
from quoth.library import OwnGuideline, Version, ids_from_text, standings, versions
from quoth.library import overview as library_overview
from quoth.model import (
    Design,
    Form,
    Record,
    RecordId,
    RenditionId,
    Standing,
    Statement,
    StudyFact,
    Topic,
)
from quoth.pipeline.parts import Parts
from quoth.store import Counts, StoredRendition

__all__ = ["Overview", "PassageView", "SourceView", "Use", "Uses", "overview", "passage", "source", "uses"]

USES_SHOWN = 20


UNTOLD = StudyDesign(Design.OTHER, None)
"""Neither stated nor to be read."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What a library holds, how it stands, and what opens it."""

    counts: Counts
    topics: tuple[Topic, ...]
    retracted: int
    """Records with a retraction against them."""
    marked: int
    """Records under concern, superseded or withdrawn."""
    not_checked: int
    """Records whose retraction state nobody has checked."""
    doubtful: int
    """Records with at least one doubt."""
    snapshot: str
    units: int
    """Units in the search index."""
    own_guidelines: int = 0
    """Guidelines that no pack brought and that stand."""
    shown_guidelines: tuple[OwnGuideline, ...] = ()
    """The first of these, by title."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source with every text of it, older versions included."""

    record: Record
    standing: Standing
    renditions: tuple[StoredRendition, ...]
    design: StudyDesign = UNTOLD
    """As stated, or worked out from types, MeSH and wordings; with its OCEBM 2011 level for questions of treatment."""
    n: int | None = None
    """People studied, as the entry says or the text tells."""
    versions: tuple[Version, ...] = ()
    """What it took the place of and what took its place, itself included, the newest first; empty without any."""
    facts: tuple[StudyFact, ...] = ()
    """What it says of its registration, setting, care against bias, funding and interests."""


@dataclass(frozen=True, slots=True)
class PassageView:
    """One passage in its text."""

    record: Record
    standing: Standing
    stored: StoredRendition
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Use:
    """One kept answer that shows passages of a source."""

    answer_id: str
    question: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Uses:
    """Where a source is used, the newest answers first."""

    count: int
    shown: tuple[Use, ...]


def overview(parts: Parts) -> Overview:
    """Counts of everything, with what is retracted or doubtful; reads every record once."""
    found = library_overview(parts.store)
    return Overview(
        counts=found.counts,
        topics=parts.store.topics(),
        retracted=found.retracted,
        marked=found.concern + found.superseded + found.withdrawn,
        not_checked=found.not_checked,
        doubtful=found.doubtful,
        snapshot=parts.store.snapshot(),
        units=len(parts.index),
        own_guidelines=found.own_guidelines,
        shown_guidelines=found.shown_guidelines,
    )


def source(record_id: str, parts: Parts) -> SourceView:
    """One source by record id, PMID, DOI, PMCID or pack id. Raises NotFound."""
    found = _find(record_id, parts)
    record = parts.store.record(found)
    standing = standings((record,), parts.store)[record.id]
    stored = parts.store.renditions(record.id, current_only=False)
    current = [one.rendition for one in stored if one.current]
    text = next((one.text for one in current if one.form is not Form.PACK), "")
    size = sample_size(record, text)
    return SourceView(
        record,
        standing,
        stored,
        study_design(record, text),
        size,
        versions(record, parts.store),
        study_facts(record, current),
    )


def uses(record: Record, parts: Parts) -> Uses:
    """The kept pages that show passages of a source; how many there are, and the newest of them."""
    count, newest = parts.store.answers_using(record.id, limit=USES_SHOWN)
    found = []
    for answer_id in newest:
        page = parts.store.answer(answer_id)
        numbers = {ref.number for ref in page.references if ref.record_id == record.id}
        said = tuple(s for s in page.statements() if s.citations[0] in numbers)
        found.append(Use(answer_id, page.question.text, said))
    return Uses(count, tuple(found))


def passage(rendition_id: str, start: int, end: int, parts: Parts) -> PassageView:
    """One passage by its offsets.

    Raises:
        NotFound: no such text.
        BadInput: the offsets do not lie in it.
    """
    stored = parts.store.rendition(RenditionId(rendition_id))
    length = len(stored.rendition.text)
    if not 0 <= start < end <= length:
        raise BadInput(
            f"Passage {start}-{end} does not lie in {rendition_id!r}, which has {length} characters. "
            "Expected 0 <= start < end <= length. Open the source and follow a passage from there."
        )
    record = parts.store.record(stored.record_id)
    return PassageView(record, standings((record,), parts.store)[record.id], stored, start, end)


def _find(name: str, parts: Parts) -> RecordId:
    ids = ids_from_text(name)
    return (parts.store.find(ids) if ids else None) or RecordId(name)
