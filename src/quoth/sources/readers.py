"""The table of formats, and `read`, which picks one and streams what it holds.

A reader's module is imported when its format is first met: the command line stays quick, and a library that one format
needs is not missed by the others. A plug-in adds its own `Reader` to the table.
"""

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from quoth.errors import BadInput
from quoth.sources.document_facts import DocumentFacts
from quoth.sources.items import Item, Limits, Options
from quoth.sources.sniffing import sniff
from quoth.text.nearest import did_you_mean

__all__ = ["READERS", "Reader", "read"]

ReadFunction = Callable[[Path, Options], Iterator[Item]]


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: its name, what a person calls it, and the module whose `read` understands it."""

    name: str
    title: str
    module: str

    def read(self, path: Path, options: Options) -> Iterator[Item]:
        """What the file holds, in its order."""
        return cast(ReadFunction, importlib.import_module(self.module).read)(path, options)


READERS: dict[str, Reader] = {
    reader.name: reader
    for reader in (
        Reader("pubmed-xml", "PubMed or MEDLINE XML", "quoth.sources.pubmed_xml"),
        Reader("jats", "JATS or NLM full text", "quoth.sources.jats"),
        Reader("medline", "MEDLINE, .nbib and Ovid exports", "quoth.sources.medline"),
        Reader("ris", "RIS", "quoth.sources.ris"),
        Reader("bibtex", "BibTeX", "quoth.sources.bibtex"),
        Reader("pack", "guideline pack (YAML)", "quoth.sources.packs"),
        Reader("retractions", "list of retractions (CSV, TSV or JSON)", "quoth.sources.retractions"),
        Reader("mesh", "MeSH descriptors (XML, ASCII or TSV)", "quoth.sources.mesh"),
        Reader("html", "guideline as a web page (HTML)", "quoth.sources.html"),
        Reader("markdown", "guideline in Markdown", "quoth.sources.markdown_text"),
        Reader("docx", "guideline as a Word document (DOCX)", "quoth.sources.docx"),
        Reader("pdf", "guideline as a PDF", "quoth.sources.pdf"),
    )
}


def read(
    path: Path,
    *,
    format: str | None = None,
    as_of: date | None = None,
    limits: Limits | None = None,
    facts: DocumentFacts | None = None,
) -> Iterator[Item]:
    """What a file holds, in its order, one item at a time; memory does not grow with the file.

    Args:
        path: the file, plain or gzip.
        format: a name of `READERS`; found from the content when left out.
        as_of: for retraction lists, the day that the list was drawn up, where the file does not say.
        limits: how much an honest file may ask of us.
        facts: for guideline documents, what the document does not say of itself.

    Yields:
        Reports, notices, lists of notices and words. A `Refusal` stands where an item could not be taken in; a fatal
        one is the last item.

    Raises:
        BadInput: the format is not known.
        BadFile: the file cannot be read as what it is said to be (BadPack, HostileFile are kinds of it).
    """
    options = Options(as_of, limits or Limits(), facts or DocumentFacts())
    name = format or sniff(path, options.limits)
    if name not in READERS:
        raise BadInput(
            f"Format {name!r} is not known.{did_you_mean(name, READERS)} Known: {', '.join(READERS)}. "
            "Leave it out to find it by content."
        )
    return READERS[name].read(path, options)
