"""Pages in a terminal: the same layers, in the same order, from the same objects as in a browser.

Every word from a source passes `clean`, so that no stored text can move the cursor, colour the screen or hide a line.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from quoth.cli.screen import clean, screen_of_stdout
from quoth.cli.terminal_foot import LOUD, print_heading, print_method, print_reference
from quoth.cli.terminal_table import print_table
from quoth.interop.citation import source_line
from quoth.interop.guest import badge, heading, how_read, how_written, is_quotation, said_by, used
from quoth.interop.labels import (
    ACTION_LABELS,
    DIRECTION_LABELS,
    FACET_LABELS,
    REASON_LABELS,
    chips_of,
    counted,
    n_label,
)
from quoth.interop.layout import agreement, differ_line, effects_of, set_heading
from quoth.model import (
    DISCLAIMER,
    LABEL_BY_MARK,
    Abstention,
    ActionRow,
    Answer,
    BottomLine,
    ComparableSet,
    Direction,
    Domain,
    Fidelity,
    FindingKind,
    Mark,
    MarkKind,
    ProvisionalCertainty,
    QualifierKind,
    ResearchGroup,
    Statement,
    Verdict,
    phrase,
)

__all__ = ["print_page"]

STYLE_BY_ACTION = {"do": "bold green", "consider": "bold cyan", "do not": "bold red", "uncertain": "bold yellow"}


@dataclass(frozen=True, slots=True)
class _View:
    """A page, and how much of it is shown."""

    page: Answer
    show_all: bool
    passages: bool
    explain: bool
    table: bool


def print_page(
    page: Answer | Abstention,
    verdict: Verdict,
    *,
    show_all: bool,
    kept: bool,
    passages: bool = False,
    explain: bool = False,
    table: bool = False,
) -> None:
    """The whole page on stdout.

    Args:
        page: what to show.
        verdict: what the checker said of it.
        show_all: also the rows that stand under "show all".
        kept: whether the page can be asked on from.
        passages: each row followed by the id that `quoth show --passage` opens.
        explain: the search and the factors of the ranking under "How this was found".
        table: the research also as one table.
    """
    screen = screen_of_stdout()
    screen.print(Text(clean(page.question.text) or "(no question)", style="bold"))
    for signpost in page.signposts:
        screen.print(Text(clean(signpost), style="bold red"))
    if isinstance(page, Abstention):
        _abstention(screen, page, explain=explain)
    else:
        _answer(screen, _View(page, show_all, passages, explain, table), verdict)
    if kept and page.question.text.strip():
        screen.print(Text(f'Kept as {page.id}  (quoth ask --after {page.id} "…" asks on)', style="dim"))


def _answer(screen: Console, view: _View, verdict: Verdict) -> None:
    page, show_all = view.page, view.show_all
    screen.print(Text(page.review.status.value, style="dim italic"))
    for note in page.notes:
        screen.print(Text(clean(note), style="yellow"))
    _bottom_line(screen, view, page.bottom_line)
    _guest(screen, page)
    rows = (*page.actions, *page.more_actions) if show_all else page.actions
    if rows:
        print_heading(screen, "What to do")
        for row in rows:
            _action(screen, view, row)
        _left_out(screen, 0 if show_all else len(page.more_actions))
    if page.guideline_notes:
        print_heading(screen, "What guidelines say besides")
        for statement in page.guideline_notes:
            _statement(screen, view, statement)
    if page.differences:
        print_heading(screen, "Where bodies differ")
        later = [each for each in page.differences if each.on_request]
        for difference in page.differences:
            if difference.on_request and not show_all:
                continue
            screen.print(Text(clean(difference.about), style="bold"))
            if difference.differs_in:
                screen.print(Padding(Text(differ_line(difference)), (0, 0, 0, 2)))
            if difference.note:
                _statement(screen, view, difference.note)
            if show_all or not difference.note:
                for side in difference.statements:
                    _statement(screen, view, side, indent=4)
            else:
                _left_out(screen, len(difference.statements), "side by side with --all")
        if later and not show_all:
            screen.print(Text(f"  {counted(len(later), 'difference')} more with --all", style="dim"))
    if page.newer:
        year = max((s.year or 0 for s in page.bottom_line.statements), default=0)
        print_heading(screen, phrase("newer", year=year) if year else "Newer than the guidance")
        for statement in page.newer:
            about = ", ".join(statement.interventions[:2])
            number = "".join(f"[{n}]" for n in statement.citations)
            screen.print(Text(f"  {clean(about)}: {clean(source_line(statement, page))} {number}"))
    if page.research:
        print_heading(screen, "From the research")
        for group in page.research:
            _group(screen, view, group)
    if view.table and page.research:
        print_heading(screen, "Evidence table")
        print_table(screen, page)
    if page.comparable:
        print_heading(screen, "Effects side by side")
        screen.print(Text(f"  {phrase('effects')}", style="dim"))
        for one in page.comparable:
            _comparable(screen, page, one)
    if page.certainties:
        print_heading(screen, "Certainty, provisional")
        screen.print(Padding(Text(phrase("certainty"), style="yellow"), (0, 0, 0, 2)))
        for rating in page.certainties:
            _certainty(screen, page, rating, show_all=show_all)
    if page.not_found:
        print_heading(screen, "Not found in this library")
        screen.print("  " + "; ".join(FACET_LABELS[facet].lower() for facet in page.not_found))
    print_method(screen, page.question, page.method, page.manifest.snapshot, explain=view.explain)
    print_heading(screen, "References")
    for reference in page.references:
        print_reference(screen, reference)
    _suggestions(screen, [suggestion.question for suggestion in page.suggestions])
    state = "passed the independent checker" if verdict.passed else f"{len(verdict.faults)} faults found by the checker"
    screen.print()
    screen.print(Text(f"{page.review.status.value}. {verdict.checked} statements re-read: {state}.", style="dim"))
    screen.print(Text(DISCLAIMER, style="dim"))


def _abstention(screen: Console, page: Abstention, *, explain: bool) -> None:
    screen.print(Text(f"No answer: {REASON_LABELS[page.reason]}", style="bold yellow"))
    screen.print(Text(clean(page.explanation)))
    _guest(screen, page)
    _suggestions(screen, [suggestion.question for suggestion in page.suggestions])
    print_method(screen, page.question, page.method, page.manifest.snapshot, explain=explain)


def _bottom_line(screen: Console, view: _View, bottom_line: BottomLine) -> None:
    print_heading(screen, "Bottom line")
    screen.print(Text(bottom_line.lead, style="bold"))
    for statement in bottom_line.statements:
        _statement(screen, view, statement)


def _guest(screen: Console, page: Answer | Abstention) -> None:
    """What a language model contributed, told apart from the page's own rows."""
    if page.guest is None:
        return
    if page.guest.sentences:
        print_heading(screen, heading(page.guest))
    screen.print(Text(clean(f"{page.guest.note} {used(page.guest)}".strip()), style="dim italic"))
    for line in how_read(page.guest):
        screen.print(Text(f"  {clean(line)}", style="dim"))
    if isinstance(page, Abstention):
        return
    for sentence in page.guest.sentences:
        mark = "“{}”" if is_quotation(page, sentence) else "{}"
        screen.print(Text(f"  {mark.format(clean(sentence.text))}"))
        if worn := badge(page.guest, sentence):
            screen.print(Text(f"    [{clean(worn)}]", style="bold yellow"))
        said = "; ".join(said_by(page, name) for name in sentence.statements)
        screen.print(Text(f"    {clean(said)}. {how_written(sentence)}", style="dim"))


def _action(screen: Console, view: _View, row: ActionRow) -> None:
    head = Text(f"{ACTION_LABELS[row.action]}  ", style=STYLE_BY_ACTION[row.action.value])
    head.append(clean(row.intervention), style="bold")
    if row.also:
        head.append(f"  ({agreement(row)})", style="dim")
    screen.print(head)
    _statement(screen, view, row.statement)
    for statement in row.also if view.show_all else ():
        _statement(screen, view, statement, indent=4)
    if row.also and not view.show_all:
        others = "; ".join(f"{source_line(one, view.page)} [{one.citations[0]}]" for one in row.also)
        line = Text(f"the same, in their words with --all: {clean(others)}", style="dim")
        screen.print(Padding(line, (0, 0, 0, 2)))


def _statement(screen: Console, view: _View, statement: Statement, *, indent: int = 2) -> None:
    words = clean(statement.quote.text)
    quoted = statement.fidelity is Fidelity.VERBATIM
    line = Text()
    context = [q.quote for q in statement.qualifiers if q.kind is QualifierKind.CONTEXT]
    before = [clean(quote.text) for quote in context if quote.span.start < statement.quote.span.start]
    after = [clean(quote.text) for quote in context if quote.span.start >= statement.quote.span.start]
    whole = " ".join([*before, words, *after])
    line.append(f"“{whole}”" if quoted else whole)
    line.append(" " + "".join(f"[{number}]" for number in statement.citations), style="cyan")
    screen.print(Padding(line, (0, 0, 0, indent)))
    details = [("" if quoted else "summary of ") + clean(source_line(statement, view.page))]
    details += [f"{label.lower()}: {clean(value)}" for label, value in chips_of(statement)]
    if statement.kind is not FindingKind.RECOMMENDATION:
        if statement.n is not None:
            details.append(n_label(statement.n))
        if statement.direction is not Direction.UNCLEAR:
            details.append(DIRECTION_LABELS[statement.direction])
    screen.print(Padding(Text(" · ".join(details), style="dim"), (0, 0, 0, indent)))
    of_source = {mark for ref in view.page.references if ref.number == statement.citations[0] for mark in ref.marks}
    own = [mark for mark in _worth_a_line(statement.marks) if mark.kind in LOUD or mark not in of_source]
    shared = sum(mark.kind is MarkKind.DOUBT and mark in of_source for mark in statement.marks)
    if shared:
        note = f"{counted(shared, 'doubt')} about this source: see [{statement.citations[0]}]"
        screen.print(Padding(Text(note, style="yellow"), (0, 0, 0, indent)))
    for mark in own:
        loud = mark.kind in LOUD
        label = f"{LABEL_BY_MARK[mark.kind.value]}: {clean(mark.text)}"
        screen.print(Padding(Text(label, style="bold red" if loud else "yellow"), (0, 0, 0, indent)))
    if view.passages:
        note = f"passage {statement.quote.span.passage_id}"
        screen.print(Padding(Text(note, style="dim", overflow="fold"), (0, 0, 0, indent)))


def _worth_a_line(marks: Sequence[Mark]) -> list[Mark]:
    """Summary and age stand in the line of the source already."""
    quiet = (MarkKind.SUMMARY, MarkKind.NEWER_THAN_GUIDELINE, MarkKind.OLDER_THAN_GUIDELINE, MarkKind.YEAR_UNKNOWN)
    return [mark for mark in marks if mark.kind not in quiet]


def _group(screen: Console, view: _View, group: ResearchGroup) -> None:
    shown = (*group.statements, *group.more) if view.show_all else group.statements
    screen.print(Text(clean(group.intervention), style="bold"))
    for statement in shown:
        _statement(screen, view, statement)
    _left_out(screen, 0 if view.show_all else len(group.more))


def _comparable(screen: Console, page: Answer, one: ComparableSet) -> None:
    screen.print(Text(clean(set_heading(one)), style="bold"))
    for statement, words in effects_of(page, one):
        about = ", ".join(statement.interventions[:1]) or one.intervention
        line = Text(f"{clean(words)}  ")
        line.append(f"{clean(about)}, {clean(source_line(statement, page))}", style="dim")
        line.append(" " + "".join(f"[{number}]" for number in statement.citations), style="cyan")
        screen.print(Padding(line, (0, 0, 0, 2)))


def _certainty(screen: Console, page: Answer, one: ProvisionalCertainty, *, show_all: bool) -> None:
    """The level with its reasons; those that change nothing only with --all."""
    rows = [s for s in page.statements() if s.id in one.statement_ids]
    line = Text(f"{clean(one.intervention)}: {clean(one.outcome)}", style="bold")
    line.append(" " + "".join(f"[{n}]" for n in dict.fromkeys(s.citations[0] for s in rows)), style="cyan")
    screen.print(line)
    screen.print(Padding(Text(phrase("certainty.level", level=one.level.label)), (0, 0, 0, 2)))
    for reason in one.reasons:
        if show_all or reason.steps_down or reason.domain in (Domain.DESIGN, Domain.NOT_JUDGED):
            screen.print(Padding(Text(f"{reason.domain.value}: {reason.because}", style="dim"), (0, 0, 0, 2)))


def _left_out(screen: Console, count: int, where: str = "more with --all") -> None:
    if count:
        screen.print(Text(f"  {counted(count, 'statement')} {where}", style="dim"))


def _suggestions(screen: Console, questions: Sequence[str]) -> None:
    if questions:
        print_heading(screen, "Ask next")
        for question in questions[:8]:
            screen.print(Padding(Text(clean(question)), (0, 0, 0, 2)))
