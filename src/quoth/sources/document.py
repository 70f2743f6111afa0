"""A guideline document as one report: its blocks as text with sections, the facts about it, and what is not known.

Headings stand in the text between the sections, where they can be quoted (a heading such as "Strong recommendations"
is a grade) and are nobody's sentence. Paragraphs, table rows and lists stand apart by a blank line; a list that a colon
leads in is one block with its lead-in, so that "Do not offer:" is never cut from what follows. Page numbers of a PDF
stand in the path of a section as "p. 12".
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quoth.errors import BadFile, HostileFile
from quoth.model import (
    Doubt,
    DoubtKind,
    Fidelity,
    Form,
    Ids,
    Notice,
    NoticeKind,
    PartialDate,
    Record,
    Report,
    Section,
    SectionRole,
    make_rendition,
)
from quoth.sources.document_facts import DOCUMENT_STATUSES, DocumentFacts
from quoth.sources.document_sidecar import facts_for
from quoth.sources.identifiers import clean_doi, clean_pmid, record_id_of
from quoth.sources.items import Item, Options
from quoth.sources.opening import file_sha256
from quoth.text.writable import writable

__all__ = ["Block", "Document", "compose", "items_of"]

_HEADING_CHARS = 300
_ROLES = {
    "background": SectionRole.BACKGROUND,
    "introduction": SectionRole.BACKGROUND,
    "epidemiology": SectionRole.BACKGROUND,
    "methods": SectionRole.METHODS,
    "methodology": SectionRole.METHODS,
    "search strategy": SectionRole.METHODS,
    "methods and literature search": SectionRole.METHODS,
    "objectives": SectionRole.OBJECTIVE,
    "purpose": SectionRole.OBJECTIVE,
    "scope": SectionRole.OBJECTIVE,
}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list or table row, or a heading."""

    text: str
    level: int = 0
    """1 and up for a heading, 1 the outermost."""
    page: int | None = None
    """From 1, where the format has pages."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader took out of a file."""

    blocks: tuple[Block, ...]
    title: str | None = None
    """As the file states it: never trusted without a person's word."""
    doubts: tuple[Doubt, ...] = ()
    language: str | None = None


def items_of(path: Path, options: Options, document: Document, kind: str) -> Iterator[Item]:
    """The report of a document, then a notice against whatever it takes the place of.

    Args:
        path: the file, named in faults and hashed for its identity.
        options: the caller's facts and limits.
        document: what was read.
        kind: the format in a word or two, such as "PDF".

    Raises:
        BadFile: there is no text in it; HostileFile when there is too much.
        BadInput: a fact that cannot be used.
    """
    facts = facts_for(path, options)
    text, sections = compose(document.blocks)
    if not text.strip():
        raise BadFile(f"{path.name!r} holds no text. A scan has to be made readable (OCR) before it can be quoted.")
    if len(text) > options.limits.document_chars:
        raise HostileFile(
            f"{path.name!r} holds more than {options.limits.document_chars:,} characters of text. Split it, or"
            f" check it."
        )
    origin = f"{kind} document"
    record = _record(path, facts, document, origin)
    rendition = make_rendition(
        Form.FULL_TEXT,
        Fidelity.VERBATIM,
        text,
        sections=sections,
        language=facts.language or document.language,
        origin=origin,
        licence=facts.licence_words,
    )
    yield Report(record, (rendition,))
    if (kind_of_notice := DOCUMENT_STATUSES.get(facts.status or "")) is not None:
        yield Notice(kind_of_notice, record.ids, source=f"document {record.title[:80]}")
    for name in facts.supersedes:
        doi = clean_doi(name)
        target = Ids(doi=doi) if doi else Ids(pmid=clean_pmid(name))
        yield Notice(NoticeKind.SUPERSEDED, target, by=record.ids, source=f"document {record.title[:80]}")


def compose(blocks: Iterable[Block]) -> tuple[str, tuple[Section, ...]]:
    """One text with its sections, every offset exact by construction."""
    parts: list[str] = []
    sections: list[Section] = []
    above: list[tuple[int, str]] = []
    length, start = 0, None
    page: int | None = None

    def close() -> None:
        nonlocal start
        if start is not None:
            *path, heading = [name for _, name in above] or [""]
            where = (*path, f"p. {page}") if page is not None else tuple(path)
            sections.append(Section(start, length, heading, _role([name for _, name in above]), tuple(where)))
        start = None

    for block in blocks:
        words = _clean(block.text)
        if not words:
            continue
        if block.level or block.page != page:
            close()
            page = block.page
        if block.level:
            above = [(level, name) for level, name in above if level < block.level]
            words = " ".join(words.split())[:_HEADING_CHARS]
            above.append((block.level, words))
        if parts:
            parts.append("\n\n")
            length += 2
        if not block.level and start is None:
            start = length
        parts.append(words)
        length += len(words)
    close()
    return "".join(parts), tuple(sections)


def _role(names: list[str]) -> SectionRole | None:
    for name in reversed(names):
        plain = name.casefold().strip(" .:0123456789")
        if plain in _ROLES:
            return _ROLES[plain]
        if "recommendation" in plain:
            return SectionRole.RECOMMENDATIONS
    return None


def _clean(text: str) -> str:
    """Lines without outer white space and without what no store can hold."""
    text = writable(text).replace("\x00", "")
    return "\n".join(line for line in (" ".join(line.split()) for line in text.split("\n")) if line)


def _record(path: Path, facts: DocumentFacts, document: Document, origin: str) -> Record:
    title = facts.title or document.title or path.stem
    ids = Ids(
        pmid=clean_pmid(facts.pmid),
        doi=clean_doi(facts.doi),
        # The hash of its bytes names a document that has no other name, so that it is found again when facts are added.
        other=(("pack", f"document/{file_sha256(path)[:16]}"), *((("url", facts.url),) if facts.url else ())),
    )
    return Record(
        id=record_id_of(ids, title, facts.issuer or "", str(facts.year or "")),
        title=" ".join(title.split()),
        ids=ids,
        design=facts.design(),
        issuer=facts.issuer,
        published=PartialDate(facts.year),
        language=facts.language or document.language,
        conditions=facts.conditions,
        population=facts.population,
        title_verified=facts.title is not None,
        doubts=(*_doubts(facts), *document.doubts, *_unread(document)),
        licence=facts.licence_words,
        origin=origin,
    )


def _unread(document: Document) -> Iterator[Doubt]:
    """Where characters of the file stood for nothing: a dose may have lost its dash."""
    lost = sum(block.text.count("\ufffd") for block in document.blocks)
    if lost:
        said = "A character" if lost == 1 else f"{lost:,} characters"
        yield Doubt(DoubtKind.NOTE, f"{said} could not be read and stand{'s' if lost == 1 else ''} as \ufffd.")


def _doubts(facts: DocumentFacts) -> Iterator[Doubt]:
    if facts.title is None:
        yield Doubt(DoubtKind.TITLE_UNVERIFIED, "The title was taken from the file and not confirmed by a person.")
    if facts.issuer is None:
        yield Doubt(DoubtKind.UNVERIFIED, "Who issued this document was not given.")
    if facts.status == "draft":
        yield Doubt(DoubtKind.NOTE, "A draft: it may still change.")
    if facts.year is None:
        yield Doubt(DoubtKind.UNVERIFIED, "The year of this document was not given.")
