"""Identifiers as the library compares them: PMID digits only, DOI lower case without prefix, "PMC" and digits."""

import hashlib
import re

from quoth.model import Ids, RecordId

__all__ = ["clean_doi", "clean_pmcid", "clean_pmid", "record_id_of"]

_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")
_PLAIN_DOI = re.compile(r"10\.[0-9]{4,9}/[A-Za-z0-9./_-]*[A-Za-z0-9]")
_PMID = re.compile(r"0*([1-9][0-9]{0,8})")
_PMCID = re.compile(r"PMC\s*0*([1-9][0-9]{0,9})", re.IGNORECASE)
_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}


def clean_pmid(value: str | None) -> str | None:
    """The digits of a PubMed id, or `None` when it is none."""
    match = _PMID.fullmatch(value.strip()) if value else None
    return match.group(1) if match else None


def clean_pmcid(value: str | None) -> str | None:
    """The id as "PMC123", or `None` when it is none. Bare digits are taken at the caller's word."""
    if not value:
        return None
    match = _PMCID.search(value)
    if match:
        return f"PMC{match.group(1)}"
    bare = _PMID.fullmatch(value.strip())
    return f"PMC{bare.group(1)}" if bare else None


def clean_doi(value: str | None) -> str | None:
    """The DOI in lower case without "doi:" or a resolver's address, or `None` when there is none in `value`."""
    if not value:
        return None
    if _PLAIN_DOI.fullmatch(value):
        return value.lower()
    match = _DOI.search(value)
    if match is None:
        return None
    doi = match.group(0).lower()
    while doi and (doi[-1] in ".,;:'\"" or (doi[-1] in _PAIRS and doi.count(_PAIRS[doi[-1]]) < doi.count(doi[-1]))):
        doi = doi[:-1]
    return doi


def record_id_of(ids: Ids, *words: str) -> RecordId:
    """A record's id from its strongest identifier; without any, from the hash of the words given."""
    if ids.pmid:
        return RecordId(f"pmid-{ids.pmid}")
    if ids.pmcid:
        return RecordId(f"pmc-{ids.pmcid[3:]}")
    if ids.doi:
        return RecordId(f"doi-{ids.doi}")
    digest = hashlib.sha256("\x1f".join(words).casefold().encode("utf-8", "replace")).hexdigest()
    return RecordId(f"cite-{digest[:16]}")
