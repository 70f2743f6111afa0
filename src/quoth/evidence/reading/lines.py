"""The sentences of a stored text as lines to choose from: which part of the report each stands in, and its role."""

from collections.abc import Sequence

from quoth.evidence.reading.choosing import Line, Part
from quoth.evidence.role_model.roles import RoleModel, roles_of
from quoth.model import Form, Passage, Rendition, SectionRole

__all__ = ["lines_of"]

_MIN_CHARS, _MAX_CHARS = 25, 1_500
"""Shorter is a heading, longer is a table or a list that was not cut."""
_CELL = " | "
_OPENING = (SectionRole.BACKGROUND, SectionRole.OBJECTIVE)


def lines_of(rendition: Rendition, passages: Sequence[Passage], roles: RoleModel) -> tuple[Line, ...]:
    """One line a passage, in order. What is no sentence (headings, rows of tables) can never be chosen."""
    labels = roles_of(rendition, passages, roles)
    whole = Part.ABSTRACT if rendition.form is Form.ABSTRACT else Part.BODY
    lines = []
    for passage, label in zip(passages, labels, strict=True):
        readable = _MIN_CHARS <= len(passage.text) <= _MAX_CHARS and passage.text.count(_CELL) < 2
        part = Part.INTRODUCTION if whole is Part.BODY and label.role in _OPENING else whole
        lines.append(Line(passage.text, part if readable else Part.HEADING, label.role))
    return tuple(lines)
