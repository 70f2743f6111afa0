"""Identifiers in one form, and what they say about two records: the same report, two reports, or nothing."""

import hashlib
import re
from enum import Enum

from quoth.model import Ids, Record, RecordId, encode
from quoth.store.keys import JOINED, clean_text

__all__ = ["Agreement", "agreement", "base_id", "clean_ids", "content_hash", "identifiers_in", "united_ids"]

_PMID = re.compile(r"0*([1-9]\d{0,8})")
_PMCID = re.compile(r"(?:pmc)?0*([1-9]\d{0,9})(?:\.\d+)?", re.IGNORECASE)
_DOI_LEAD = re.compile(r"(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_NOT_PLAIN = re.compile(r"[^a-z0-9.]+")
_DOI_CHARS = 300


class Agreement(Enum):
    """What the identifiers of two records say about them."""

    SAME = "same"
    DIFFERENT = "different"
    SILENT = "silent"


def clean_ids(ids: Ids) -> Ids:
    """The identifiers in the form that `Ids` describes; a value that is none of its kind is moved to `other`."""
    pmid = _PMID.fullmatch(clean_text(ids.pmid or ""))
    pmcid = _PMCID.fullmatch(clean_text(ids.pmcid or ""))
    doi = _clean_doi(ids.doi or "")
    other = [(clean_text(kind), clean_text(value)) for kind, value in ids.other]
    strays = (("pmid", ids.pmid, pmid), ("doi", ids.doi, doi), ("pmcid", ids.pmcid, pmcid))
    other += [(f"unusable {kind}", clean_text(given)) for kind, given, read in strays if given and not read]
    return Ids(
        pmid=pmid[1] if pmid else None,
        doi=doi,
        pmcid=f"PMC{pmcid[1]}" if pmcid else None,
        pack=clean_text(ids.pack or "") or None,
        other=tuple(dict.fromkeys(pair for pair in other if all(pair))),
    )


def agreement(one: Ids, other: Ids) -> Agreement:
    """Whether two sets of identifiers mean one report.

    The strongest kind that both carry decides: PMID, then DOI, then PMCID. Two records with one DOI and different PMIDs
    are two reports (PubMed gives some DOIs to several citations), and so stay apart; two with one PMID and different
    DOIs are one (a DOI is mistyped more often than a PMID). Pack ids only say "same", never "different": two packs may
    describe one report. An identifier of a record that an editor joined to another is as good as the other's own.
    """
    if _joined(one) & identifiers_in(other) or _joined(other) & identifiers_in(one):
        return Agreement.SAME
    for mine, theirs in ((one.pmid, other.pmid), (one.doi, other.doi), (one.pmcid, other.pmcid)):
        if mine and theirs:
            return Agreement.SAME if mine == theirs else Agreement.DIFFERENT
    return Agreement.SAME if _pack_ids(one) & _pack_ids(other) else Agreement.SILENT


def united_ids(ids: tuple[Ids, ...]) -> Ids:
    """Identifiers of one report from several sources, best source first; what loses is kept under `other`."""
    if len(ids) == 1 and not ids[0].other:
        return ids[0]
    united = {kind: next((value for each in ids if (value := getattr(each, kind))), None) for kind in _KINDS}
    spare = [(kind, getattr(each, kind)) for each in ids for kind in _KINDS]
    lost = {(kind, value) for kind, value in spare if value and value != united[kind]}
    named = {pair for each in ids for pair in each.other}
    return Ids(**united, other=tuple(sorted(named.union(lost) - set(united.items()))))


def identifiers_in(ids: Ids) -> set[tuple[str, str]]:
    """Every identifier as (kind, value), those under `other` included."""
    return {(kind, value) for kind in _KINDS if (value := getattr(ids, kind))} | set(ids.other)


def base_id(record: Record) -> RecordId:
    """The id that a record gets when it first comes, from its best identifier, else from its content."""
    ids = record.ids
    if ids.pmid:
        return RecordId(f"pmid-{ids.pmid}")
    if ids.doi:
        return RecordId(f"doi-{_plain(ids.doi)}")
    if ids.pmcid:
        return RecordId(f"pmcid-{ids.pmcid}")
    if ids.pack:
        return RecordId(f"pack-{_plain(ids.pack)}")
    return RecordId(f"title-{content_hash(record)}")


def content_hash(record: Record) -> str:
    """16 hexadecimal digits of what the record says, whatever it was called and wherever it was read."""
    said = (record.title, record.authors, record.journal, record.volume, record.issue, record.pages, record.published)
    return hashlib.sha256(encode(said) + encode(record.ids)).hexdigest()[:16]


_KINDS = ("pmid", "doi", "pmcid", "pack")


def _joined(ids: Ids) -> set[tuple[str, str]]:
    """Identifiers that came by an editor's merger."""
    return {(kind.removeprefix(JOINED), value) for kind, value in ids.other if kind.startswith(JOINED)}


def _pack_ids(ids: Ids) -> set[str]:
    return {value for kind, value in [("pack", ids.pack), *ids.other] if kind == "pack" and value}


def _clean_doi(given: str) -> str | None:
    doi = _DOI_LEAD.sub("", clean_text(given), count=1).strip().rstrip(".,;").lower()
    return doi if len(doi) <= _DOI_CHARS and _DOI.fullmatch(doi) else None


def _plain(identifier: str) -> str:
    return _NOT_PLAIN.sub("-", identifier.lower()).strip("-")
