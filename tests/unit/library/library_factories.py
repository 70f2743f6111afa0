"""Tiny reports as readers would yield them."""

from typing import Any

from quoth.model import (
    Annotation,
    AnnotationKind,
    Extent,
    Fidelity,
    Form,
    Ids,
    PartialDate,
    Record,
    RecordId,
    Rendition,
    Report,
    Topic,
    Words,
)
from quoth.model.rendition import make_rendition

TITLE = "Exercise for patellofemoral pain in adults: a randomised trial"


def record(origin: str = "PubMed XML", **facts: Any) -> Record:
    """A catalogue entry; identifiers by their names, `year` for the date."""
    ids = Ids(**{kind: facts.pop(kind) for kind in ("pmid", "doi", "pmcid", "pack", "other") if kind in facts})
    known = {"id": RecordId("as-read"), "title": TITLE, "authors": ("Berg A", "Moe B"), "origin": origin, "ids": ids}
    return Record(**(known | {"published": PartialDate(facts.pop("year", 2020))} | facts))


def abstract(words: str = "Pain fell. Function rose.", origin: str = "PubMed XML", **facts: Any) -> Rendition:
    """A verbatim abstract."""
    return make_rendition(Form.ABSTRACT, Fidelity.VERBATIM, words, origin=origin, **facts)


def report(origin: str = "PubMed XML", *, words: str | None = "Pain fell. Function rose.", **facts: Any) -> Report:
    """A report with one abstract, or none."""
    return Report(record(origin, **facts), (abstract(words, origin),) if words else ())


def pack_text(lines: str, origin: str, kind: AnnotationKind = AnnotationKind.RECOMMENDATION) -> Rendition:
    """A pack's text, each line annotated as a whole."""
    annotations = []
    start = 0
    for number, line in enumerate(lines.split("\n")):
        extent = Extent(start, start + len(line))
        annotations.append(Annotation(f"r{number}", kind, extent, extent, interventions=(f"intervention {number}",)))
        start = extent.end + 1
    return make_rendition(Form.PACK, Fidelity.SUMMARY, lines, annotations=annotations, origin=origin)


def pack_report(
    name: str = "knee", version: str = "1", *, which: str = "a", lines: str = "Offer exercise.", **facts: Any
) -> Report:
    """One record of a pack with its text."""
    origin = f"pack {name} {version}"
    facts = {"pack": f"{name}/{which}", "title": f"A guideline on knees, number {which}"} | facts
    return Report(record(origin, **facts), (pack_text(lines, origin),))


def pack_words(name: str = "knee", version: str = "1", editor: str = "quoth starter library") -> Words:
    """A pack's words."""
    return Words(name, version, Topic(name, version, name, name, f"What helps {name}?", editor=editor))
