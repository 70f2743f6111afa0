"""Recommendations of one source: found once, shown to an editor, ruled upon, and put where answers read them."""

from collections.abc import Sequence
from dataclasses import dataclass

from quoth.errors import NotFound
from quoth.evidence import propose
from quoth.library import as_read, put_edition
from quoth.model import Fidelity, Form, LookedThrough, Proposal, ProposalStatus, Record, Rendition, Standing
from quoth.pipeline.catalogue import source
from quoth.pipeline.falling_back import recheck_approvals
from quoth.pipeline.indexing import catch_up, writer_lock
from quoth.pipeline.parts import Parts
from quoth.review import Correction, decide, edition
from quoth.store import StoredRendition

__all__ = ["Recommendations", "TextProposals", "own_words", "recommendations", "rule"]

_READ = (Form.FULL_TEXT, Form.ABSTRACT)


@dataclass(frozen=True, slots=True)
class TextProposals:
    """One text of a source, as its reader left it, with what was found in it."""

    rendition: Rendition
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class Recommendations:
    """What was found in the texts of one source, and what editors decided."""

    record: Record
    standing: Standing
    texts: tuple[TextProposals, ...]


def recommendations(name: str, parts: Parts, *, again: bool = False) -> Recommendations:
    """The recommendations found in a source's own words; looked for the first time that somebody asks.

    Args:
        name: record id, PMID, DOI, PMCID, pack id, or "document/<hash>".
        parts: of the library.
        again: look again; what an editor has ruled upon is kept as it is.

    Raises:
        NotFound: no such source, or none of its texts is in its own words.
        LibraryBusy: another process is writing.
    """
    view = source(name, parts)
    current = [held for held in view.renditions if held.current]
    texts = own_words(current, parts)
    if not texts:
        raise NotFound(
            f"Source {view.record.id!r} has no text in its own words. Ingest the document itself, then ask again."
        )
    held = parts.store.proposals([text.id for text in texts])
    missing = [text for text in texts if again or not any(p.rendition_id == text.id for p in held)]
    if missing:
        with writer_lock(parts), parts.store.writing():
            for text in missing:
                _look(text, view.record, parts)
    found = parts.store.proposals([text.id for text in texts])
    shown = tuple(TextProposals(text, tuple(p for p in found if p.rendition_id == text.id)) for text in texts)
    return Recommendations(view.record, view.standing, shown)


def rule(
    name: str,
    proposal_ids: Sequence[str],
    status: ProposalStatus,
    parts: Parts,
    *,
    by: str,
    why: str = "",
    correction: Correction | None = None,
) -> Recommendations:
    """Record an editor's decision on proposals, and make the text's new edition the one that answers read.

    Args:
        name: the source, as in `recommendations`.
        proposal_ids: of that source; all of them or none are decided.
        status: what is decided; `PROPOSED` takes the last decision back.
        parts: of the library; its clock gives the day.
        by: the editor's name.
        why: the reason.
        correction: what to put right, for `CORRECTED`.

    Raises:
        NotFound: no such source or proposal.
        BadInput: see `quoth.review.decide`.
        LibraryBusy: another process is writing.
    """
    shown = recommendations(name, parts)
    on = parts.now().date().isoformat()
    with writer_lock(parts):
        catch_up(parts)
        wanted = list(dict.fromkeys(proposal_ids))
        known = {p.id for text in shown.texts for p in text.proposals}
        if strange := [one for one in wanted if one not in known]:
            raise NotFound(
                f"Source {shown.record.id!r} has no recommendation {', '.join(map(repr, strange))}. "
                "`quoth recommendations list` shows their ids."
            )
        texts = []
        for text in shown.texts:
            ruled = {
                p.id: decide(p, status, by=by, on=on, why=why, text=text.rendition.text, correction=correction)
                for p in text.proposals
                if p.id in wanted
            }
            texts.append(TextProposals(text.rendition, tuple(ruled.get(p.id, p) for p in text.proposals)))
        for text, before in zip(texts, shown.texts, strict=True):
            if text != before:
                _keep(text, shown.record, parts)
    recheck_approvals(parts)
    return Recommendations(shown.record, shown.standing, tuple(texts))


def own_words(current: Sequence[StoredRendition], parts: Parts) -> list[Rendition]:
    """The current texts that can hold recommendations, each as its reader left it."""
    fit = [h for h in current if h.rendition.fidelity is Fidelity.VERBATIM and h.rendition.form in _READ]
    return [as_read(held, parts.store).rendition for held in fit]


def _look(text: Rendition, record: Record, parts: Parts) -> None:
    """Find recommendations in a text; those that were ruled upon stay, others with the same statement give way."""
    held = parts.store.proposals([text.id])
    ruled = [p for p in held if p.decisions]
    parts.store.delete_proposals(text.id, [p.id for p in held if not p.decisions])
    spoken = [p.standing_annotation.whole for p in ruled]
    names = {p.id for p in ruled}
    fresh = []
    for found in propose(text, record):
        whole = found.annotation.whole
        if any(one.start < whole.end and whole.start < one.end for one in spoken):
            continue
        fresh.append(found.renamed(_free(found.id, names)))
        names.add(fresh[-1].id)
    parts.store.put_proposals(fresh)
    parts.store.put_item(LookedThrough(text.id, record.id, parts.now().date().isoformat()))


def _free(wanted: str, taken: set[str]) -> str:
    number = 2
    name = wanted
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    return name


def _keep(text: TextProposals, record: Record, parts: Parts) -> None:
    """Store the histories and the edition in one transaction, then bring the index up to it."""
    with parts.store.writing():
        parts.store.put_proposals(text.proposals)
        acts = sum(len(p.decisions) for p in text.proposals)
        put_edition(record.id, edition(text.rendition, text.proposals), parts.store, acts=acts)
    catch_up(parts)
