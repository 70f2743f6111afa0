"""What a language model contributed: sentences that are borne by what they cite, choices of what stands on the page."""

from collections.abc import Iterator

from quoth.check.bank import is_slot
from quoth.check.context import Ctx
from quoth.check.grammar import borne_by
from quoth.errors import GUEST_REASONS
from quoth.model import Fault, FaultKind, Guest, GuestMode, Statement, WrittenSentence, phrase

__all__ = ["choices", "guest_line", "written_sentences"]

LONGEST_NAME = 200


def written_sentences(ctx: Ctx) -> Iterator[Fault]:
    """A written sentence equals what it cites after edits of the table; one that was replaced is the quote."""
    guest = ctx.answer.guest if ctx.answer else None
    if guest is None:
        return
    by_id = {read.statement.id: read.statement for read in ctx.reads}
    for sentence in guest.sentences:
        if guest.mode is not GuestMode.PROSE:
            yield _fault(sentence, "written by a guest that may not write")
        yield from _borne(sentence, by_id)


def choices(ctx: Ctx) -> Iterator[Fault]:
    """What a guest chose stands on the page, and nothing that warns was put away."""
    page = ctx.answer
    if page is None or page.guest is None:
        return
    shown = {read.statement.id for read in ctx.reads}
    for chosen in page.guest.chosen:
        if chosen not in shown:
            yield Fault(FaultKind.STRUCTURE, chosen[:40], "chosen by the guest and not on the page")
    if page.guest.chosen and page.guest.mode is not GuestMode.SELECT:
        yield Fault(FaultKind.STRUCTURE, "", "chosen by a guest that may not choose")


def guest_line(ctx: Ctx) -> Iterator[Fault]:
    """The line that names the guest says only what the bank says."""
    guest = ctx.answer.guest if ctx.answer else None
    if guest is None:
        return
    if not is_slot(guest.model) or len(guest.model) > LONGEST_NAME:
        yield Fault(FaultKind.WORDING_NOT_OURS, "", f"guest: {guest.model[:80]!r} is no name of a model")
    if guest.note not in _notes(guest):
        yield Fault(FaultKind.WORDING_NOT_OURS, "", f"guest: {guest.note[:200]!r}")


def _notes(guest: Guest) -> set[str]:
    """What may be said of a guest: its own name, how many of its sentences stand, or a listed reason; nothing free."""
    own = sum(not sentence.replaced for sentence in guest.sentences)
    silent = {phrase("guest.silent", model=guest.model, why=why) for why in GUEST_REASONS.values()}
    if guest.sentences:
        return {phrase("guest.wrote", model=guest.model, count=own)}
    return {phrase("guest.selected", model=guest.model)} if guest.chosen else silent


def _borne(sentence: WrittenSentence, by_id: dict[str, Statement]) -> Iterator[Fault]:
    missing = [name for name in sentence.statements if name not in by_id]
    if missing or not sentence.statements:
        yield _fault(sentence, f"cites {missing[0][:40]!r}, which is not on the page" if missing else "cites nothing")
        return
    cited = [by_id[name] for name in sentence.statements]
    if sentence.replaced:
        if sentence.text != cited[0].quote.text or sentence.edits:
            yield _fault(sentence, "stands for a quote and is not that quote")
        return
    bearing = borne_by(sentence.text, cited)
    if bearing is None:
        yield _fault(sentence, f"is not borne by what it cites: {sentence.text[:120]!r}")
    elif bearing.edits != sentence.edits:
        yield _fault(sentence, f"names other edits than {', '.join(bearing.edits) or 'none'}")


def _fault(sentence: WrittenSentence, detail: str) -> Fault:
    return Fault(FaultKind.NOT_BORNE, sentence.statements[0][:40] if sentence.statements else "", detail)
