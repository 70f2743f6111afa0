"""One text out of the parts of an abstract, with a section for each part and offsets that are exact by construction.

Labelled parts stand as "LABEL: text", one to a line; a section covers its line, label included. An abstract without
labels is one text without sections. Labels that an export has run into the text are found again where the text itself
shows them: it begins with a known heading and a colon, and at least one more follows the end of a sentence.
"""

import re
from collections.abc import Sequence

from quoth.model import Section, SectionRole
from quoth.sources.headings import NLM_CATEGORIES, role_of_heading

__all__ = ["Part", "abstract_text", "role_of_label"]

Part = tuple[str | None, str | None, str]
"""(label, NLM category, text) of one part of an abstract."""

_LABEL = re.compile(r"(?:(?<=\A)|(?<=[.?!)\]] )|(?<=[.?!)\]]))([A-Z][A-Za-z'\u2019 ,/&()-]{1,60}[A-Za-z)]):\s?(?=\S)")


def abstract_text(parts: Sequence[Part]) -> tuple[str, tuple[Section, ...]]:
    """The text of an abstract and its sections, in order; parts without text are left out."""
    if len(parts) == 1 and not parts[0][0]:
        text = parts[0][2]
        return text, _labels_within(text) if ":" in text[:64] else ()
    pieces: list[str] = []
    sections: list[Section] = []
    at = 0
    for label, category, words in parts:
        if not words:
            continue
        piece = f"{label}: {words}" if label else words
        if pieces:
            at += 1
        pieces.append(piece)
        sections.append(Section(at, at + len(piece), label or "", role_of_label(label, category)))
        at += len(piece)
    return "\n".join(pieces), tuple(sections)


def role_of_label(label: str | None, category: str | None) -> SectionRole | None:
    """The role of a labelled part. NLM files recommendations under conclusions; the label tells them apart."""
    by_label = role_of_heading(label) if label else None
    if by_label is SectionRole.RECOMMENDATIONS:
        return by_label
    return NLM_CATEGORIES.get(category or "") or by_label


def _labels_within(text: str) -> tuple[Section, ...]:
    if not _LABEL.match(text):
        return ()
    labels = [found for found in _LABEL.finditer(text) if role_of_heading(found.group(1)) is not None]
    if len(labels) < 2 or labels[0].start() > 0:
        return ()
    starts = [found.start() for found in labels]
    ends = [*starts[1:], len(text)]
    return tuple(
        Section(start, start + len(text[start:end].rstrip()), found.group(1), role_of_heading(found.group(1)))
        for found, start, end in zip(labels, starts, ends, strict=True)
    )
