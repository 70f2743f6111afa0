"""The foot of a page in a terminal: how it was found, and its references."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from quoth.cli.screen import clean
from quoth.cli.terminal_table import print_ranking
from quoth.interop.citation import format_reference
from quoth.interop.labels import QUESTION_KIND_LABELS, retraction_label, version_label
from quoth.interop.studies import level_line, told_lines
from quoth.model import DESIGN_LABELS, LABEL_BY_MARK, MarkKind, Method, Question, Reference

__all__ = ["LOUD", "print_heading", "print_method", "print_reference"]

SYNONYMS_SHOWN = 8
LOUD = (MarkKind.RETRACTED, MarkKind.CONCERN, MarkKind.SUPERSEDED, MarkKind.WITHDRAWN, MarkKind.INDIRECT)


def print_heading(screen: Console, text: str) -> None:
    """The name of a layer."""
    screen.print()
    screen.print(Text(text.upper(), style="bold"))


def print_method(screen: Console, question: Question, method: Method, snapshot: str, *, explain: bool) -> None:
    """How the question was understood and what was looked for, counted and left out."""
    print_heading(screen, "How this was found")
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
            shown = synonyms if explain else synonyms[:SYNONYMS_SHOWN]
            more = f" and {len(synonyms) - len(shown)} more with --explain" if len(shown) < len(synonyms) else ""
            line = Text(clean(f"{words}: also {', '.join(shown)}{more}"), style="dim")
            screen.print(Padding(line, (0, 0, 0, 2)))
    if method.counts:
        counts = "; ".join(f"{name}: {count}" for name, count in method.counts)
        screen.print(Padding(Text(counts, style="dim"), (0, 0, 0, 2)))
    for reason, count in _left_out_because(method):
        screen.print(Padding(Text(clean(f"left out, {count}: {reason}"), style="dim"), (0, 0, 0, 2)))
    if explain:
        print_ranking(screen, method)
    screen.print(Padding(Text(f"library snapshot {snapshot}", style="dim"), (0, 0, 0, 2)))


def print_reference(screen: Console, reference: Reference) -> None:
    """One source with its standing, what it tells of itself, and its marks."""
    line = Text(f"[{reference.number}] ", style="cyan")
    line.append(clean(format_reference(reference)), style="default")
    state = "; ".join(filter(None, (retraction_label(reference.standing), version_label(reference.standing))))
    kind = ", ".join(filter(None, (DESIGN_LABELS[reference.design], level_line(reference))))
    line.append(f" {kind}; {state}.", style="dim")
    screen.print(line)
    for told in told_lines(reference):
        screen.print(Padding(Text(clean(told), style="dim"), (0, 0, 0, 4)))
    for mark in reference.marks:
        label = f"{LABEL_BY_MARK[mark.kind.value]}: {clean(mark.text)}"
        screen.print(Padding(Text(label, style="bold red" if mark.kind in LOUD else "yellow"), (0, 0, 0, 4)))


def _left_out_because(method: Method) -> list[tuple[str, int]]:
    """Reasons with how often each was given, the commonest first. What follows a colon is shown where it is one."""
    found: dict[str, list[str]] = {}
    for exclusion in method.exclusions:
        head, _, detail = exclusion.reason.partition(":")
        found.setdefault(head, []).append(detail)
    reasons = [
        (head + (f":{details[0]}" if details[0] and len(set(details)) == 1 else ""), len(details))
        for head, details in found.items()
    ]
    return sorted(reasons, key=lambda item: (-item[1], item[0]))
