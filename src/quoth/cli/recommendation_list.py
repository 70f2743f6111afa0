"""Recommendations in a terminal: each beside its passage, with its grade in the issuer's words and its history."""

from rich.padding import Padding
from rich.text import Text

from quoth.cli.screen import clean, screen_of_stdout
from quoth.interop.citation import format_record
from quoth.interop.labels import counted
from quoth.model import Extent, Proposal, ProposalStatus, Rendition
from quoth.pipeline import Recommendations

__all__ = ["print_recommendations"]

_STYLES = {
    ProposalStatus.PROPOSED: "yellow",
    ProposalStatus.ACCEPTED: "green",
    ProposalStatus.CORRECTED: "green",
    ProposalStatus.REJECTED: "red",
}
_PARTS = ("strength", "certainty", "population", "condition")
_AROUND_CHARS = 600


def print_recommendations(found: Recommendations, *, whole: bool, in_all: int) -> None:
    """The recommendations of a source that were asked for; with `whole`, the passage around each and its full history.

    Args:
        found: what was asked for.
        whole: show everything of each.
        in_all: how many were found in the source, whether or not they were asked for.
    """
    screen = screen_of_stdout()
    proposals = [(text.rendition, proposal) for text in found.texts for proposal in text.proposals]
    graded = sum(proposal.system is not None for _, proposal in proposals)
    screen.print(Text(clean(format_record(found.record)), style="dim"))
    screen.print(f"{counted(len(proposals), 'recommendation')}, {graded} with a stated grade.")
    for rendition, proposal in proposals:
        screen.print()
        _print_one(rendition, proposal, whole=whole)
    if not in_all:
        screen.print("Its text was read; no recommendation was found. Answers quote its sentences as they stand.")
    elif not proposals:
        screen.print(f"None of the {in_all} that were found is as asked for: list them without --status and --graded.")


def _print_one(rendition: Rendition, proposal: Proposal, *, whole: bool) -> None:
    screen = screen_of_stdout()
    annotation = proposal.standing_annotation
    head = Text(proposal.id, style="bold cyan")
    head.append(f"  {proposal.status.value}", style=_STYLES[proposal.status])
    head.append(f"  {annotation.action.value.upper() if annotation.action else ''}", style="bold")
    head.append(f"  {clean(' › '.join(proposal.section))}", style="dim")
    screen.print(head)
    screen.print(Padding(_passage(rendition, annotation.statement, whole=whole), (0, 0, 0, 4)))
    for name in _PARTS:
        extent: Extent | None = getattr(annotation, name)
        if extent is not None:
            words = clean(rendition.text[extent.start : extent.end])
            screen.print(Padding(Text(f"{name}: ", style="dim").append(words, style="default"), (0, 0, 0, 4)))
    if annotation.strength is None and annotation.certainty is None:
        screen.print(Padding(Text("strength not stated", style="dim"), (0, 0, 0, 4)))
    if whole:
        told = f"grade {proposal.place.value}; system: {proposal.system or 'none'}; action {annotation.action_by or ''}"
        screen.print(Padding(Text(clean(told), style="dim"), (0, 0, 0, 4)))
    for doubt in annotation.doubts:
        screen.print(Padding(Text(clean(doubt.text), style="yellow"), (0, 0, 0, 4)))
    acts = proposal.decisions if whole else proposal.decisions[-1:]
    for act in acts:
        said = f"{act.on}  {'took back; now ' if act.takes_back else ''}{act.status.value} by {act.by}"
        screen.print(Padding(Text(clean(f"{said}{': ' + act.why if act.why else ''}"), style="dim"), (0, 0, 0, 4)))


def _passage(rendition: Rendition, statement: Extent, *, whole: bool) -> Text:
    text = rendition.text
    if not whole:
        return Text(clean(text[statement.start : statement.end]))
    before = max(text.rfind("\n\n", 0, statement.start), statement.start - _AROUND_CHARS, 0)
    end = text.find("\n\n", statement.end)
    after = min(end if end >= 0 else len(text), statement.end + _AROUND_CHARS)
    shown = Text(clean(text[before : statement.start]))
    shown.append(clean(text[statement.start : statement.end]), style="bold reverse")
    shown.append(clean(text[statement.end : after]))
    return shown
