"""Guideline packs, docs/reference/pack-format.md: words for a topic, its sources, and where they differ.

A pack with faults is refused as a whole, with all its faults: half a guideline is worse than none.
"""

from collections.abc import Iterator
from pathlib import Path

from quoth.errors import BadPack, HostileFile
from quoth.model import (
    RETRACTION_CHECKED,
    Concept,
    Design,
    Doubt,
    DoubtKind,
    GlossaryEntry,
    Ids,
    Notice,
    NoticeKind,
    PartialDate,
    Record,
    RecordId,
    Report,
    Topic,
    Words,
)
from quoth.sources.items import Item, Options
from quoth.sources.opening import read_text
from quoth.sources.pack_faults import faults_of
from quoth.sources.pack_schema import Pack, PackRecord
from quoth.sources.pack_text import compose_differences, compose_record, doubt_of, withheld_results
from quoth.sources.pack_yaml import YamlFault, parse_yaml

__all__ = ["load_pack", "read"]


def read(path: Path, options: Options) -> Iterator[Item]:
    """Words first, then each record with its notices, then the note on where the sources differ.

    Raises:
        BadPack: all faults of the pack, each with its record and field.
        HostileFile: the file is larger than any pack.
    """
    pack = load_pack(path, options)
    yield _words(pack)
    for record in pack.records:
        yield _report(pack, record)
        yield from _notices(pack, record)
    if pack.differences:
        yield _differences(pack)


def load_pack(path: Path, options: Options) -> Pack:
    """The pack of a file, checked through and through. Raises as `read` does."""
    text = read_text(path, options.limits, at_most=options.limits.pack_bytes, what="a guideline pack")
    try:
        parsed = parse_yaml(text)
    except YamlFault as fault:
        if fault.hostile:
            raise HostileFile(f"{path.name!r} is not safe to read (line {fault.line}): {fault.reason}.") from fault
        raise BadPack(path.name, [f"line {fault.line}: {fault.reason}."]) from fault
    pack, faults = faults_of(parsed)
    if faults or pack is None:
        raise BadPack(path.name, faults)
    return pack


def _words(pack: Pack) -> Words:
    origin = f"pack {pack.pack}"
    topic = None
    if pack.condition and pack.question:
        topic = Topic(
            pack=pack.pack,
            version=pack.version,
            title=pack.title,
            condition=pack.condition,
            question=pack.question,
            common_questions=pack.common_questions,
            editor=pack.editor,
            as_of=pack.as_of or "",
            licence=pack.licence,
        )
    concepts = tuple(
        Concept(c.name, c.kind, c.group or None, c.lay, c.clinical, c.broader, c.mesh or None, origin, c.descriptions)
        for c in pack.concepts
    )
    glossary = tuple(GlossaryEntry(entry.term, entry.definition, entry.also, origin) for entry in pack.glossary)
    return Words(pack.pack, pack.version, topic, concepts, glossary)


def _report(pack: Pack, source: PackRecord) -> Report:
    rendition = compose_record(pack, source)
    record = Record(
        id=RecordId(f"pack-{pack.pack}-{source.id}"),
        title=source.title,
        ids=_ids(pack, source),
        design=Design(source.type),
        authors=source.authors,
        issuer=source.issuer or None,
        journal=source.journal or None,
        volume=source.volume or None,
        issue=source.issue or None,
        pages=source.pages or None,
        published=PartialDate(source.year),
        dates=_looked_for_retraction(pack, source),
        language=source.language or None,
        conditions=source.conditions or ((pack.condition,) if pack.condition else ()),
        population=source.population or None,
        interventions=source.interventions,
        comparators=source.comparators,
        outcomes=source.outcomes,
        n_studies=source.n_studies,
        n_participants=source.n_participants,
        indirect=source.indirect or None,
        title_verified=source.title_verified,
        doubts=_doubts(source),
        funding=source.funding or None,
        licence=source.licence or None,
        origin=f"pack {pack.pack} {pack.version}",
    )
    return Report(record, (rendition,) if rendition else ())


def _looked_for_retraction(pack: Pack, source: PackRecord) -> tuple[tuple[str, PartialDate], ...]:
    """The day on which the editor looked and found none; nothing where nobody looked."""
    return ((RETRACTION_CHECKED, _date(pack.as_of)),) if source.retraction == "no" else ()


def _ids(pack: Pack, source: PackRecord) -> Ids:
    other = (("url", source.url),) if source.url else ()
    return Ids(source.pmid or None, source.doi or None, source.pmcid or None, f"{pack.pack}/{source.id}", other)


def _doubts(source: PackRecord) -> tuple[Doubt, ...]:
    """Every reason to be careful with a record, in a fixed order: title, reading, figures, then the editor's own."""
    said = tuple(doubt_of(text) for text in source.doubts)
    doubts = []
    if not source.title_verified:
        doubts.append(
            Doubt(DoubtKind.TITLE_UNVERIFIED, "The title is the editor's description, not read in the source.")
        )
    told = any(doubt.kind is DoubtKind.PARTLY_READ for doubt in said)
    if source.seen and not told and not _read_in_full(source.seen):
        doubts.append(Doubt(DoubtKind.PARTLY_READ, f"The editor did not read the whole source. Read: {source.seen}."))
    if withheld := len(withheld_results(source)):
        counted = "1 key result with figures is" if withheld == 1 else f"{withheld} key results with figures are"
        doubts.append(
            Doubt(DoubtKind.FIGURES_WITHHELD, f"{counted} withheld: the figures were not verified in the source.")
        )
    return (*doubts, *said)


def _read_in_full(seen: str) -> bool:
    words = seen.casefold().replace("-", " ")
    partly = any(cue in words for cue in ("part", "excerpt", "digest", "secondary", "abstract", "not "))
    return ("full text" in words or "whole" in words or words == "full") and not partly


def _notices(pack: Pack, source: PackRecord) -> Iterator[Notice]:
    target, said_by = _ids(pack, source), f"pack {pack.pack}"
    if source.superseded_by:
        successor = next(record for record in pack.records if record.id == source.superseded_by)
        yield Notice(NoticeKind.SUPERSEDED, target, by=_ids(pack, successor), source=said_by)
    if source.withdrawn:
        yield Notice(NoticeKind.WITHDRAWN, target, note=source.withdrawn, source=said_by)
    if source.retraction == "yes":
        yield Notice(NoticeKind.RETRACTION, target, source=said_by)


def _differences(pack: Pack) -> Report:
    interventions = dict.fromkeys(name for difference in pack.differences for name in difference.interventions)
    record = Record(
        id=RecordId(f"pack-{pack.pack}-differences"),
        title=f"Where the sources differ: {pack.title}",
        ids=Ids(pack=f"{pack.pack}/differences"),
        design=Design.NOTE,
        issuer=pack.editor,
        published=_date(pack.as_of),
        conditions=(pack.condition,) if pack.condition else (),
        interventions=tuple(interventions),
        licence=pack.licence or None,
        origin=f"pack {pack.pack} {pack.version}",
    )
    return Report(record, (compose_differences(pack),))


def _date(as_of: str | None) -> PartialDate:
    return PartialDate(*(int(part) for part in as_of.split("-"))) if as_of else PartialDate()
