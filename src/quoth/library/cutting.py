"""Texts into citable sentences, each an exact slice.

A sentence never crosses a section. A line that an editor annotated is one passage with all its qualifiers.
"""

from collections.abc import Iterator
from dataclasses import replace

from quoth.model import Candidate, Extent, Form, Passage, Rendition
from quoth.store.stored import StoredRendition
from quoth.text import sentences

__all__ = ["cut", "passages"]


def cut(rendition: Rendition) -> Rendition:
    """The text with its sentences. A text that has them already, or is a mere citation, comes back as it is."""
    if rendition.sentences or rendition.form is Form.CITATION:
        return rendition
    return replace(rendition, sentences=tuple(_sentences(rendition)))


def passages(held: StoredRendition | Candidate) -> tuple[Passage, ...]:
    """The citable sentences of one stored text, in order."""
    record_id = held.record_id if isinstance(held, StoredRendition) else held.record.id
    text = held.rendition
    return tuple(
        Passage(
            f"{text.id}:{one.start}-{one.end}", record_id, text.id, one.start, one.end, text.text[one.start : one.end]
        )
        for one in text.sentences
    )


def _sentences(rendition: Rendition) -> Iterator[Extent]:
    lines = sorted({annotation.whole for annotation in rendition.annotations})
    for stretch in _stretches(rendition):
        for piece, whole in _pieces(stretch, lines, rendition.text):
            if whole:
                yield piece
            else:
                for start, end in sentences(rendition.text[piece.start : piece.end]):
                    yield Extent(piece.start + start, piece.start + end)


def _stretches(rendition: Rendition) -> Iterator[Extent]:
    """The sections, or the whole text where it has none. A faulty section is clipped to what is its own."""
    length = len(rendition.text)
    if not rendition.sections:
        yield Extent(0, length)
    done = 0
    for section in rendition.sections:
        start, end = max(section.start, done), min(section.end, length)
        if start < end:
            yield Extent(start, end)
            done = end


def _pieces(stretch: Extent, lines: list[Extent], text: str) -> Iterator[tuple[Extent, bool]]:
    """A stretch as annotated lines (True) and what lies between them (False), in order, none of it twice."""
    done = stretch.start
    for line in lines:
        outside = line.start < done or line.end > stretch.end or line.start >= line.end
        if outside or not text[line.start : line.end].strip():
            continue
        if done < line.start:
            yield Extent(done, line.start), False
        yield line, True
        done = line.end
    if done < stretch.end:
        yield Extent(done, stretch.end), False
