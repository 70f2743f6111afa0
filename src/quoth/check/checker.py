"""The face of the checker: a page goes in, a verdict comes out, whatever the page holds."""

from collections.abc import Iterable

from quoth.check.context import read_page
from quoth.check.links import Links
from quoth.check.rules import RULES
from quoth.errors import BadStoredData, UncitedStatement
from quoth.model import Abstention, Answer, Fault, FaultKind, Verdict, decode, encode
from quoth.store.protocol import Store

__all__ = ["Checker", "verify"]

MOST_FAULTS = 1000
"""Of one page: a page with more is refused all the same, and its verdict stays readable."""


class Checker:
    """Checks pages against one store. Keeps the library's concept links between pages of the same revision.

    Holds nothing else and can be shared between threads.
    """

    def __init__(self, store: Store, *, allowed_texts: Iterable[str] = ()) -> None:
        """Take the store, and the operator's own texts (signposts, starters) that a page may show."""
        self._store = store
        self._links = Links(store)
        self._allowed_texts = frozenset(allowed_texts)

    def verify(self, page: Answer | Abstention, *, allowed_texts: Iterable[str] = ()) -> Verdict:
        """Every fault that the rules find in a page. A page that is not what its type says is one fault itself."""
        malformed = _malformed(page)
        if malformed is not None:
            answer_id = page.id if isinstance(getattr(page, "id", None), str) else ""
            return Verdict(answer_id, 0, (Fault(FaultKind.STRUCTURE, "", malformed),))
        ctx = read_page(page, self._store, self._allowed_texts.union(allowed_texts), self._links)
        faults = dict.fromkeys(fault for rule in RULES for fault in rule.find(ctx))
        read = sum(1 for read in ctx.reads if read.stored is not None)
        return Verdict(page.id, read, tuple(faults)[:MOST_FAULTS])


def verify(page: Answer | Abstention, store: Store, *, allowed_texts: Iterable[str] = ()) -> Verdict:
    """Check one page. Whoever checks many keeps a `Checker`, which reads the library's concepts once a revision."""
    return Checker(store).verify(page, allowed_texts=allowed_texts)


def _malformed(page: object) -> str | None:
    """Why this is no page at all, or `None`: the codec reads it strictly, so that no rule has to doubt a type."""
    if not isinstance(page, Answer | Abstention):
        return f"neither an answer nor an abstention but {type(page).__name__}"
    try:
        decode(encode(page), type(page))
    except (BadStoredData, UncitedStatement, TypeError, ValueError, RecursionError, OverflowError) as fault:
        return f"the page does not hold what its type says: {str(fault)[:300]}"
    return None
