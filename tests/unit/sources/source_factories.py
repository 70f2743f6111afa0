"""Tiny files of every format, written where a test asks for them, and what is read from them."""

import gzip
from pathlib import Path

from quoth.model import Notice, Refusal, Report, Words
from quoth.sources import Item, Limits, read

__all__ = ["citation", "items", "notices", "only_report", "pack", "pubmed", "refusals", "reports", "words"]

HEAD = (
    '<?xml version="1.0"?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" '
    '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">\n'
)


def items(
    folder: Path, content: str | bytes, name: str = "file", *, packed: bool = False, limits: Limits | None = None
) -> list[Item]:
    """Everything that is read from a file with this content."""
    data = content.encode() if isinstance(content, str) else content
    path = folder / name
    path.write_bytes(gzip.compress(data) if packed else data)
    return list(read(path, limits=limits))


def reports(found: list[Item]) -> list[Report]:
    """The reports among the items."""
    return [item for item in found if isinstance(item, Report)]


def only_report(found: list[Item]) -> Report:
    """The one report among the items."""
    (report,) = reports(found)
    return report


def notices(found: list[Item]) -> list[Notice]:
    """The notices among the items."""
    return [item for item in found if isinstance(item, Notice)]


def refusals(found: list[Item]) -> list[Refusal]:
    """The refusals among the items."""
    return [item for item in found if isinstance(item, Refusal)]


def words(found: list[Item]) -> Words:
    """The one set of words among the items."""
    (found_words,) = [item for item in found if isinstance(item, Words)]
    return found_words


def citation(pmid: str = "1", *, article: str = "", more: str = "", data: str = "", title: str = "A trial.") -> str:
    """A PubmedArticle: `article` goes into its Article, `more` behind it, `data` into PubmedData."""
    return (
        f'<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">{pmid}</PMID>'
        f"<Article><ArticleTitle>{title}</ArticleTitle>{article}</Article>{more}</MedlineCitation>"
        f"<PubmedData>{data}</PubmedData></PubmedArticle>"
    )


def pubmed(*citations: str, root: str = "PubmedArticleSet") -> str:
    """A file of citations with PubMed's own document type."""
    return f"{HEAD}<{root}>\n" + "\n".join(citations) + f"\n</{root}>\n"


def pack(records: str = "", *, more: str = "") -> str:
    """A pack on knee pain; `records` is YAML under `records:`, indented by two; `more` stands before it."""
    head = """\
quoth_pack: 1
pack: knee
version: 2026.10
title: Knee pain
editor: Ward 3
as_of: 2026-11-23
licence: CC-BY-4.0
condition: knee pain
question: What helps knee pain?
concepts:
  - {name: knee pain, kind: condition, lay: [sore knee]}
  - {name: hip pain, kind: condition}
  - {name: exercise, kind: intervention, clinical: [training]}
  - {name: taping, kind: intervention, broader: [exercise]}
"""
    return head + more + (f"records:\n{records}" if records else "")
