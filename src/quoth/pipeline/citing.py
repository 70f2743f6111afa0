"""Citation searching: from records that somebody has to those that cite them, or are like them, as PubMed knows it."""

from collections.abc import Sequence
from enum import StrEnum

from quoth.errors import BadInput, NotFound
from quoth.library import ids_from_text
from quoth.pipeline.parts import Parts
from quoth.pipeline.taking import live_of

__all__ = ["Way", "beside"]


class Way(StrEnum):
    """Which way from a record."""

    CITING = "citing"
    """Forward: what cites it, the newest first."""
    SIMILAR = "similar"
    """What PubMed holds to be like it, most alike first."""


def beside(names: Sequence[str], way: Way, parts: Parts, *, limit: int) -> tuple[str, ...]:
    """The PMIDs that the records of these names lead to, each once and none of them one of these; to be added by `add`.

    Args:
        names: PMIDs, or other names of records that the library holds with their PMID.
        way: which way to go.
        parts: where PubMed is asked; only the numbers of the records are sent.
        limit: at most so many, in turn from each record.

    Raises:
        BadInput: a name leads to no PMID.
        NotFound: PubMed knows of nothing.
        NetworkNotAllowed: `pubmed` is not switched on.
        SourceFailed: it does not answer.
    """
    start = [_pmid_of(name, parts) for name in names]
    pubmed = live_of(parts).pubmed()
    found = [_newest_first(pubmed.cited_by(each)) if way is Way.CITING else pubmed.similar(each) for each in start]
    depth = max(map(len, found), default=0)
    in_turn = (ids[at] for at in range(depth) for ids in found if at < len(ids))
    new = tuple(dict.fromkeys(pmid for pmid in in_turn if pmid not in start))
    if not new:
        raise NotFound(f"PubMed knows of nothing {'that cites' if way is Way.CITING else 'like'} {', '.join(start)}.")
    return new[:limit]


def _newest_first(pmids: Sequence[str]) -> tuple[str, ...]:
    """By their numbers, which PubMed gives out as records arrive."""
    return tuple(sorted(pmids, key=int, reverse=True))


def _pmid_of(name: str, parts: Parts) -> str:
    ids = ids_from_text(name)
    if ids and ids.pmid:
        return ids.pmid
    held = parts.store.find(ids) if ids else None
    pmid = parts.store.record(held).ids.pmid if held else None
    if pmid is None:
        raise BadInput(
            f"{name.strip()[:80]!r} leads to no PMID. Citations are looked up by PMID: write PMID:12345678, or add the "
            "record first."
        )
    return pmid
