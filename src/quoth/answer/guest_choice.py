"""A page with the rows that a guest chose first, in its order. The rest stands under "show all"; no word changes.

A guest cannot put a warning away: advice against something and rows whose source does not stand keep their place on the
first page, behind what was chosen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quoth.answer.action_rows import ACTION_ORDER
from quoth.model import RANK_BY_DESIGN, Action, ActionRow, Answer, Directness, MarkKind, ResearchGroup, Statement

__all__ = ["chosen_page"]

_WARNINGS = frozenset({MarkKind.RETRACTED, MarkKind.CONCERN, MarkKind.WITHDRAWN})
_FALLEN = _WARNINGS | {MarkKind.SUPERSEDED}


def chosen_page(page: Answer, chosen: Sequence[str]) -> Answer:
    """The page in the order of the chosen statements' ids; ids that are not on the page count for nothing."""
    place = {name: at for at, name in enumerate(dict.fromkeys(chosen))}
    rows = (*page.actions, *page.more_actions)
    first = sorted((row for row in rows if _place(row, place) is not None), key=lambda row: _place(row, place) or 0)
    kept = [row for row in page.actions if row not in first and _warns(row)]
    groups = [_chosen_group(group, place) for group in page.research]
    ordered = sorted(groups, key=lambda group: _first(group.statements, place))
    changed = replace(
        page,
        actions=(*first, *kept),
        more_actions=tuple(sorted((row for row in rows if row not in first and row not in kept), key=_by_action)),
        research=tuple(ordered),
    )
    return _renumbered(changed)


def _by_action(row: ActionRow) -> int:
    return ACTION_ORDER.index(row.action)


def _renumbered(page: Answer) -> Answer:
    """The page with its references numbered in the order in which a reader meets them."""
    met = [number for statement in page.statements() for number in statement.citations]
    numbers = {old: new for new, old in enumerate(dict.fromkeys(met), start=1)}

    def cited(statement: Statement) -> Statement:
        return replace(statement, citations=tuple(numbers[number] for number in statement.citations))

    def cited_row(row: ActionRow) -> ActionRow:
        return replace(row, statement=cited(row.statement), also=tuple(map(cited, row.also)))

    references = [replace(one, number=numbers[one.number]) for one in page.references if one.number in numbers]
    return replace(
        page,
        bottom_line=replace(page.bottom_line, statements=tuple(map(cited, page.bottom_line.statements))),
        actions=tuple(map(cited_row, page.actions)),
        more_actions=tuple(map(cited_row, page.more_actions)),
        guideline_notes=tuple(map(cited, page.guideline_notes)),
        differences=tuple(
            replace(each, statements=tuple(map(cited, each.statements)), note=cited(each.note) if each.note else None)
            for each in page.differences
        ),
        newer=tuple(map(cited, page.newer)),
        research=tuple(
            replace(each, statements=tuple(map(cited, each.statements)), more=tuple(map(cited, each.more)))
            for each in page.research
        ),
        references=tuple(sorted(references, key=lambda one: one.number)),
    )


def _place(row: ActionRow, place: Mapping[str, int]) -> int | None:
    found = [place[statement.id] for statement in (row.statement, *row.also) if statement.id in place]
    return min(found, default=None)


def _warns(row: ActionRow) -> bool:
    return row.action is Action.DO_NOT or any(mark.kind in _WARNINGS for mark in row.statement.marks)


def _chosen_group(group: ResearchGroup, place: Mapping[str, int]) -> ResearchGroup:
    every = (*group.statements, *group.more)
    first = sorted((each for each in every if each.id in place), key=lambda each: place[each.id])
    rest = sorted((each for each in every if each.id not in place), key=_strength)
    return replace(group, statements=tuple(first), more=tuple(rest))


def _strength(statement: Statement) -> tuple[bool, bool, int, int]:
    """Sort key of the page's own order: what stands, what is direct, the design, the year."""
    fallen = any(mark.kind in _FALLEN for mark in statement.marks)
    indirect = statement.directness is not Directness.DIRECT
    return fallen, indirect, RANK_BY_DESIGN[statement.design], -(statement.year or 0)


def _first(statements: Sequence[Statement], place: Mapping[str, int]) -> int:
    return min((place[each.id] for each in statements if each.id in place), default=len(place))
