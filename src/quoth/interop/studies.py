"""What a reference tells of its study, as every renderer shows it: level, then facts by kind, quoted where they are."""

from itertools import groupby

from quoth.model import Answer, FactKind, Reference, Statement, StudyFact

__all__ = ["FROM_ENTRY", "Studies", "facts_by_kind", "level_line", "told_lines"]

FROM_ENTRY = "from the catalogue entry"


def level_line(ref: Reference) -> str:
    """Its level of evidence with the table it is from; empty where none applies."""
    return f"OCEBM 2011 level {ref.level} for treatment" if ref.level else ""


def facts_by_kind(ref: Reference) -> tuple[tuple[FactKind, tuple[StudyFact, ...]], ...]:
    """What it says of itself, by kind in the order shown."""
    return tuple((kind, tuple(facts)) for kind, facts in groupby(ref.facts, key=lambda fact: fact.kind))


def told_lines(ref: Reference) -> tuple[str, ...]:
    """One line for each kind: quotations in quotation marks, what only the catalogue entry has without."""
    return tuple(f"{kind.value}: {'; '.join(map(_said, facts))}" for kind, facts in facts_by_kind(ref))


class Studies:
    """Gives each study to the first row of it that is shown, so that no page tells the same twice."""

    def __init__(self, page: Answer) -> None:
        """Take the page whose references tell of studies."""
        self._waiting = {ref.number: ref for ref in page.references if ref.level or ref.facts}

    def __call__(self, statement: Statement) -> Reference | None:
        """The reference to tell beside this row, or `None` where it was told already or has nothing to tell."""
        return self._waiting.pop(statement.citations[0], None)


def _said(fact: StudyFact) -> str:
    return f"“{fact.words}”" if fact.quote else f"{fact.words} ({FROM_ENTRY})"
