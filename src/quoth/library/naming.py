"""What a person types to name a source: a PMID, DOI, PMC id, their addresses, or a pack's record."""

import re

from quoth.library.identifiers import clean_ids
from quoth.model import Ids
from quoth.store.keys import lookup_keys

__all__ = ["ids_from_text"]

_PUBMED = re.compile(r"(?:pmid[:\s-]*|(?:https?://)?pubmed\.ncbi\.nlm\.nih\.gov/)?(\d{1,9})/?", re.IGNORECASE)
_PMC = re.compile(r"(?:pmcid[:\s-]*|https?://\S*/)?(pmc\d{1,10})/?", re.IGNORECASE)
_DOI = re.compile(r"(?:doi[:\s]*)?(?:https?://)?(?:dx\.)?(?:doi\.org/)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_PACK = re.compile(r"[A-Za-z0-9-]+/[A-Za-z0-9._-]+")


def ids_from_text(text: str) -> Ids | None:
    """The identifier that the text is, in the form of `Ids`; `None` when it is none."""
    named = text.strip()
    if found := _PUBMED.fullmatch(named):
        ids = Ids(pmid=found[1])
    elif found := _PMC.fullmatch(named):
        ids = Ids(pmcid=found[1])
    elif found := _DOI.fullmatch(named):
        ids = Ids(doi=found[1])
    elif _PACK.fullmatch(named):
        ids = Ids(pack=named)
    else:
        return None
    cleaned = clean_ids(ids)
    return cleaned if lookup_keys(cleaned) else None
