"""How a page shows what a language model contributed: whose words a sentence repeats, and how it came by its own."""

from quoth.interop.citation import source_line
from quoth.interop.labels import chips_of, fidelity_line
from quoth.model import Answer, Fidelity, Guest, GuestMode, WrittenSentence

__all__ = ["badge", "heading", "how_read", "how_written", "is_quotation", "said_by", "used"]


def said_by(page: Answer, statement_id: str) -> str:
    """Source and grade of a cited statement: a sentence is never shown without its strength and condition."""
    for statement in page.statements():
        if statement.id == statement_id:
            grades = [f"{label.lower()}: {words}" for label, words in chips_of(statement)]
            return " · ".join([fidelity_line(statement.fidelity, source_line(statement, page)), *grades])
    return ""


def used(guest: Guest) -> str:
    """What the model took: tokens, and their price where the operator set one; empty where it was not reached."""
    if not guest.tokens_in and not guest.tokens_out:
        return ""
    price = f", cost {guest.cost:.4f}" if guest.cost is not None else ""
    return f"{guest.tokens_in:,} tokens in, {guest.tokens_out:,} out{price}."


def heading(guest: Guest) -> str:
    """What stands above the guest's sentences."""
    return "In everyday words, by a language model" if guest.mode is GuestMode.PLAIN else "Summary by a language model"


def badge(guest: Guest, sentence: WrittenSentence) -> str:
    """The badge of a free paraphrase: who let it in, and how often that judge is right; empty for other sentences."""
    mark = guest.judge
    if sentence.judged is None or mark is None:
        return ""
    return (
        f"Paraphrase, let in by {mark.name}: right in at least {int(mark.precision_low * 100)}% of what it lets in, "
        f"measured on {mark.measured_on}"
    )


def how_read(guest: Guest) -> list[str]:
    """What was typed, what was added and which searches are offered, a line each; none where no question was read."""
    if guest.reading is None:
        return []
    added = [f"Added {part}: {name}" for part, name in guest.reading.added]
    searches = [f"Search line, not run: {line}" for line in guest.reading.searches]
    return [f"You asked: {guest.reading.asked}", *added, *searches]


def is_quotation(page: Answer, sentence: WrittenSentence) -> bool:
    """Whether the sentence is a source's own words, letter by letter, and no summary of them."""
    fidelities = {each.id: each.fidelity for each in page.statements()}
    whole = sentence.replaced or (not sentence.edits and sentence.judged is None)
    return whole and all(fidelities.get(name) is Fidelity.VERBATIM for name in sentence.statements)


def how_written(sentence: WrittenSentence) -> str:
    """What the guest changed, or that its words were not shown."""
    if sentence.judged is not None:
        return "The model's own words, not the source's."
    if sentence.replaced:
        return "What the model wrote is not borne by this, so this stands in its place."
    if sentence.edits:
        return f"Changed from the words cited: {', '.join(sentence.edits)}."
    return "The words cited, unchanged."
