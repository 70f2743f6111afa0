"""The page as Markdown: eight layers in reading order, quotations as quotations, every number a footnote."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Generic, TypeVar

from quoth.interop.citation import near_line, near_part, source_line
from quoth.interop.guest import badge, heading, how_read, how_written, is_quotation, said_by, used
from quoth.interop.labels import (
    ACTION_LABELS,
    DIRECTION_LABELS,
    REASON_LABELS,
    chips_of,
    counted,
    everyday_label,
    fidelity_line,
    n_label,
)
from quoth.interop.layout import (
    PieceKind,
    actions_by_kind,
    agreement,
    checked_line,
    differ_line,
    doubts_of,
    effects_of,
    is_withheld,
    mark_label,
    pieces_of,
    set_heading,
    warnings_of,
    withheld,
)
from quoth.interop.markdown_foot import method_lines, not_found_lines, reference_lines, review_lines
from quoth.interop.markdown_text import escape_markdown
from quoth.model import (
    DISCLAIMER,
    INTENDED_USE,
    Abstention,
    Answer,
    Difference,
    Direction,
    EverydayCheck,
    Fidelity,
    FindingKind,
    Question,
    ResearchGroup,
    Statement,
    Verdict,
    phrase,
)
from quoth.text.writable import writable

__all__ = ["render_markdown"]

Checks = Mapping[str, EverydayCheck]
P_co = TypeVar("P_co", bound=Answer | Abstention, covariant=True)


def render_markdown(
    page: Answer | Abstention,
    verdict: Verdict,
    *,
    standing_at: str = "",
    checks: Checks = MappingProxyType({}),
) -> str:
    """The page as CommonMark with footnotes. A page with faults is replaced by the reason why it is not shown.

    `standing_at` is the full address that says whether a copy of the page still stands, where copies can carry one;
    `checks` says who signed the everyday words of a statement, by its id.
    """
    if is_withheld(page, verdict):
        lines = [_title(page.question), "", escape_markdown(withheld(verdict)), ""]
        lines += [f"- {escape_markdown(fault.kind.value)}: {escape_markdown(fault.detail)}" for fault in verdict.faults]
        return _joined(lines)
    if isinstance(page, Abstention):
        return _joined(_abstention(page, verdict, checks))
    recall = [f"Whether this copy still stands: <{standing_at}>", ""] if standing_at else []
    return _joined([*_answer(page, verdict, checks), *recall])


@dataclass(frozen=True, slots=True)
class _View(Generic[P_co]):
    """A page on its way to paper, and which doubts it has told already."""

    page: P_co
    checks: Checks
    told: set[tuple[str, ...]] = field(default_factory=set)


def _answer(page: Answer, verdict: Verdict, checks: Checks) -> list[str]:
    view = _View(page, checks)
    lines = [_title(page.question), "", *_signposts(page.signposts)]
    lines += [f"**{page.review.status.value}** · {escape_markdown(checked_line(page, verdict))}", ""]
    lines += [f"*{escape_markdown(INTENDED_USE)}*", ""]
    lines += [line for note in page.notes for line in (f"Note: {escape_markdown(note)}", "")]
    lines += ["## Bottom line", "", f"**{escape_markdown(page.bottom_line.lead)}**", ""]
    lines += [line for s in page.bottom_line.statements for line in _statement(s, view)]
    lines += _guest(page)
    lines += _actions(view) + _guideline_notes(view)
    lines += _differences(page.differences, view)
    lines += _newer(page) + _research(page.research, view) + _comparable(page)
    lines += _certainties(page) + not_found_lines(page)
    lines += method_lines(page.question, page.method, page.manifest)
    lines += ["## References", "", *[line for ref in page.references for line in reference_lines(ref)]]
    lines += ["## Review", "", *review_lines(page), escape_markdown(DISCLAIMER), ""]
    return lines


def _guest(page: Answer | Abstention) -> list[str]:
    """What a language model contributed, told apart from the page's own rows."""
    if page.guest is None:
        return []
    lines = [f"## {heading(page.guest)}", ""] if page.guest.sentences else []
    lines += [f"*{escape_markdown(' '.join((page.guest.note, used(page.guest))).strip())}*", ""]
    if read := how_read(page.guest):
        return [*lines, *[f"- {escape_markdown(line)}" for line in read], ""]
    if isinstance(page, Abstention):
        return lines
    for sentence in page.guest.sentences:
        words = escape_markdown(sentence.text)
        said = "; ".join(said_by(page, name) for name in sentence.statements)
        worn = f"**[{escape_markdown(mark)}]** " if (mark := badge(page.guest, sentence)) else ""
        lines += [f"- {worn}{f'“{words}”' if is_quotation(page, sentence) else words}"]
        lines += [f"  ({escape_markdown(said)}. {escape_markdown(how_written(sentence))})"]
    return [*lines, ""] if page.guest.sentences else lines


def _abstention(page: Abstention, verdict: Verdict, checks: Checks) -> list[str]:
    lines = [_title(page.question), "", *_signposts(page.signposts)]
    lines += [f"## No answer: {REASON_LABELS[page.reason]}", "", escape_markdown(page.explanation), ""]
    lines += _guest(page)
    if page.advice:
        view = _View(page, checks)
        lines += [f"## {phrase('near.advice')}", "", escape_markdown(phrase("near.advice_note")), ""]
        for one in page.advice:
            lines += [escape_markdown(phrase("near.lacks", words=", ".join(one.lacks))), ""] if one.lacks else []
            lines += _statement(one.statement, view)
    if page.nearest:
        lines += [f"## {phrase('near.heading')}", "", escape_markdown(phrase("near.note")), ""]
        told = [f"{near_line(one)}{f' ({part})' if (part := near_part(one)) else ''}" for one in page.nearest]
        lines += [*[f"- {escape_markdown(line)}" for line in told], ""]
    if page.suggestions:
        lines += ["You can ask:", "", *[f"- {escape_markdown(s.question)}" for s in page.suggestions], ""]
    lines += [escape_markdown(checked_line(page, verdict)), ""]
    lines += method_lines(page.question, page.method, page.manifest)
    if page.references:
        lines += ["## References", "", *[line for ref in page.references for line in reference_lines(ref)]]
    return [*lines, f"*{escape_markdown(INTENDED_USE)}*", "", escape_markdown(DISCLAIMER), ""]


def _title(question: Question) -> str:
    return f"# {escape_markdown(question.text) or 'No question'}"


def _signposts(signposts: Iterable[str]) -> list[str]:
    return [line for text in signposts for line in (f"> **{escape_markdown(text)}**", "")]


def _statement(statement: Statement, view: _View[Answer | Abstention]) -> list[str]:
    """A quotation stands in quotation marks as a block quote; a summary is an ordinary paragraph with its label."""
    page = view.page
    shown = "".join(
        f"**{escape_markdown(piece.text)}**"
        if piece.kind is PieceKind.FIGURE
        else " " + escape_markdown(piece.text) + " "
        if piece.kind is PieceKind.GAP
        else _spaced(piece.text)
        for piece in pieces_of(statement)
    ).strip()
    shown = re.sub(" {2,}", " ", shown)
    body = f"> “{shown}”" if statement.fidelity is Fidelity.VERBATIM else shown
    numbers = "".join(f"[^{number}]" for number in statement.citations)
    source = escape_markdown(fidelity_line(statement.fidelity, source_line(statement, page)))
    facts = [f"{source} {numbers}"]
    if statement.kind is FindingKind.RESULT:
        facts.append(escape_markdown(n_label(statement.n)))
        facts += [DIRECTION_LABELS[statement.direction]] if statement.direction is not Direction.UNCLEAR else []
    facts += [f"{label}: {escape_markdown(words)}" for label, words in chips_of(statement)]
    facts += [f"**{escape_markdown(mark_label(mark))}**" for mark in warnings_of(statement.marks)]
    lines = [body, "", " · ".join(facts), ""]
    lines += _doubts(statement, view)
    if statement.plain:
        by = f"; written by {statement.plain_by}" if statement.plain_by else ""
        label = escape_markdown(f"{everyday_label(view.checks.get(statement.id))}{by}")
        lines += [f"In everyday words: {escape_markdown(statement.plain)} ({label})", ""]
    return lines


def _doubts(statement: Statement, view: _View[Answer | Abstention]) -> list[str]:
    """All doubts where they come first; the same ones again are counted, and stand with the reference besides."""
    doubts = tuple(doubts_of(statement.marks))
    if not doubts:
        return []
    told = (str(statement.citations[0]), *doubts)
    if told in view.told:
        return [f"{counted(len(doubts), 'doubt')}, told above and with the reference [^{statement.citations[0]}]", ""]
    view.told.add(told)
    return [line for doubt in doubts for line in (f"Doubt: {escape_markdown(doubt)}", "")]


def _spaced(text: str) -> str:
    """Escaped words that keep a space at either end, where the source has one."""
    escaped = escape_markdown(text)
    return f"{' ' if text[:1].isspace() else ''}{escaped}{' ' if text[-1:].isspace() else ''}"


def _actions(view: _View[Answer]) -> list[str]:
    page = view.page
    if not (page.actions or page.more_actions):
        return []
    lines = ["## Actions", ""]
    for action, rows in actions_by_kind((*page.actions, *page.more_actions)):
        lines += [f"### {ACTION_LABELS[action]}", ""]
        for row in rows:
            lines += [f"#### {escape_markdown(row.intervention)}", "", *_statement(row.statement, view)]
            if row.also:
                lines += [f"*{escape_markdown(agreement(row))}:*", ""]
                lines += [line for other in row.also for line in _statement(other, view)]
    return lines


def _guideline_notes(view: _View[Answer]) -> list[str]:
    if not view.page.guideline_notes:
        return []
    return [
        "## Also in the guidelines",
        "",
        *[line for s in view.page.guideline_notes for line in _statement(s, view)],
    ]


def _differences(differences: Iterable[Difference], view: _View[Answer]) -> list[str]:
    lines: list[str] = []
    for difference in differences:
        lines += [f"### {escape_markdown(difference.about)}", ""]
        lines += [escape_markdown(differ_line(difference)), ""] if difference.differs_in else []
        lines += _statement(difference.note, view) if difference.note else []
        lines += [line for side in difference.statements for line in _statement(side, view)]
    return ["## Where bodies differ", "", *lines] if lines else []


def _newer(page: Answer) -> list[str]:
    if not page.newer:
        return []
    rows = [f"- {escape_markdown(source_line(s, page))} [^{s.citations[0]}]" for s in page.newer]
    return ["## Newer than these guidelines", "", "These stand in full under the research below.", "", *rows, ""]


def _research(groups: Iterable[ResearchGroup], view: _View[Answer]) -> list[str]:
    lines: list[str] = []
    for group in groups:
        lines += [f"### {escape_markdown(group.intervention)}", ""]
        lines += [line for s in (*group.statements, *group.more) for line in _statement(s, view)]
    return ["## From the research", "", *lines] if lines else []


def _comparable(page: Answer) -> list[str]:
    """Each set as a list of its effects; the words of each row stand under the research."""
    lines: list[str] = []
    for one in page.comparable:
        lines += [f"### {escape_markdown(set_heading(one))}", ""]
        for statement, words in effects_of(page, one):
            about = escape_markdown(", ".join(statement.interventions[:1]) or one.intervention)
            source = f"{escape_markdown(source_line(statement, page))} [^{statement.citations[0]}]"
            lines.append(f"- {about}: **{escape_markdown(words)}**, {source}")
        lines.append("")
    return ["## Effects side by side", "", f"{phrase('effects')}", "", *lines] if lines else []


def _certainties(page: Answer) -> list[str]:
    lines: list[str] = []
    for one in page.certainties:
        rows = [s for s in page.statements() if s.id in one.statement_ids]
        numbers = " ".join(f"[^{number}]" for number in dict.fromkeys(s.citations[0] for s in rows))
        about = escape_markdown(f"{one.intervention}: {one.outcome}")
        lines += [f"### {about} {numbers}", ""]
        lines += [phrase("certainty.level", level=one.level.label), ""]
        lines += [f"- {reason.domain.value}: {escape_markdown(reason.because)}" for reason in one.reasons]
        lines.append("")
    return ["## Certainty, provisional", "", phrase("certainty"), "", *lines] if lines else []


def _joined(lines: Iterable[str]) -> str:
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
    return writable(text).rstrip() + "\n"
