"""Pictures of a page as small SVG drawings, each with the same facts as rows for a table behind it."""

from dataclasses import dataclass

from quoth.interop.pictures.evidence_map import EvidenceMap, evidence_map
from quoth.interop.pictures.forest import Forest, forests
from quoth.interop.pictures.timeline import Timeline, timeline
from quoth.model import Answer

__all__ = ["EvidenceMap", "Forest", "Pictures", "Timeline", "evidence_map", "forests", "pictures_of", "timeline"]


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of one page; those that would show too little are left out."""

    map: EvidenceMap | None = None
    time: Timeline | None = None
    forests: tuple[Forest, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.map or self.time or self.forests)


def pictures_of(page: Answer) -> Pictures:
    """Everything that can be drawn of a page."""
    return Pictures(evidence_map(page), timeline(page), forests(page))
