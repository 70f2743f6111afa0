"""Pages by their address: what was submitted to the board stands there in its newest revision, with its review line."""

from dataclasses import replace

from quoth import review as stage
from quoth.errors import NotFound
from quoth.model import Abstention, Answer, Review, Revision
from quoth.pipeline.everyday import everyday_stamp
from quoth.pipeline.parts import Parts

__all__ = ["page_state", "page_under", "review_of", "revision_of", "standing_address"]


def page_under(answer_id: str, parts: Parts) -> Answer | Abstention:
    """The page that readers see under an address. Raises NotFound."""
    review = parts.store.item(Review, answer_id)
    if review is None:
        return parts.store.answer(answer_id)
    revision = revision_of(review, review.revision, parts)
    return replace(revision.page, review=stage.line_of(review, revision))


def page_state(answer_id: str, parts: Parts) -> str:
    """What, besides the library's revision, changes how a kept page looks: faces key what they have rendered by it."""
    review = parts.store.item(Review, answer_id)
    stands = "" if review is None else f"{review.revision}.{len(review.acts)}"
    return f"{stands} {everyday_stamp(parts)}"


def standing_address(answer_id: str, parts: Parts) -> str:
    """The full address that says whether a copy of a page still stands; empty where the settings name none."""
    base = parts.settings.public_address.rstrip("/")
    return f"{base}/answer/{answer_id}/review" if base else ""


def review_of(review_id: str, parts: Parts) -> Review:
    """A review by the id of its page. Raises NotFound."""
    found = parts.store.item(Review, review_id)
    if found is None:
        raise NotFound("This page was never submitted to the board. An editor can submit it from the page itself.")
    return found


def revision_of(review: Review, number: int, parts: Parts) -> Revision:
    """One revision of a page under review. Raises NotFound."""
    found = parts.store.item(Revision, f"{review.id}.{number}")
    if found is None:
        raise NotFound(f"This page has no revision {number}. Revisions go from 1 to {review.revision}.")
    return found
