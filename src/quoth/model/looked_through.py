"""That a text was looked through for recommendations, so that "none in it" is told from "nobody has looked"."""

from dataclasses import dataclass

__all__ = ["LookedThrough"]


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """One text that was looked through; what was found in it are its proposals."""

    id: str
    """Of the text: other words of the same source are another text."""
    about: str
    """The record that the text is of."""
    on: str
    """ISO date."""

    @property
    def until(self) -> str:
        """It does not end by itself."""
        return ""
