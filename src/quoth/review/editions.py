"""A text as editors left it: the same words, with the annotations of what was accepted and marks on what was set aside.

The edition is another rendition with another id. The text as it was read stays in the library, so that answers that
quote it can still be checked, and an act that is taken back needs no repair.
"""

from collections.abc import Iterable
from dataclasses import replace

from quoth.model import AnnotationKind, Proposal, ProposalStatus, Rendition, make_rendition

__all__ = ["edition"]

_SPEAKING = (ProposalStatus.ACCEPTED, ProposalStatus.CORRECTED)


def edition(read: Rendition, proposals: Iterable[Proposal]) -> Rendition:
    """The rendition with the annotations that its proposals now stand for.

    Args:
        read: the text as its reader left it.
        proposals: of this text, with their histories.

    Returns:
        A rendition of the same words whose sentences are still to be cut; `read` itself when nothing stands.
    """
    annotations = list(read.annotations)
    for proposal in proposals:
        standing = proposal.standing_annotation
        if proposal.status in _SPEAKING:
            by = standing.action_by or ""
            editor = proposal.decisions[-1].by
            said = by if editor in by else f"{by}; {editor}".removeprefix("; ")
            annotations.append(replace(standing, action_by=said))
        elif proposal.status is ProposalStatus.REJECTED:
            annotations.append(replace(standing, kind=AnnotationKind.SET_ASIDE, action=None, action_by=None))
    if not annotations or annotations == list(read.annotations):
        return read
    annotations.sort(key=lambda one: (one.whole, one.id))
    return make_rendition(
        read.form,
        read.fidelity,
        read.text,
        sections=read.sections,
        annotations=annotations,
        language=read.language,
        origin=read.origin,
        licence=read.licence,
    )
