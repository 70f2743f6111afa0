"""Pages in a terminal: the same layers, in the same order, from the same objects as in a browser.

Every word from a source passes `clean`, so that no stored text can move the cursor, colour the screen or hide a line.
"""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from quoth.cli.listing import HOW_TO_FILL
from quoth.cli.screen import clean, screen_of_stdout
from quoth.cli.terminal_foot import print_heading, print_method, print_reference
from quoth.cli.terminal_rows import (
    View,
    print_action,
    print_certainty,
    print_comparable,
    print_group,
    print_left_out,
    print_statement,
)
from quoth.cli.terminal_table import print_table
from quoth.interop.citation import near_line, near_part, source_line
from quoth.interop.guest import badge, heading, how_read, how_written, is_quotation, said_by, used
from quoth.interop.labels import (
    FACET_LABELS,
    REASON_LABELS,
    counted,
)
from quoth.interop.layout import differ_line
from quoth.interop.readings import readings
from quoth.model import (
    DISCLAIMER,
    EVERY_READING,
    Abstention,
    Answer,
    BottomLine,
    Difference,
    EverydayCheck,
    Reason,
    Verdict,
    phrase,
)

__all__ = ["print_page"]

_READINGS_MAX = 6


def print_page(
    page: Answer | Abstention,
    verdict: Verdict,
    *,
    show_all: bool,
    kept: bool,
    passages: bool = False,
    explain: bool = False,
    table: bool = False,
    checks: Mapping[str, EverydayCheck] | None = None,
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
        checks: signatures under everyday words, by statement id.
    """
    screen = screen_of_stdout()
    screen.print(Text(clean(page.question.text) or "(no question)", style="bold"))
    for signpost in page.signposts:
        screen.print(Text(clean(signpost), style="bold red"))
    if isinstance(page, Abstention):
        _abstention(screen, page, View(page, show_all, passages, explain, table, checks or {}))
    else:
        _answer(screen, View(page, show_all, passages, explain, table, checks or {}), verdict)
    _readings(screen, page)
    if kept and page.question.text.strip():
        screen.print(Text(f'Kept as {page.id}  (quoth ask --after {page.id} "…" asks on)', style="dim"))


def _answer(screen: Console, view: View[Answer], verdict: Verdict) -> None:
    """The layers of the page, in the order in which every renderer has them."""
    page = view.page
    screen.print(Text(page.review.status.value, style="dim italic"))
    for note in page.notes:
        screen.print(Text(clean(note), style="yellow"))
    _bottom_line(screen, view, page.bottom_line)
    _guest(screen, page)
    for layer in (_actions, _guideline_notes, _differences, _newer, _research, _comparable, _certainties, _not_found):
        layer(screen, view)
    print_method(screen, page.question, page.method, page.manifest.snapshot, explain=view.explain)
    print_heading(screen, "References")
    for reference in page.references:
        print_reference(screen, reference)
    _suggestions(screen, [suggestion.question for suggestion in page.suggestions])
    state = "passed the independent checker" if verdict.passed else f"{len(verdict.faults)} faults found by the checker"
    screen.print()
    screen.print(Text(f"{page.review.status.value}. {verdict.checked} statements re-read: {state}.", style="dim"))
    screen.print(Text(DISCLAIMER, style="dim"))


def _actions(screen: Console, view: View[Answer]) -> None:
    page = view.page
    rows = (*page.actions, *page.more_actions) if view.show_all else page.actions
    if rows:
        print_heading(screen, "What to do")
        for row in rows:
            print_action(screen, view, row)
        print_left_out(screen, 0 if view.show_all else len(page.more_actions))


def _guideline_notes(screen: Console, view: View[Answer]) -> None:
    if view.page.guideline_notes:
        print_heading(screen, "What guidelines say besides")
        for statement in view.page.guideline_notes:
            print_statement(screen, view, statement)


def _differences(screen: Console, view: View[Answer]) -> None:
    if not view.page.differences:
        return
    print_heading(screen, "Where bodies differ")
    later = [] if view.show_all else [each for each in view.page.differences if each.on_request]
    for difference in view.page.differences:
        if difference not in later:
            _difference(screen, view, difference)
    if later:
        screen.print(Text(f"  {counted(len(later), 'difference')} more with --all", style="dim"))


def _difference(screen: Console, view: View[Answer], difference: Difference) -> None:
    screen.print(Text(clean(difference.about), style="bold"))
    if difference.differs_in:
        screen.print(Padding(Text(differ_line(difference)), (0, 0, 0, 2)))
    if difference.note:
        print_statement(screen, view, difference.note)
    if view.show_all or not difference.note:
        for side in difference.statements:
            print_statement(screen, view, side, indent=4)
    else:
        beside = "side by side" if len(difference.statements) > 1 else "beside it"
        print_left_out(screen, len(difference.statements), f"{beside} with --all")


def _newer(screen: Console, view: View[Answer]) -> None:
    page = view.page
    if not page.newer:
        return
    year = max((s.year or 0 for s in page.bottom_line.statements), default=0)
    print_heading(screen, phrase("newer", year=year) if year else "Newer than the guidance")
    for statement in page.newer:
        about = ", ".join(statement.interventions[:2])
        number = "".join(f"[{n}]" for n in statement.citations)
        screen.print(Text(f"  {clean(about)}: {clean(source_line(statement, page))} {number}"))


def _research(screen: Console, view: View[Answer]) -> None:
    if view.page.research:
        print_heading(screen, "From the research")
        for group in view.page.research:
            print_group(screen, view, group)
    if view.table and view.page.research:
        print_heading(screen, "Evidence table")
        print_table(screen, view.page)


def _comparable(screen: Console, view: View[Answer]) -> None:
    if view.page.comparable:
        print_heading(screen, "Effects side by side")
        screen.print(Text(f"  {phrase('effects')}", style="dim"))
        for one in view.page.comparable:
            print_comparable(screen, view.page, one)


def _certainties(screen: Console, view: View[Answer]) -> None:
    if view.page.certainties:
        print_heading(screen, "Certainty, provisional")
        screen.print(Padding(Text(phrase("certainty"), style="yellow"), (0, 0, 0, 2)))
        for rating in view.page.certainties:
            print_certainty(screen, view.page, rating, show_all=view.show_all)


def _not_found(screen: Console, view: View[Answer]) -> None:
    if view.page.not_found:
        print_heading(screen, "Not found in this library")
        screen.print("  " + "; ".join(FACET_LABELS[facet].lower() for facet in view.page.not_found))


def _abstention(screen: Console, page: Abstention, view: View[Abstention]) -> None:
    screen.print(Text(f"No answer: {REASON_LABELS[page.reason]}", style="bold yellow"))
    screen.print(Text(clean(page.explanation)))
    if page.reason is Reason.EMPTY_LIBRARY:
        screen.print(HOW_TO_FILL, soft_wrap=True)
    _guest(screen, page)
    _near_advice(screen, page, view)
    _nearest(screen, page)
    _suggestions(screen, [suggestion.question for suggestion in page.suggestions])
    print_method(screen, page.question, page.method, page.manifest.snapshot, explain=view.explain)
    if page.references:
        print_heading(screen, "References")
    for reference in page.references:
        print_reference(screen, reference)


def _bottom_line(screen: Console, view: View[Answer], bottom_line: BottomLine) -> None:
    print_heading(screen, "Bottom line")
    screen.print(Text(bottom_line.lead, style="bold"))
    for statement in bottom_line.statements:
        print_statement(screen, view, statement)


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


def _near_advice(screen: Console, page: Abstention, view: View[Abstention]) -> None:
    """Advice that comes near, each under what of the question it does not say."""
    if not page.advice:
        return
    print_heading(screen, phrase("near.advice"))
    screen.print(Text(phrase("near.advice_note"), style="dim italic"))
    for one in page.advice:
        if one.lacks:
            told = Text(clean(phrase("near.lacks", words=", ".join(one.lacks))), style="yellow")
            screen.print(Padding(told, (0, 0, 0, 2)))
        print_statement(screen, view, one.statement)


def _nearest(screen: Console, page: Abstention) -> None:
    """The sources that come near, each with the id under which `quoth show` opens it."""
    if not page.nearest:
        return
    print_heading(screen, phrase("near.heading"))
    screen.print(Text(phrase("near.note"), style="dim italic"))
    for source in page.nearest:
        screen.print(Padding(Text(clean(near_line(source))), (0, 0, 0, 2)))
        if part := near_part(source):
            screen.print(Padding(Text(clean(f"in: {part}")), (0, 0, 0, 4)))
        place = source.place
        opens = f"--passage {source.rendition_id}:{place.start}-{place.end}" if place else source.record_id
        screen.print(Padding(Text(f"quoth show {opens}", style="dim"), (0, 0, 0, 4)), soft_wrap=True)


def _readings(screen: Console, page: Answer | Abstention) -> None:
    """What the question's words were read as, and how to have them read otherwise."""
    found = readings(page)
    if not found:
        return
    print_heading(screen, "How your words were read")
    for one in found[:_READINGS_MAX]:
        meant = f"“{one.words}” as {', '.join(one.meant[:3])}" if one.meant else f"“{one.words}” as it stands"
        screen.print(Padding(Text(clean(meant.replace(f"“{EVERY_READING}”", "every word")), style="dim"), (0, 0, 0, 2)))
    if any(one.meant for one in found):
        line = 'Something else was meant? --not-as "WORDS" reads them as nothing else, --literal reads none as others.'
        screen.print(Padding(Text(line, style="dim"), (0, 0, 0, 2)))


def _suggestions(screen: Console, questions: Sequence[str]) -> None:
    if questions:
        print_heading(screen, "Ask next")
        for question in questions[:8]:
            screen.print(Padding(Text(clean(question)), (0, 0, 0, 2)))
