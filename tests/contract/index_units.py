"""Units and queries for tests of an index."""

from quoth.model import Filters, Query, QueryClause, RecordId, RenditionId, Run, Unit


def unit(text: str, *, id: str = "a", **more: object) -> Unit:
    """A unit of one text; its rendition is named after it."""
    values = {
        "title": "",
        "start": 0,
        "end": len(text),
        "record_id": RecordId(f"r-{id}"),
        "rendition_id": RenditionId(id),
    }
    return Unit(id=f"{id}#0-{len(text)}", text=text, **(values | more))  # type: ignore[arg-type]


def entry(title: str, *, id: str, **more: object) -> Unit:
    """The catalogue entry of a record that has no text."""
    record_id = RecordId(f"r-{id}")
    return Unit(f"{record_id}#", record_id, RenditionId(""), 0, 0, title, "", **more)  # type: ignore[arg-type]


def query(*words: str, **filters: object) -> Query:
    """A query of one clause a word."""
    return Query(tuple(QueryClause((word,)) for word in words), Filters(**filters))  # type: ignore[arg-type]


def found(run: Run) -> list[str]:
    """Names of the texts found, best first."""
    return [str(hit.rendition_id) for hit in run.hits]
