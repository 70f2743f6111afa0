"""The texts that traps are made from: abstracts of the shared data as the readers yield them, and hand-written ones.

Nothing of the shared data is kept here: it is read when traps are made.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from quoth.bench.collections import json_lines, scifact_abstracts
from quoth.evidence.study.aims import states_aim, tells_no_effect
from quoth.evidence.study.design import study_design
from quoth.evidence.study.found import tells_nothing_found
from quoth.library import cut
from quoth.model import (
    Design,
    Fidelity,
    Form,
    Ids,
    PartialDate,
    Record,
    RecordId,
    Rendition,
    Report,
    Section,
    SectionRole,
    make_rendition,
)
from quoth.sources import read
from quoth.sources.abstracts import abstract_text

__all__ = ["NEEDS", "Material", "abstract", "fixtures", "load_material", "quotable", "report", "said", "sentences_of"]

NEEDS = (
    "evidence_inference/structured_abstract_sections.jsonl.gz",
    "scifact/corpus.jsonl.gz",
    "pubmed_xml",
    "ngc_guidelines/guidelines_open.jsonl.gz",
)
_FIXTURES = Path(__file__).parent / "fixtures"
_ROLES = {
    "BACKGROUND": "BACKGROUND",
    "OBJECTIVE": "OBJECTIVE",
    "METHODS": "METHODS",
    "RESULTS": "RESULTS",
    "CONCLUSIONS": "CONCLUSIONS",
}


@dataclass(frozen=True, slots=True)
class Material:
    """Reports with an abstract, cut into sentences; empty where the data folder is not there."""

    structured: tuple[Report, ...] = ()
    """Labelled abstracts of open trials."""
    unlabelled: tuple[Report, ...] = ()
    """Abstracts with a title and without labels."""
    catalogued: tuple[Report, ...] = ()
    """Records out of PubMed XML, with publication types and MeSH."""
    guidelines: tuple[Report, ...] = ()
    """The recommendations of open guidelines, as their summaries give them."""


def load_material(data: Path, most: int | None = None) -> Material:
    """The texts of the data folder that traps are made from, in the order of their files; `most` of each kind."""
    kinds = (_structured(data / NEEDS[0]), _scifact(data), _pubmed(data / NEEDS[2]), _guidelines(data / NEEDS[3]))
    structured, unlabelled, catalogued, guidelines = (tuple(islice(one, most)) for one in kinds)
    return Material(structured, unlabelled, catalogued, guidelines)


def fixtures(name: str) -> list[Any]:
    """The hand-written texts of one file of `fixtures/`."""
    rows: list[Any] = yaml.safe_load((_FIXTURES / f"{name}.yaml").read_text(encoding="utf-8"))
    return rows


def abstract(parts: Sequence[tuple[str | None, str]]) -> Rendition:
    """A verbatim abstract of (label, text) parts, cut into sentences."""
    text, sections = abstract_text([(label, _ROLES.get((label or "").upper()), words) for label, words in parts])
    return cut(make_rendition(Form.ABSTRACT, Fidelity.VERBATIM, text, sections=sections, origin="PubMed XML"))


def report(number: int, title: str, rendition: Rendition, **facts: Any) -> Report:
    """A report of a made-up PubMed record around a text; `facts` are fields of the record."""
    record = Record(
        id=RecordId(f"pmid-{90_000_000 + number}"),
        title=title,
        ids=Ids(pmid=str(90_000_000 + number), doi=f"10.9999/trap.{number}"),
        journal="Journal of Traps",
        published=PartialDate(2019),
        origin="PubMed XML",
    )
    return Report(replace(record, **facts), (rendition,))


def said(each: Report, index: int) -> str:
    """The sentence at this place of a report's text."""
    one = each.renditions[0].sentences[index]
    return each.renditions[0].text[one.start : one.end]


def sentences_of(rendition: Rendition, *roles: SectionRole | None) -> list[int]:
    """Places, in the list of sentences, of those that stand in sections of these roles and are long enough to quote."""
    return [
        index
        for index, one in enumerate(rendition.sentences)
        if one.end - one.start >= 40
        and not states_aim(rendition.text[one.start : one.end])
        and _role_at(rendition.sections, one.start) in roles
    ]


def quotable(reports: Sequence[Report], *roles: SectionRole) -> list[tuple[Report, int]]:
    """Every sentence of these sections that a page may lawfully show; plans and laboratory work are left out."""
    return [
        (each, index)
        for each in reports
        if study_design(each.record, each.renditions[0].text).design not in (Design.PROTOCOL, Design.ANIMAL)
        for index in sentences_of(each.renditions[0], *roles)
        if not tells_no_effect(_sentence(each.renditions[0], index))
        and not tells_nothing_found(_sentence(each.renditions[0], index), concludes=False)
    ]


def _sentence(rendition: Rendition, index: int) -> str:
    extent = rendition.sentences[index]
    return rendition.text[extent.start : extent.end]


def _role_at(sections: Sequence[Section], position: int) -> SectionRole | None:
    return next((section.role for section in sections if section.start <= position < section.end), None)


def _structured(path: Path) -> Iterator[Report]:
    for number, row in enumerate(json_lines(path), start=1):
        text, sections = abstract_text([(s["heading"], _ROLES.get(s["role"]), s["text"]) for s in row["sections"]])
        rendition = make_rendition(Form.ABSTRACT, Fidelity.VERBATIM, text, sections=sections, origin="PubMed XML")
        ids = Ids(pmid=row.get("pmid") or str(80_000_000 + number), pmcid=f"PMC{row['pmcid']}")
        record = Record(
            RecordId(f"pmid-{ids.pmid}"), f"Trial {number}", ids, published=PartialDate(2012), origin="PubMed XML"
        )
        yield Report(record, (cut(rendition),))


def _scifact(data: Path) -> Iterator[Report]:
    for doc_id, title, sentences in scifact_abstracts(data):
        text = " ".join(sentences)
        rendition = make_rendition(Form.ABSTRACT, Fidelity.VERBATIM, text, origin="PubMed XML")
        ids = Ids(pmid=str(70_000_000 + int(doc_id) % 9_999_999))
        record = Record(RecordId(f"pmid-{ids.pmid}"), title, ids, published=PartialDate(2010), origin="PubMed XML")
        yield Report(record, (cut(rendition),))


def _pubmed(folder: Path) -> Iterator[Report]:
    seen: set[str] = set()
    for path in sorted(folder.iterdir()):
        for item in read(path):
            if not isinstance(item, Report) or item.record.id in seen:
                continue
            texts = tuple(cut(one) for one in item.renditions if one.form is Form.ABSTRACT)
            if texts and len(texts[0].sentences) >= 4:
                seen.add(item.record.id)
                yield Report(item.record, texts[:1])


def _guidelines(path: Path) -> Iterator[Report]:
    for number, row in enumerate(json_lines(path), start=1):
        fields = row["fields"]
        advice = fields.get("Major Recommendations")
        if not advice:
            continue
        rendition = make_rendition(Form.FULL_TEXT, Fidelity.VERBATIM, advice[0], origin="guideline summary")
        title = fields["Guideline Title"][0]
        ids = Ids(pmid=str(60_000_000 + number), other=(("ngc", row["id"]),))
        record = Record(
            RecordId(f"pmid-{ids.pmid}"),
            title,
            ids,
            design=Design.GUIDELINE,
            issuer=title.rpartition(":")[2].strip() or "An issuer",
            published=PartialDate(2014),
            origin="guideline summary",
        )
        yield Report(record, (cut(rendition),))
