"""What a language model contributed: sentences that are borne by what they cite, choices of what stands on the page."""

from collections.abc import Iterator

from quoth.check.bank import is_slot
from quoth.check.context import Ctx
from quoth.check.grammar import borne_by
from quoth.check.paraphrase import unheld
from quoth.errors import GUEST_REASONS
from quoth.model import Fault, FaultKind, Guest, GuestMode, JudgeMark, Statement, WrittenSentence, phrase, read_as

__all__ = ["choices", "guest_line", "written_sentences"]

LONGEST_NAME = 200
PICO_PARTS = ("condition", "population", "intervention", "outcome")
PRECISION_BAR, RECALL_BAR = 0.95, 0.30
"""What the bounds of a judge have to reach before it lets a paraphrase in; written down here once more, on purpose."""
_WRITERS = (GuestMode.PROSE, GuestMode.PLAIN)


def written_sentences(ctx: Ctx) -> Iterator[Fault]:
    """A written sentence equals what it cites after edits of the table; one that was replaced is the quote."""
    guest = ctx.answer.guest if ctx.answer else None
    if guest is None:
        return
    by_id = {read.statement.id: read.statement for read in ctx.reads}
    for sentence in guest.sentences:
        if guest.mode not in _WRITERS:
            yield _fault(sentence, "written by a guest that may not write")
        if sentence.judged is not None or guest.mode is GuestMode.PLAIN:
            yield from _judged(sentence, guest, by_id)
        else:
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
    guest = ctx.page.guest
    if guest is None:
        return
    yield from _reading(ctx, guest)
    if not is_slot(guest.model) or len(guest.model) > LONGEST_NAME:
        yield Fault(FaultKind.WORDING_NOT_OURS, "", f"guest: {guest.model[:80]!r} is no name of a model")
    if guest.judge is not None and not _is_mark(guest.judge):
        yield Fault(FaultKind.WORDING_NOT_OURS, "", f"guest: {guest.judge.name[:80]!r} is no mark of a measured judge")
    if guest.note not in _notes(guest):
        yield Fault(FaultKind.WORDING_NOT_OURS, "", f"guest: {guest.note[:200]!r}")


def _notes(guest: Guest) -> set[str]:
    """What may be said of a guest: its own name, how many of its sentences stand, or a listed reason; nothing free."""
    if guest.reading is not None:
        names = ", ".join(name for _, name in guest.reading.added)
        return {phrase("guest.read", model=guest.model, names=names)}
    own = sum(not sentence.replaced for sentence in guest.sentences)
    silent = {phrase("guest.silent", model=guest.model, why=why) for why in GUEST_REASONS.values()}
    judged = sum(sentence.judged is not None for sentence in guest.sentences)
    if guest.mode is GuestMode.PLAIN and guest.sentences:
        return {phrase("guest.plain", model=guest.model, count=len(guest.sentences))}
    if judged:
        return {phrase("guest.paraphrased", model=guest.model, count=judged)}
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


def _judged(sentence: WrittenSentence, guest: Guest, by_id: dict[str, Statement]) -> Iterator[Fault]:
    """A free paraphrase: let in by a judge whose measured bounds reach the bars, and held by the rules besides."""
    cited = [by_id[name] for name in sentence.statements if name in by_id]
    if not cited or len(cited) < len(sentence.statements):
        yield _fault(sentence, "cites what is not on the page, or nothing")
        return
    if guest.mode is GuestMode.PLAIN and len(cited) > 1:
        yield _fault(sentence, "puts more than one statement into everyday words at once")
    mark = guest.judge
    if mark is None or mark.precision_low < PRECISION_BAR or mark.recall_low < RECALL_BAR:
        yield _fault(sentence, "is a free paraphrase without a judge that was found good enough")
    elif sentence.judged is None or not mark.threshold <= sentence.judged <= 1:
        yield _fault(sentence, f"was not let in by {mark.name[:80]!r}")
    if sentence.replaced or sentence.edits:
        yield _fault(sentence, "is a free paraphrase and names edits, or stands for a quote")
    if lost := unheld(sentence.text, cited):
        yield _fault(sentence, f"does not hold what it cites ({', '.join(lost)}): {sentence.text[:120]!r}")


def _reading(ctx: Ctx, guest: Guest) -> Iterator[Fault]:
    """What a guest added are names that the page's question holds, all of them in its title behind what was typed."""
    reading, question = guest.reading, ctx.page.question
    if reading is None:
        return
    held = (*question.conditions, *question.interventions, *question.populations, *question.outcomes)
    known = {mention.concept.name for mention in held}
    names = tuple(name for _, name in reading.added)
    if guest.mode is not GuestMode.UNDERSTAND or not names or not set(names) <= known:
        yield Fault(FaultKind.STRUCTURE, "", "the guest added to the question what the question does not hold")
    if question.text != read_as(reading.asked, names):
        yield Fault(FaultKind.STRUCTURE, "", "the question is not what was typed and what the guest added")
    if not all(part in PICO_PARTS for part, _ in reading.added):
        yield Fault(FaultKind.WORDING_NOT_OURS, "", "the guest names a part of the question that is none")
    if any(not is_slot(line) or len(line) > LONGEST_NAME for line in reading.searches):
        yield Fault(FaultKind.WORDING_NOT_OURS, "", "a search line of the guest is no search line")


def _is_mark(mark: JudgeMark) -> bool:
    return is_slot(mark.name) and len(mark.name) <= LONGEST_NAME and 0 < mark.threshold <= 1


def _fault(sentence: WrittenSentence, detail: str) -> Fault:
    return Fault(FaultKind.NOT_BORNE, sentence.statements[0][:40] if sentence.statements else "", detail)
