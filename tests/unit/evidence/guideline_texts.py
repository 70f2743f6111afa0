"""Guidelines in a few words, and what is proposed for them."""

from quoth.evidence import propose
from quoth.model import (
    Extent,
    Fidelity,
    Form,
    Proposal,
    Record,
    RecordId,
    Rendition,
    Section,
    make_rendition,
)

__all__ = ["found", "proposed", "text", "words_of"]


def text(*blocks: str) -> Rendition:
    """Blocks apart by a blank line; those that begin with "# " are headings, as a document reader sets them."""
    parts: list[str] = []
    sections: list[Section] = []
    at, start, heading = 0, None, ""
    for block in blocks:
        words = block.removeprefix("# ")
        at += 2 if parts else 0
        if block.startswith("# "):
            sections += [Section(start, at - 2, heading)] if start is not None else []
            heading, start = words, None
        elif start is None:
            start = at
        parts.append(words)
        at += len(words)
    sections += [Section(start, at, heading)] if start is not None else []
    return make_rendition(Form.FULL_TEXT, Fidelity.VERBATIM, "\n\n".join(parts), sections=sections)


def found(rendition: Rendition, issuer: str = "A Society") -> list[tuple[str, str | None, str | None]]:
    """(statement, strength, certainty) of what is proposed, in words."""
    return [
        (words_of(rendition, p.annotation.statement) or "", words_of(rendition, p.annotation.strength),
         words_of(rendition, p.annotation.certainty))
        for p in proposed(rendition, issuer)
    ]  # fmt: skip


def proposed(rendition: Rendition, issuer: str = "A Society") -> tuple[Proposal, ...]:
    """What is proposed for a guideline of this issuer."""
    return propose(rendition, Record(RecordId("g"), "Guide", issuer=issuer))


def words_of(rendition: Rendition, extent: Extent | None) -> str | None:
    """The words of an extent."""
    return rendition.text[extent.start : extent.end] if extent else None
