"""Proposals in a database."""

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, select

from quoth.errors import NotFound
from quoth.model import Proposal, RenditionId, decode, encode
from quoth.store.keys import askable, clean_text, in_reading_order
from quoth.store.session import SqlSession, batches
from quoth.store.tables import proposals as table
from quoth.store.tables import renditions

__all__ = ["SqlProposals"]


class SqlProposals(SqlSession):
    """The part of the database store that holds what was found in texts and what editors decided about it."""

    def put_proposals(self, proposals: Iterable[Proposal]) -> None:
        """Keep what was found in a text, with what editors decided; the same id of the same text is replaced."""
        given = list(proposals)
        with self._transaction() as connection:
            asked = askable(proposal.rendition_id for proposal in given)
            held = set()
            for batch in batches(asked):
                held |= set(connection.execute(select(renditions.c.id).where(renditions.c.id.in_(batch))).scalars())
            for proposal in given:
                if proposal.rendition_id not in held:
                    raise NotFound(f"No text {proposal.rendition_id!r} in this library. Ingest its source again.")
                row = self._insert(table).values(
                    rendition_id=proposal.rendition_id, id=clean_text(proposal.id), noun=encode(proposal)
                )
                keys = [table.c.rendition_id, table.c.id]
                connection.execute(row.on_conflict_do_update(index_elements=keys, set_={"noun": row.excluded.noun}))

    def proposals(self, rendition_ids: Sequence[RenditionId]) -> tuple[Proposal, ...]:
        """The proposals of these texts, in the order of the texts, then of the places of their statements."""
        nouns: list[bytes] = []
        with self._reading() as connection:
            for batch in batches(askable(rendition_ids)):
                found = connection.execute(select(table.c.noun).where(table.c.rendition_id.in_(batch))).scalars()
                nouns += [bytes(noun) for noun in found]
        return in_reading_order((decode(noun, Proposal) for noun in nouns), rendition_ids)

    def delete_proposals(self, rendition_id: RenditionId, proposal_ids: Iterable[str]) -> None:
        """Forget proposals of a text; unknown ones are no fault."""
        with self._transaction() as connection:
            for batch in batches(askable(proposal_ids)):
                connection.execute(delete(table).where(table.c.rendition_id == rendition_id, table.c.id.in_(batch)))
