"""An editor's edition of a text takes its place as the current one, and gives it up when every act is taken back."""

from dataclasses import replace

from quoth.library.cutting import cut
from quoth.library.origins import text_rank, text_slot
from quoth.model import RecordId, Rendition, RenditionId
from quoth.store.protocol import Store
from quoth.store.stored import StoredRendition

__all__ = ["as_read", "put_edition"]

_MARK = "~edition"


def as_read(stored: StoredRendition, store: Store) -> StoredRendition:
    """The text as its reader left it, for a text that may be an editor's edition of it."""
    same = [
        held
        for held in store.renditions(stored.record_id, current_only=False)
        if held.rendition.text == stored.rendition.text and held.rendition.form is stored.rendition.form
    ]
    return min(same, key=lambda held: held.version, default=stored)


def put_edition(record_id: RecordId, edition: Rendition, store: Store, *, acts: int) -> RenditionId:
    """Make an edition the current text of its slot, in the caller's transaction.

    Args:
        record_id: whose text it is.
        edition: the text as read, or with the annotations that stand.
        store: holds the text as read.
        acts: how many acts have led to it; a higher number takes the place of a lower one, and a newer text of the same
            report takes the place of all editions of an older one.

    Returns:
        The id of the text that is current now.
    """
    record = store.record(record_id)
    whole = cut(edition)
    slot = text_slot(whole, place=0)
    for site in (False, True):
        plain = text_rank(replace(whole, id=RenditionId("")), record, site=site)
        store.put_rendition(record_id, whole, slot=slot, rank=f"{plain}{_MARK}{acts:09d}")
        if store.rendition(whole.id).current:
            break
    return whole.id
