"""What a guideline document does not say of itself in a way that a machine can trust: who speaks, when, about what.

The facts come from the person who adds the document. What is not given stays unknown and becomes a doubt.
"""

from dataclasses import dataclass, fields

from quoth.model import Design, NoticeKind

__all__ = ["DOCUMENT_KINDS", "DOCUMENT_STATUSES", "DocumentFacts"]

DOCUMENT_KINDS = {"guideline": Design.GUIDELINE, "consensus": Design.CONSENSUS, "other": Design.OTHER}

DOCUMENT_STATUSES: dict[str, NoticeKind | None] = {
    "current": None,
    "draft": None,
    "superseded": NoticeKind.SUPERSEDED,
    "withdrawn": NoticeKind.WITHDRAWN,
}
"""What may be said of where a document stands, with the notice that it becomes."""


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
    quote: str | None = None
    """How much may be quoted: "all", "sentences", "nothing" or "200 words"; else what the licence's words say."""
    status: str | None = None
    """current, draft, superseded or withdrawn."""
    language: str | None = None
    conditions: tuple[str, ...] = ()
    """Names of conditions that it is about."""
    population: str | None = None

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))

    @property
    def licence_words(self) -> str | None:
        """The licence with how much may be quoted, in the words that `allowance` reads."""
        told = f"quote {self.quote}" if self.quote else None
        return "; ".join(part for part in (self.licence, told) if part) or None

    def design(self) -> Design | None:
        """What kind of source it is; `None` where neither a kind nor an issuer was given."""
        if self.kind:
            return DOCUMENT_KINDS[self.kind]
        return Design.GUIDELINE if self.issuer else None
