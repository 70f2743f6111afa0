"""What each sentence of a text is for: background, aim, method, result, conclusion.

A labelled section says so itself. For the rest a small linear-chain model, trained by `training/roles.py`, reads all
sentences of an abstract together. Only results, conclusions and recommendations may be offered as findings, so this
decides what can be quoted at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from quoth.evidence.role_model.role_headings import role_of_heading
from quoth.model import Form, Passage, Rendition, SectionRole

__all__ = ["Labelled", "RoleModel", "roles_of"]

_MAX_SENTENCES = 60
"""A longer unlabelled stretch is no abstract: the model never saw one, and its sentences stay without a role."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence's role with how sure it is: 1.0 where the source says so."""

    role: SectionRole
    probability: float


class RoleModel(Protocol):
    """Tells what the sentences of one abstract are for, from their words and their order."""

    def label(self, sentences: Sequence[str]) -> tuple[Labelled, ...]:
        """One label a sentence, in order."""


def roles_of(rendition: Rendition, passages: Sequence[Passage], model: RoleModel) -> tuple[Labelled, ...]:
    """The role of each passage of one rendition, in order."""
    labels: list[Labelled | None] = [None] * len(passages)
    unlabelled: list[int] = []
    for index, passage in enumerate(passages):
        stated, labelled = _stated(rendition, passage.start)
        if labelled:
            labels[index] = Labelled(stated, 1.0)
        else:
            unlabelled.append(index)
    if unlabelled and rendition.form in (Form.ABSTRACT, Form.PACK) and len(unlabelled) <= _MAX_SENTENCES:
        for index, label in zip(unlabelled, model.label([passages[i].text for i in unlabelled]), strict=True):
            labels[index] = label
    return tuple(label or Labelled(SectionRole.OTHER, 0.0) for label in labels)


def _stated(rendition: Rendition, position: int) -> tuple[SectionRole, bool]:
    """The role that the section around `position` states, by its label, its heading or a heading above it."""
    for section in rendition.sections:
        if section.start <= position < section.end:
            if section.role is not None:
                return section.role, True
            for heading in (section.heading, *reversed(section.path)):
                if heading and (role := role_of_heading(heading)) is not None:
                    return role, True
            return SectionRole.OTHER, bool(section.heading) and rendition.form is Form.FULL_TEXT
    return SectionRole.OTHER, False
