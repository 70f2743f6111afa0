"""A set of sources for other programs: RIS for reference managers, CSV for spreadsheets.

All that a search looks at goes out, so that what is read back is found by the same strategy; abstracts as far as the
caller gives them.
"""

import csv
from collections.abc import Callable, Iterable
from io import StringIO

from quoth.interop.own_fields import own_fields
from quoth.model import Design, Record, RetractionState, Standing, stated_design

__all__ = ["CSV_COLUMNS", "AbstractOf", "no_abstract", "render_csv", "render_ris"]

CSV_COLUMNS = (
    *("id", "title", "authors", "year", "journal", "volume", "issue", "pages"),
    *("kind", "pmid", "doi", "pmcid", "retraction"),
    *("publication_types", "mesh", "keywords", "abstract"),
)
_BOOKISH = frozenset({Design.GUIDELINE, Design.CONSENSUS})
_RETRACTION = {RetractionState.YES: "yes", RetractionState.NO: "no", RetractionState.NOT_CHECKED: "not checked"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins so for a formula."""


AbstractOf = Callable[[Record], str]
"""The abstract to give out with a record; empty for none."""


def no_abstract(_: Record) -> str:
    """Catalogue facts alone."""
    return ""


def render_ris(rows: Iterable[tuple[Record, Standing]], abstract_of: AbstractOf = no_abstract) -> str:
    """RIS, a reference each, lines ended as the format wants them; a retraction is said in a note."""
    return "".join(
        f"{line}\r\n" for record, standing in rows for line in _reference(record, standing, abstract_of(record))
    )


def render_csv(rows: Iterable[tuple[Record, Standing]], abstract_of: AbstractOf = no_abstract) -> str:
    """CSV with a head line. Cells that a spreadsheet would run as formulas begin with an apostrophe."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(CSV_COLUMNS)
    for record, standing in rows:
        writer.writerow([_cell(value) for value in _row(record, standing, abstract_of(record))])
    return out.getvalue()


def _reference(record: Record, standing: Standing, abstract: str) -> list[str]:
    article = bool(record.journal) or stated_design(record) not in _BOOKISH
    first, _, last = (record.pages or "").partition("-")
    tags = [
        ("TY", "JOUR" if article else "RPRT"),
        *(("AU", author) for author in record.authors if author != "et al."),
        *([("A2", record.issuer)] if record.issuer else []),
        ("TI", record.title),
        ("T2", record.journal),
        ("J2", record.journal_abbreviation),
        ("PY", str(record.published.year) if record.published.year else None),
        ("VL", record.volume),
        ("IS", record.issue),
        ("SP", first.strip()),
        ("EP", last.strip()),
        ("DO", record.ids.doi),
        ("AN", record.ids.pmid),
        ("DB", "PubMed" if record.ids.pmid else None),
        ("C2", record.ids.pmcid),
        ("LA", record.language),
        ("AB", abstract),
        *(("KW", word) for word in record.keywords),
        *(("KW", heading.descriptor) for heading in record.mesh),
        ("M3", stated_design(record)),
        ("N1", "This report is retracted." if standing.retraction is RetractionState.YES else None),
        *own_fields(record),
        ("ID", record.id),
    ]
    return [*(f"{tag}  - {_one_line(value)}" for tag, value in tags if value), "ER  - ", ""]


def _row(record: Record, standing: Standing, abstract: str) -> tuple[str, ...]:
    return (
        record.id,
        record.title,
        "; ".join(record.authors),
        str(record.published.year or ""),
        record.journal or "",
        record.volume or "",
        record.issue or "",
        record.pages or "",
        stated_design(record) or "not stated",
        record.ids.pmid or "",
        record.ids.doi or "",
        record.ids.pmcid or "",
        _RETRACTION[standing.retraction],
        "; ".join(record.publication_types),
        "; ".join(heading.descriptor for heading in record.mesh),
        "; ".join(record.keywords),
        abstract,
    )


def _one_line(value: str) -> str:
    return " ".join(value.split())


def _cell(value: str) -> str:
    value = _one_line(value)
    return f"'{value}" if value.startswith(_FORMULA) else value
