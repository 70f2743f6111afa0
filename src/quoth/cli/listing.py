"""The library in a terminal: what it holds, one source, one passage, the settings."""

import sys
from collections.abc import Iterable, Sequence
from typing import Any

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from quoth.cli.screen import clean, screen_of_stdout
from quoth.interop.citation import format_record
from quoth.interop.labels import ACTION_LABELS, counted, design_label, retraction_label, year_label
from quoth.model import DESIGN_LABELS, Design, Fidelity, Record, RetractionState, SectionRole, Standing
from quoth.pipeline import Overview, PassageView, ReadFor, Recommended, SourceView

__all__ = [
    "HOW_TO_FILL",
    "print_overview",
    "print_passage",
    "print_read_for",
    "print_recommended",
    "print_records",
    "print_settings",
    "print_source",
]

HOW_TO_FILL = """To fill it:
  quoth ingest FILE…                    files of your own: quoth ingest --help lists the formats
  quoth --set starter=yes library       the starter library, eleven topics"""


def print_overview(found: Overview) -> None:
    """Counts by kind and year."""
    screen = screen_of_stdout()
    counts = found.counts
    if not counts.records:
        screen.print(f"This library is empty. {HOW_TO_FILL}", soft_wrap=True)
        return
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
    """One line for each source, with what stands against it; on a terminal folded under its id."""
    screen = screen_of_stdout()
    folded = sys.stdout.isatty()
    for record, standing in rows:
        line = Text(clean(format_record(record)))
        if not standing.usable or standing.retraction is RetractionState.YES:
            against = ", ".join(dict.fromkeys(notice.kind.value for notice in standing.notices)) or "retraction"
            line.append(f"  [{against}]", style="bold red")
        name = Text(record.id, style="cyan")
        if folded:
            screen.print(name)
            screen.print(Padding(line, (0, 0, 0, 2)))
        else:
            screen.print(name.append("  ").append(line), soft_wrap=True)
        if with_doubts:
            for doubt in record.doubts:
                screen.print(Padding(Text(clean(doubt.text), style="yellow"), (0, 0, 0, 4)))
    if not rows:
        screen.print("No source matches. `quoth library` shows what there is.")


def print_source(view: SourceView) -> None:
    """One source: its facts, where it stands, and its texts."""
    screen = screen_of_stdout()
    record = view.record
    screen.print(Text(clean(record.title), style="bold"))
    screen.print(clean(format_record(record)))
    facts = [
        ("record", record.id),
        ("kind", design_label(view.design.design, view.design.level, inferred=view.design.inferred)),
        ("people", f"{view.n:,}" if view.n else None),
        ("issuer", record.issuer),
        ("about", ", ".join(record.conditions)),
        ("population", record.population),
        ("standing", retraction_label(view.standing)),
        ("indirect", record.indirect),
        ("licence", record.licence),
        ("read from", record.origin),
    ]
    for name, value in facts:
        if value:
            screen.print(Text(f"{name:>12}  ", style="dim").append(clean(str(value)), style="default"))
    for fact in view.facts:
        where = (
            f"  ({fact.quote.span.rendition_id}:{fact.quote.span.start}-{fact.quote.span.end})" if fact.quote else ""
        )
        screen.print(
            Text(f"{fact.kind.value}: ", style="dim").append(clean(fact.words), style="default").append(where, "dim")
        )
    for version in view.versions:
        name = version.ids.doi or version.ids.pmid or version.ids.pmcid or version.ids.pack or ""
        shown = f"{version.record_id or name}  {clean(version.title)} ({year_label(version.year)})"
        state = "the newest known here" if version.stands and version.record_id else "superseded"
        where = ", this one" if version.record_id == record.id else "" if version.record_id else ", not in this library"
        screen.print(Text("     version  ", style="dim").append(f"{shown}: {state}{where}", style="default"))
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


def print_recommended(view: SourceView, found: Sequence[Recommended]) -> None:
    """What a guideline recommends, under its headings, each with the issuer's grade and where it stands."""
    screen = screen_of_stdout()
    screen.print(Text(clean(view.record.title), style="bold"))
    by_editor = sum(one.by_editor for one in found)
    told = f": {by_editor} by an editor, the others found in its text by rule" if by_editor else ", found by rule"
    screen.print(f"{counted(len(found), 'recommendation')}{told if found else ' found in its text'}.")
    heading = ""
    for one in found:
        if one.section != heading:
            heading = one.section
            screen.print()
            screen.print(Text(clean(heading), style="bold"))
        label = f"{ACTION_LABELS[one.action]}. " if one.action else ""
        screen.print(Padding(Text(label, style="bold").append(clean(one.words), style="default"), (0, 0, 0, 2)))
        grade = " · ".join(filter(None, (one.strength, one.certainty))) or "strength not stated"
        place = f"{one.rendition_id}:{one.place.start}-{one.place.end}"
        screen.print(Padding(Text(f"{clean(grade)}  ({place})", style="dim"), (0, 0, 0, 2)))


def print_passage(view: PassageView) -> None:
    """One passage, marked in its paragraph."""
    screen = screen_of_stdout()
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


def print_read_for(read: ReadFor) -> None:
    """The sentences of a source that say most about a question, each with its passage id and what speaks for it."""
    screen = screen_of_stdout()
    screen.print(Text(clean(format_record(read.record)), style="bold"))
    screen.print(Text(retraction_label(read.standing), style="dim"))
    if not read.passages:
        screen.print("There is no sentence to read: this library holds the title alone.")
        return
    if not read.speaks_of_it:
        screen.print("No word of the question stands in it; what follows is merely its most telling sentences.")
    of = f"{len(read.passages)} of its {counted(read.n_sentences, 'sentence')}, most telling first."
    screen.print(Text(of + " Nothing is judged here: read them where they stand.", style="dim"))
    for number, one in enumerate(read.passages, start=1):
        screen.print()
        screen.print(Text(f"{number:>2}. ", style="dim").append(clean(one.passage.text), style="default"))
        words = "; ".join((*((one.role.value,) if one.role is not SectionRole.OTHER else ()), *one.because))
        screen.print(Padding(Text(f"{clean(words)}  ({one.passage.id})", style="dim"), (0, 0, 0, 4)))


def print_settings(rows: Iterable[dict[str, Any]]) -> None:
    """Each setting with its value on a line of its own, and under it what it does."""
    screen = screen_of_stdout()
    for row in rows:
        value = row["value"]
        shown = ("yes" if value else "no") if isinstance(value, bool) else str(value)
        line = Text(row["name"], style="bold").append(f" = {shown or '(empty)'}", style="default")
        if row["unit"] and row["unit"] != "yes/no":
            line.append(f"  {row['unit']}", style="dim")
        if value != row["default"] and row["name"] != "home":
            line.append(f"  (default {row['default']})", style="yellow")
        screen.print(line, soft_wrap=True)
        screen.print(Padding(Text(row["help"], style="dim"), (0, 0, 0, 4)))
