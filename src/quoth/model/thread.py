"""A thread that its reader asked to keep: which pages followed which, until a day."""

from dataclasses import dataclass

__all__ = ["Thread"]


@dataclass(frozen=True, slots=True)
class Thread:
    """Pages in the order in which they were asked for. Holds no question: the pages do."""

    id: str
    """Random; whoever knows it can open the thread."""
    steps: tuple[str, ...]
    """Ids of answers, first to last."""
    made_at: str
    """ISO time, UTC."""
    until: str
    """ISO time at which it is forgotten."""

    @property
    def about(self) -> str:
        """Looked up by its id alone."""
        return ""
