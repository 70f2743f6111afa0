"""Many real abstracts as reports, for libraries of a realistic size."""

import random
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from quoth.bench.collections import Document, abstracts, pubmedqa_abstracts
from quoth.library import keep
from quoth.model import (
    Fidelity,
    Form,
    Ids,
    PartialDate,
    Record,
    RecordId,
    Report,
    Section,
    make_rendition,
)
from quoth.pipeline import Parts, rebuild_index
from quoth.sources import read
from quoth.text import sentences

__all__ = ["fill", "pubmed_reports", "report_of", "reports"]

_BATCH = 1000
# What a record of MEDLINE is most often said to be, with how often (out of ten).
_TYPES = ("Journal Article",) * 6 + ("Randomized Controlled Trial",) * 2 + ("Review", "Meta-Analysis")


def fill(parts: Parts, data: Path, count: int, *, seed: int) -> int:
    """Take this many abstracts into the library and its index. Returns how many records the library then has more."""
    before = parts.store.counts().records
    coming = reports(data, count, seed=seed)
    while batch := list(islice(coming, _BATCH)):
        with parts.store.writing():
            for report in batch:
                keep(report, parts.store)
    rebuild_index(parts)
    return parts.store.counts().records - before


def reports(data: Path, count: int, *, seed: int) -> Iterator[Report]:
    """Exactly `count` reports: PubMed records as they are, then abstracts of the other sets, then those again.

    What comes again has another id, and a title and text that begin with the number of the copy: a library takes equal
    texts for one.
    """
    source = random.Random(seed)  # noqa: S311 - years, no secret
    made = 0
    originals = [d for d in (*pubmedqa_abstracts(data), *abstracts(data)) if len(d.text) > 200]
    for report in islice(pubmed_reports(data / "pubmed_xml"), count):
        made += 1
        yield report
    copy = 0
    while made < count:
        for number, document in enumerate(originals):
            if made == count:
                return
            made += 1
            yield _report(document, copy, 50_000_000 + copy * 1_000_000 + number, source)
        copy += 1


def pubmed_reports(folder: Path) -> Iterator[Report]:
    """Records with a text of every PubMed XML file in a folder, each once."""
    held: set[str] = set()
    for file in sorted(folder.glob("*.xml")):
        for report in _reports(read(file)):
            pmid = report.record.ids.pmid or ""
            if report.renditions and pmid not in held:
                held.add(pmid)
                yield report


def _reports(items: Iterable[object]) -> Iterator[Report]:
    return (item for item in items if isinstance(item, Report))


def report_of(document: Document, number: int, source: random.Random) -> Report:
    """A document as a report of its own number."""
    return _report(document, 0, 50_000_000 + number, source)


def _report(document: Document, copy: int, pmid: int, source: random.Random) -> Report:
    tag = f"Copy {copy}. " if copy else ""
    start, end = next(iter(sentences(document.text)), (0, 0))
    title = tag + (document.title or document.text[start:end][:200])
    text = tag + document.text
    record = Record(
        id=RecordId(f"pmid-{pmid}"),
        title=title,
        ids=Ids(pmid=str(pmid)),
        journal="Journal",
        published=PartialDate(source.randint(1985, 2023)),
        publication_types=(source.choice(_TYPES),),
        language="eng",
        origin="PubMed XML",
    )
    sections = (Section(0, len(text)),)
    rendition = make_rendition(
        Form.ABSTRACT, Fidelity.VERBATIM, text, sections=sections, language="eng", origin="PubMed XML"
    )
    return Report(record, (rendition,))
