"""Asks the index what the plan says."""

from quoth.model import Filters, Question, Run
from quoth.search.plan import plan
from quoth.search.protocol import Index

__all__ = ["retrieve"]


def retrieve(
    question: Question, index: Index, k: int, *, filters: Filters | None = None, on_condition: bool = False
) -> Run:
    """The best `k` units for a question, inside the walls that are set; `on_condition` as `plan` takes it."""
    query = plan(question, on_condition=on_condition)
    if filters is not None:
        query = type(query)(query.clauses, filters)
    return index.search(query, k=k)
