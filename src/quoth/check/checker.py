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
MOST_WORDS = 300
"""Characters of the reason why something is no page."""


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
        try:
            page = _as_stored(page)
        except _NotAPage as fault:
            return Verdict(fault.answer_id, 0, (Fault(FaultKind.STRUCTURE, "", str(fault)),))
        self._links.refresh()
        ctx = read_page(page, self._store, self._allowed_texts.union(allowed_texts), self._links)
        faults = dict.fromkeys(fault for rule in RULES for fault in rule.find(ctx))
        read = sum(1 for read in ctx.reads if read.stored is not None)
        return Verdict(page.id, read, tuple(faults)[:MOST_FAULTS])


def verify(page: Answer | Abstention, store: Store, *, allowed_texts: Iterable[str] = ()) -> Verdict:
    """Check one page. Whoever checks many keeps a `Checker`, which reads the library's concepts once a revision."""
    return Checker(store).verify(page, allowed_texts=allowed_texts)


class _NotAPage(Exception):
    """Something was given that does not hold what a page holds."""

    def __init__(self, page: object, reason: str) -> None:
        super().__init__(reason[:MOST_WORDS])
        answer_id = getattr(page, "id", None)
        self.answer_id = answer_id if isinstance(answer_id, str) else ""


def _as_stored(page: object) -> Answer | Abstention:
    """The page as its own bytes give it back, read strictly, so that no rule has to doubt a type."""
    if not isinstance(page, Answer | Abstention):
        raise _NotAPage(page, f"neither an answer nor an abstention but {type(page).__name__}")
    try:
        again = decode(encode(page), type(page))
    except (BadStoredData, UncitedStatement, TypeError, ValueError, RecursionError, OverflowError) as fault:
        raise _NotAPage(page, f"the page does not hold what its type says: {fault}") from fault
    if again != page:
        raise _NotAPage(page, "the page holds something that is lost or changed when it is stored")
    return again
