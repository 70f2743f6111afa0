"""Proposals of the reference store."""

from collections.abc import Iterable, Sequence

from quoth.errors import NotFound
from quoth.model import Proposal, RenditionId
from quoth.store.keys import in_reading_order
from quoth.store.memory_session import MemorySession

__all__ = ["MemoryProposals"]


class MemoryProposals(MemorySession):
    """The part of the reference store that holds what was found in texts and what editors decided about it."""

    def put_proposals(self, proposals: Iterable[Proposal]) -> None:
        """Keep what was found in a text, with what editors decided; the same id of the same text is replaced."""
        with self._change() as state:
            for proposal in proposals:
                if proposal.rendition_id not in state.texts:
                    raise NotFound(f"No text {proposal.rendition_id!r} in this library. Ingest its source again.")
                state.proposals[proposal.rendition_id, proposal.id] = proposal

    def proposals(self, rendition_ids: Sequence[RenditionId]) -> tuple[Proposal, ...]:
        """The proposals of these texts, in the order of the texts, then of the places of their statements."""
        state = self._state()
        held = (p for p in state.proposals.values() if p.rendition_id in state.texts)
        return in_reading_order(held, rendition_ids)

    def delete_proposals(self, rendition_id: RenditionId, proposal_ids: Iterable[str]) -> None:
        """Forget proposals of a text; unknown ones are no fault."""
        with self._change() as state:
            for proposal_id in proposal_ids:
                state.proposals.pop((rendition_id, proposal_id), None)
