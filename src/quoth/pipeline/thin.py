"""Whether a search beyond the library is worth offering, told without loading what searches."""

from quoth.model import Abstention, Answer, Reason
from quoth.pipeline.parts import Parts

__all__ = ["is_thin", "may_search"]

_THIN_REFERENCES = 3
_ASKABLE = frozenset({Reason.UNKNOWN_WORDS, Reason.NO_DIRECT_EVIDENCE, Reason.EMPTY_LIBRARY})


def is_thin(page: Answer | Abstention) -> bool:
    """Whether a search beyond the library could help: nothing was found, or little."""
    if isinstance(page, Abstention):
        return page.reason in _ASKABLE
    return len(page.references) < _THIN_REFERENCES


def may_search(parts: Parts) -> bool:
    """Whether PubMed may be searched here, by the operator's settings."""
    return parts.live is not None and parts.live.is_on("pubmed")
