"""What a guideline document does not say of itself in a way that a machine can trust: who speaks, when, about what.

The facts come from the person who adds the document. What is not given stays unknown and becomes a doubt.
"""

from dataclasses import dataclass, fields

from quoth.model import Design

__all__ = ["DOCUMENT_KINDS", "DocumentFacts"]

DOCUMENT_KINDS = {"guideline": Design.GUIDELINE, "consensus": Design.CONSENSUS, "other": Design.OTHER}


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """Facts about one document, every one of them optional. Values are checked when the document is read."""

    title: str | None = None
    issuer: str | None = None
    year: int | None = None
    kind: str | None = None
    """guideline, consensus or other; a guideline when an issuer is named."""
    doi: str | None = None
    pmid: str | None = None
    url: str | None = None
    supersedes: tuple[str, ...] = ()
    """DOIs or PMIDs of what it takes the place of."""
    licence: str | None = None
    language: str | None = None
    conditions: tuple[str, ...] = ()
    """Names of conditions that it is about."""
    population: str | None = None

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))

    def design(self) -> Design | None:
        """What kind of source it is; `None` where neither a kind nor an issuer was given."""
        if self.kind:
            return DOCUMENT_KINDS[self.kind]
        return Design.GUIDELINE if self.issuer else None
