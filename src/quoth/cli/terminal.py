"""Pages in a terminal: the same layers, in the same order, from the same objects as in a browser.

Every word from a source passes `clean`, so that no stored text can move the cursor, colour the screen or hide a line.
"""

import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from quoth.interop.citation import format_record, format_reference, source_line
from quoth.interop.labels import (
    ACTION_LABELS,
    DIRECTION_LABELS,
    FACET_LABELS,
    QUESTION_KIND_LABELS,
    REASON_LABELS,
    chips_of,
    counted,
    n_label,
    retraction_label,
    year_label,
)
from quoth.model import (
    DESIGN_LABELS,
    DISCLAIMER,
    LABEL_BY_MARK,
    Abstention,
    ActionRow,
    Answer,
    BottomLine,
    Design,
    Direction,
    Fidelity,
    FindingKind,
    Mark,
    MarkKind,
    Method,
    QualifierKind,
    Question,
    Record,
    Reference,
    ResearchGroup,
    RetractionState,
    Standing,
    Statement,
    Verdict,
    phrase,
)
from quoth.pipeline import Overview, PassageView, SourceView

__all__ = ["clean", "print_overview", "print_page", "print_passage", "print_records", "print_settings", "print_source"]

WIDTH_MAX = 100
BIDI_OVERRIDES = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
LOUD = (MarkKind.RETRACTED, MarkKind.CONCERN, MarkKind.SUPERSEDED, MarkKind.WITHDRAWN, MarkKind.INDIRECT)
STYLE_BY_ACTION = {"do": "bold green", "consider": "bold cyan", "do not": "bold red", "uncertain": "bold yellow"}


def clean(text: str) -> str:
    """Text without control characters, so that a source cannot speak to the terminal. New lines become spaces."""
    spaced = text.replace("\n", " ").replace("\t", " ")
    return "".join(
        c for c in spaced if unicodedata.category(c) not in ("Cc", "Cs") and c not in "\u202e\u202d\u2066\u2067"
    )


def print_page(page: Answer | Abstention, verdict: Verdict, *, show_all: bool, kept: bool) -> None:
    """The whole page on stdout."""
    screen = _console()
    screen.print(Text(clean(page.question.text) or "(no question)", style="bold"))
    for signpost in page.signposts:
        screen.print(Text(clean(signpost), style="bold red"))
    if isinstance(page, Abstention):
        _abstention(screen, page)
    else:
        _answer(screen, page, verdict, show_all)
    if kept:
        screen.print(Text(f'Kept as {page.id}  (quoth ask --after {page.id} "…" asks on)', style="dim"))


def print_overview(found: Overview) -> None:
    """Counts by kind and year."""
    screen = _console()
    counts = found.counts
    screen.print(
        Text(f"{counted(counts.records, 'source')}, {counted(counts.renditions, 'text')}, ", style="bold").append(
            f"{counted(counts.passages, 'citable passage')}, {counted(found.units, 'unit')} in the index"
        )
    )
    screen.print(
        f"Retracted: {found.retracted}.  Under concern, superseded or withdrawn: {found.marked}.  "
        f"Retraction not checked: {found.not_checked}.  With a doubt: {found.doubtful}."
    )
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("kind")
    table.add_column("sources", justify="right")
    for name, count in counts.by_design:
        label = DESIGN_LABELS[Design(name)] if name in set(Design) else name
        table.add_row(label, str(count))
    years = Table(box=None, pad_edge=False, header_style="dim")
    years.add_column("year")
    years.add_column("sources", justify="right")
    for year, count in counts.by_year[:20]:
        years.add_row(year_label(year), str(count))
    if len(counts.by_year) > 20:
        years.add_row("earlier", str(sum(count for _, count in counts.by_year[20:])))
    side = Table.grid(padding=(0, 6))
    side.add_row(table, years)
    screen.print(side)
    for topic in found.topics:
        screen.print(Text(f"  {clean(topic.title)}: ", style="bold").append(clean(topic.question), style="not bold"))
    screen.print(Text(f"Snapshot {found.snapshot}", style="dim"))


def print_records(rows: Sequence[tuple[Record, Standing]], *, with_doubts: bool) -> None:
    """One line for each source, with what stands against it."""
    screen = _console()
    for record, standing in rows:
        line = Text(record.id, style="cyan")
        line.append("  " + clean(format_record(record)), style="default")
        if not standing.usable or standing.retraction is RetractionState.YES:
            against = ", ".join(dict.fromkeys(notice.kind.value for notice in standing.notices)) or "retraction"
            line.append(f"  [{against}]", style="bold red")
        screen.print(line)
        if with_doubts:
            for doubt in record.doubts:
                screen.print(Padding(Text(clean(doubt.text), style="yellow"), (0, 0, 0, 4)))
    if not rows:
        screen.print("No source matches. `quoth library` shows what there is.")


def print_source(view: SourceView) -> None:
    """One source: its facts, where it stands, and its texts."""
    screen = _console()
    record = view.record
    screen.print(Text(clean(record.title), style="bold"))
    screen.print(clean(format_record(record)))
    facts = [
        ("record", record.id),
        ("kind", DESIGN_LABELS[record.design] if record.design else "not stated"),
        ("issuer", record.issuer),
        ("about", ", ".join(record.conditions)),
        ("population", record.population),
        ("retraction", retraction_label(view.standing)),
        ("indirect", record.indirect),
        ("licence", record.licence),
        ("read from", record.origin),
    ]
    for name, value in facts:
        if value:
            screen.print(Text(f"{name:>12}  ", style="dim").append(clean(str(value)), style="default"))
    for notice in view.standing.notices:
        screen.print(
            Text(f"  {notice.kind.value} {notice.on or ''} {clean(notice.note or '')} ({notice.source})", "red")
        )
    for doubt in record.doubts:
        screen.print(Text(f"  {clean(doubt.text)}", style="yellow"))
    for stored in view.renditions:
        rendition = stored.rendition
        label = "the source's own words" if rendition.fidelity is Fidelity.VERBATIM else "an editor's summary"
        older = "" if stored.current else ", an older version"
        screen.print()
        screen.print(Text(f"{rendition.form.value}, {label}{older}  ({rendition.id})", style="bold"))
        for line in rendition.text.splitlines():
            screen.print(Padding(Text(clean(line)), (0, 0, 0, 2)))


def print_passage(view: PassageView) -> None:
    """One passage, marked in its paragraph."""
    screen = _console()
    text = view.stored.rendition.text
    before = text.rfind("\n", 0, view.start) + 1
    after = text.find("\n", view.end)
    after = len(text) if after < 0 else after
    screen.print(Text(clean(format_record(view.record)), style="dim"))
    screen.print(Text(retraction_label(view.standing), style="dim"))
    shown = Text(clean(text[before : view.start]))
    shown.append(clean(text[view.start : view.end]), style="bold reverse")
    shown.append(clean(text[view.end : after]))
    screen.print(shown)


def print_settings(rows: Iterable[dict[str, Any]]) -> None:
    """The table of settings."""
    screen = _console()
    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in ("setting", "value", "unit", "what it does"):
        table.add_column(column, overflow="fold")
    for row in rows:
        value = (
            {True: "yes", False: "no"}.get(row["value"], row["value"])
            if isinstance(row["value"], bool)
            else row["value"]
        )
        table.add_row(row["name"], str(value), row["unit"], row["help"])
    screen.print(table)


def _console() -> Console:
    screen = Console(file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=False)
    screen.width = min(screen.width, WIDTH_MAX)
    return screen


def _heading(screen: Console, text: str) -> None:
    screen.print()
    screen.print(Text(text.upper(), style="bold"))


def _answer(screen: Console, page: Answer, verdict: Verdict, show_all: bool) -> None:
    screen.print(Text(page.review.status.value, style="dim italic"))
    for note in page.notes:
        screen.print(Text(clean(note), style="yellow"))
    _bottom_line(screen, page, page.bottom_line)
    rows = (*page.actions, *page.more_actions) if show_all else page.actions
    if rows:
        _heading(screen, "What to do")
        for row in rows:
            _action(screen, page, row)
        _left_out(screen, 0 if show_all else len(page.more_actions))
    if page.guideline_notes:
        _heading(screen, "What guidelines say besides")
        for statement in page.guideline_notes:
            _statement(screen, page, statement)
    if page.differences:
        _heading(screen, "Where bodies differ")
        for difference in page.differences:
            screen.print(Text(clean(difference.about), style="bold"))
            if difference.note:
                _statement(screen, page, difference.note)
            if show_all or not difference.note:
                for side in difference.statements:
                    _statement(screen, page, side, indent=4)
            else:
                _left_out(screen, len(difference.statements), "side by side with --all")
    if page.newer:
        year = max((s.year or 0 for s in page.bottom_line.statements), default=0)
        _heading(screen, phrase("newer", year=year) if year else "Newer than the guidance")
        for statement in page.newer:
            about = ", ".join(statement.interventions[:2])
            number = "".join(f"[{n}]" for n in statement.citations)
            screen.print(Text(f"  {clean(about)}: {clean(source_line(statement, page))} {number}"))
    if page.research:
        _heading(screen, "From the research")
        for group in page.research:
            _group(screen, page, group, show_all)
    if page.not_found:
        _heading(screen, "Not found in this library")
        screen.print("  " + "; ".join(FACET_LABELS[facet].lower() for facet in page.not_found))
    _method(screen, page.question, page.method, page.manifest.snapshot)
    _heading(screen, "References")
    for reference in page.references:
        _reference(screen, reference)
    _suggestions(screen, [suggestion.question for suggestion in page.suggestions])
    state = "passed the independent checker" if verdict.passed else f"{len(verdict.faults)} faults found by the checker"
    screen.print()
    screen.print(Text(f"{page.review.status.value}. {verdict.checked} statements re-read: {state}.", style="dim"))
    screen.print(Text(DISCLAIMER, style="dim"))


def _abstention(screen: Console, page: Abstention) -> None:
    screen.print(Text(f"No answer: {REASON_LABELS[page.reason]}", style="bold yellow"))
    screen.print(Text(clean(page.explanation)))
    _suggestions(screen, [suggestion.question for suggestion in page.suggestions])
    _method(screen, page.question, page.method, page.manifest.snapshot)


def _bottom_line(screen: Console, page: Answer, bottom_line: BottomLine) -> None:
    _heading(screen, "Bottom line")
    screen.print(Text(bottom_line.lead, style="bold"))
    for statement in bottom_line.statements:
        _statement(screen, page, statement)


def _action(screen: Console, page: Answer, row: ActionRow) -> None:
    head = Text(f"{ACTION_LABELS[row.action]}  ", style=STYLE_BY_ACTION[row.action.value])
    head.append(clean(row.intervention), style="bold")
    if row.also:
        bodies = 1 + len({statement.citations[0] for statement in row.also} - {row.statement.citations[0]})
        if bodies > 1:
            head.append(f"  ({phrase('agree', count=bodies)})", style="dim")
    screen.print(head)
    _statement(screen, page, row.statement)
    for statement in row.also:
        _statement(screen, page, statement, indent=4)


def _statement(screen: Console, page: Answer, statement: Statement, *, indent: int = 2) -> None:
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
    details = [("" if quoted else "summary of ") + clean(source_line(statement, page))]
    details += [f"{label.lower()}: {clean(value)}" for label, value in chips_of(statement)]
    if statement.kind is not FindingKind.RECOMMENDATION:
        if statement.n is not None:
            details.append(n_label(statement.n))
        if statement.direction is not Direction.UNCLEAR:
            details.append(DIRECTION_LABELS[statement.direction])
    screen.print(Padding(Text(" · ".join(details), style="dim"), (0, 0, 0, indent)))
    of_source = {mark for ref in page.references if ref.number == statement.citations[0] for mark in ref.marks}
    own = [mark for mark in _worth_a_line(statement.marks) if mark.kind in LOUD or mark not in of_source]
    shared = sum(mark.kind is MarkKind.DOUBT and mark in of_source for mark in statement.marks)
    if shared:
        note = f"{counted(shared, 'doubt')} about this source: see [{statement.citations[0]}]"
        screen.print(Padding(Text(note, style="yellow"), (0, 0, 0, indent)))
    for mark in own:
        loud = mark.kind in LOUD
        label = f"{LABEL_BY_MARK[mark.kind.value]}: {clean(mark.text)}"
        screen.print(Padding(Text(label, style="bold red" if loud else "yellow"), (0, 0, 0, indent)))


def _worth_a_line(marks: Sequence[Mark]) -> list[Mark]:
    """Summary and age stand in the line of the source already."""
    quiet = (MarkKind.SUMMARY, MarkKind.NEWER_THAN_GUIDELINE, MarkKind.OLDER_THAN_GUIDELINE, MarkKind.YEAR_UNKNOWN)
    return [mark for mark in marks if mark.kind not in quiet]


def _group(screen: Console, page: Answer, group: ResearchGroup, show_all: bool) -> None:
    shown = (*group.statements, *group.more) if show_all else group.statements
    screen.print(Text(clean(group.intervention), style="bold"))
    for statement in shown:
        _statement(screen, page, statement)
    _left_out(screen, 0 if show_all else len(group.more))


def _left_out(screen: Console, count: int, where: str = "more with --all") -> None:
    if count:
        screen.print(Text(f"  {counted(count, 'statement')} {where}", style="dim"))


def _method(screen: Console, question: Question, method: Method, snapshot: str) -> None:
    _heading(screen, "How this was found")
    slots = (
        ("condition", question.conditions),
        ("intervention", question.interventions),
        ("comparator", question.comparators),
        ("population", question.populations),
        ("outcome", question.outcomes),
    )
    understood = [QUESTION_KIND_LABELS[question.kind]]
    understood += [
        f"{name}: {', '.join(mention.concept.name for mention in mentions)}" for name, mentions in slots if mentions
    ]
    screen.print(Padding(Text(clean(f"Understood as {'; '.join(understood)}")), (0, 0, 0, 2)))
    for words, synonyms in method.synonyms:
        if synonyms:
            screen.print(Padding(Text(clean(f"{words}: also {', '.join(synonyms)}"), style="dim"), (0, 0, 0, 2)))
    if method.counts:
        counts = "; ".join(f"{name}: {count}" for name, count in method.counts)
        screen.print(Padding(Text(counts, style="dim"), (0, 0, 0, 2)))
    reasons: dict[str, int] = {}
    for exclusion in method.exclusions:
        reasons[exclusion.reason] = reasons.get(exclusion.reason, 0) + 1
    for reason, count in sorted(reasons.items(), key=lambda item: (-item[1], item[0]))[:6]:
        screen.print(Padding(Text(clean(f"left out, {count}: {reason}"), style="dim"), (0, 0, 0, 2)))
    screen.print(Padding(Text(f"library snapshot {snapshot}", style="dim"), (0, 0, 0, 2)))


def _reference(screen: Console, reference: Reference) -> None:
    line = Text(f"[{reference.number}] ", style="cyan")
    line.append(clean(format_reference(reference)), style="default")
    line.append(f" {DESIGN_LABELS[reference.design]}; {retraction_label(reference.standing)}.", style="dim")
    screen.print(line)
    for mark in reference.marks:
        label = f"{LABEL_BY_MARK[mark.kind.value]}: {clean(mark.text)}"
        screen.print(Padding(Text(label, style="bold red" if mark.kind in LOUD else "yellow"), (0, 0, 0, 4)))


def _suggestions(screen: Console, questions: Sequence[str]) -> None:
    if questions:
        _heading(screen, "Ask next")
        for question in questions[:8]:
            screen.print(Padding(Text(clean(question)), (0, 0, 0, 2)))
